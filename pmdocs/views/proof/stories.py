"""Stories of which the status and the proof say different things."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.analysis.proof.state import State
from pmdocs.views.proof.shares import Amount
from pmdocs.views.proven import role_of, word_of
from pmdocs.views.ref import Ref, ref_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from pmdocs.analysis.proof.book import Proofs, StoryProof


@dataclass(frozen=True, slots=True)
class Open:
    """A story, and how many of its criteria are in each state that is open, or how many there are.

    Without criteria there is nothing that could be proven.
    """

    ref: Ref
    owner: str
    amounts: tuple[Amount, ...]
    criteria: int


def opened(proofs: Proofs, ids: Collection[str]) -> tuple[Open, ...]:
    """The stories among these that are called done, and are not proven."""
    return tuple(_open(one) for one in proofs.done_but_open if one.story.id in ids)


def ready(proofs: Proofs, ids: Collection[str]) -> tuple[Open, ...]:
    """The stories among these that are proven, and are not called done."""
    found = (proofs.story(story) for story in proofs.proven_but_open if story.id in ids)
    return tuple(_open(one) for one in found)


def _open(one: StoryProof) -> Open:
    counts = Counter(proof.state if proof else State.UNTESTED for proof in one.open)
    amounts = (
        Amount(word_of(state), role_of(state), counts[state]) for state in State if counts[state]
    )
    return Open(ref_of(one.story), one.story.owner or "", tuple(amounts), len(one.proofs))
