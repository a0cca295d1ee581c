"""Blanks that only look like a space, where YAML wants one.

Word and web pages put a non-breaking space, or a line break of another kind,
where a person sees a blank. They are as long as a space, so that a text can be
read with spaces in their place, and each value still knows where it stands.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pmdocs.diagnostics import Edit, Finding, Fix
from pmdocs.source.node import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pmdocs.source.node import Node
    from pmdocs.text import Source

_BREAKS = "\x85\u2028\u2029"
_ODD = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000" + _BREAKS
_IS_ODD = re.compile(f"[{_ODD}]")
# At the beginning of a line, around the colon of a key, and between the parts of a bracket.
_BETWEEN = re.compile(
    rf"^[ \-{_ODD}]*[{_ODD}][ \-{_ODD}]*"
    rf"|(?<=[{{\[,])[ ]*[{_ODD}][ {_ODD}]*"
    rf"|(?:(?<=[\w\"'])[ ]*[{_ODD}][ {_ODD}]*)?:[ ]*[{_ODD}][ {_ODD}]*"
    rf"|(?<=\w)[ ]*[{_ODD}][ {_ODD}]*:(?=\s)"
    rf"|[{_BREAKS}]",
    re.MULTILINE,
)
# A capital before such a blank and a colon may as well begin a sentence in French.
_IN_KEY = re.compile(rf"^[{_ODD}]|^[a-z_]+[{_ODD}]$|:[{_ODD}]")
_NAMES = {"\u2028": "a hidden line break", "\u2029": "a hidden line break"}
_NAMES |= {"\x85": "a hidden line break", "\u3000": "a wide space"}


def spaced(text: str) -> str:
    """The text with spaces for the blanks that may stand where YAML wants one; just as long."""
    if not _IS_ODD.search(text):
        return text
    return _BETWEEN.sub(lambda match: _IS_ODD.sub(" ", match[0]), text)


def is_understood(node: Node | None) -> bool:
    """Whether no such blank has made a part of a key of what it stands beside."""
    if isinstance(node, Scalar):
        return not _IN_KEY.search(node.text)
    nodes: list[Node] = [node] if node else []
    while nodes:
        one = nodes.pop()
        if isinstance(one, Sequence):
            nodes += one.items
        elif isinstance(one, Mapping):
            if any(_IN_KEY.search(name) and not one.keys[name].quoted for name in one.keys):
                return False
            nodes += one.entries.values()
    return node is not None


def blank_finding(source: Source, start: int, text: str, node: Node | None) -> Finding:
    """The finding about all of these blanks: what was read with `text` in their place is known.

    `text` is what `spaced` has made of the stretch from `start` on. What lies in
    a value is part of it, and stays.
    """
    found = [at for at, sign in enumerate(text, start) if sign != source.text[at]]
    breaks = [at for at in found if source.text[at] in _BREAKS]
    between = [at for at in found if not _is_inside(at, node)]
    places = sorted({*breaks, *between}) or found
    first, edits = places[0], [Edit(source.span(at, at + 1), " ") for at in places]
    name = _NAMES.get(source.text[first], "a non-breaking space")
    more = f" (and {len(places) - 1} more)" if len(places) > 1 else ""
    message = f"{name}{more}, copied from another program such as Word, stands here"
    hint = "type a plain space in its place; the two look the same"
    span = source.span(first, first + 1)
    return Finding(span, message, hint, code="PM001", fix=Fix(tuple(edits)))


def _is_inside(at: int, node: Node | None) -> bool:
    """Whether a place lies in a value or a key."""
    while node is not None and not isinstance(node, Scalar):
        parts: Iterable[Node] = (
            node.items
            if isinstance(node, Sequence)
            else (*node.keys.values(), *node.entries.values())
        )
        node = next((part for part in parts if part.start <= at < part.end), None)
    return node is not None
