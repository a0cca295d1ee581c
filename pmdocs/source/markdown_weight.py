"""Markdown that would take Python-Markdown minutes to show, told by its looks.

Python-Markdown searches for the end of every bracket and tag to the end of
its paragraph, so that the time grows with the square of those that are never
closed; it keeps a list of all marks of a paragraph, and walks through it for
each of them; and it goes one level deeper for each level of a list, until Python
gives up. The limits are set so that what passes takes well under a second
more than the same amount of plain text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pmdocs.diagnostics import Finding
from pmdocs.source.prose import without_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.text import Source

LONGEST_BODY = 1_000_000
DEEPEST_LEVEL = 50
MOST_UNCLOSED = 500
MOST_MARKS = 20_000
MOST_TERMS = 150
MOST_NOTES = 500
_BLANK_LINE = re.compile(r"(?:\r\n|[\r\n])(?:[ \t]*+(?:\r\n|[\r\n]))++")
_LINK = re.compile(
    r"\[[^\[\]]*+\](?:\((?:[^()\s]|\([^()\s]*+\))*+(?:\s[^()]*+)?\)|\[[^\[\]]*+\]|(?![(\[]))"
)
_TAG = re.compile(r"<[A-Za-z][^<>]*+>")
_OPEN = re.compile(r"\[|<[A-Za-z]")
_TERM = re.compile(r"^[ ]{0,3}+:[ \t]", re.MULTILINE)
_NOTE = re.compile(r"\[\^|\*\[")
_DEEP_LIST = re.compile(
    rf"^[ \t]{{{DEEPEST_LEVEL},}}+(?:[-*+>]|[0-9]{{1,9}}[.)]|!!!|\?\?\?|===)", re.MULTILINE
)
_DEEP_QUOTE = re.compile(rf"^(?:[ \t]*+>){{{DEEPEST_LEVEL + 1}}}", re.MULTILINE)
_MARK = re.compile(r"[][()<>*_`&]|[ ]{2}[\r\n]")
_COLUMNS = 4


def too_heavy(source: Source, start: int, end: int) -> Finding | None:
    """The finding about a body that would take too long to show, if it would."""
    if end - start > LONGEST_BODY:
        message = f"{end - start:,} characters are more than the {LONGEST_BODY:,} that are shown"
        return _finding(source, start, message, "split the page into several")
    text = without_blocks(source.text, start, end)
    for at, message in (*_too_deep(text), *_too_many(text)):
        return _finding(source, start + at, message, "write it simpler, or as a block of code")
    return None


def _too_deep(text: str) -> Iterator[tuple[int, str]]:
    message = f"lists or quotes are nested more than {DEEPEST_LEVEL} levels deep"
    for match in _DEEP_LIST.finditer(text):
        indent = match[0].rstrip("-*+>0123456789.)!?=")
        if len(indent.expandtabs(_COLUMNS)) > DEEPEST_LEVEL * _COLUMNS:
            yield match.start() + len(indent), message
    for match in _DEEP_QUOTE.finditer(text):
        yield match.start(), message


def _too_many(text: str) -> Iterator[tuple[int, str]]:
    # Squares, because that is how the time grows with what one block holds.
    unclosed = marks = 0
    for at, block in _blocks(text):
        unclosed += _unclosed(block) ** 2
        marks += len(_MARK.findall(block)) ** 2
        if unclosed > MOST_UNCLOSED**2:
            yield at, "too many brackets `[` or `<` are opened here and not closed"
        if marks > MOST_MARKS**2:
            yield at, "too many links or words in bold, italics or code in one paragraph"
        if len(_TERM.findall(block)) > MOST_TERMS:
            yield at, f"more than {MOST_TERMS} lines begin with `:` here without a blank line"
    notes = [match.start() for match in _NOTE.finditer(text)]
    if len(notes) > MOST_NOTES:
        yield notes[MOST_NOTES], f"more than {MOST_NOTES} footnotes and abbreviations"


def _unclosed(block: str) -> int:
    if "[" not in block and "<" not in block:
        return 0
    # Twice, for an image that is a link's text.
    rest = _LINK.sub("", _LINK.sub("", block))
    return len(_OPEN.findall(_TAG.sub("", rest)))


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    done = 0
    for match in _BLANK_LINE.finditer(text):
        yield done, text[done : match.start()]
        done = match.end()
    yield done, text[done:]


def _finding(source: Source, at: int, message: str, hint: str) -> Finding:
    return Finding(source.span(at, at + 1), message, hint, code="PM012")
