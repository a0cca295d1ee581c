"""How far away a date is, in the words of people: `in 7 weeks`, `26 days ago`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.model.dates import Precision

if TYPE_CHECKING:
    import datetime as dt

    from pmdocs.model.dates import Date

# Up to how many days people count in days, in weeks, in months; and how long these are.
_DAYS, _WEEKS, _MONTHS = 13, 90, 729
_WEEK, _MONTH, _YEAR = 7, 30.44, 365.25


def distance(date: Date, today: dt.date) -> str:
    """How far a date is from today; what is not known to the day comes `within` its last day."""
    if date.last < today:
        return f"{span((today - date.last).days)} ago"
    if date.precision is not Precision.DAY:
        if date.first <= today:
            return f"this {date.precision}".replace("half", "half-year")
        return f"within {span((date.last - today).days)}"
    days = (date.first - today).days
    return {0: "today", 1: "tomorrow"}.get(days) or f"in {span(days)}"


def span(days: int) -> str:
    """A number of days in words that people use for it: `12 days`, `7 weeks`, `5 months`."""
    if days <= _DAYS:
        return _counted(days, "day")
    if days <= _WEEKS:
        return _counted(round(days / _WEEK), "week")
    if days <= _MONTHS:
        return _counted(round(days / _MONTH), "month")
    return _counted(round(days / _YEAR), "year")


def on(date: Date) -> str:
    """A date within a sentence: `on 31 Mar 2027`, `in Q2 2027`."""
    return f"{'on' if date.precision is Precision.DAY else 'in'} {date.words}"


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
