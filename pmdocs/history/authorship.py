"""Which places of a text are new, compared with the text at another time."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_WORD = re.compile(r"[\w.-]++|\s++|.", re.DOTALL)


def likeness(one: str, other: str) -> float:
    """How much two texts have in common by their lines: 0 for nothing, 1 for everything."""
    lines = (_LINE.findall(one.replace("\r", "")), _LINE.findall(other.replace("\r", "")))
    return SequenceMatcher(None, *lines, autojunk=False).ratio()


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
    for tag, *places in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag in {"replace", "insert"}:
            a, b, c, d = places
            yield a, b, c, d


def _starts(pieces: list[str]) -> list[int]:
    found = [0]
    for piece in pieces:
        found.append(found[-1] + len(piece))
    return found
