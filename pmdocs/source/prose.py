"""Which characters of a Markdown text are prose.

What is not (code, comments) is replaced by blanks, so that every other
character keeps its place and simple patterns can do the rest. All of it is
linear in the length of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_Stretch: TypeAlias = tuple[int, int]

_LINE = re.compile(r"[^\r\n]++|(?:\r\n?|\n)")
_SUSPECT = re.compile(r"`{3}|~{3}|<!--|(?:^|[\r\n])[ ]{0,3}+(?:[ ]|\t)")
_FENCE = re.compile(r"[ \t>]*+(?:(?:[-*+]|[0-9]{1,9}[.)])[ \t]++)*+(?P<marks>`{3,}+(?!.*`)|~{3,}+)")
_CLOSING = re.compile(r"[ \t>]*+(?P<marks>`{3,}+|~{3,}+)[ \t]*+")
_CONTAINER = re.compile(r"[ \t]*+(?:[-*+:]|[0-9]{1,9}[.)]|\[\^[^\]]*+\]:|!!!|\?\?\?\+?|===)[ \t]")
_SHOWN = re.compile(r"[^\r\n]")
_CODE_SPAN = re.compile(r"(?<!\\)(?P<marks>`++)[^`]++(?P=marks)(?!`)")
_RUN = re.compile(r"`++")
_BOUNDARY = re.compile(r"[\r\n][ \t]*+(?:[\r\n]|(?:[-*+]|[0-9]{1,9}[.)])[ \t]|[|>#])")
_TAB = 4


def lines(text: str) -> list[_Stretch]:
    """Where each line begins and ends, without its line break."""
    found: list[_Stretch] = []
    open_line = True
    for match in _LINE.finditer(text):
        if match[0][0] not in "\r\n":
            found.append(match.span())
            open_line = False
            continue
        if open_line:
            found.append((match.start(), match.start()))
        open_line = True
    return found


def columns(line: str) -> int:
    """How many columns a line is indented by; a tab goes to the next multiple of four."""
    if line[:1] not in (" ", "\t"):
        return 0
    indent = line[: len(line) - len(line.lstrip(" \t"))]
    return len(indent.expandtabs(_TAB))


def without_blocks(text: str, start: int, end: int) -> str:
    """A stretch of text with blanks for code blocks and comments."""
    stretch = text[start:end]
    if not _SUSPECT.search(stretch):
        return stretch
    rows = lines(stretch)
    shown = _blank(stretch, _fences_and_comments(stretch, rows))
    mid_line = start > 0 and text[start - 1] not in "\r\n"
    return _blank(shown, _indented(shown, rows, mid_line=mid_line))


def without_code(text: str, start: int, end: int) -> str:
    """A stretch of text with blanks for code blocks, comments and code spans."""
    stretch = without_blocks(text, start, end)
    return _blank(stretch, _spans(stretch)) if "`" in stretch else stretch


def fences(text: str, start: int, end: int) -> list[_Stretch]:
    """Where the fenced blocks of code are, from one line of marks to the other."""
    stretch = text[start:end]
    if "```" not in stretch and "~~~" not in stretch:
        return []
    hidden = _fences_and_comments(stretch, lines(stretch))
    return [(start + a, start + b) for a, b in hidden if _FENCE.match(stretch, a)]


def comments(text: str, start: int, end: int) -> list[_Stretch]:
    """Where the comments are that nobody sees on the page, from `<!--` to `-->`."""
    stretch = text[start:end]
    if "<!--" not in stretch:
        return []
    rows = lines(stretch)
    code = list(_indented(stretch, rows, mid_line=False))
    starts = [first for first, _ in code]
    found = [s for s in _fences_and_comments(stretch, rows) if stretch.startswith("<!--", s[0])]
    shown = (bisect_right(starts, first) - 1 for first, _ in found)
    return [
        (start + first, start + last)
        for (first, last), at in zip(found, shown, strict=True)
        if at < 0 or first >= code[at][1]
    ]


def _blank(text: str, hidden: Iterable[_Stretch]) -> str:
    pieces: list[str] = []
    done = 0
    for start, end in hidden:
        pieces += text[done:start], _SHOWN.sub(" ", text[start:end])
        done = end
    return "".join([*pieces, text[done:]]) if pieces else text


def _fences_and_comments(text: str, rows: list[_Stretch]) -> list[_Stretch]:
    fences = _Fences(text, rows)
    starts = [start for start, _ in rows]
    hidden: list[_Stretch] = []
    row, start, commented = 0, 0, "<!--" in text
    while row < len(rows):
        start, end = max(start, rows[row][0]), rows[row][1]
        closing = fences.closing(row, start)
        if closing is not None:
            hidden.append((start, rows[closing][1]))
            row = closing + 1
            continue
        at = _comment(text, start, end) if commented else None
        close = -1 if at is None else text.find("-->", at + 4)
        if at is None or close < 0:
            commented = commented and at is None
            row += 1
            continue
        hidden.append((at, close + 3))
        start, row = close + 3, bisect_right(starts, close) - 1
    return hidden


def _comment(text: str, start: int, end: int) -> int | None:
    """Where a comment begins in a line, unless that is shown as code."""
    if text.find("<!--", start, end) < 0:
        return None
    shown = _CODE_SPAN.sub(lambda match: " " * len(match[0]), text[start:end])
    at = shown.find("<!--")
    return None if at < 0 else start + at


@dataclass(slots=True)
class _Marks:
    """A line of backticks or tildes that can close a block."""

    row: int
    length: int


class _Fences:
    """The lines that can close a block of code, in their order."""

    __slots__ = ("_closings", "_rows", "_text", "_unclosed")

    def __init__(self, text: str, rows: list[_Stretch]) -> None:
        self._text = text
        self._rows = rows
        self._closings: dict[str, list[_Marks]] = {"`": [], "~": []}
        # The shortest opening that is known to have no end further down.
        self._unclosed = {"`": len(text) + 1, "~": len(text) + 1}
        if "```" in text or "~~~" in text:
            self._collect()

    def _collect(self) -> None:
        for row, (start, end) in enumerate(self._rows):
            match = _CLOSING.fullmatch(self._text, start, end)
            if match:
                marks = match["marks"]
                self._closings[marks[0]].append(_Marks(row, len(marks)))

    def closing(self, row: int, start: int) -> int | None:
        """The row that ends the block of code opened in this row, if one is."""
        match = _FENCE.match(self._text, start, self._rows[row][1])
        if match is None:
            return None
        kind, length = match["marks"][0], len(match["marks"])
        if length >= self._unclosed[kind]:
            return None
        closings = self._closings[kind]
        first = bisect_right(closings, row, key=lambda marks: marks.row)
        for index in range(first, len(closings)):
            if closings[index].length >= length:
                return closings[index].row
        self._unclosed[kind] = length
        return None


def _indented(text: str, rows: list[_Stretch], *, mid_line: bool) -> Iterator[_Stretch]:
    """The lines that are code because they are indented by four columns.

    Below a list item or an admonition such lines are its text; code in there
    is not looked for.
    """
    base = _base(text, rows[1:] if mid_line else rows)
    within, after_blank, after_code = False, not mid_line, False
    for index, (start, end) in enumerate(rows):
        line = text[start:end]
        if not line.strip():
            after_blank = True
            continue
        indent = 0 if mid_line and index == 0 else columns(line) - base
        after_code = indent >= _TAB and not within and (after_blank or after_code)
        if after_code:
            yield start, end
        elif indent < _TAB:
            within = bool(_CONTAINER.match(line)) or (within and not after_blank)
        after_blank = False


def _base(text: str, rows: list[_Stretch]) -> int:
    indents = (columns(text[start:end]) for start, end in rows if text[start:end].strip())
    return min(indents, default=0)


def _spans(text: str) -> list[_Stretch]:
    """Where code spans are: from a run of backticks to the next one of equal length."""
    runs = [match.span() for match in _RUN.finditer(text)]
    runs = [(start + _escaped(text, start), end) for start, end in runs]
    following = _following(text, runs)
    found: list[_Stretch] = []
    index = 0
    while index < len(runs):
        partner = following[index]
        if partner is None:
            index += 1
            continue
        found.append((runs[index][0], runs[partner][1]))
        index = partner + 1
    return found


def _escaped(text: str, start: int) -> int:
    before = start
    while before > 0 and text[before - 1] == "\\":
        before -= 1
    return (start - before) % 2


def _following(text: str, runs: list[_Stretch]) -> list[int | None]:
    """For each run, the next one of the same length in the same block."""
    boundaries = [match.start() for match in _BOUNDARY.finditer(text)]
    found: list[int | None] = [None] * len(runs)
    latest: dict[tuple[int, int], int] = {}
    for index in range(len(runs) - 1, -1, -1):
        start, end = runs[index]
        key = (bisect_right(boundaries, start), end - start)
        found[index] = latest.get(key) if end > start else None
        latest[key] = index
    return found
