"""Criteria that fail, with what fails, and those that are shown no longer or not yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.analysis.proof.state import State
from pmdocs.views.proven import Mark, mark_of
from pmdocs.views.ref import Ref, ref_to

if TYPE_CHECKING:
    from collections.abc import Collection

    from pmdocs.analysis.proof.book import Proofs
    from pmdocs.model.kinds.story import Story


@dataclass(frozen=True, slots=True)
class Failing:
    """A criterion that fails; `broken` says that it passed in the run before."""

    ref: Ref
    mark: Mark
    broken: bool


@dataclass(frozen=True, slots=True)
class Unshown:
    """A criterion that is stale or skipped; its mark says why."""

    ref: Ref
    mark: Mark


def failing_of(proofs: Proofs, ids: Collection[str]) -> tuple[Failing, ...]:
    """The failing criteria of some stories, those first that passed before."""
    broken = {proof.id for proof in proofs.broken}
    found = [
        Failing(ref_to(proofs.project, proof.id), mark_of(proof), proof.id in broken)
        for proof in proofs.by_id.values()
        if proof.state is State.FAILING and proof.id.partition(".")[0] in ids
    ]
    return tuple(sorted(found, key=lambda one: not one.broken))


def unshown_of(proofs: Proofs, stories: Collection[Story], state: State) -> tuple[Unshown, ...]:
    """The criteria of some stories that are in one state; of a dropped story nobody asks it."""
    ids = {story.id for story in stories if story.state.role != "dropped"}
    return tuple(
        Unshown(ref_to(proofs.project, proof.id), mark_of(proof))
        for proof in proofs.by_id.values()
        if proof.state is state and proof.id.partition(".")[0] in ids
    )
