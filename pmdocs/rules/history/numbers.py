"""Numbers in running text, and whether a sentence asks for more or for less of something."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

# Not `one`, which mostly stands for a thing that was named before.
_WRITTEN = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "ninety": 90,
    "hundred": 100,
    "thousand": 1000,
}
_NUMBER = re.compile(
    rf"(?<![\w.,-])(\d+(?:[.,]\d+)*|(?:{'|'.join(_WRITTEN)})\b)(%| ?[^\W\d_]+)?", re.IGNORECASE
)
_AT_LEAST = re.compile(
    r"\b(?:at least|more than|no fewer than|no less than|a minimum of)\s*$", re.IGNORECASE
)
_AT_MOST = re.compile(
    r"\b(?:at most|less than|fewer than|no more than|not more than|within|up to|under|below"
    r"|a maximum of)\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text; `words` are the number and its `unit`, `start` its place.

    The unit is the word after the number, or `%`; empty where there is none.
    """

    value: float
    words: str
    unit: str
    start: int
    limit: Literal["at least", "at most", ""]


def numbers(text: str) -> list[Number]:
    """The numbers of a text in their order; parts of words and of ids are none."""
    return [_number(match, text) for match in _NUMBER.finditer(text)]


def weaker(old: str, new: str) -> tuple[Number, Number] | None:
    """The number that asks for less than before, where both texts are else the same.

    Only `at least` with a smaller number and `at most` with a larger one: of others
    nobody can say which of the two is the better promise.
    """
    if _NUMBER.sub(r"#\2", old) != _NUMBER.sub(r"#\2", new):
        return None
    for a, b in zip(numbers(old), numbers(new), strict=True):
        less = (a.limit == "at least" and b.value < a.value) or (
            a.limit == "at most" and b.value > a.value
        )
        if less:
            return a, b
    return None


def _number(match: re.Match[str], text: str) -> Number:
    before = text[: match.start()]
    limit: Literal["at least", "at most", ""] = ""
    if _AT_LEAST.search(before):
        limit = "at least"
    elif _AT_MOST.search(before):
        limit = "at most"
    unit = (match[2] or "").strip()
    return Number(_value(match[1]), match[0].strip(), unit, match.start(), limit)


def _value(written: str) -> float:
    if written.lower() in _WRITTEN:
        return _WRITTEN[written.lower()]
    # `1,500` and `1.500.000` group thousands; `1.5` and `0,75` do not.
    parts = re.split(r"[.,]", written)
    grouped = len(parts) > 1 and parts[0] != "0" and all(len(part) == 3 for part in parts[1:])  # noqa: PLR2004
    if grouped or len(parts) > 2:  # noqa: PLR2004 - one point at most
        return float("".join(parts))
    return float(".".join(parts))
