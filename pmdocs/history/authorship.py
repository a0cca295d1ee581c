"""Which places of a text are new, compared with the text at another time."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_WORD = re.compile(r"\w++(?:[.-]\w++)*+|\s++|.", re.DOTALL)


def likeness(one: str, other: str) -> float:
    """How much two texts have in common by their lines: 0 for nothing, 1 for everything."""
    lines = (_LINE.findall(one.replace("\r", "")), _LINE.findall(other.replace("\r", "")))
    return SequenceMatcher(None, *lines).ratio()


def new_stretches(before: str, after: str) -> Iterator[tuple[int, int]]:
    """The offsets of what a text says and the text before did not, from where to where.

    Lines are compared first, and lines that changed word by word.
    """
    old, new = _LINE.findall(before), _LINE.findall(after)
    starts = _starts(new)
    # Nobody's line ends say who wrote a line.
    for a, b, c, d in _changed([x.rstrip("\r\n") for x in old], [x.rstrip("\r\n") for x in new]):
        was, now = "".join(old[a:b]), "".join(new[c:d])
        words = _WORD.findall(now)
        offsets = _starts(words)
        for _, _, e, f in _changed(_WORD.findall(was), words):
            yield starts[c] + offsets[e], starts[c] + offsets[f]


def _changed(old: list[str], new: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """The stretches that differ, as places in the old list and in the new one."""
    first = _common(old, new)
    last = _common(old[first:][::-1], new[first:][::-1])
    was, now = old[first : len(old) - last], new[first : len(new) - last]
    # In a long list the same lines come again and again, and tell nothing about its order.
    for tag, a, b, c, d in SequenceMatcher(None, was, now).get_opcodes():
        if tag in {"replace", "insert"}:
            yield first + a, first + b, first + c, first + d


def _common(old: list[str], new: list[str]) -> int:
    """How many lines or words two lists begin with alike."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((n for n, (one, other) in pairs if one != other), min(len(old), len(new)))


def _starts(pieces: list[str]) -> list[int]:
    found = [0]
    for piece in pieces:
        found.append(found[-1] + len(piece))
    return found
