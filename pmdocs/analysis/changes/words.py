"""Two texts side by side: how alike they are, and which words differ."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_MOST = 4_000
_ALIKE = 0.5
Sort: TypeAlias = Literal["same", "gone", "new"]


@dataclass(frozen=True, slots=True)
class Run:
    """Some words that are in both texts, only in the old one, or only in the new one."""

    sort: Sort
    text: str


def word_diff(old: str, new: str) -> tuple[Run, ...]:
    """The words of two texts in one row; texts of many pages are told as a whole."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    if len(before) + len(after) > _MOST:
        return tuple(run for run in (Run("gone", old), Run("new", new)) if run.text)
    return tuple(_runs(before, after))


def _runs(old: Sequence[str], new: Sequence[str]) -> Iterator[Run]:
    for sort, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if sort == "equal":
            yield Run("same", "".join(old[a:b]))
            continue
        if a < b:
            yield Run("gone", "".join(old[a:b]))
        if c < d:
            yield Run("new", "".join(new[c:d]))


def pairs(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The places of texts that are the same or much alike, the most alike first.

    Each text has at most one partner.
    """
    scores = sorted(
        ((-_likeness(a, b), i, j) for i, a in enumerate(old) for j, b in enumerate(new)),
    )
    found: dict[int, int] = {}
    for score, i, j in scores:
        if -score >= _ALIKE and i not in found and j not in found.values():
            found[i] = j
    return sorted(found.items())


def _likeness(one: str, other: str) -> float:
    if one == other:
        return 2.0
    a, b = one.lower().split(), other.lower().split()
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _ALIKE else 0.0
