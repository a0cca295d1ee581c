"""How a mistake in an item is mended: edits for what a hint says in words.

Each function gives up, and returns nothing, where the edit is not certain to
leave the rest of the file as it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pmdocs.diagnostics import Edit, Fix, closest
from pmdocs.model.wrong import Meant, same_word
from pmdocs.source.node import Mapping, Scalar, Sequence
from pmdocs.source.respell import quoted, respelled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pmdocs.source.node import Node

_BRACKETS = re.compile(r"[\[\], ]*")
_NAME = re.compile(r"[\w-]+")
_AFTER_KEY = re.compile(r"[ \t]*:[ \t]*")
_PLAIN_IN_LIST = re.compile(r"[^\[\]{},\r\n]+")
_LISTS = frozenset({"tuple_type", "list_type"})


def instead(node: Node, meant: Meant) -> Fix | None:
    """Write what was meant in place of a value."""
    edit = respelled(node, meant.text) if isinstance(node, Scalar) else None
    return Fix((edit,), meant.safe) if edit else None


def towards(node: Node, word: str, known: Iterable[str]) -> Fix | None:
    """Write the nearest known word in place of one in a value."""
    near = closest(word, known)
    if near is None or not isinstance(node, Scalar):
        return None
    return instead(node, Meant(node.text.replace(word, near, 1), same_word(word, near)))


def renamed(record: Mapping, key: str, meant: Meant) -> Fix | None:
    """Give a field its right name, unless the record has a field of that name."""
    written = record.keys.get(key)
    if written is None or meant.text in record.keys:
        return None
    return instead(written, meant)


def reshaped(node: Node, problem: str) -> Fix | None:
    """Write one value as a list of one, a list of one as the value, or `a: b` as text.

    `problem` is pydantic's word for what is wrong with the value.
    """
    if problem in _LISTS and isinstance(node, Scalar):
        return _in_brackets(node)
    if problem != "text":
        return None
    return _without_brackets(node) if isinstance(node, Sequence) else _as_text(node)


def torn(record: Node, key: str) -> Fix | None:
    """Put quotes around a text that a comma has torn: `{text: so, and so}`."""
    if not isinstance(record, Mapping) or not _opens(record, "{"):
        return None
    names = list(record.keys)
    first = last = names.index(key)
    while first > 0 and _is_bare(record, names[first]):
        first -= 1
    while last + 1 < len(names) and _is_bare(record, names[last + 1]):
        last += 1
    value, end = record.entries.get(names[first]), record.keys[names[last]].end
    if not isinstance(value, Scalar) or value.quoted or value.is_null:
        return None
    written = record.source.text[value.start : end]
    return _replaced(record, value.start, end, quoted(written)) if _is_a_line(written) else None


def id_as_key(record: Node, id: str) -> Fix | None:
    """Write `AC-1: words` as an id and a text."""
    if not isinstance(record, Mapping) or {"id", "text"} & set(record.keys):
        return None
    key = record.keys[id]
    colon = _AFTER_KEY.match(record.source.text, key.end)
    value = record.entries.get(id)
    if colon is None or value is None or (isinstance(value, Scalar) and value.is_null):
        return None
    joint = ", " if _opens(record, "{") else _next_line(record, key.start)
    return _replaced(record, key.start, colon.end(), f"id: {id}{joint}text: ")


def _in_brackets(node: Scalar) -> Fix | None:
    written = node.source.text[node.start : node.end]
    # A comma may part two values, or belong to one.
    if not _PLAIN_IN_LIST.fullmatch(written):
        return None
    return Fix((_at(node, node.start, "["), _at(node, node.end, "]")))


def _without_brackets(node: Sequence) -> Fix | None:
    inner: Node = node
    while isinstance(inner, Sequence) and len(inner.items) == 1:
        inner = inner.items[0]
    text = node.source.text
    before, after = text[node.start : inner.start], text[inner.end : node.end]
    if not isinstance(inner, Scalar) or not _opens(node, "["):
        return None
    if not _BRACKETS.fullmatch(before) or not _BRACKETS.fullmatch(after):
        return None
    opening = Edit(node.source.span(node.start, inner.start), "")
    return Fix((opening, Edit(node.source.span(inner.end, node.end), "")))


def _as_text(node: Node) -> Fix | None:
    written = node.source.text[node.start : node.end]
    if not isinstance(node, Mapping) or _opens(node, "{") or not _is_a_line(written):
        return None
    return _replaced(node, node.start, node.end, quoted(written))


def is_words(key: str) -> bool:
    """Whether what stands where a name should are words of a text."""
    return not _NAME.fullmatch(key)


def _is_bare(record: Mapping, key: str) -> bool:
    value = record.entries.get(key)
    return is_words(key) and isinstance(value, Scalar) and not value.quoted and not value.text


def _is_a_line(written: str) -> bool:
    return "\n" not in written and "\r" not in written and " #" not in written


def _opens(node: Node, bracket: str) -> bool:
    return node.source.text.startswith(bracket, node.start)


def _next_line(node: Node, start: int) -> str:
    """A line break, and blanks up to the column of an offset."""
    return line_break(node) + " " * (node.source.position(start).column - 1)


def line_break(node: Node) -> str:
    """What ends a line in the file of a node."""
    text = node.source.text
    return "\r\n" if "\r\n" in text else "\n" if "\n" in text or "\r" not in text else "\r"


def _at(node: Node, offset: int, text: str) -> Edit:
    return Edit(node.source.span(offset, offset), text)


def _replaced(node: Node, start: int, end: int, text: str) -> Fix:
    return Fix((Edit(node.source.span(start, end), text),))
