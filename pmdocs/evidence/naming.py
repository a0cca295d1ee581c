"""The ids of criteria in the names of tests: `[US-12.AC-3]`, `US_12_AC_3`."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

_LOCAL = r"[A-Z]{1,8}"


@cache
def _pattern(prefixes: frozenset[str]) -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(prefixes, key=len, reverse=True)))
    bracketed = rf"\[(?P<written>(?:{words})-[0-9]{{1,9}}(?:\.{_LOCAL}-[0-9]{{1,9}})?)\]"
    # In the name of a function there is no hyphen, no point and no bracket; `test_US_12` begins
    # behind an underscore, `testUS_12` behind a small letter.
    joined = (
        rf"(?<![A-Z0-9])(?P<prefix>{words})_(?P<number>[0-9]{{1,9}})"
        rf"(?:_(?P<local>{_LOCAL})_(?P<part>[0-9]{{1,9}}))?(?![0-9])"
    )
    return re.compile(f"{bracketed}|{joined}")


def ids_in(name: str, prefixes: Collection[str]) -> tuple[str, ...]:
    """The ids that the name of a test holds, each once, in their order.

    Only those with one of the prefixes count: `SHA-256` is no id, nor is `UTF_8`.
    An id without brackets counts only with underscores, as names of functions have it.
    """
    if not prefixes:
        return ()
    found = (_written(match) for match in _pattern(frozenset(prefixes)).finditer(name))
    return tuple(dict.fromkeys(found))


def _written(match: re.Match[str]) -> str:
    if match["written"]:
        return match["written"]
    local = f".{match['local']}-{match['part']}" if match["local"] else ""
    return f"{match['prefix']}-{match['number']}{local}"
