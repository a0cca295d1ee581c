"""What a search finds of an item: its own words, and each of its parts for itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.model.fields import fields_of
from pmdocs.model.ids import local_id
from pmdocs.model.item import part_fields
from pmdocs.site.addresses import anchor_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from pmdocs.model.item import Item


@dataclass(frozen=True, slots=True)
class Passage:
    """A part with its words: `anchor` is its place on the page, `title` what it is called there."""

    anchor: str
    kind: str
    title: str
    text: str


def words_of(item: Item) -> str:
    """The words of an item but its title, and but those of parts that have a place of their own.

    Sentences come first: their beginning is what a search shows.
    """
    inside = {"title", *part_fields(type(item))}
    own = sorted((t for t in item.texts if t.path[0] not in inside), key=lambda t: not t.rich)
    loose = (words for _, _, part in item.parts() if not part.id for words in _words(part))
    return "\n".join((*(text.node.text for text in own), *loose, f"{item.status} {item.label}"))


def passages_of(item: Item) -> tuple[Passage, ...]:
    """The parts of an item that can be linked to, in their order; the first of two with one id."""
    found: dict[str, Passage] = {}
    for _, _, part in item.parts():
        if part.id:
            local = local_id(part, item)
            name = f"{local} {getattr(part, 'title', '')}".strip()
            text = "\n".join(words for words in _words(part) if not name.endswith(words))
            passage = Passage(anchor_of(local), part.kind.capitalize(), name, text)
            found.setdefault(passage.anchor, passage)
    return tuple(found.values())


def _words(record: BaseModel) -> Iterator[str]:
    """All that people wrote in a record, without what is an id or one of a few given words."""
    for field in fields_of(type(record)).values():
        value = getattr(record, field.name)
        if field.record:
            for one in value if field.many else (value,) if value else ():
                yield from _words(one)
        elif field.core is str and field.key not in {"id", "url"} and not field.link:
            yield from value if field.many else (value,) if value else ()
