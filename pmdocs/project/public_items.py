"""Items as everybody may read them: without internal fields, updates and links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from pmdocs.model.decode import decode_item
from pmdocs.model.fields import fields_of
from pmdocs.model.ids import is_id
from pmdocs.model.item import Item, Update
from pmdocs.model.links import Dependency
from pmdocs.model.sections import with_sections
from pmdocs.model.texts import texts_of
from pmdocs.project.internal_fields import blank
from pmdocs.project.redaction import INSIDE
from pmdocs.source.node import Mapping, Scalar, Sequence
from pmdocs.text import Source

if TYPE_CHECKING:
    from collections.abc import Collection

    from pydantic import BaseModel

    from pmdocs.model.fields import Field
    from pmdocs.model.registry import Kinds
    from pmdocs.project.redaction import Redaction
    from pmdocs.source.markdown import Document
    from pmdocs.source.node import Node

_NOWHERE = Source("", "")
R = TypeVar("R", bound="BaseModel")


@dataclass(frozen=True, slots=True)
class Publisher:
    """Makes of an item what everybody may read.

    `internal` are the names of fields that stay inside, `there` the ids of items
    and parts that are published.
    """

    internal: frozenset[str]
    redaction: Redaction
    there: Collection[str]
    kinds: Kinds

    def item(self, item: Item, document: Document | None = None) -> Item:
        """The public half of an item; `document` is that of its page, if it has one.

        Nothing of it knows any more where it was written, but for the sections of
        its page.
        """
        gone: frozenset[str] = frozenset()
        body: dict[str, Node] = {}
        if document:
            body = _sections(type(item), document)
            item, gone = _read_again(item, body)
        changes = self._changes(item, item, gone)
        node = _mapping(item.model_copy(update=changes), document.source if document else _NOWHERE)
        for key in body.keys() & node.entries:
            node.entries[key] = body[key]
        return item.rewritten(changes, node, texts_of(type(item), node))

    def _changes(self, record: R, item: Item, gone: frozenset[str] = frozenset()) -> dict[str, Any]:
        model = type(record)
        return {
            field.name: blank(model, field)
            if field.key in self.internal or field.key in gone
            else self._value(model, field, getattr(record, field.name), item)
            for field in fields_of(model).values()
        }

    def _value(self, model: type[BaseModel], field: Field, value: Any, item: Item) -> Any:
        if field.key == "id" or value in (None, "", ()):
            return value
        if field.many:
            return tuple(kept for one in value if (kept := self._one(field, one, item)) is not None)
        kept = self._one(field, value, item)
        return _without(model, field) if kept is None else kept

    def _one(self, field: Field, value: Any, item: Item) -> Any:
        """One value, None where it must not be seen."""
        if field.link:
            return self._target(field, value, item)
        if field.record:
            return self._record(value, item)
        if field.address:
            return None if self.redaction.leads_inside(value) else value
        if field.key == "aliases":
            return None if self.redaction.hides(value) else value
        if field.core is str:
            return self.redaction.text(value)
        return value

    def _record(self, record: R, item: Item) -> R | None:
        if isinstance(record, Update) and record.audience == "internal":
            return None
        try:
            changes = self._changes(record, item)
        except ValueError:
            # It cannot be without what stays inside.
            return None
        needed = (f for f in fields_of(type(record)).values() if f.required and not f.many)
        # A record whose one address or link is hidden says nothing any more.
        if any(changes[f.name] is None and getattr(record, f.name) is not None for f in needed):
            return None
        return record.model_copy(update=changes)

    def _target(self, field: Field, value: Any, item: Item) -> Any:
        to = field.link
        id = value.target if isinstance(value, Dependency) else str(value)
        if to and to.or_text and not is_id(id.partition(".")[0]):
            return self.redaction.text(id)
        full = f"{item.id}.{id}" if to and to.local and id.startswith(f"{to.local}-") else id
        if full in self.there:
            return value
        kind = self.kinds.of_id(id)
        return (kind.label.lower() if kind else INSIDE) if to and to.or_text else None


def _without(model: type[BaseModel], field: Field) -> Any:
    """What is left where a single link or address led to something that stays inside."""
    return None if field.required else model.model_fields[field.name].get_default()


def _sections(kind: type[Item], document: Document) -> dict[str, Node]:
    """The fields that stand in the text of a page."""
    node, _ = with_sections(kind, document)
    return {key: value for key, value in node.entries.items() if value.start >= document.body_start}


def _read_again(item: Item, body: dict[str, Node]) -> tuple[Item, frozenset[str]]:
    """The item with what its page says of it by now, and the fields that the page has lost."""
    before = item.node
    own = {k: v for k, v in before.entries.items() if v.source is before.source}
    written = {k for k, v in own.items() if k != "title" and v.start > before.end}
    gone = frozenset(written - body.keys())
    node = Mapping(before.source, before.start, before.end, before.keys, {**before.entries, **body})
    again, _ = decode_item(type(item), node, item.id, item.page)
    # What cannot be read a second time must not be shown as it was.
    return (item, frozenset(written)) if again is None else (again, gone)


def _mapping(record: BaseModel, source: Source = _NOWHERE) -> Mapping:
    """The values of a record as if they had been written, but nowhere."""
    entries = {
        field.key: _node(value, field)
        for field in fields_of(type(record)).values()
        if (value := getattr(record, field.name)) not in (None, "", ())
    }
    keys = {key: Scalar(_NOWHERE, 0, 0, key) for key in entries}
    return Mapping(source, 0, 0, keys, entries)


def _node(value: Any, field: Field) -> Node:
    if isinstance(value, tuple):
        return Sequence(_NOWHERE, 0, 0, [_node(one, field) for one in value])
    if field.record:
        return _mapping(value)
    return Scalar(_NOWHERE, 0, 0, str(value), quoted=isinstance(value, str))
