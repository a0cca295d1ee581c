"""Money, effort and shares: numbers that carry their unit."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Annotated, TypeAlias

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

from pmdocs.model.wrong import Meant, said, wrong
from pmdocs.source.scalars import resolve

_MONEY = re.compile(r"([\d.,]+) ?([A-Z]{3})|([A-Z]{3}) ?([\d.,]+)")
_MOST_DIGITS = 30
_GROUPED = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?")
# `120.000` is a hundred and twenty thousand in half of Europe, and 120 elsewhere.
_UNCLEAR = re.compile(r"-?[0-9]{1,3}\.[0-9]{3}")
# With points for the thousands, and perhaps a comma: `1.250.000`, `12.500,50`.
_WITH_POINTS = re.compile(r"(?:[0-9]{1,3}(?:\.[0-9]{3}){2,}|[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]{1,2})")
_WITH_COMMA = re.compile(r"[0-9]+,[0-9]{1,2}")
_NUMBER = r"([0-9]+(?:[.,][0-9]+)?)"
_WORDS = r"(?:(?P<h>h|hrs?|hours?)|(?P<d>d|days?)|(?P<w>w|wks?|weeks?)|(?P<m>m|months?))"
# Whole words, because `3 minutes` are not three months.
_EFFORT = re.compile(rf"(\d+(?:\.\d+)?) ?{_WORDS}")
_SLIPPED_EFFORT = re.compile(rf"{_NUMBER}\s*{_WORDS}", re.IGNORECASE)
_SLIPPED_PERCENT = re.compile(rf"{_NUMBER}\s*(?:%|percent|per cent|pct)?", re.IGNORECASE)
_SURE_AMOUNT = r"[0-9]+(?:\.[0-9]{1,2})?|[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,2})?"
_CURRENCY = r"[A-Za-z]{3}|[€£]"
_SLIPPED_MONEY = re.compile(
    rf"(?P<before>{_CURRENCY})?\s*(?P<amount>{_SURE_AMOUNT})\s*(?P<after>{_CURRENCY})?"
)
# Signs that stand for one currency, as `$` does not.
_CURRENCIES = {"€": "EUR", "£": "GBP"}
HOURS_A_DAY = 8
_HOURS = {"h": 1, "d": HOURS_A_DAY, "w": 40, "m": 160}


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
        meant = _money_meant(str(value))
        example = "write an amount and the letters of its currency, such as `12500 EUR`"
        hint = f"write `{meant.text}`" if meant else example
        raise wrong("money", f"{said(value)} is not an amount of money", hint, meant)
    number, currency = match[1] or match[4], match[2] or match[3]
    return Money(_amount(number, f" {currency}"), currency)


def read_amount(value: object) -> Decimal:
    """Read a decimal number exactly; commas may group thousands."""
    return _amount(str(value).strip(), "")


def _amount(text: str, unit: str) -> Decimal:
    """Read the digits of an amount, whose unit a hint writes behind them."""
    if _UNCLEAR.fullmatch(text):
        whole, part = text.replace(".", ""), text.partition(".")[0]
        message = f"{said(text + unit)} may be {int(whole):,} or {part}"
        raise wrong("number", message, f"write `{whole}{unit}` or `{part}{unit}`")
    try:
        amount = Decimal(text.replace(",", "") if _GROUPED.fullmatch(text) else text)
    except InvalidOperation:
        amount = Decimal("NaN")
    # Written out, `1e99999999` would fill the memory.
    if not amount.is_finite() or abs(amount.adjusted()) > _MOST_DIGITS:
        plain = _with_a_point(text)
        meant = Meant(plain + unit) if plain else None
        hint = f"write `{meant.text}`" if meant else "write digits alone, such as `12500.50`"
        raise wrong("number", f"{said(text + unit)} is not an amount", hint, meant)
    return amount


def _with_a_point(text: str) -> str | None:
    """An amount whose thousands have points, or whose cents follow a comma, as it is read."""
    if _WITH_POINTS.fullmatch(text) or _WITH_COMMA.fullmatch(text):
        return text.replace(".", "").replace(",", ".")
    return None


def read_effort(value: object) -> Effort:
    """Read a number with a unit: hours, days, weeks or months."""
    if isinstance(value, Effort):
        return value
    match = _EFFORT.fullmatch(str(value).strip())
    if not match:
        slip = _SLIPPED_EFFORT.fullmatch(str(value).strip())
        meant = Meant(f"{slip[1].replace(',', '.')}{slip.lastgroup}") if slip else None
        units = "write a number and a unit, such as `6h`, `3d`, `2w` or `1.5m` (months)"
        hint = f"write `{meant.text}`" if meant else units
        raise wrong("effort", f"{said(value)} is not an amount of work", hint, meant)
    return Effort(float(match[1]) * _HOURS[match.lastgroup or "h"], str(value).strip())


def read_percent(value: object) -> Percent:
    """Read `40%` or `40`."""
    if isinstance(value, Percent):
        return value
    number = resolve(str(value).strip().removesuffix("%").strip())
    if isinstance(number, bool) or not isinstance(number, int | float):
        slip = _SLIPPED_PERCENT.fullmatch(str(value).strip())
        meant = Meant(f"{slip[1].replace(',', '.')}%") if slip else None
        hint = f"write `{meant.text}`" if meant else "write a share, such as `40%`"
        raise wrong("percent", f"{said(value)} is not a percentage", hint, meant)
    if not 0 <= number <= 100:  # noqa: PLR2004 - per cent
        raise wrong(
            "percent", f"{said(value)} is not between 0% and 100%", "write a share, such as `40%`"
        )
    return Percent(number)


def _money_meant(text: str) -> Meant | None:
    """The amount that `€ 12500` or `12500 eur` means, where its currency is sure."""
    match = _SLIPPED_MONEY.fullmatch(text.strip())
    if not match or bool(match["before"]) == bool(match["after"]):
        return None
    word = match["before"] or match["after"]
    currency = _CURRENCIES.get(word, word.upper())
    meant = f"{match['amount']} {currency}"
    # Any three letters look like a currency, and not all of them are one.
    return Meant(meant, safe=word in _CURRENCIES) if _MONEY.fullmatch(meant) else None


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
