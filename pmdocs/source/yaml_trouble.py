"""The place where the YAML parser gave up, and what surrounds it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.diagnostics import Edit, Finding, Fix, Note

if TYPE_CHECKING:
    from pmdocs.source.node import Node
    from pmdocs.text import Source

_KEY = r"""[ ]*+(?:-[ ]++)*+(?:"[^"\n]*+"|'[^'\n]*+'|[^\s"'#:][^:\n]*+(?::(?!\s)[^:\n]*+)*+)"""
_VALUE = re.compile(_KEY + r":[ \t]++(?=[^\s#])")
_KEYS = re.compile(r"(?:^[ ]*+(?:-[ ]++)*+|[{,][ ]*+)([A-Za-z_][\w-]*+):(?=\s)", re.MULTILINE)
_COMMENT = re.compile(r"[ \t]#")
_BRACKET = re.compile(r"[\[\]{}]")
_NEXT_LINE = re.compile(r"(?:[ \t]*+(?:#[^\r\n]*+)?(?:\r\n?|\n))++(?P<margin>[ ]*+)(?=[^\s#])")
_ANOTHER_KEY = re.compile(r",[ \t]*[\w \"'-]*:(?:[ \t]|$)|,$")
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

    @property
    def keys(self) -> frozenset[str]:
        """The words that stand as a key somewhere in the file."""
        return frozenset(match[1] for match in _KEYS.finditer(self.source.text))

    def indent(self, offset: int) -> int:
        """How many blanks the line of an offset begins with."""
        line = self.line(offset)
        return len(line) - len(line.lstrip())

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
        in_brackets = self.in_brackets(start)
        return (re.split(r"[,\]}]", text, maxsplit=1)[0] if in_brackets else text).rstrip()

    def in_brackets(self, offset: int) -> bool:
        """Whether a bracket is open, or is opened on this line before an offset.

        The parser looks ahead, and may give up before it hands over a bracket.
        """
        before = self.source.text[self.line_start(offset) : offset]
        opened = sum(1 if sign in "[{" else -1 for sign in _BRACKET.findall(before))
        return self.flow or opened > 0

    def finding(
        self,
        start: int,
        end: int,
        message: str,
        hint: str,
        *notes: Note,
        fix: Fix | None = None,
    ) -> Finding:
        """A finding about a stretch of the text."""
        span = self.source.span(start, end)
        return Finding(span, message, hint, notes, code="PM001", fix=fix)

    def instead(self, start: int, end: int, text: str, *, safe: bool = True) -> Fix:
        """The fix that writes a text in place of a stretch."""
        return Fix((Edit(self.source.span(start, end), text),), safe)

    def in_quotes(self, start: int, end: int, text: str, *, safe: bool = True) -> Fix | None:
        """The fix that writes a text in quotes, if the value seems to end in its line."""
        line = self.line(start)
        below = _NEXT_LINE.match(self.source.text, self.line_end(start), self.end)
        margin = len(line) - len(line.lstrip("- "))
        goes_on = below is not None and len(below["margin"]) > margin
        # A bracket further up may make another key of what looks like text.
        unclear = _ANOTHER_KEY.search(self.source.text[start:end])
        if not self.in_brackets(start) and (goes_on or unclear):
            return None
        return self.instead(start, end, whole_in_quotes(text), safe=safe)

    def quote_it(self, start: int, message: str) -> Finding:
        """A finding about a value that has to be put in quotes."""
        value = self.value(start) or self.character
        hint, end = f"put it in quotes: `{in_quotes(value)}`", start + len(value)
        fix = self.in_quotes(start, end, value)
        return self.finding(start, end, message, hint, fix=fix)

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
    return whole_in_quotes(shorten(text))


def whole_in_quotes(text: str) -> str:
    """The text as a quoted YAML value."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def shorten(text: str) -> str:
    """The text, or its beginning when it is long."""
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
