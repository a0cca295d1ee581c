"""Places in the files people write."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

_LINE_BREAK = re.compile(r"\r\n|\n|\r")


class Position(NamedTuple):
    """A line and a column, both counted from 1 in characters, as editors do."""

    line: int
    column: int


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one file, up to but not including `end`.

    `path` is relative to the project's root and uses `/` on every system.
    """

    path: str
    start: Position
    end: Position

    def __str__(self) -> str:
        """Write the place as `path:line:column`, which editors make a link of."""
        return f"{self.path}:{self.start.line}:{self.start.column}"


@dataclass(frozen=True)
class Source:
    """The text of one file, under the name people know it by.

    Everything else in pmdocs keeps character offsets into `text`; a source
    turns them into lines and columns when somebody asks.
    """

    path: str
    text: str = field(repr=False)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_BREAK.finditer(self.text))]

    def position(self, offset: int) -> Position:
        """The line and column of a character offset."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def span(self, start: int, end: int) -> Span:
        """The stretch between two character offsets."""
        return Span(self.path, self.position(start), self.position(end))

    def offset(self, position: Position) -> int:
        """The character offset of a line and column."""
        return self._starts[position.line - 1] + position.column - 1

    def line(self, number: int) -> str:
        """The text of a line without its line break, empty past the end."""
        if not 1 <= number <= len(self._starts):
            return ""
        tail = self._starts[number] if number < len(self._starts) else len(self.text)
        return self.text[self._starts[number - 1] : tail].rstrip("\r\n")

    @property
    def start(self) -> Span:
        """The empty stretch before the first character."""
        return self.span(0, 0)
