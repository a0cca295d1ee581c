"""Money, effort and shares: numbers that carry their unit."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Annotated, TypeAlias

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

from pmdocs.model.wrong import said, wrong
from pmdocs.source.scalars import resolve

_MONEY = re.compile(r"([\d.,]+) ?([A-Z]{3})|([A-Z]{3}) ?([\d.,]+)")
_MOST_DIGITS = 30
_GROUPED = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?")
_EFFORT = re.compile(r"(\d+(?:\.\d+)?) ?(h|d|w|m)[a-z]*")
_HOURS = {"h": 1, "d": 8, "w": 40, "m": 160}


@dataclass(frozen=True, slots=True)
class Money:
    """An amount of one currency (a code of ISO 4217)."""

    amount: Decimal
    currency: str

    def __str__(self) -> str:
        """Write it as `12,500 EUR`."""
        return f"{self.amount:,f} {self.currency}"


@dataclass(frozen=True, slots=True, order=True)
class Effort:
    """An amount of work in hours; a day is 8 hours, a week 40, a month 160."""

    hours: float
    text: str = field(compare=False)

    def __str__(self) -> str:
        """Write it as it was written."""
        return self.text


@dataclass(frozen=True, slots=True, order=True)
class Percent:
    """A share, from 0 to 100."""

    value: float

    def __str__(self) -> str:
        """Write it as `40%`."""
        return f"{self.value:g}%"


def read_money(value: object) -> Money:
    """Read `12500 EUR`, `12,500.50 EUR` or `EUR 12500`."""
    match = value if isinstance(value, Money) else _MONEY.fullmatch(str(value).strip())
    if isinstance(match, Money):
        return match
    if not match:
        raise wrong("money", f"{said(value)} is not an amount of money", "write `12500 EUR`")
    return Money(read_amount(match[1] or match[4]), match[2] or match[3])


def read_amount(value: object) -> Decimal:
    """Read a decimal number exactly; commas may group thousands."""
    text = str(value).strip()
    try:
        amount = Decimal(text.replace(",", "") if _GROUPED.fullmatch(text) else text)
    except InvalidOperation:
        amount = Decimal("NaN")
    # Written out, `1e99999999` would fill the memory.
    if not amount.is_finite() or abs(amount.adjusted()) > _MOST_DIGITS:
        raise wrong("number", f"{said(value)} is not an amount", "write digits alone: `12500.50`")
    return amount


def read_effort(value: object) -> Effort:
    """Read a number with a unit: hours, days, weeks or months."""
    if isinstance(value, Effort):
        return value
    match = _EFFORT.fullmatch(str(value).strip())
    if not match:
        hint = "write a number and a unit: `6h`, `3d`, `2w` or `1.5m` (months)"
        raise wrong("effort", f"{said(value)} is not an amount of work", hint)
    return Effort(float(match[1]) * _HOURS[match[2]], str(value).strip())


def read_percent(value: object) -> Percent:
    """Read `40%` or `40`."""
    if isinstance(value, Percent):
        return value
    number = resolve(str(value).strip().removesuffix("%").strip())
    if isinstance(number, bool) or not isinstance(number, int | float):
        raise wrong("percent", f"{said(value)} is not a percentage", "write `40%`")
    if not 0 <= number <= 100:  # noqa: PLR2004 - per cent
        raise wrong("percent", f"{said(value)} is not between 0% and 100%", "write `40%`")
    return Percent(number)


_AS_TEXT = PlainSerializer(str, return_type=str)


def _text_like(example: str) -> WithJsonSchema:
    return WithJsonSchema({"type": ["string", "number"], "examples": [example]})


MoneyField: TypeAlias = Annotated[
    Money, PlainValidator(read_money), _AS_TEXT, _text_like("12500 EUR")
]
EffortField: TypeAlias = Annotated[Effort, PlainValidator(read_effort), _AS_TEXT, _text_like("3d")]
PercentField: TypeAlias = Annotated[
    Percent, PlainValidator(read_percent), _AS_TEXT, _text_like("40%")
]
Amount: TypeAlias = Annotated[Decimal, PlainValidator(read_amount), _AS_TEXT, _text_like("12500")]
