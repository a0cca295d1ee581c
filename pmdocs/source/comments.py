"""Where comments are in a file, and which lines each of them speaks about.

A `#` inside a text is no comment. Which one is, only a reader of YAML knows: so
the file is read, and what lies in a value is left alone. All of it is linear in
the length of the file.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from pmdocs.source.gherkin import read_feature
from pmdocs.source.markdown import read_markdown
from pmdocs.source.node import Mapping, Node, Scalar, Sequence
from pmdocs.source.prose import comments as html_comments
from pmdocs.source.prose import lines
from pmdocs.source.yaml import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.source.gherkin import Feature
    from pmdocs.source.markdown import Document
    from pmdocs.text import Source

# The first and the last line, both counted in.
Lines: TypeAlias = tuple[int, int]
_MARKS = {"#": (1, 0), "<": (4, 3)}


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment from its first mark to its last, as offsets.

    `alone` says that nothing else stands on its line. `about` are the lines that
    it speaks about: None stands for the whole file, and a stretch without lines
    for nothing at all.
    """

    start: int
    end: int
    alone: bool
    about: Lines | None

    def text(self, source: Source) -> str:
        """What stands between the marks."""
        left, right = _MARKS[source.text[self.start]]
        return source.text[self.start + left : self.end - right]


def comments(source: Source, word: str) -> list[Comment]:
    """The comments of a file that begin with a word; none where the file is not understood."""
    if source.path.endswith(".feature"):
        return list(_in_feature(source, word))
    if not source.path.endswith(".md"):
        node, findings = read_yaml(source, foreign=True)
        return [] if node is None and findings else list(_in_yaml(source, node, word))
    document, findings = read_markdown(source)
    if findings and document.front is None:
        return []
    end = document.front_end
    front = _in_yaml(source, document.front, word, document.front_start, end) if end else ()
    return [
        *(_of_page(comment, document.front, source) for comment in front),
        *_in_prose(document, word),
    ]


def _in_feature(source: Source, word: str) -> Iterator[Comment]:
    """A comment stands alone; it is about the scenario or the step below it, or about all."""
    feature, _ = read_feature(source)
    if feature is None:
        return
    tops = {one.first: one.last for one in feature.scenarios}
    tops |= {step.start: step.end for one in feature.scenarios for step in one.steps}
    starts = sorted(tops)
    for match in re.finditer(rf"(?m)^[ \t]*(#[ \t]*{word}\b[^\r\n]*)", source.text):
        below = bisect_left(starts, match.end())
        about = (1, 0)
        if match.start() < feature.level.title.start:
            yield Comment(*match.span(1), alone=True, about=None)
            continue
        if below < len(starts):
            start = starts[below]
            about = source.position(start).line, source.position(tops[start]).line
        if not _is_quoted(feature, match.start(1)):
            yield Comment(*match.span(1), alone=True, about=about)


def _is_quoted(feature: Feature, offset: int) -> bool:
    """Whether a place is within a text between quotes, below a step."""
    one = next((one for one in feature.scenarios if one.first <= offset < one.last), None)
    text = one.source.text[one.start : offset] if one else ""
    return bool(text.count('"""') % 2 or text.count("```") % 2)


def _of_page(comment: Comment, front: Node | None, source: Source) -> Comment:
    """In front matter a line of its own, or the line of the id, is about the whole page."""
    whole = front is not None and comment.about == _lines_of(source, front)
    if comment.alone or whole:
        return Comment(comment.start, comment.end, comment.alone, None)
    return comment


def _in_yaml(
    source: Source, root: Node | None, word: str, start: int = 0, end: int | None = None
) -> Iterator[Comment]:
    found = _Outline(source, root)
    # After a space, or at the beginning of a line: elsewhere `#` is a letter like any other.
    mark = re.compile(rf"(?:(?<=[ \t\r\n\ufeff])|(?<![\s\S]))#[ \t]*{word}\b[^\r\n]*")
    for match in mark.finditer(source.text, start, len(source.text) if end is None else end):
        if not found.is_text(match.start()):
            alone = _is_alone(source, match.start(), match.end())
            about = found.below(match.end()) if alone else found.beside(match.start())
            yield Comment(match.start(), match.end(), alone, about)


def _is_alone(source: Source, start: int, end: int) -> bool:
    row = source.position(start).line
    before = source.text[source.offset(source.position(start)._replace(column=1)) : start]
    after = source.line(row)[source.position(start).column - 1 + end - start :]
    return not before.strip(" \t\ufeff") and not after.strip()


