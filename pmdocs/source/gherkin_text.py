"""The lines of Gherkin in a file, each with the place it came from.

Lines keep their length, or know where they were cut off, so that a column the
parser speaks of can be found in the file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.source.prose import lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.source.node import Scalar
    from pmdocs.text import Source

_FENCE = re.compile(r"[ \t]*+(?P<marks>`{3,}+|~{3,}+)[ \t]*+(?P<name>[\w-]*+)")
_NAMES = frozenset({"gherkin", "feature", "cucumber"})
_TITLES = r"(?:Feature|Rule|Background|Scenario(?: Outline| Template)?|Examples?|Scenarios)"
_TITLE = re.compile(rf"[ \t]*+{_TITLES}[ \t]*+:")
_HEADING = re.compile(rf"#{{1,6}}+[ \t]++{_TITLES}[ \t]*+:")
_STEP = re.compile(r"[ \t]*+(?:Given|When|Then|And|But)[ \t]")
_BULLET = re.compile(r"[ \t]*+[-*+](?=[ \t])")
_TAGS = re.compile(r"[ \t]*+(?:(?:`@[^`]++`|@\S++)[ \t]*+)++")
_TABLE = re.compile(r"[ \t]*+\|")
_SEPARATOR = re.compile(r"[ \t|:-]++")
# So many words of a line are looked for, before all of it is compared.
_FIRST_WORDS = 8
_DOC_STRING = re.compile(r'[ \t]*+(?P<marks>"""|`{3,4}+)')


@dataclass(frozen=True, slots=True)
class Row:
    """A line of Gherkin; `exact` is false when its columns say nothing about the file."""

    text: str
    start: int
    end: int
    exact: bool = True

    def place(self, column: int, length: int) -> tuple[int, int]:
        """The offsets of some characters of the line; columns count from 0."""
        if not self.exact:
            return self.start, self.end
        start = min(self.start + column, self.end)
        return start, min(start + length, self.end)


def is_title(line: str) -> bool:
    """Whether a line is the title of a feature, a scenario or the like, in English."""
    return _TITLE.match(line) is not None


def file_rows(source: Source) -> list[Row]:
    """The lines of a `.feature` file, without a mark of the byte order before the first."""
    begin = 1 if source.text.startswith("\ufeff") else 0
    return _rows(source, begin, len(source.text))


def scalar_rows(scalar: Scalar) -> list[Row]:
    """The lines of a YAML value; those of a `|` block know their columns."""
    raw = scalar.source.text[scalar.start : scalar.end]
    if scalar.quoted and raw.startswith("|"):
        return _block_rows(scalar, raw)
    inner = scalar.start + raw.find(scalar.text) if scalar.text in raw else None
    if inner is not None and "\n" not in scalar.text:
        return [Row(scalar.text, inner, inner + len(scalar.text))]
    return _found_rows(scalar)


def _found_rows(scalar: Scalar) -> list[Row]:
    """The lines of a folded or quoted value: each is looked for behind the one before it."""
    at = scalar.start
    found: list[Row] = []
    for text in scalar.text.rstrip("\n").split("\n"):
        place = _place_of(text, scalar, at)
        if place is None:
            found.append(Row(text, scalar.start, scalar.end, exact=False))
            # Where one line is written in a way of its own, looking on would take too long.
            at = at if not text.strip() else scalar.end
            continue
        start, at = place
        exact = scalar.source.text[start:at] == text.strip()
        indent = len(text) - len(text.lstrip()) if exact else 0
        found.append(Row(text, start - indent, at, exact))
    return found


def _place_of(text: str, scalar: Scalar, at: int) -> tuple[int, int] | None:
    """Where a line stands in the file, which may be folded there, and has quotes doubled."""
    words = [_as_written(word) for word in text.split()]
    raw, end = scalar.source.text, scalar.end
    first = re.compile(r"\s+".join(words[:_FIRST_WORDS])).search(raw, at, end) if words else None
    whole = re.compile(r"\s+".join(words)).match(raw, first.start(), end) if first else None
    return whole.span() if whole else None


def _as_written(word: str) -> str:
    """A pattern for a word as it may stand between quotes."""
    pattern = re.escape(word).replace("\\\\", r"\\{1,2}+")
    return pattern.replace('"', r'\\?"').replace("'", "'{1,2}+")


def _block_rows(scalar: Scalar, raw: str) -> list[Row]:
    written = lines(raw)[1:]
    texts = scalar.text.rstrip().split("\n")
    found: list[Row] = []
    for text, (start, end) in zip(texts, written, strict=False):
        shown = raw[start:end].rstrip()
        begin = scalar.start + start + max(0, len(shown) - len(text.rstrip()))
        found.append(Row(text, begin, scalar.start + start + len(shown)))
    return found


def markdown_rows(source: Source, start: int, end: int) -> Iterator[list[Row]]:
    """The Gherkin in a stretch of Markdown, one list of lines for each piece of it."""
    rows = _rows(source, start, end)
    fenced = list(_fenced(rows))
    if fenced:
        yield from fenced
    elif any(_HEADING.match(row.text) for row in rows):
        yield _from_markdown(rows)
    else:
        plain = _plain(rows)
        if plain:
            yield plain


def _rows(source: Source, start: int, end: int) -> list[Row]:
    stretch = source.text[start:end]
    return [Row(stretch[a:b], start + a, start + b) for a, b in lines(stretch)]


def _fenced(rows: list[Row]) -> Iterator[list[Row]]:
    marks, wanted, found = "", False, list[Row]()
    for row in rows:
        match = _FENCE.match(row.text)
        if not marks and match:
            marks, wanted, found = match["marks"], match["name"].lower() in _NAMES, []
        elif marks and row.text.strip() and not row.text.strip().strip(marks[0]):
            # A longer line of the same marks closes it, too; a shorter one does not.
            if len(row.text.strip()) < len(marks):
                found.append(row)
                continue
            if wanted:
                yield found
            marks = ""
        elif marks:
            found.append(row)


def _plain(rows: list[Row]) -> list[Row]:
    """The lines from the first tag, title or step on, if the stretch is Gherkin at all."""
    titles = [index for index, row in enumerate(rows) if _TITLE.match(row.text)]
    written = [index for index, row in enumerate(rows) if row.text.strip()]
    if not titles:
        return rows if written and _STEP.match(rows[written[0]].text) else []
    first = titles[0]
    while first > 0 and _TAGS.fullmatch(rows[first - 1].text):
        first -= 1
    return rows[first:]


def _from_markdown(rows: list[Row]) -> list[Row]:
    """Gherkin in Markdown as plain Gherkin, with blanks for what marks it up.

    Source: Cucumber's "Markdown with Gherkin". Prose becomes empty lines; all
    items of a list below a scenario are steps.
    """
    found: list[Row] = []
    marks, among_steps = "", False
    for row in rows:
        doc_string = _DOC_STRING.match(row.text)
        if doc_string or marks:
            found.append(row)
            if doc_string and (not marks or row.text.strip() == marks):
                marks = "" if marks else doc_string["marks"]
            continue
        if row.text.startswith("#"):
            among_steps = bool(_HEADING.match(row.text))
        found.append(Row(_shown(row.text, among_steps=among_steps), row.start, row.end))
    return found


def _shown(text: str, *, among_steps: bool) -> str:
    if _HEADING.match(text):
        return text.replace("#", " ", len(text) - len(text.lstrip("#")))
    if _TAGS.fullmatch(text):
        return text.replace("`", " ")
    bullet = _BULLET.match(text) if among_steps else None
    if bullet:
        return " " * bullet.end() + text[bullet.end() :]
    return text if _TABLE.match(text) and not _SEPARATOR.fullmatch(text) and among_steps else ""
