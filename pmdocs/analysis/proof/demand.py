"""Whether as much is proven as is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.analysis.proof.reach import stories_below
from pmdocs.analysis.proof.state import State
from pmdocs.model.ids import is_id, plain_id
from pmdocs.model.kinds.story import Story
from pmdocs.project.select import select

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pmdocs.analysis.proof.book import Proofs
    from pmdocs.analysis.proof.share import ProvenShare
    from pmdocs.project.demand import Demand
    from pmdocs.project.project import Project

_ALL = 100


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether as much is proven as is asked for, and what is missing, the worst first.

    What is missing is an id, or the story of a criterion without one, with its state.
    """

    demand: Demand
    share: ProvenShare
    missing: tuple[tuple[str, State, str], ...]

    @property
    def is_met(self) -> bool:
        """Whether it is; where there are no criteria, nothing is proven."""
        total = self.share.total
        return bool(total) and self.share.proven * _ALL >= self.demand.percent * total


def stories_of_words(project: Project, words: Sequence[str]) -> list[Story]:
    """The stories of the items and parts with these ids, or of the items that a query chooses.

    A story is its own, a PRD has those that realise it, a release those of its items.
    Dropped ones do not count; without words, all others do. Raises `LookupError` with an
    id that nothing has, and `QueryError` where a query makes no sense.
    """
    if not words:
        return [*project.of(Story)]
    ids = [plain_id(word) for word in words]
    if not all(is_id(id.partition(".")[0]) for id in ids):
        ids = [item.id for item in select(project, " ".join(words))]
    elif unknown := next((id for id in ids if project.find(id) is None), None):
        raise LookupError(unknown)
    stories = (story for id in ids for story in stories_below(project, id))
    return list({story.id: story for story in stories}.values())


def answer(demand: Demand, proofs: Proofs) -> Answer:
    """Compare what is asked for with what is proven; raises as `stories_of_words` does."""
    stories = stories_of_words(proofs.project, demand.words)
    found = sorted(
        (one for story in stories for one in _missing(story, proofs)),
        key=lambda one: list(State).index(one[1]),
    )
    return Answer(demand, proofs.share_of(stories), tuple(found))


def _missing(story: Story, proofs: Proofs) -> Iterator[tuple[str, State, str]]:
    for proof in proofs.story(story).open if story.state.role != "dropped" else ():
        if proof is None:
            yield story.id, State.UNTESTED, "a criterion without an id"
        else:
            yield proof.id, proof.state, proof.why
