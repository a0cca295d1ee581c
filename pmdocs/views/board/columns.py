"""The columns of a board, and the order of the cards in them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pmdocs.analysis.horizon import closing_day, horizon_of
from pmdocs.model.ids import number_of
from pmdocs.model.item import State
from pmdocs.views.tile import Tile, tile_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pmdocs.model.item import Item
    from pmdocs.project.project import Project

# How many cards of what is done a column holds: the latest.
MOST_DONE = 20
_HORIZONS = {
    "now": ("Now", "Being built"),
    "next": ("Next", "Comes after that"),
    "later": ("Later", "Direction, not a promise"),
}
_PRIORITIES = ("must", "should", "could", "", "won't")


@dataclass(frozen=True, slots=True)
class Column:
    """Cards that stand together.

    `role` is the colour role of its state, empty for a horizon. `count` and
    `points` are those of all its items, also of the `more` that get no card;
    `points` is none where nothing has any. `limit` is how many may be in it at
    once, none where the settings do not say.
    """

    key: str
    title: str
    note: str = ""
    role: str = ""
    limit: int | None = None
    cards: tuple[Tile, ...] = ()
    count: int = 0
    more: int = 0
    points: float | None = None

    @property
    def over(self) -> int:
        """By how many items it is over its limit."""
        return max(self.count - self.limit, 0) if self.limit is not None else 0


def by_horizon(project: Project, items: Iterable[Item]) -> tuple[Column, ...]:
    """Now, next and later; what is done belongs to none of them.

    Those that are furthest along come first, of these the earliest.
    """
    found: defaultdict[str, list[Item]] = defaultdict(list)
    for item in items:
        if not item.state.closed:
            found[horizon_of(item, project.today)].append(item)
    return tuple(
        _filled(Column(key, title, note), project, found[key])
        for key, (title, note) in _HORIZONS.items()
    )


def by_status(project: Project, kind: type[Item], items: Iterable[Item]) -> tuple[Column, ...]:
    """A column for each state of a kind but those that mean that it was dropped.

    States with one `column` share it, and their limits are added. The most wanted
    come first; of what is done the latest, twenty at most. Items whose status
    cannot be read stand in a last column.
    """
    found: defaultdict[str, list[Item]] = defaultdict(list)
    for item in items:
        found[item.state.column or item.state.word].append(item)
    states: defaultdict[str, list[State]] = defaultdict(list)
    for state in kind.states:
        if state.role != "dropped":
            states[state.column or state.word].append(state)
    for name in found:
        states.setdefault(name, [State(name, "blocked")])
    allowed = project.settings.limits_of(kind)
    return tuple(
        _filled(_headed(name, group, allowed), project, found[name])
        for name, group in states.items()
    )


def _headed(name: str, states: Sequence[State], allowed: Mapping[str, int]) -> Column:
    limits = [allowed[state.word] for state in states if state.word in allowed]
    title = name[:1].upper() + name[1:]
    return Column(name, title, role=states[0].role, limit=sum(limits) if limits else None)


def closed_last(project: Project, items: Iterable[Item]) -> list[Item]:
    """What is done, the latest first, as far as anything tells when that was."""

    def day(item: Item) -> tuple[dt.date, int]:
        known = closing_day(item, project.today) or _end_of_sprint(project, item)
        return known or dt.date.min, number_of(item.id)

    return sorted(items, key=day, reverse=True)


def _end_of_sprint(project: Project, item: Item) -> dt.date | None:
    sprint = project.items.get(getattr(item, "sprint", None) or "")
    return sprint.when.end.last if sprint and sprint.when else None


def _filled(column: Column, project: Project, items: Sequence[Item]) -> Column:
    finished = column.role == "done"
    ordered = closed_last(project, items) if finished else sorted(items, key=along)
    shown = ordered[:MOST_DONE] if finished else ordered
    points = [p for item in items if (p := getattr(item, "points", None)) is not None]
    return replace(
        column,
        cards=tuple(tile_of(project, item) for item in shown),
        count=len(items),
        more=len(items) - len(shown),
        points=sum(points) if points else None,
    )


def along(item: Item) -> tuple[int, int, dt.date, dt.date, int]:
    """The place of a card: how far along, how much wanted, when."""
    words = [state.word for state in item.states]
    along = words.index(item.status) if item.status in words else -1
    priority = getattr(item, "priority", None) or ""
    wanted = _PRIORITIES.index(priority) if priority in _PRIORITIES else len(_PRIORITIES)
    start = item.when.start.first if item.when else dt.date.max
    end = item.when.end.last if item.when else dt.date.max
    return -along, wanted, start, end, number_of(item.id)
