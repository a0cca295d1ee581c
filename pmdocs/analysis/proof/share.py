"""How much is proven of a story, a PRD, a plan: the plain share of its criteria."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.analysis.proof.reach import stories_below
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

    A story counts once, and a dropped one not at all.
    """
    once = {one.id: one for one in stories if isinstance(one, Story)}
    return share_of_counts(counts_of(story, proofs) for story in once.values())


def counts_of(story: Story, proofs: Mapping[str, Proof]) -> Counter[State]:
    """How many criteria of a story are in each state; none of a story that was dropped.

    A criterion without an id is untested, since no test can name it.
    """
    if story.state.role == "dropped":
        return Counter()
    found = (proofs.get(f"{story.id}.{local_id(c, story)}") for c in story.criteria)
    return Counter(proof.state if proof else State.UNTESTED for proof in found)


def share_of_counts(counts: Iterable[Counter[State]]) -> ProvenShare:
    """The share of many stories together."""
    total: Counter[State] = Counter()
    for one in counts:
        total.update(one)
    return ProvenShare(tuple((state, total[state]) for state in State if total[state]))


def share_below(project: Project, id: str, proofs: Mapping[str, Proof]) -> ProvenShare:
    """How much is proven of what hangs on a story, a PRD, a plan, or on a part of one."""
    return share_of(stories_below(project, id), proofs)
