"""Giving ids: which one is free, and how a part gets it in each of the forms that it can have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pmdocs.diagnostics import Edit, Fix
from pmdocs.model.mending import line_break
from pmdocs.source.node import Mapping, Scalar, Sequence
from pmdocs.source.respell import quoted, respelled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pmdocs.source.node import Node

_PART = re.compile(r"(?:.*\.)?([A-Z]+)-([0-9]{1,9})")
_CHECKBOX = re.compile(r"\[[ xX]\][ \t]+")
_AFTER_KEY = re.compile(r"[ \t]*:(?P<blank>[ \t]*(?=[,}]))?")
_MEANS_SOMETHING = re.compile(r"[\[\]{},]")
_HEADER = re.compile(r"[|>][+-]?[ \t]*(?:#[^\r\n]*)?")
_FILLED = re.compile(r"^(?=[ \t]*[^\s])", re.MULTILINE)


class NextFree:
    """Gives numbers that no id has yet, each of them once."""

    def __init__(self, taken: Iterable[str]) -> None:
        """Remember the highest number behind each prefix."""
        self._highest: dict[str, int] = {}
        for id in taken:
            prefix, _, number = id.rpartition("-")
            if number.isdecimal():
                self._highest[prefix] = max(self._highest.get(prefix, 0), int(number))

    def like(self, id: str) -> str:
        """The next free id with the prefix of this one."""
        prefix = id.rpartition("-")[0]
        self._highest[prefix] = self._highest.get(prefix, 0) + 1
        return f"{prefix}-{self._highest[prefix]}"


def free_id(prefix: str, record: Node, siblings: Node) -> str:
    """The next free id for a record, which those before it without an id have not taken."""
    records = siblings.items if isinstance(siblings, Sequence) else [record]
    highest, before = 0, 0
    for one in records:
        id = one.text("id") if isinstance(one, Mapping) else None
        match = _PART.fullmatch(id or "")
        if match and match[1] == prefix:
            highest = max(highest, int(match[2]))
    for one in records:
        if one is record:
            break
        before += not (isinstance(one, Mapping) and one.text("id"))
    return f"{prefix}-{highest + before + 1}"


def identified(record: Node, id: str, *, safe: bool = True) -> Fix | None:
    """Write an id into a part: a sentence, named values, an item of a list or a scenario."""
    if isinstance(record, Scalar):
        edits = _sentence(record, id)
    elif not isinstance(record, Mapping) or not record.keys:
        return None
    elif next(iter(record.keys.values())).span.start != record.span.start:
        edits = _values(record, id)
    else:
        edits = _written(record, id)
    return Fix(edits, safe) if edits else None


def _written(record: Mapping, id: str) -> tuple[Edit, ...]:
    """Values without brackets, or something in Markdown, whose keys are written nowhere."""
    key = next(iter(record.keys.values()))
    if key.start < key.end or "id" in record.keys:
        return _values(record, id)
    return _scenario(record, id) if "scenario" in record.keys else _entry(record, id)


def _values(record: Mapping, id: str) -> tuple[Edit, ...]:
    if "id" in record.keys:
        return _empty_id(record, id)
    first = min(key.start for key in record.keys.values())
    if record.source.text.startswith("{", record.start):
        return (_at(record, first, f"id: {id}, "),)
    margin = " " * (record.source.position(first).column - 1)
    return (_at(record, first, f"id: {id}{line_break(record)}{margin}"),)


def _empty_id(record: Mapping, id: str) -> tuple[Edit, ...]:
    value, key = record.entries.get("id"), record.keys["id"]
    if not isinstance(value, Scalar) or not value.is_null:
        return ()
    if value.text:
        edit = respelled(value, id)
        return (edit,) if edit else ()
    colon = _AFTER_KEY.match(record.source.text, key.end)
    if colon is None:
        return ()
    start = colon.end() if colon["blank"] is None else colon.start("blank")
    return (Edit(record.source.span(start, colon.end()), f" {id}"),)


def _sentence(node: Scalar, id: str) -> tuple[Edit, ...]:
    written = node.source.text[node.start : node.end]
    if written[:1] in ("|", ">") and node.quoted:
        return _block(node, written, id)
    if not node.quoted and _MEANS_SOMETHING.search(written):
        return (Edit(node.span, f"{{id: {id}, text: {quoted(written)}}}"),)
    return _at(node, node.start, f"{{id: {id}, text: "), _at(node, node.end, "}")


def _block(node: Scalar, written: str, id: str) -> tuple[Edit, ...]:
    """A text below `|` or `>`, which moves to the right."""
    header = _HEADER.match(written)
    below = node.start + written.find("\n") + 1
    if header is None or below <= node.start or written[header.end()] not in "\r\n":
        return ()
    margin = " " * (node.source.position(node.start).column - 1)
    first = _at(node, node.start, f"id: {id}{line_break(node)}{margin}text: ")
    rows = (below + match.start() for match in _FILLED.finditer(node.source.text[below : node.end]))
    return first, *(_at(node, row, "  ") for row in rows)


def _entry(record: Mapping, id: str) -> tuple[Edit, ...]:
    """An item of a Markdown list."""
    box = _CHECKBOX.match(record.source.text, record.start, record.end)
    return (_at(record, box.end() if box else record.start, f"**{id}** "),)


def _scenario(record: Mapping, id: str) -> tuple[Edit, ...]:
    """A scenario in Markdown: a tag on a line above its title."""
    text, start = record.source.text, record.start
    line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    margin = text[line:start]
    if "#" in margin:
        # In Gherkin in Markdown, tags stand in backticks.
        return (_at(record, line, f"`@{id}`{line_break(record)}"),)
    return (_at(record, start, f"@{id}{line_break(record)}{margin}"),) if not margin.strip() else ()


def _at(node: Node, offset: int, text: str) -> Edit:
    return Edit(node.source.span(offset, offset), text)
