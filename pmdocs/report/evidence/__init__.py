"""What the results of tests say about the criteria: for a terminal, and for programs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.analysis.proof.share import share_of
from pmdocs.analysis.proof.state import proofs_of, unknown
from pmdocs.diagnostics import closest
from pmdocs.model.kinds.story import Story

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmdocs.analysis.proof.share import ProvenShare
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
    """What was read, what it says about each criterion, and what is wrong with it.

    `proofs` and `share` leave out the stories that were dropped. `share` counts the
    criteria without an id, too, so that it is the number that every page tells.
    """

    collected: Collected
    proofs: tuple[Proof, ...]
    share: ProvenShare
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
    by_id = proofs_of(project, results, then, days)
    proofs = tuple(
        proof for id, proof in by_id.items() if project.parts[id].item.state.role != "dropped"
    )
    share = share_of(project.of(Story), by_id)
    return Shown(collected, proofs, share, strangers, tuple(found))


def _meant(id: str, known: Sequence[str]) -> str | None:
    """The known id that is most like this one, of a part only if this is one."""
    return closest(id, (one for one in known if ("." in one) == ("." in id)))
