"""How much is proven of a story, a PRD, a plan: the plain share of its criteria."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.analysis.progress import stories_of
from pmdocs.analysis.proof.state import State
from pmdocs.model.ids import local_id
from pmdocs.model.kinds.story import Story

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pmdocs.analysis.proof.state import Proof
    from pmdocs.model.item import Item
    from pmdocs.project.project import Project


@dataclass(frozen=True, slots=True)
class ProvenShare:
    """How many criteria are in each state; each counts the same."""

    counts: tuple[tuple[State, int], ...]

    @property
    def total(self) -> int:
        """How many criteria there are."""
        return sum(count for _, count in self.counts)

    @property
    def proven(self) -> int:
        """How many of them are shown to hold."""
        return sum(count for state, count in self.counts if state.proven)

    @property
    def percent(self) -> int | None:
        """The share that is proven in whole percent, rounded down; none without criteria."""
        return self.proven * 100 // self.total if self.total else None

    @property
    def worst(self) -> State | None:
        """The state that should worry people most; none without criteria."""
        states = dict(self.counts)
        return next((state for state in State if states.get(state)), None)

    @property
    def words(self) -> str:
        """Write it for people: `3 of 5 criteria proven, 1 failing`."""
        told = (
            f"{self.proven} of {self.total} {'criterion' if self.total == 1 else 'criteria'} proven"
        )
        failing = dict(self.counts).get(State.FAILING, 0)
        return f"{told}, {failing} failing" if failing else told


def share_of(stories: Iterable[Item], proofs: Mapping[str, Proof]) -> ProvenShare:
    """How much of some stories is proven; an item that is no story counts for nothing.

    A criterion without an id is untested, since no test can name it. A story
    counts once, and a dropped one not at all.
    """
    counts: Counter[State] = Counter()
    for story in {one.id: one for one in stories}.values():
        if isinstance(story, Story) and story.state.role != "dropped":
            for criterion in story.criteria:
                proof = proofs.get(f"{story.id}.{local_id(criterion, story)}")
                counts[proof.state if proof and criterion.id else State.UNTESTED] += 1
    return ProvenShare(tuple((state, counts[state]) for state in State if counts[state]))


def share_below(project: Project, id: str, proofs: Mapping[str, Proof]) -> ProvenShare:
    """How much is proven of what hangs on a story, a PRD or a roadmap item."""
    item = project.items.get(id)
    stories = [item] if isinstance(item, Story) else stories_of(project, id)
    return share_of(stories, proofs)
