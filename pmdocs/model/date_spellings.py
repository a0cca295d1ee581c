"""The ways in which people write dates, beside the one that is read."""

from __future__ import annotations

import re

_MONTHS_IN_A_YEAR = 12
_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_SHORTEST = 3
# The German names that are not spelled as the English ones begin.
_OTHER_NAMES = {
    "januar": 1,
    "jän": 1,
    "jänner": 1,
    "februar": 2,
    "märz": 3,
    "mär": 3,
    "mrz": 3,
    "maerz": 3,
    "mai": 5,
    "juni": 6,
    "juli": 7,
    "oktober": 10,
    "okt": 10,
    "dezember": 12,
    "dez": 12,
}
_YEAR = r"(?P<year>[0-9]{4})"
_DAY = r"(?P<day>[0-9]{1,2})"
_MONTH = r"(?P<month>[0-9]{1,2})"
_NAME = r"(?P<name>[^\W\d_]{3,9})\.?"
_NUMBERED = r"(?P<part>[QqHh])(?P<number>[1-4])"
_BOTH = r"(?P<one>[0-9]{1,2})(?P<sign>[-./])(?P<two>[0-9]{1,2})(?P=sign)(?P<year>[0-9]{4})"
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        # Eight digits in a row, from a year that somebody plans or looks back to.
        r"(?P<year>(?:19|20)[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})",
        rf"{_YEAR}(?P<sign>[-./]){_MONTH}(?P=sign){_DAY}",
        _BOTH,
        rf"{_YEAR}[-./]{_MONTH}",
        rf"{_MONTH}[-./]{_YEAR}",
        rf"{_YEAR}[ ./-]?{_NUMBERED}",
        rf"{_NUMBERED}[ ./-]?{_YEAR}",
        rf"{_NAME}[ -]{_YEAR}",
        rf"{_DAY}(?:st|nd|rd|th|\.)?(?:[ -]|(?<=\.)){_NAME},?[ -]{_YEAR}",
        rf"{_NAME} {_DAY}(?:st|nd|rd|th)?,? {_YEAR}",
    )
)


def iso(text: str) -> str | None:
    """The date as we write it, `2026-12-31` or `2027-Q1`, where only one can be meant.

    Whether the calendar has that day is not looked at.
    """
    text = text.strip()
    match = next((m for shape in _SHAPES if (m := shape.fullmatch(text))), None)
    return _written(match.groupdict()) if match else None


def two_readings(text: str) -> tuple[str, ...]:
    """Both dates that `3/4/2027` may mean, the one with the day first before the other.

    Empty where it has one reading, or none.
    """
    match = re.fullmatch(_BOTH, text.strip())
    if match is None or iso(text):
        return ()
    one, two = int(match["one"]), int(match["two"])
    return tuple(f"{match['year']}-{month:02}-{day:02}" for day, month in ((one, two), (two, one)))


def _written(found: dict[str, str]) -> str | None:
    year, day = found["year"], found.get("day")
    if "part" in found:
        return f"{year}-{found['part'].upper()}{found['number']}"
    if "one" in found:
        return _day_and_month(year, found)
    month = _named(found["name"]) if "name" in found else int(found["month"])
    if not month:
        return None
    return f"{year}-{month:02}-{int(day):02}" if day else f"{year}-{month:02}"


def _day_and_month(year: str, found: dict[str, str]) -> str | None:
    """The day of `31.12.2026`, `31/12/2026` or `12/31/2026`, but not of `3/4/2027`.

    With points the day comes first wherever dates are written so.
    """
    one, two = int(found["one"]), int(found["two"])
    if found["sign"] == "." or one > _MONTHS_IN_A_YEAR or one == two:
        return f"{year}-{two:02}-{one:02}"
    return f"{year}-{one:02}-{two:02}" if two > _MONTHS_IN_A_YEAR else None


def _named(name: str) -> int:
    """The number of a month by its English or German name, 0 if it is none."""
    word = "sep" if name.lower() == "sept" else name.lower()
    fitting = (n for n, month in enumerate(_MONTHS, 1) if word in (month, month[:_SHORTEST]))
    return next(fitting, _OTHER_NAMES.get(word, 0))
