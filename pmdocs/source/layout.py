"""White space in its usual order: what nobody sees, and a review should not show.

Blanks at the end of a line go, and so do doubled empty lines in YAML; a file ends
with one line end. Whatever may be part of a text stays: lines of YAML texts that go
over several lines, code, and the two blanks that break a line in Markdown.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, TypeAlias

from pmdocs.source.markdown import read_markdown
from pmdocs.source.node import Mapping, Scalar
from pmdocs.source.prose import columns, lines, without_blocks
from pmdocs.source.yaml import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.source.node import Node
    from pmdocs.text import Source

_Stretch: TypeAlias = tuple[int, int]

_BLANKS = re.compile(r"(?<![ \t])[ \t]++(?=[\r\n]|\Z)")
_EMPTY_LINES = re.compile(r"(?<=[\r\n])(?:[ \t]*+(?:\r\n?|\n)){2,}+")
_LINE_END = re.compile(r"\r\n?|\n")
_KEEPS_ENDS = re.compile(r"[|>][0-9]?\+")
_EMPTY = re.compile(r"[\s]*")
# Within these elements of HTML each blank counts.
_AS_WRITTEN = re.compile(r"<(?:pre|textarea|script|style)\b", re.IGNORECASE)
_CODE = 4
_BREAK = 2


def laid_out(source: Source) -> str:
    """The text of a YAML or Markdown file in the usual layout, or as it is if it cannot be read."""
    if source.path.endswith(".md"):
        return _markdown(source)
    node, findings = read_yaml(source)
    if node is None or findings:
        return source.text
    cuts = list(_in_yaml(source.text, 0, len(source.text), node))
    kept = list(_protected(node, len(source.text)))
    text = _without(source.text, cuts)
    return text if kept and kept[-1][1] == len(source.text) else _ended(text.lstrip("\r\n"))


def _markdown(source: Source) -> str:
    document, findings = read_markdown(source)
    if findings:
        return source.text
    cuts: list[_Stretch] = []
    if document.front is not None:
        start, end = document.front_start, document.front_end
        cuts += _in_yaml(source.text, start, end, document.front)
    cuts += _in_prose(source.text, document.body_start)
    return _ended(_without(source.text, cuts))


def _in_yaml(text: str, start: int, end: int, node: Node) -> Iterator[_Stretch]:
    """The stretches of YAML that say nothing."""
    kept = list(_protected(node, end))
    found = [m.span() for m in _BLANKS.finditer(text, start, end)]
    for match in _EMPTY_LINES.finditer(text, start, end):
        first = _LINE_END.search(text, match.start())
        found.append((first.end() if first else match.end(), match.end()))
    ends = [right for _, right in kept]
    for left, right in found:
        # The first text that ends behind this is the only one that may hold it.
        at = bisect_right(ends, left)
        if at == len(kept) or kept[at][0] >= right:
            yield left, right


def _protected(node: Node, end: int) -> Iterator[_Stretch]:
    """The texts that go over several lines, with the empty lines that belong to them."""
    if isinstance(node, Scalar):
        written = node.source.text[node.start : node.end]
        if "\n" in written or "\r" in written or written[:1] in "|>":
            is_block = node.quoted and written[:1] in "|>"
            blanks = _EMPTY if _KEEPS_ENDS.match(written) else _BLANKS
            after = blanks.match(node.source.text, node.end, end) if is_block else None
            yield node.start, after.end() if after else node.end
        return
    if isinstance(node, Mapping):
        for key, value in node.entries.items():
            yield from _protected(node.keys[key], end)
            yield from _protected(value, end)
        return
    for item in node.items:
        yield from _protected(item, end)


def _in_prose(text: str, start: int) -> Iterator[_Stretch]:
    """The blanks at the ends of lines that are neither code nor break a line."""
    if _AS_WRITTEN.search(text, start) or _comments_hold_fences(text, start):
        return
    body, shown = text[start:], without_blocks(text, start, len(text))
    rows = lines(body)
    filled = [bool(body[a:b].strip()) for a, b in rows]
    plain = _plain(
        [shown[a:b] == body[a:b] and columns(body[a:b]) < _CODE for a, b in rows], filled
    )
    for index, (a, b) in enumerate(rows):
        left = a + len(body[a:b].rstrip(" \t"))
        follows = index + 1 < len(rows) and filled[index + 1]
        breaks = filled[index] and follows and columns(body[left:b]) >= _BREAK
        # A first line of blanks counts as code for some readers of Markdown.
        if left < b and (index or filled[0]) and not breaks and plain[index]:
            yield start + left, start + b


def _comments_hold_fences(text: str, start: int) -> bool:
    """Whether a fence of code stands in a comment: readers do not agree on what that means."""
    at = text.find("<!--", start)
    while at >= 0:
        end = text.find("-->", at)
        stretch = text[at : end if end >= 0 else len(text)]
        if "```" in stretch or "~~~" in stretch:
            return True
        at = text.find("<!--", end) if end >= 0 else -1
    return False


def _plain(plain: list[bool], filled: list[bool]) -> list[bool]:
    """Which lines are no code; an empty one is, where it has code on both sides."""
    above, below = _nearest(plain, filled), _nearest(plain[::-1], filled[::-1])[::-1]
    return [up or down for up, down in zip(above, below, strict=True)]


def _nearest(plain: list[bool], filled: list[bool]) -> list[bool]:
    """For each line the answer of the last one, up to it, that is not empty."""
    found, last = [], True
    for answer, is_filled in zip(plain, filled, strict=True):
        last = answer if is_filled else last
        found.append(last)
    return found


def _without(text: str, cuts: list[_Stretch]) -> str:
    pieces: list[str] = []
    done = 0
    for start, end in sorted(cuts):
        pieces.append(text[done : max(start, done)])
        done = max(end, done)
    return "".join([*pieces, text[done:]])


def _ended(text: str) -> str:
    """The text with one line end behind it."""
    end = _LINE_END.search(text)
    body = text.rstrip(" \t\r\n")
    behind = text[len(body) :]
    # Blanks right behind the last word stay, if they were not taken out before.
    body += behind[: len(behind) - len(behind.lstrip(" \t"))]
    return body + (end[0] if end else "\n") if body.strip() else text
