"""How far it is from one date to another, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.model.dates import Precision

if TYPE_CHECKING:
    from pmdocs.model.dates import Date

_NUMBERS = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_ORDINALS = (
    *("no", "first", "second", "third", "fourth", "fifth"),
    *("sixth", "seventh", "eighth", "ninth", "tenth"),
)
_WEEK, _MONTH, _YEAR = 7, 30.44, 12
_TEENS = (11, 12, 13)
# From here on nobody counts in days.
_MANY_DAYS, _MANY_WEEKS = 56, 49


def how_far(old: Date, new: Date) -> str:
    """The time between the last days of two dates: `six months`, `12 days`, `about two weeks`.

    Empty where there is none. Months, quarters and years are counted in months. Where only
    one of the two is a day, nobody knows better than about.
    """
    days = abs((new.last - old.last).days)
    exact = [date.precision is Precision.DAY for date in (old, new)]
    if not days:
        return ""
    months = abs(_months(new) - _months(old))
    if not any(exact) or (all(exact) and old.last.day == new.last.day and months):
        return _in_months(months)
    if all(exact):
        return _in_days(days)
    return f"about {_roughly(days)}"


def counted(number: int, word: str, many: str = "") -> str:
    """A number with its word: `one month`, `three months`, `14 days`."""
    spelled = _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"
    return f"{spelled} {word if number == 1 else many or f'{word}s'}"


def ordinal(number: int) -> str:
    """The place in a row: `third`, `21st`."""
    if number < len(_ORDINALS):
        return _ORDINALS[number]
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in _TEENS else ending}"


def _months(date: Date) -> int:
    return date.last.year * _YEAR + date.last.month


def _in_months(months: int) -> str:
    years, rest = divmod(months, _YEAR)
    return counted(months, "month") if rest else counted(years, "year")


def _in_days(days: int) -> str:
    if days % _WEEK == 0 and days < _MANY_DAYS:
        return counted(days // _WEEK, "week")
    return counted(days, "day") if days < _MANY_DAYS else f"about {_roughly(days)}"


def _roughly(days: int) -> str:
    if days < _WEEK:
        return counted(days, "day")
    if days < _MANY_WEEKS:
        return counted(round(days / _WEEK), "week")
    return _in_months(round(days / _MONTH))
