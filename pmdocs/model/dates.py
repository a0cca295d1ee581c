"""Dates that know how exactly they were meant.

`2027-Q1` is a quarter, not the first of January: it is compared and printed as
the stretch of days that it names.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from pydantic_core import core_schema

from pmdocs.model.date_spellings import iso, two_readings
from pmdocs.model.wrong import Meant, said, wrong

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_SHAPE = re.compile(r"(\d{4})(?:-(?:Q([1-4])|H([12])|(\d{2})(?:-(\d{2}))?))?", re.ASCII)
_SPELLINGS = "such as `2027-03-14`, `2027-03`, `2027-Q1`, `2027-H1` or `2027`"
# What people write who do not know the date yet.
_NOT_YET = frozenset(
    ("tbd", "tba", "tbc", "todo", "unknown", "open", "later", "soon", "n/a", "none", "?", "-", "–")
)


class Precision(StrEnum):
    """How long a stretch a date names."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Date:
    """A day, month, quarter, half-year or year: all days from `first` to `last`.

    `a < b` says that all of `a` is before all of `b`, so that dates that
    overlap are neither before nor after each other. `a <= b` says that `a`
    ends no later than `b` does.
    """

    first: dt.date
    last: dt.date
    precision: Precision

    @classmethod
    def parse(cls, text: object) -> Date:
        """Read a spelling; `ValueError` tells in plain words why it is none."""
        match = _SHAPE.fullmatch(str(text).strip())
        if not match:
            raise ValueError(f"{said(text)} is not a date")
        year, quarter, half, month, day = (int(g) if g else 0 for g in match.groups())
        if not 1 <= year <= 9998:  # noqa: PLR2004 - what the calendar module can do
            raise ValueError(f"there is no year `{match[1]}` in the calendar")
        if match[5] is not None:
            return cls._day(year, month, day)
        if match[4] is not None:
            return cls._months(_checked(year, month), month, 1, Precision.MONTH)
        if quarter:
            return cls._months(year, 3 * quarter - 2, 3, Precision.QUARTER)
        if half:
            return cls._months(year, 6 * half - 5, 6, Precision.HALF)
        return cls._months(year, 1, 12, Precision.YEAR)

    @classmethod
    def day(cls, day: dt.date) -> Date:
        """The date that is exactly this day."""
        return cls(day, day, Precision.DAY)

    @classmethod
    def _day(cls, year: int, month: int, day: int) -> Date:
        days = calendar.monthrange(_checked(year, month), month)[1]
        if not 1 <= day <= days:
            raise ValueError(f"{_MONTHS[month - 1]} {year} has no day {day}, it has {days} days")
        return cls.day(dt.date(year, month, day))

    @classmethod
    def _months(cls, year: int, month: int, count: int, precision: Precision) -> Date:
        end = month + count - 1
        last = dt.date(year, end, calendar.monthrange(year, end)[1])
        return cls(dt.date(year, month, 1), last, precision)

    def __lt__(self, other: Date) -> bool:
        """Whether all of it is before all of the other."""
        return self.last < other.first

    def __gt__(self, other: Date) -> bool:
        """Whether all of it is after all of the other."""
        return self.first > other.last

    def __le__(self, other: Date) -> bool:
        """Whether it ends no later than the other."""
        return self.last <= other.last

    def __ge__(self, other: Date) -> bool:
        """Whether it starts no earlier than the other."""
        return self.first >= other.first

    def __contains__(self, other: Date) -> bool:
        """Whether all of the other lies in it."""
        return self.first <= other.first and other.last <= self.last

    def __str__(self) -> str:
        """Write it as it is written in a file: `2027-Q1`."""
        year, month = self.first.year, self.first.month
        match self.precision:
            case Precision.DAY:
                return self.first.isoformat()
            case Precision.MONTH:
                return f"{year:04}-{month:02}"
            case Precision.QUARTER:
                return f"{year:04}-Q{(month + 2) // 3}"
            case Precision.HALF:
                return f"{year:04}-H{(month + 5) // 6}"
            case Precision.YEAR:
                return f"{year:04}"

    @property
    def words(self) -> str:
        """Write it for people: `14 Mar 2027`, `Mar 2027`, `Q1 2027`, `H1 2027`, `2027`."""
        year, month = self.first.year, _MONTHS[self.first.month - 1]
        match self.precision:
            case Precision.DAY:
                return f"{self.first.day} {month} {year}"
            case Precision.MONTH:
                return f"{month} {year}"
            case Precision.QUARTER | Precision.HALF:
                return f"{str(self)[5:]} {year}"
            case Precision.YEAR:
                return str(year)

    @property
    def then(self) -> str:
        """Say when something happens: `on 14 Mar 2027`, `in Q1 2027`."""
        return f"{'on' if self.precision is Precision.DAY else 'in'} {self.words}"

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: object, _handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        """Let pydantic read it from text."""
        return core_schema.no_info_plain_validator_function(
            _validated, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _schema: core_schema.CoreSchema, _handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Describe its spellings to editors that know JSON Schema."""
        return {"type": ["string", "integer"], "pattern": f"^{_SHAPE.pattern}$"}


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time between two dates, each with its own precision."""

    start: Date
    end: Date

    @property
    def days(self) -> int:
        """How many days it takes, both ends counted."""
        return (self.end.last - self.start.first).days + 1

    @property
    def words(self) -> str:
        """Write it for people: `Q1 2027`, or `Jan 2027 – Mar 2027`."""
        if self.start == self.end:
            return self.start.words
        return f"{self.start.words} – {self.end.words}"

    @property
    def short(self) -> str:
        """Write it for people in few words, with one year if there is but one: `Jan – Mar 2027`."""
        start, end, year = self.start.words, self.end.words, f" {self.start.first.year}"
        if self.start == self.end or not end.endswith(year):
            return self.words
        return f"{start.removesuffix(year)} – {end}"

    def __str__(self) -> str:
        """Write it as `2027-01/2027-Q2`, or as one date."""
        return str(self.start) if self.start == self.end else f"{self.start}/{self.end}"


def _checked(year: int, month: int) -> int:
    if not 1 <= month <= 12:  # noqa: PLR2004 - months in a year
        raise ValueError(f"there is no month {month:02}")
    return year


def _validated(value: object) -> Date:
    if isinstance(value, Date):
        return value
    try:
        return Date.parse(value)
    except ValueError as error:
        meant = _meant(str(value))
        hint = f"write `{meant.text}`" if meant else _hint(str(value).strip())
        raise wrong("date", str(error), hint, meant) from None


def _hint(text: str) -> str:
    """How to write a date of which we cannot tell what was meant."""
    if text.lower() in _NOT_YET:
        return f"leave the field out until you know the date; then write one {_SPELLINGS}"
    readings = [day for day in map(_real, two_readings(text)) if day]
    if readings:
        return "write " + " or ".join(f"`{day}` ({day.words})" for day in readings)
    return f"write a date {_SPELLINGS}"


def _real(spelled: str) -> Date | None:
    try:
        return Date.parse(spelled)
    except ValueError:
        return None


def _meant(text: str) -> Meant | None:
    """The spelling for a date such as `31.12.2026`, where only one day can be meant."""
    day = _real(iso(text) or "")
    return Meant(str(day)) if day else None
