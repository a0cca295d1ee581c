"""The scale of a timeline: from dates to days on a line, and the headings above it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.model.dates import Date, Precision

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pmdocs.model.dates import Period

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# The headings, as months that the upper and the lower one take, up to a length in months.
_BANDS = ((72, 3, 1), (360, 12, 3), (3600, 120, 12), (120_000, 1200, 120))
# The zoom that shows a plan of up to so many days on one screen.
_ZOOMS = ((184, "month"), (800, "quarter"), (10_000, "year"))
_DECADE = 120
# A plan that begins within so many days from today, or ended so many days ago, shows today.
_NEAR = 184


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of the scale, in days from its first day.

    `early` and `late` are how many days at its start and at its end are not
    certain, because the dates name a quarter or more.
    """

    start: int
    days: int
    early: int = 0
    late: int = 0

    @property
    def end(self) -> int:
        """The first day after it."""
        return self.start + self.days


@dataclass(frozen=True, slots=True)
class Tick:
    """A stretch of the scale with its name."""

    start: int
    days: int
    label: str


@dataclass(frozen=True, slots=True)
class Scale:
    """The days from `first` on, under two rows of headings.

    `today` is the number of today's day, none if it is outside. `zoom` is the
    zoom to begin with.
    """

    first: dt.date
    days: int
    majors: tuple[Tick, ...]
    minors: tuple[Tick, ...]
    today: int | None
    zoom: str

    def place(self, period: Period) -> Place:
        """Where a period stands, with its doubt."""
        start = (period.start.first - self.first).days
        early, late = _doubt(period.start), _doubt(period.end)
        return Place(start, period.days, min(early, period.days), min(late, period.days))


def scale_of(periods: Iterable[Period], today: dt.date, *, whole: bool = False) -> Scale | None:
    """The whole quarters that hold all periods, and today if it is near.

    None if there are no periods. `whole` shows all of it at first.
    """
    dates = [(period.start.first, period.end.last) for period in periods]
    if not dates:
        return None
    if any(abs((day - today).days) <= _NEAR for pair in dates for day in pair):
        dates.append((today, today))
    first = _floor(min(start for start, _ in dates), 3)
    after = _next(_floor(max(end for _, end in dates), 3), 3)
    days = (after - first).days
    now = (today - first).days
    months = days // 30
    major, minor = next((a, b) for most, a, b in _BANDS if months <= most)
    return Scale(
        first,
        days,
        _ticks(first, after, major),
        _ticks(first, after, minor),
        now if 0 <= now < days else None,
        "all" if whole else next((zoom for most, zoom in _ZOOMS if days <= most), "all"),
    )


def _doubt(date: Date) -> int:
    sure = date.precision in {Precision.DAY, Precision.MONTH}
    return 0 if sure else (date.last - date.first).days + 1


def _floor(day: dt.date, months: int) -> dt.date:
    """The first day of the stretch of so many months that a day is in."""
    count = max(12, (day.year * 12 + day.month - 1) // months * months)
    return dt.date(count // 12, count % 12 + 1, 1)


def _next(day: dt.date, months: int) -> dt.date:
    count = min(day.year * 12 + day.month - 1 + months, 9999 * 12 + 11)
    return dt.date(count // 12, count % 12 + 1, 1)


def _ticks(first: dt.date, after: dt.date, months: int) -> tuple[Tick, ...]:
    ticks, day = [], _floor(first, months)
    while day < after:
        start, end = max(day, first), min(_next(day, months), after)
        ticks.append(Tick((start - first).days, (end - start).days, _label(day, months)))
        day = _next(day, months)
    return tuple(ticks)


def _label(day: dt.date, months: int) -> str:
    match months:
        case 1:
            return _MONTHS[day.month - 1]
        case 3:
            return f"Q{(day.month + 2) // 3} {day.year}"
        case 12:
            return str(day.year)
        case _:
            return f"{day.year}s" if months == _DECADE else f"from {day.year}"
