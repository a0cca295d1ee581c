"""The days on which a project works."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pmdocs.model.kinds.charter import WorkCalendar

_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_WEEK = 7


def working_days(calendar: WorkCalendar, first: dt.date, last: dt.date) -> int:
    """How many days of work there are from the first day to the last, both counted.

    These are the workdays of the calendar without the holidays that it lists. Public
    holidays of a country are not known here.
    """
    weekdays = {_NAMES.index(name) for name in calendar.workdays}
    weeks, rest = divmod(max((last - first).days + 1, 0), _WEEK)
    odd = sum((first.weekday() + n) % _WEEK in weekdays for n in range(rest))
    return weeks * len(weekdays) + odd - len(_free(calendar, weekdays, first, last))


def _free(
    calendar: WorkCalendar, weekdays: set[int], first: dt.date, last: dt.date
) -> set[dt.date]:
    """The holidays that would be days of work; a holiday may be a month, or years."""
    found: set[dt.date] = set()
    for holiday in calendar.holidays:
        begin, end = max(holiday.first, first), min(holiday.last, last)
        days = (begin + dt.timedelta(n) for n in range((end - begin).days + 1))
        found.update(day for day in days if day.weekday() in weekdays)
    return found
