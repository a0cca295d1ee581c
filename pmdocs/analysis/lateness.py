"""Late, or likely to be: told from dates and stories, never from an opinion."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from pmdocs.analysis.progress import Progress
    from pmdocs.model.item import Item

# How many points of a hundred the stories may be behind the calendar before it is said.
_SLACK = 25


def days_late(item: Item, today: dt.date) -> int:
    """How many days ago an open item should have been over; 0 if it need not be yet.

    Dates count with their last day: what is due in a quarter is late on the day after it.
    """
    if item.state.closed or item.when is None:
        return 0
    return max((today - item.when.end.last).days, 0)


def days_unbegun(item: Item, today: dt.date) -> int:
    """How many days ago an item that has not begun should certainly have begun."""
    waits = item.state.role in {"planned", "discovery"}
    if not waits or item.when is None or "start" not in item.dates:
        return 0
    return max((today - item.when.start.last).days, 0)


def time_over(item: Item, today: dt.date) -> int | None:
    """How much of its time is over, in whole percent from 0 to 100; none without a time."""
    if item.when is None or item.when.days <= 0:
        return None
    passed = (today - item.when.start.first).days * 100 // item.when.days
    return min(max(passed, 0), 100)


def is_behind(item: Item, progress: Progress | None, today: dt.date) -> bool:
    """Whether far more of its time is over than of its stories is done.

    Far is 25 points of a hundred: stories are never done evenly.
    """
    over = time_over(item, today)
    if item.state.closed or progress is None or over is None:
        return False
    return over - progress.percent >= _SLACK
