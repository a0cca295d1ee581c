"""Items of a Markdown list that begin with a sign which Markdown does not know.

Word writes `•` and `–` for a hyphen, and puts a blank behind it that only looks like
one. Markdown takes such a line for a paragraph, and what it says would be lost.
"""

from __future__ import annotations

import re
import unicodedata
from enum import Enum, auto
from typing import TYPE_CHECKING

from pmdocs.diagnostics import Edit, Finding, Fix
from pmdocs.model.wrong import said
from pmdocs.source.prose import lines, without_blocks
from pmdocs.text import Source

if TYPE_CHECKING:
    from pmdocs.model.item import Part

_BLANK = "\\u00a0\\u2000-\\u200a\\u202f\\u3000"
_DASHES = ("–", "—", "−")
_SIGNS = "•·‣▪▫◦●○■□–—−‐‑⁃∙\uf0b7"
_SLIP = re.compile(
    rf"[ ]{{0,3}}(?:(?P<sign>[{_SIGNS}])[ \t{_BLANK}]+"
    rf"|(?P<dash>[-*+])[ \t]*[{_BLANK}][ \t{_BLANK}]*)(?=\S)"
)
_BARE = re.compile(r"[ ]{0,3}(?P<strong>\*\*|__)(?P<id>[A-Z]+-[0-9]+)[:.]?(?P=strong)")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|[0-9]{1,9}[.)])[ \t]")


class _Above(Enum):
    """What stands on the line above: in a paragraph, a line may begin with a dash of its own."""

    NOTHING = auto()
    ITEM = auto()
    WORDS = auto()


def with_hyphens(
    source: Source, start: int, end: int, part: type[Part] | None
) -> tuple[Source, list[Finding]]:
    """The text with hyphens for such signs, as long as before, and a finding for each.

    `part` is what the items of the list are, if they have ids: a line that begins
    with such an id has lost its hyphen.
    """
    findings: list[Finding] = []
    pieces, done = [], 0
    shown = without_blocks(source.text, start, end)
    above = _Above.NOTHING
    for left, right in lines(shown):
        line = shown[left:right]
        slip = _SLIP.match(line) if above is not _Above.WORDS else None
        if slip and above is _Above.ITEM and _may_be_a_dash(slip, line):
            slip = None
        at = start + left
        if slip:
            group = "sign" if slip["sign"] else "dash"
            first, last = at + slip.start(group), at + slip.end()
            findings.append(_finding(source, first, last, slip[group]))
            pieces += [source.text[done:first], "-", " " * (last - first - 1)]
            done = last
        elif part and (bare := _BARE.match(line)) and bare["id"].split("-")[0] in part.prefixes:
            findings.append(_without_hyphen(source, at + bare.start("strong"), at + bare.end()))
        above = _above(line, is_slip=slip is not None)
    if not pieces:
        return source, findings
    return Source(source.path, "".join(pieces) + source.text[done:]), findings


def _above(line: str, *, is_slip: bool) -> _Above:
    if is_slip or not line.strip():
        return _Above.NOTHING
    return _Above.ITEM if _ITEM.match(line) else _Above.WORDS


def _may_be_a_dash(slip: re.Match[str], line: str) -> bool:
    """Whether a sentence may go on with a dash here: `a guest` / `– in a hurry – orders`."""
    return slip["sign"] in _DASHES and not line.startswith(("**", "__"), slip.end())


def _finding(source: Source, start: int, end: int, sign: str) -> Finding:
    edit = Edit(source.span(start, end), "- ")
    if sign in "-*+":
        message = f"behind this `{sign}` stands a blank that is none for Markdown, copied from Word"
    else:
        name = unicodedata.name(sign, "a sign").lower()
        message = f"{said(sign)} ({name}) begins no item of a list, so that this line would be lost"
    span = source.span(start, start + 1)
    return Finding(span, message, "begin the line with `- `", code="PM102", fix=Fix((edit,)))


def _without_hyphen(source: Source, start: int, end: int) -> Finding:
    written = source.text[start:end]
    message = (
        f"this line is no item of the list, so that {said(written.strip('*_:.'))} would be lost"
    )
    fix = Fix((Edit(source.span(start, start), "- "),))
    hint = f"begin the line with a dash: `- {written}`"
    return Finding(source.span(start, end), message, hint, code="PM102", fix=fix)
