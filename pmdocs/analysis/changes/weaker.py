"""Changes that take something away from what was promised, put before the others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from pmdocs.analysis.changes.change import Change, ItemChanges, order
from pmdocs.analysis.changes.delta import Delta, spelled
from pmdocs.model.dates import Date

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

# An item, a part of it, and what was written there before and is now.
Place: TypeAlias = tuple[str, str, str, str]

# Below a date that slips (70), above an approval that covers other words (55).
_LEAST = 60


def place_of(id: str, delta: Delta) -> Place:
    """What tells a difference in an item from the others."""
    return id, delta.part, _written(delta.old), _written(delta.new)


def with_weaker(items: Iterable[ItemChanges], places: Collection[Place]) -> tuple[ItemChanges, ...]:
    """The items with what promises less marked so, the weightiest first."""
    return tuple(sorted((_marked(one, places) for one in items), key=order))


def _marked(one: ItemChanges, places: Collection[Place]) -> ItemChanges:
    changes = [_weaker(c) if _place(one, c) in places else c for c in one.changes]
    return replace(one, changes=tuple(sorted(changes, key=lambda change: -change.weight)))


def _place(one: ItemChanges, change: Change) -> Place:
    return one.id, change.part, change.old, change.new


def _weaker(change: Change) -> Change:
    return replace(change, effect="weaker", weight=max(change.weight, _LEAST))


def _written(value: object) -> str:
    return str(value) if isinstance(value, Date) else spelled(value)
