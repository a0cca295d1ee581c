"""Times and addresses as test runners write them."""

from __future__ import annotations

import datetime as dt
import math
import re

_COMMIT = re.compile(r"[0-9a-fA-F]{7,64}")
_URL = re.compile(r"https?://[^\s/?#]+\S*", re.IGNORECASE)
_FIRST, _LAST = 1970, 2200
_LONGEST = 64
_LONGEST_URL = 2_000


def moment(text: object) -> dt.datetime | None:
    """When something was, from ISO 8601; a time without an offset is taken as UTC."""
    try:
        read = dt.datetime.fromisoformat(str(text).strip()[:_LONGEST]) if text else None
    except ValueError:
        return None
    if read is None or not _FIRST <= read.year <= _LAST:
        return None
    return read if read.tzinfo else read.replace(tzinfo=dt.UTC)


def since_1970(seconds: object, nanoseconds: object = 0) -> dt.datetime | None:
    """When something was, from the seconds since 1970."""
    try:
        count = float(str(seconds)) + float(str(nanoseconds)) / 1e9
        read = dt.datetime.fromtimestamp(count, dt.UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return read if _FIRST <= read.year <= _LAST else None


def duration(text: object) -> float | None:
    """How many seconds something took; Maven writes `1,234.5`."""
    try:
        seconds = float(str(text).replace(",", "")[:_LONGEST])
    except ValueError:
        return None
    return seconds if math.isfinite(seconds) and seconds >= 0 else None


def commit_id(text: object) -> str | None:
    """The id of a commit, if it is one."""
    read = str(text).strip()[: _LONGEST + 1] if text else ""
    return read.lower() if _COMMIT.fullmatch(read) else None


def address(text: object) -> str | None:
    """The address of a page in the web, if it is one."""
    read = str(text).strip() if text else ""
    return read if len(read) <= _LONGEST_URL and _URL.fullmatch(read) else None
