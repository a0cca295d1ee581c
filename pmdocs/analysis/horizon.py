"""Now, next or later: the place of an item on a board without dates.

A horizon that was written counts. Otherwise it is derived: what is in progress,
at risk or blocked is now, and so is what should run today or should be over;
what may begin within three months is next; the rest, and whatever has no time,
is later.
"""

from __future__ import annotations

import calendar
import datetime as dt
from typing import TYPE_CHECKING, Literal, TypeAlias, cast

if TYPE_CHECKING:
    from pmdocs.model.item import Item

Horizon: TypeAlias = Literal["now", "next", "later"]
QUARTER = 3
ACTIVE = frozenset({"in-progress", "at-risk", "blocked"})
_MONTHS = 12


def horizon_of(item: Item, today: dt.date) -> Horizon:
    """The horizon of an item, written or derived."""
    written = getattr(item, "horizon", None)
    if written:
        return cast("Horizon", written)
    if item.state.role in ACTIVE:
        return "now"
    if item.when is None:
        return "later"
    begins = item.when.start.first
    if begins <= today:
        return "now"
    return "next" if begins <= months_from(today, QUARTER) else "later"


def is_active(item: Item) -> bool:
    """Whether work on an item has begun and is not over, however well it goes."""
    return item.state.role in ACTIVE


def is_recent(item: Item, today: dt.date) -> bool:
    """Whether an item was done within three months, as far as anything tells when that was."""
    if item.state.role != "done":
        return False
    day = closing_day(item, today)
    return day is None or day >= months_from(today, -QUARTER)


def closing_day(item: Item, today: dt.date) -> dt.date | None:
    """The day by which a closed item was over: its last day, or that of its newest update.

    What is to end in the future and is done already, is done today at the latest.
    None where nothing says it.
    """
    told = [update.date.last for update in item.updates]
    if item.when is not None:
        told.append(item.when.end.last)
    return min(max(told), today) if told else None


def months_from(day: dt.date, count: int) -> dt.date:
    """The same day of the month so many months later, or the month's last day if it is shorter."""
    year, month = divmod(day.year * _MONTHS + day.month - 1 + count, _MONTHS)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, last))
