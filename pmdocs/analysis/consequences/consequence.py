"""Something that is so now because of a change, perhaps one in another place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from pmdocs.analysis.changes.sentence import plain

if TYPE_CHECKING:
    from pmdocs.analysis.changes.sentence import Sentence

Sort: TypeAlias = Literal[
    "broken link", "no criteria", "blocked", "waits", "nothing left", "after release", "critical"
]


@dataclass(frozen=True, slots=True)
class Consequence:
    """What follows for one item, as a sentence whose subject is the item.

    `weight` says how much it matters, from 0 to 100; `others` are the ids of the other
    items that have to do with it.
    """

    sort: Sort
    item: str
    sentence: Sentence
    weight: int
    others: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        """The sentence with the id as its subject."""
        return f"{self.item} {plain(self.sentence)}"