class _Outline:
    """What begins where in a YAML text."""

    def __init__(self, source: Source, root: Node | None) -> None:
        self._source = source
        # Each value and name as a stretch, in the order of the text.
        self._texts: list[tuple[int, int]] = []
        # The end of the longest thing that begins at an offset.
        self._ends: dict[int, int] = {}
        # The lines that belong to what begins, or ends, on a line.
        self._beside: dict[int, Lines] = {}
        stack: list[Node] = [root] if root is not None else []
        while stack:
            node = stack.pop()
            if isinstance(node, Scalar):
                self._texts.append((node.start, node.end))
                self._begins(node.start, node.end)
            elif isinstance(node, Sequence):
                stack += node.items
            else:
                self._named(node)
                stack += node.entries.values()
        self._texts.sort()
        self._starts = sorted(self._ends)

    def _named(self, node: Mapping) -> None:
        self._begins(node.start, node.end)
        for name, value in node.entries.items():
            key = node.keys[name]
            self._texts.append((key.start, key.end))
            self._begins(key.start, value.end)
            lines = first, last = self._lines(key.start, max(key.end, value.end))
            self._belongs(first, lines)
            if isinstance(value, Scalar) and last > first:
                self._belongs(last, lines)
            if name == "id":
                self._belongs(first, self._lines(node.start, node.end))

    def _begins(self, start: int, end: int) -> None:
        self._ends[start] = max(self._ends.get(start, end), end)

    def _belongs(self, line: int, lines: Lines) -> None:
        known = self._beside.get(line, lines)
        self._beside[line] = (min(known[0], lines[0]), max(known[1], lines[1]))

    def _lines(self, start: int, end: int) -> Lines:
        return self._source.position(start).line, self._source.position(end).line

    def is_text(self, offset: int) -> bool:
        """Whether a place is inside a value or a name, and not in the head of a block."""
        at = bisect_right(self._texts, (offset, len(self._source.text))) - 1
        if at < 0 or offset >= self._texts[at][1]:
            return False
        start, text = self._texts[at][0], self._source.text
        is_block = text[start] in "|>"
        return not is_block or "\n" in text[start:offset] or "\r" in text[start:offset]

    def beside(self, offset: int) -> Lines:
        """The lines that a comment at the end of a line is about."""
        line = self._source.position(offset).line
        return self._beside.get(line, (line, line))

    def below(self, offset: int) -> Lines:
        """The lines that a comment on a line of its own is about: what begins next."""
        at = bisect_left(self._starts, offset)
        if at == len(self._starts):
            return (1, 0)
        start = self._starts[at]
        return self._lines(start, self._ends[start])


def _lines_of(source: Source, node: Node) -> Lines:
    return source.position(node.start).line, source.position(node.end).line


def _in_prose(document: Document, word: str) -> Iterator[Comment]:
    source, text = document.source, document.source.text
    found = html_comments(text, document.body_start, len(text))
    if not found:
        return
    headings = {
        source.position(section.start).line: source.position(section.body_end).line
        for section in document.sections
    }
    ends = _paragraphs(source)
    for begin, end in found:
        if not text[begin + 4 : end].lstrip().startswith(word):
            continue
        first, last = source.position(begin), source.position(end)
        before = source.line(first.line)[: first.column - 1]
        after = source.line(last.line)[last.column - 1 :]
        alone = not before.strip() and not after.strip()
        about = (first.line, last.line)
        if alone:
            about = _next_block(last.line, ends, headings)
        yield Comment(begin, end, alone, about)


def _paragraphs(source: Source) -> list[int]:
    """For each line, counted from 0, the last line of the paragraph it is in; 0 for a blank one."""
    rows = [source.text[start:end].strip() for start, end in lines(source.text)]
    ends = [0] * len(rows)
    for index in range(len(rows) - 1, -1, -1):
        if rows[index]:
            following = ends[index + 1] if index + 1 < len(rows) else 0
            ends[index] = following or index + 1
    return ends


def _next_block(line: int, ends: list[int], headings: dict[int, int]) -> Lines:
    while line < len(ends) and not ends[line]:
        line += 1
    if line >= len(ends):
        return (1, 0)
    first = line + 1
    return first, headings.get(first, ends[line])
