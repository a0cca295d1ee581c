"""The marks that git leaves in a file where two branches changed the same lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pmdocs.diagnostics import Finding, Note
from pmdocs.source.prose import fences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.text import Source

_MARK = re.compile(
    r"^(?:<{7}|>{7}|\|{7}|={7}(?=[ \t]*(?:\r|\n|\Z)))(?:[ \t][^\r\n]*)?(?=\r|\n|\Z)", re.MULTILINE
)
# Scenarios and views are read even where they stand in a fence of code.
_READ = re.compile(r"[`~ ]*(?:gherkin|pmdocs)\b")
_HINT = (
    "keep what both sides wrote and remove the lines of git's marks; "
    "where both added an item, begin each of the two with its own `- id:` line"
)


def in_yaml(source: Source, start: int, end: int) -> list[Finding]:
    """The conflicts in a stretch of YAML, each told once."""
    if not _may_hold(source.text):
        return []
    return [_finding(source, marks) for marks in _conflicts(source.text, start, end)]


def in_markdown(source: Source) -> list[Finding]:
    """The conflicts in a page, each told once.

    A line `=======` alone makes a heading of the line above. A whole conflict
    within a block of code is there to be shown.
    """
    if not _may_hold(source.text):
        return []
    found = [
        marks
        for marks in _conflicts(source.text, 0, len(source.text))
        if any(mark[0][0] in "<>" for mark in marks)
    ]
    shown = _shown(source.text) if found else []
    return [
        _finding(source, _from_opening(marks))
        for marks in found
        if not any(a < marks[0].start() and marks[-1].end() < b for a, b in shown)
    ]


def _may_hold(text: str) -> bool:
    return any(mark in text for mark in ("<<<<<<<", ">>>>>>>", "======="))


def _conflicts(text: str, start: int, end: int) -> Iterator[list[re.Match[str]]]:
    """The marks that belong together: up to one that closes, or before one that opens."""
    marks: list[re.Match[str]] = []
    for mark in _MARK.finditer(text, start, end):
        if mark[0][0] == "<" and marks:
            yield marks
            marks = []
        marks.append(mark)
        if mark[0][0] == ">":
            yield marks
            marks = []
    if any(mark[0][0] != "|" for mark in marks):
        yield marks


def _from_opening(marks: list[re.Match[str]]) -> list[re.Match[str]]:
    """The marks without underlines of headings further up."""
    return marks if marks[0][0][0] == "<" else marks[-1:]


def _shown(text: str) -> list[tuple[int, int]]:
    return [(a, b) for a, b in fences(text, 0, len(text)) if not _READ.match(text, a)]


def _finding(source: Source, marks: list[re.Match[str]]) -> Finding:
    first, last = marks[0], marks[-1]
    message = "a merge conflict: two branches changed the same lines, and git could not join them"
    note = Note(source.span(*last.span()), "the conflict ends here")
    notes = (note,) if last is not first and last[0][0] == ">" else ()
    return Finding(source.span(*first.span()), message, _HINT, notes, code="PM015")
