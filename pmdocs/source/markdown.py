"""Markdown text becomes front matter, sections and list items that know their places."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.diagnostics import Edit, Finding, Fix
from pmdocs.source.conflict import in_markdown
from pmdocs.source.markdown_weight import too_heavy
from pmdocs.source.prose import columns, lines, without_blocks
from pmdocs.source.references import Reference, references
from pmdocs.source.yaml import read_yaml

if TYPE_CHECKING:
    from pmdocs.source.node import Node
    from pmdocs.text import Source

__all__ = [
    "Document",
    "Entry",
    "Reference",
    "Section",
    "entries",
    "paragraphs_text",
    "read_markdown",
    "references",
    "too_heavy",
]

_OPENING = re.compile(r"\ufeff?---[ \t]*+(?:\r\n?|\n)")
# MkDocs reads front matter on the first line only.
_EMPTY_LINES = re.compile(r"\ufeff?(?:[ \t]*(?:\r\n?|\n))+(?=---)")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*+(?:\r\n?|\n|\Z)", re.MULTILINE)
_KEY = re.compile(r"""["']?[A-Za-z_][\w -]*+["']?:(?:[ \t\r]|$)""")
_ATX = re.compile(r"[ ]{0,3}+(?P<marks>#{1,6}+)(?!#)[ \t]*+")
_UNDERLINE = re.compile(r"(?:=++|-++)[ \t]*+")
_NO_TITLE = re.compile(r"[ ]{4}|\t|[ ]*+(?:[>|]|[-*+][ \t]|[0-9]{1,9}[.)][ \t])")
_ITEM = re.compile(r"[ \t]*+(?:[-*+]|[0-9]{1,9}[.)])(?:[ \t]++|$)")
_RULE = re.compile(r"[ \t]*+(?:(?:-[ \t]*+){3,}+|(?:\*[ \t]*+){3,}+)")
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, and what stands below it up to the next one of its level or above.

    `start` and `end` are the offsets of the title's text.
    """

    title: str
    level: int
    start: int
    end: int
    body_start: int
    body_end: int


@dataclass(frozen=True, slots=True)
class Entry:
    """An item of a list: its text without the marker, and the offsets of that text.

    What is nested in it stays in the text, moved to the left.
    """

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """A Markdown file, taken apart.

    The front matter's offsets are those of the YAML between its fences, both 0
    when there is none. `sections` holds all headings, in their order.
    """

    source: Source
    front: Node | None
    front_start: int
    front_end: int
    body_start: int
    sections: tuple[Section, ...]


def read_markdown(source: Source) -> tuple[Document, list[Finding]]:
    """The parts of a Markdown file, and what is wrong with its front matter.

    While two branches are not joined in it, it has no parts.
    """
    if conflicts := in_markdown(source):
        return Document(source, None, 0, 0, 0, ()), conflicts
    start, end, body = _front_matter(source.text)
    front, findings = read_yaml(source, start, end) if body else (None, [])
    if not body and _is_unclosed(source.text):
        findings.append(_unclosed(source))
    if body and (late := _EMPTY_LINES.match(source.text)):
        findings.append(_late(source, late.end()))
    return Document(source, front, start, end, body, _sections(source, body)), findings


def paragraphs_text(source: Source, start: int, end: int) -> str:
    """The Markdown of a stretch, without the blanks around it."""
    return source.text[start:end].strip()


def _front_matter(text: str) -> tuple[int, int, int]:
    """Where the YAML begins and ends, and where the body begins; zeros without any."""
    late = _EMPTY_LINES.match(text)
    opening = _OPENING.match(text, late.end() if late else 0)
    closing = _CLOSING.search(text, opening.end()) if opening else None
    if opening is None or closing is None:
        return 0, 0, 0
    start, end = opening.end(), closing.start()
    if late and not _KEY.match(text[start:end].lstrip()):
        # Below empty lines, `---` is a rule unless a name with a colon follows.
        return 0, 0, 0
    return (start, end, closing.end()) if _is_yaml(text[start:end]) else (0, 0, 0)


def _is_yaml(text: str) -> bool:
    """Whether this is meant as YAML, and not as prose between two rules."""
    rows = [text[start:end] for start, end in lines(text)]
    written = [row for row in rows if row.strip() and not row.lstrip().startswith("#")]
    if not written or _KEY.match(written[0].lstrip()):
        return True
    return bool(rows[0].strip()) and any(_KEY.match(row) for row in written)


def _is_unclosed(text: str) -> bool:
    opening = _OPENING.match(text)
    if opening is None or _CLOSING.search(text, opening.end()):
        return False
    start, end = next(iter(lines(text[opening.end() :])), (0, 0))
    return bool(_KEY.match(text, opening.end() + start, opening.end() + end))


def _unclosed(source: Source) -> Finding:
    message = "the front matter that begins here with `---` is not closed"
    hint = "write `---` on a line of its own below it"
    at = source.text.index("---")
    return Finding(source.span(at, at + 3), message, hint, code="PM001")


def _late(source: Source, at: int) -> Finding:
    message = "the front matter begins here, and not on the first line, so that the site shows it"
    hint = "remove the empty line above `---`"
    fix = Fix((Edit(source.span(0, at), ""),))
    return Finding(source.span(at, at + 3), message, hint, code="PM001", fix=fix)


def _sections(source: Source, start: int) -> tuple[Section, ...]:
    headings = _headings(without_blocks(source.text, start, len(source.text)), start)
    sections: list[Section] = []
    # For each level, where the next heading of that level or above begins.
    nexts = [len(source.text)] * (_DEEPEST + 1)
    for heading in reversed(headings):
        title = source.text[heading.start : heading.end]
        level, end = heading.level, nexts[heading.level]
        sections.append(
            Section(title, level, heading.start, heading.end, min(heading.body, end), end)
        )
        nexts[level:] = [heading.line] * (_DEEPEST + 1 - level)
    return tuple(reversed(sections))


@dataclass(frozen=True, slots=True)
class _Heading:
    line: int
    level: int
    start: int
    end: int
    body: int


def _headings(text: str, base: int) -> list[_Heading]:
    rows = lines(text)
    found: list[_Heading] = []
    fresh = True
    for index, (start, end) in enumerate(rows):
        body = rows[index + 1][0] if index + 1 < len(rows) else len(text)
        match = _ATX.match(text, start, end)
        if match:
            left, right = match.end(), _title_end(text, match.end(), end)
            level = len(match["marks"])
            found.append(_Heading(base + start, level, base + left, base + right, base + body))
        elif fresh and _is_underlined(text, rows, index):
            under = rows[index + 1]
            body = rows[index + 2][0] if index + 2 < len(rows) else len(text)
            left = end - len(text[start:end].lstrip())
            level = 1 if text[under[0]] == "=" else 2
            right = _title_end(text, left, end)
            found.append(_Heading(base + start, level, base + left, base + right, base + body))
        fresh = match is not None or not text[start:end].strip()
    return found


def _is_underlined(text: str, rows: list[tuple[int, int]], index: int) -> bool:
    start, end = rows[index]
    line = text[start:end]
    if index + 1 == len(rows) or not line.strip() or _NO_TITLE.match(line):
        return False
    return bool(_UNDERLINE.fullmatch(text, *rows[index + 1])) and not _UNDERLINE.fullmatch(line)


def _title_end(text: str, start: int, end: int) -> int:
    """Where a title ends: before closing marks and a list of attributes."""
    title = text[start:end].rstrip()
    if title.endswith("}"):
        at = title.rfind("{")
        title = title[:at].rstrip() if at >= 0 and title[at + 1] in ":#. " else title
    return start + len(title.rstrip("#").rstrip())


def entries(source: Source, start: int, end: int) -> tuple[Entry, ...]:
    """The items of the lists in a stretch, but not of the lists within them."""
    shown = without_blocks(source.text, start, end)
    stretch = source.text[start:end]
    found: list[tuple[int, int]] = []
    level: int | None = None
    after_blank = True
    for left, right in lines(shown):
        line = shown[left:right]
        if not line.strip():
            # A line of code looks blank here, and belongs to the item.
            after_blank = True
        else:
            indent = columns(line)
            match = None if _RULE.fullmatch(line) else _ITEM.match(line)
            if match and (level is None or indent <= level + 1):
                level = indent if level is None else level
                found.append((left + match.end(), right))
                after_blank = False
                continue
            inside = level is not None and (indent >= level + 2 or not after_blank)
            if not inside or _ATX.match(line):
                level = None
            after_blank = False
        if level is not None and stretch[left:right].strip():
            found[-1] = (found[-1][0], right)
    return tuple(_entry(source, start + left, start + right) for left, right in found)


def _entry(source: Source, start: int, end: int) -> Entry:
    text = source.text[start:end]
    first, *rest = [text[left:right] for left, right in lines(text)] or [""]
    indents = [len(line) - len(line.lstrip()) for line in rest if line.strip()]
    margin = min(indents, default=0)
    joined = "\n".join([first, *(line[margin:] for line in rest)])
    return Entry(joined.rstrip(), start, start + len(text.rstrip()))
