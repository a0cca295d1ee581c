"""The edits that keep the list of the ids that an item had before, in the item's own style."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pmdocs.diagnostics import Edit
from pmdocs.source.node import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.source.node import Node
    from pmdocs.text import Source

_BREAK = re.compile(r"\r\n|\n|\r")


def remembered(node: Mapping, old: str, front: int = 0) -> Iterator[Edit]:
    """The edits that add an id to `aliases:` of an item's node.

    `front` is where the front matter of a page begins, for one that is empty.
    """
    written = node.get("aliases")
    if isinstance(written, Sequence):
        if old not in _texts(written):
            yield _one_more(written, old)
    elif isinstance(written, Scalar) and not written.is_null:
        yield _insert(written.source, written.start, "[")
        yield _insert(written.source, written.end, f", {old}]")
    elif isinstance(written, Scalar):
        yield Edit(written.span, f"[{old}]" if written.end > written.start else f" [{old}]")
    else:
        yield _new_field(node, f"aliases: [{old}]", front)


def forgotten(node: Mapping, id: str) -> Iterator[Edit]:
    """The edits that take an id out of `aliases:`, and the field with it when it was the last."""
    written = node.get("aliases")
    if not isinstance(written, Sequence) or id not in _texts(written):
        return
    if len(written.items) == 1:
        yield _without_field(node, written)
        return
    index = _texts(written).index(id)
    start, end = written.items[index].start, written.items[index].end
    if _is_flow(written):
        first = index == 0
        start = start if first else written.items[index - 1].end
        end = written.items[1].start if first else end
    else:
        start, end = _lines(node.source, start, end)
    yield Edit(node.source.span(start, end), "")


def replaced(node: Mapping, id: str, other: str) -> Iterator[Edit]:
    """The edits that put another id in the place of one in `aliases:`."""
    written = node.get("aliases")
    for one in written.items if isinstance(written, Sequence) else ():
        if isinstance(one, Scalar) and one.text == id:
            at = node.source.text.index(id, one.start)
            yield Edit(node.source.span(at, at + len(id)), other)


def _one_more(written: Sequence, old: str) -> Edit:
    source = written.source
    if not written.items:
        return _insert(source, written.start + 1, old)
    last = written.items[-1]
    if _is_flow(written):
        return _insert(source, last.end, f", {old}")
    begin = _line_start(source, last.start)
    return _insert_line(source, last.end, f"{source.text[begin : last.start]}{old}")


def _new_field(node: Mapping, field: str, front: int) -> Edit:
    """A field behind the title of an item, or behind its id."""
    source = node.source
    after = _short(node, "title") or _short(node, "id")
    if after is None:
        # A page whose id is in the name of its file, and whose title is its heading.
        if _is_flow(node) and node.end > node.start:
            return _insert(source, node.start + 1, f"{field}, ")
        at = node.start if node.end > node.start else front
        return _insert(source, _line_start(source, at), field + _line_break(source))
    key, value = after
    if _is_flow(node):
        return _insert(source, value.end, f", {field}")
    begin = _line_start(source, key.start)
    indent = " " * (key.start - begin)
    return _insert_line(source, value.end, f"{indent}{field}")


def _short(node: Mapping, name: str) -> tuple[Scalar, Scalar] | None:
    """A field that is written on one line within this node, and not taken from elsewhere."""
    key, value = node.keys.get(name), node.get(name)
    if key is None or not isinstance(value, Scalar) or not node.start <= key.start < node.end:
        return None
    # What comes from a heading or from the name of a file is called like a field, too.
    if node.source.text[key.start : key.end].strip("\"'") != name or key.start == value.start:
        return None
    return None if _BREAK.search(node.source.text[key.start : value.end].rstrip()) else (key, value)


def _without_field(node: Mapping, written: Sequence) -> Edit:
    key = node.keys["aliases"]
    source, names = node.source, list(node.entries)
    if not _is_flow(node):
        if source.text[_line_start(source, key.start) : key.start].strip():
            # Behind the dash of a list: the line is needed.
            return Edit(source.span(written.start, written.end), "[]")
        return Edit(source.span(*_lines(source, key.start, written.end)), "")
    at = names.index("aliases")
    start = node.entries[names[at - 1]].end if at else key.start
    end = written.end if at or len(names) == 1 else node.keys[names[1]].start
    return Edit(source.span(start, end), "")


def _texts(written: Sequence) -> list[str]:
    return [one.text if isinstance(one, Scalar) else "" for one in written.items]


def _is_flow(node: Node) -> bool:
    return node.source.text[node.start : node.start + 1] in {"[", "{"}


def _lines(source: Source, start: int, end: int) -> tuple[int, int]:
    """The whole lines that a stretch stands on, with the last one's break."""
    # A list written below its key ends before the next line, or at its beginning.
    end = start + len(source.text[start:end].rstrip())
    begin, after = _line_start(source, start), _BREAK.search(source.text, end)
    if after is None:
        before = re.search(r"(?:\r\n|\n|\r)\Z", source.text[:begin])
        return before.start() if before else begin, len(source.text)
    return begin, after.end()


def _line_start(source: Source, at: int) -> int:
    return source.offset(source.position(at)._replace(column=1))


def _insert(source: Source, at: int, text: str) -> Edit:
    return Edit(source.span(at, at), text)


def _insert_line(source: Source, at: int, line: str) -> Edit:
    """A line below the one with this offset."""
    after = _BREAK.search(source.text, at)
    if after is None:
        return _insert(source, len(source.text), _line_break(source) + line)
    return _insert(source, after.start(), after[0] + line)


def _line_break(source: Source) -> str:
    found = _BREAK.search(source.text)
    return found[0] if found else "\n"
