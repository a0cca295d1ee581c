"""What the results of tests say about the criteria: for a terminal, and for programs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.analysis.proof.state import proofs_of, unknown
from pmdocs.diagnostics import closest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmdocs.analysis.proof.state import Proof, Then
    from pmdocs.diagnostics import Diagnostic
    from pmdocs.evidence.collect import Collected
    from pmdocs.evidence.result import Result
    from pmdocs.project.project import Project


@dataclass(frozen=True, slots=True)
class Unknown:
    """An id that results name and that nothing has; `meant` is the one that is most like it."""

    id: str
    results: tuple[Result, ...]
    meant: str | None


@dataclass(frozen=True, slots=True)
class Shown:
    """What was read, what it says about each criterion, and what is wrong with it."""

    collected: Collected
    proofs: tuple[Proof, ...]
    unknown: tuple[Unknown, ...]
    found: tuple[Diagnostic, ...]


def shown(project: Project, collected: Collected, then: Then, found: Sequence[Diagnostic]) -> Shown:
    """Put together what results say; `found` is what is wrong with their files."""
    results = collected.evidence.results
    days = project.settings.plugin.evidence.manual_days
    known = [*project.items, *project.parts]
    strangers = tuple(
        Unknown(id, tuple(naming), _meant(id, known))
        for id, naming in sorted(unknown(project, results).items())
    )
    proofs = tuple(proofs_of(project, results, then, days).values())
    return Shown(collected, proofs, strangers, tuple(found))


def _meant(id: str, known: Sequence[str]) -> str | None:
    """The known id that is most like this one, of a part only if this is one."""
    return closest(id, (one for one in known if ("." in one) == ("." in id)))
