"""What a change brings: findings about the change itself, and those that were not there before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.rules.catalogue import check
from pmdocs.rules.fingerprint import fingerprints
from pmdocs.rules.history.intent import intent

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pmdocs.analysis.proof.book import Proofs
    from pmdocs.diagnostics import Diagnostic, Finding
    from pmdocs.history.past import Past
    from pmdocs.project.project import Project


def about_change(project: Project, past: Past | None) -> Iterator[Finding]:
    """What is to be said of a change, where somebody named the revision that it began with."""
    if past is not None and past.since:
        yield from intent(past.project_then, project)


def without_old(
    found: Sequence[Diagnostic], project: Project, past: Past, proofs: Proofs | None = None
) -> list[Diagnostic]:
    """The findings that the project did not have in the commit that it is compared with.

    Both are judged on the same day, so that nothing is new because time went by.
    What a rule says that looks back is about the change, and so is always new. What
    tests show today is held against the documents of then, too.
    """
    then = past.project_then
    old = set(fingerprints(check(then, proofs=proofs and proofs.against(then)), then.sources))
    pairs = zip(found, fingerprints(found, project.sources), strict=True)
    return [diagnostic for diagnostic, name in pairs if name not in old]
