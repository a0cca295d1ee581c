"""What the Markdown page of an item shows in its own sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.model.fields import fields_of
from pmdocs.model.ids import local_id

if TYPE_CHECKING:
    from pmdocs.model.fields import Field
    from pmdocs.model.item import Item
    from pmdocs.text import Position


def in_body(item: Item, field: Field) -> bool:
    """Whether the field is a section of the item's own Markdown page."""
    node, first = item.node.entries.get(field.key), item.node
    if item.page is None or node is None or node.source is not first.source:
        return False
    return node.start > first.end


def parts_in_body(item: Item) -> dict[str, Position]:
    """Where the parts begin that stand in such a section, by their own half of the id."""
    fields = fields_of(type(item)).values()
    names = {field.name for field in fields if in_body(item, field)}
    found: dict[str, Position] = {}
    for name, index, part in item.parts():
        if name in names and part.id and item.at(name, index).path == item.path:
            found.setdefault(local_id(part, item), item.at(name, index).start)
    return found


def is_in_body(item: Item, key: str) -> bool:
    """Whether the field of this name is a section of the item's own Markdown page."""
    return in_body(item, fields_of(type(item))[key])


def to_show(item: Item, key: str) -> str:
    """The text of a field for the top of the page, empty where the page says it itself."""
    value = getattr(item, key)
    return "" if value is None or is_in_body(item, key) else str(value)
