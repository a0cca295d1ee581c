"""How much has to be proven, as people write it: `90%`, `90% of release:REL-1`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from pmdocs.analysis.proof.state import State

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pmdocs.analysis.proof.book import Proofs
    from pmdocs.analysis.proof.share import ProvenShare
    from pmdocs.model.kinds.story import Story

_WRITTEN = re.compile(r"\s*([0-9]{1,3}(?:\.[0-9]{1,3})?)\s*%?(?:\s+of\s+(\S.*?))?\s*", re.DOTALL)
_ALL = 100


@dataclass(frozen=True, slots=True)
class Demand:
    """A share of the criteria in percent, and the ids or the query of what; of all, if none."""

    percent: Fraction
    words: tuple[str, ...] = ()

    @property
    def of(self) -> str:
        """Of what, in words: `the whole project`, `release:REL-1`."""
        return " ".join(self.words) or "the whole project"


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


def read_demand(text: str) -> Demand | None:
    """What a text asks for; none where it is not understood."""
    match = _WRITTEN.fullmatch(text)
    if match is None or Fraction(match[1]) > _ALL:
        return None
    return Demand(Fraction(match[1]), tuple((match[2] or "").split()))


def answer(demand: Demand, stories: Sequence[Story], proofs: Proofs) -> Answer:
    """Compare what is asked for with what is proven of some stories."""
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
