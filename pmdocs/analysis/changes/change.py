"""What is told about an item that is not what it was, and how much it matters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from pmdocs.analysis.changes.sentence import plain
from pmdocs.model.ids import number_of

if TYPE_CHECKING:
    from pmdocs.analysis.changes.sentence import Sentence
    from pmdocs.model.item import Item

Sort: TypeAlias = Literal[
    "added",
    "removed",
    "renamed",
    "time",
    "status",
    "scope",
    "priority",
    "owner",
    "approval",
    "link",
    "audience",
    "title",
    "confidence",
    "text",
    "news",
    "field",
    "file",
    "unread",
]
Effect: TypeAlias = Literal["weaker", "stronger", ""]

# What a stakeholder asks about first, by the name of the kind; the rest counts 0.
_BY_KIND = {
    "release": 9,
    "item": 9,
    "objective": 8,
    "charter": 8,
    "vision": 7,
    "prd": 5,
    "story": 2,
}
_COMMITTED = 10
_UNDECIDED = frozenset({"discovery", "dropped"})


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is different about an item, as a sentence whose subject is the item.

    `weight` says how much it matters, from 0 to 100; `effect` whether a promise is
    weaker or stronger than before. `field` is the key it was written under, `part` the
    full id of the part it is about. `old` and `new` are what was written. `apart` says
    that the sentence has a subject of its own.
    """

    sort: Sort
    sentence: Sentence
    weight: int
    field: str = ""
    part: str = ""
    old: str = ""
    new: str = ""
    effect: Effect = ""
    apart: bool = False


@dataclass(frozen=True, slots=True)
class ItemChanges:
    """All that is different about one item, the weightiest first.

    `id` is the present id (of an item that is gone, the last one), `was` the one that
    it had before. `committed` says that it was more than an idea before, or is now.
    """

    id: str
    was: str
    kind: str
    label: str
    title: str
    changes: tuple[Change, ...]
    committed: bool
    path: str
    line: int

    @property
    def weight(self) -> int:
        """How much it matters to people outside of the team."""
        heaviest = self.changes[0].weight if self.changes else 0
        return heaviest + _BY_KIND.get(self.kind, 0) + _COMMITTED * self.committed

    @property
    def presence(self) -> Literal["added", "removed", "changed"]:
        """Whether it is new, gone, or neither."""
        sorts = {change.sort for change in self.changes}
        return "added" if "added" in sorts else "removed" if "removed" in sorts else "changed"

    def said(self, change: Change) -> str:
        """One of its changes as a sentence with the id as its subject."""
        return f"{self.id}{':' if change.apart else ''} {plain(change.sentence)}"


def order(one: ItemChanges) -> tuple[object, ...]:
    """Where an item stands among others: the weightiest first, then by kind and number."""
    return -one.weight, one.kind, number_of(one.id), one.id


def is_committed(item: Item) -> bool:
    """Whether an item is more than an idea: others may count on it."""
    return item.state.role not in _UNDECIDED
