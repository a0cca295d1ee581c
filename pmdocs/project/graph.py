"""Who refers to whom."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pmdocs.model.fields import fields_of
from pmdocs.model.ids import local_id, looks_like_id
from pmdocs.model.links import Dependency

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pydantic import BaseModel

    from pmdocs.model.fields import Field
    from pmdocs.model.item import Item, Part, Step
    from pmdocs.text import Span

_LOOKS_LIKE_ID = re.compile(r"[A-Z][A-Z0-9]*-[0-9]+(?:\.[A-Z]+-[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Link:
    """A reference from an item or a part to another, by id.

    `name` is how it reads from its source, `inverse` how it reads from its
    target; `field` and `steps` say where in `item` it was written.
    """

    name: str
    inverse: str
    source: str
    target: str
    kinds: tuple[str, ...]
    field: str
    item: Item
    steps: tuple[Step, ...]

    @property
    def span(self) -> Span:
        """Where it was written."""
        return self.item.at(*self.steps)


class Graph:
    """The links between items and parts, followed in either direction.

    Links to something that does not exist are kept apart in `dangling`: they
    are findings, not edges. What could not be read is neither: a mistake in one
    place must not look like many.
    """

    def __init__(self, links: Iterable[Link], exists: set[str], unclear: set[str]) -> None:
        """Sort the links by whether their target `exists` or is `unclear`."""
        self.dangling: list[Link] = []
        self._out: defaultdict[str, list[Link]] = defaultdict(list)
        self._in: defaultdict[str, list[Link]] = defaultdict(list)
        for link in links:
            if link.target in exists:
                self._add(link)
            elif link.target.partition(".")[0] not in unclear:
                self.dangling.append(link)

    def _add(self, link: Link) -> None:
        # An item answers for its parts: `PRD-3` knows who builds `PRD-3.FR-2`.
        for end, id in ((self._out, link.source), (self._in, link.target)):
            end[id].append(link)
            owner, dot, _ = id.partition(".")
            if (dot and owner != link.item.id) or (dot and end is self._out):
                end[owner].append(link)

    def out(self, id: str, *fields: str) -> list[Link]:
        """The links that an item makes, its parts' included, or only those of some fields."""
        return [k for k in self._out.get(id, ()) if not fields or k.field in fields]

    def into(self, id: str, *fields: str) -> list[Link]:
        """The links that lead to an item or to one of its parts."""
        return [k for k in self._in.get(id, ()) if not fields or k.field in fields]


def links_of(item: Item, former: Mapping[str, str]) -> Iterator[Link]:
    """The links that an item and its parts make.

    `former` maps the former ids of items to the present ones.
    """
    for link in _links(item, type(item), item, item.id, ()):
        target = present_id(link.target, former)
        yield link if target == link.target else _moved(link, target)


def present_id(id: str, former: Mapping[str, str]) -> str:
    """The id that an item has today, or the item that a part belongs to."""
    owner, dot, local = id.partition(".")
    return f"{former.get(owner, owner)}{dot}{local}"


def part_ids(item: Item) -> Iterator[tuple[str, str, int, Part]]:
    """The full id of each part with the field and place where it stands."""
    for field, index, part in item.parts():
        if part.id:
            yield f"{item.id}.{local_id(part, item)}", field, index, part


def _moved(link: Link, target: str) -> Link:
    return Link(
        link.name, link.inverse, link.source, target, link.kinds, link.field, link.item, link.steps
    )


def _links(
    record: BaseModel, model: type[BaseModel], item: Item, source: str, steps: tuple[Step, ...]
) -> Iterator[Link]:
    for field in _linking(model):
        value = getattr(record, field.name)
        values = value if field.many else () if value is None else (value,)
        for index, one in enumerate(values):
            here = (*steps, field.key, index) if field.many else (*steps, field.key)
            if field.link:
                yield from _link(field, one, item, source, here)
            elif field.record:
                inner = f"{item.id}.{local_id(one, item)}" if field.part else source
                yield from _links(one, field.record, item, inner, here)


def _link(
    field: Field, value: object, item: Item, source: str, steps: tuple[Step, ...]
) -> Iterator[Link]:
    to = field.link
    assert to is not None  # noqa: S101 - only linking fields come here
    target = value.target if isinstance(value, Dependency) else str(value)
    if to.or_text and not (_LOOKS_LIKE_ID.fullmatch(target) or looks_like_id(target)):
        return
    if to.local and target.startswith(f"{to.local}-"):
        target = f"{item.id}.{target}"
    name = to.name or field.key.replace("_", " ")
    yield Link(name, to.inverse, source, target, to.kinds, field.key, item, steps)


@cache
def _linking(model: type[BaseModel]) -> tuple[Field, ...]:
    """The fields that hold links, or records that do."""
    return tuple(
        field
        for field in fields_of(model).values()
        if field.link or (field.record and _linking(field.record))
    )
