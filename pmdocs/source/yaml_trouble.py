"""The place where the YAML parser gave up, and what surrounds it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.diagnostics import Finding, Note

if TYPE_CHECKING:
    from pmdocs.source.node import Node
    from pmdocs.text import Source

_KEY = r"""[ ]*+(?:-[ ]++)*+(?:"[^"\n]*+"|'[^'\n]*+'|[^\s"'#:][^:\n]*+(?::(?!\s)[^:\n]*+)*+)"""
_VALUE = re.compile(_KEY + r":[ \t]++(?=[^\s#])")
_COMMENT = re.compile(r"[ \t]#")
_BRACKET = re.compile(r"[\[\]{}]")
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Trouble:
    """Where and why the parser gave up; all places are offsets into the source.

    `start` and `end` bound the YAML text, `last` is the node that was read
    last, `level` how many lists and maps are still open, and `bracket` the
    innermost bracket among them.
    """

    source: Source
    start: int
    end: int
    at: int
    context_at: int | None
    problem: str
    context: str
    last: Node | None
    level: int
    bracket: int | None

    @property
    def flow(self) -> bool:
        """Whether a bracket is open."""
        return self.bracket is not None

    def deeper_than(self, deepest: int) -> int:
        """The bracket that is nested too deep, for a parser that gave up before it came to it.

        Newer parsers count brackets while they look ahead, and tell of the
        thousandth before they hand over the first.
        """
        level = self.level
        start = self.start if self.last is None else self.last.end
        for match in _BRACKET.finditer(
            self.source.text, max(start, (self.bracket or -1) + 1), self.at
        ):
            level += 1 if match[0] in "[{" else -1
            if level > deepest:
                return match.start()
        return self.at

    @property
    def character(self) -> str:
        """The character the parser stumbled on, empty at the end of the text."""
        return self.source.text[self.at : self.end][:1]

    def line_start(self, offset: int) -> int:
        """Where the line of an offset begins."""
        text = self.source.text
        return max(self.start, text.rfind("\n", 0, offset) + 1, text.rfind("\r", 0, offset) + 1)

    def line_end(self, offset: int) -> int:
        """Where the line of an offset ends, without blanks."""
        text = self.source.text
        found = text.find("\n", offset, self.end)
        return offset + len(text[offset : self.end if found < 0 else found].rstrip())

    def line(self, offset: int) -> str:
        """The line of an offset."""
        start = self.line_start(offset)
        return self.source.text[start : self.line_end(start)]

    def value(self, start: int) -> str:
        """What was meant as a value: up to a comment, or a bracket's next part."""
        text = _COMMENT.split(self.source.text[start : self.line_end(start)], maxsplit=1)[0]
        return (re.split(r"[,\]}]", text, maxsplit=1)[0] if self.flow else text).rstrip()

    def finding(self, start: int, end: int, message: str, hint: str, *notes: Note) -> Finding:
        """A finding about a stretch of the text."""
        return Finding(self.source.span(start, end), message, hint, notes, code="PM001")

    def quote_it(self, start: int, message: str) -> Finding:
        """A finding about a value that has to be put in quotes."""
        value = self.value(start) or self.character
        hint = f"put it in quotes: `{in_quotes(value)}`"
        return self.finding(start, start + len(value), message, hint)

    def value_start(self, offset: int) -> int | None:
        """Where the value begins in the line of an offset, if there is a key before it."""
        match = _VALUE.match(self.source.text, self.line_start(offset), self.end)
        return match.end() if match else None

    def line_above(self, offset: int) -> int | None:
        """The first character of the nearest line above that is not blank or a comment."""
        start = self.line_start(offset)
        while start > self.start:
            start = self.line_start(start - 1)
            line = self.line(start).lstrip()
            if line and not line.startswith("#"):
                return start + len(self.line(start)) - len(line)
        return None


def in_quotes(text: str) -> str:
    """The text as a quoted YAML value, shortened when it is long."""
    text = shorten(text)
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def shorten(text: str) -> str:
    """The text, or its beginning when it is long."""
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
