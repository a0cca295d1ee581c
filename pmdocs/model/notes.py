"""Text behind a `#`, which YAML takes for a note and does not read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pmdocs.diagnostics import Edit, Finding, Fix
from pmdocs.model.wrong import said
from pmdocs.source.node import Mapping
from pmdocs.source.respell import quoted

if TYPE_CHECKING:
    from pmdocs.source.node import Node, Scalar

_INSTEAD = re.compile(r"[ \t]*:[ \t]+(?P<note>#[^\s#][^\r\n]*?)[ \t]*(?=[\r\n]|\Z)")
_BEHIND = re.compile(r"[ \t]+(?P<note>#[0-9][^\r\n]*?)[ \t]*(?=[\r\n]|\Z)")


def note_for_value(record: Node, name: str) -> Finding | None:
    """The finding about a field that has only a note, such as `title: #5 is best`."""
    key = record.keys.get(name) if isinstance(record, Mapping) else None
    match = _INSTEAD.match(key.source.text, key.end) if key else None
    if key is None or match is None:
        return None
    message = f"`{name}` has no value: what begins with `#` is a note, and is not read"
    start, end = match.span("note")
    # A number is surely meant to be read; a word may be one that was taken out.
    fix = _in_quotes(key, start, end, safe=match["note"][1].isdigit())
    hint = f"if it is the value, put it in quotes: `{name}: {quoted(match['note'])}`"
    return Finding(key.source.span(start, end), message, hint, code="PM101", fix=fix)


def note_behind(node: Scalar) -> Finding | None:
    """The finding about a text that is cut off before a number, as in `title: Order #5`."""
    text = node.source.text
    match = _BEHIND.match(text, node.end)
    if match is None or node.quoted or text[node.start : node.end] != node.text:
        return None
    start, end = match.span("note")
    message = f"{said(match['note'])} is a note, and is not read: the text ends before it"
    hint = f"if it is part of the text, put all of it in quotes: `{quoted(text[node.start : end])}`"
    fix = _in_quotes(node, node.start, end, safe=False)
    return Finding(node.source.span(start, end), message, hint, fix=fix)


def _in_quotes(node: Scalar, start: int, end: int, *, safe: bool) -> Fix:
    written = node.source.text[start:end]
    return Fix((Edit(node.source.span(start, end), quoted(written)),), safe)
