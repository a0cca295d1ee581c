"""Edits that take a value out of a list, and leave every comment where it was."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pmdocs.diagnostics import Edit

if TYPE_CHECKING:
    from pmdocs.source.node import Sequence

_COMMA = re.compile(r"[ \t]*,[ \t]*")
_DASH = re.compile(r"[ \t]*-[ \t]+")
_REST = re.compile(r"[ \t]*(?P<comment>#[^\r\n]*)?(?P<end>\r\n?|\n|\Z)")


def without(listed: Sequence, index: int) -> Edit | None:
    """The edit that removes one of several values, if it stands there by itself.

    A comment behind the value becomes a line of its own.
    """
    if listed.source.text.startswith("[", listed.start):
        return _in_brackets(listed, index)
    return _on_its_line(listed, index)


def _in_brackets(listed: Sequence, index: int) -> Edit | None:
    text, node = listed.source.text, listed.items[index]
    if index > 0 and _COMMA.fullmatch(text, listed.items[index - 1].end, node.start):
        return Edit(listed.source.span(listed.items[index - 1].end, node.end), "")
    # The comma before it stands on another line, and may be the last: YAML allows that.
    comma = _COMMA.match(text, node.end)
    if comma is None and index == 0:
        return None
    return Edit(listed.source.span(node.start, comma.end() if comma else node.end), "")


def _on_its_line(listed: Sequence, index: int) -> Edit | None:
    text, node = listed.source.text, listed.items[index]
    start = max(text.rfind("\n", 0, node.start), text.rfind("\r", 0, node.start)) + 1
    dash, rest = _DASH.fullmatch(text, start, node.start), _REST.match(text, node.end)
    if dash is None or rest is None:
        return None
    if rest["comment"]:
        return Edit(listed.source.span(text.index("-", start), rest.start("comment")), "")
    return Edit(listed.source.span(start, rest.end()), "")
