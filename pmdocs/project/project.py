"""Everything known about a project, read once."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from pmdocs.model.ids import ids_written
from pmdocs.model.item import Item
from pmdocs.project.config import Settings
from pmdocs.project.graph import Graph, links_of, part_ids, present_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pmdocs.diagnostics import Finding
    from pmdocs.model.item import Part
    from pmdocs.project.blocks import Block
    from pmdocs.project.features import Named
    from pmdocs.source.markdown import Document
    from pmdocs.source.node import Mapping as Node
    from pmdocs.text import Source, Span

T = TypeVar("T", bound=Item)


@dataclass(frozen=True, slots=True)
class PartPlace:
    """A part with the item that it belongs to and where it stands there."""

    id: str
    part: Part
    item: Item
    field: str
    index: int

    @property
    def span(self) -> Span:
        """Where it was written: its id, or all of it."""
        return self.item.at(self.field, self.index, "id")


@dataclass(frozen=True, slots=True)
class Unread:
    """Something that has an id, but cannot be understood."""

    id: str
    kind: type[Item]
    title: str
    node: Node
    page: str | None = None

    @property
    def span(self) -> Span:
        """Where it begins."""
        id = self.node.get("id")
        return id.span if id is not None else self.node.head


@dataclass(frozen=True, slots=True)
class Mention:
    """An id in running text. `source` is the item that it stands in, if it is one's."""

    target: str
    span: Span
    explicit: bool
    source: str | None


@dataclass(frozen=True)
class Project:
    """The items of a project, and what went wrong while reading them.

    `items` are in the order in which they were read. `again` holds items whose
    id was taken already. `refused` are files that must not be published, and
    `garbled` is what can be made out of files that could not be read. `blocks` are
    the views that stand in prose, by the file of the page. `allow_python` says that
    rules in Python may be run. `features` are the stories that `.feature` files name.
    """

    sources: Mapping[str, Source]
    items: Mapping[str, Item]
    unread: Mapping[str, Unread]
    again: tuple[Item, ...]
    problems: tuple[Finding, ...]
    mentions: tuple[Mention, ...] = ()
    pages: Mapping[str, Document] = field(default_factory=dict)
    settings: Settings = field(default_factory=Settings)
    today: dt.date = field(default_factory=dt.date.today)
    refused: frozenset[str] = frozenset()
    garbled: tuple[Source, ...] = ()
    blocks: Mapping[str, tuple[Block, ...]] = field(default_factory=dict)
    allow_python: bool = False
    features: tuple[Named, ...] = ()

    @cached_property
    def parts(self) -> dict[str, PartPlace]:
        """The parts of all items, by full id; the first of two with one id counts."""
        places: dict[str, PartPlace] = {}
        for item in self.items.values():
            for id, field_name, index, part in part_ids(item):
                places.setdefault(id, PartPlace(id, part, item, field_name, index))
        return places

    @cached_property
    def aliases(self) -> dict[str, str]:
        """The present ids of items, by the ids that they had before."""
        pairs = ((old, item.id) for item in self.items.values() for old in item.aliases)
        return {old: new for old, new in pairs if old not in self.items}

    @cached_property
    def unclear(self) -> set[str]:
        """The ids of everything that was not understood, or only in part."""
        partial = {item.id for item in self.items.values() if item.partial}
        garbled = {match[1] for source in self.garbled for match in ids_written(source.text)}
        return {*self.unread, *partial, *garbled}

    @cached_property
    def graph(self) -> Graph:
        """The links between the items."""
        links = (link for item in self.items.values() for link in links_of(item, self.aliases))
        return Graph(links, {*self.items, *self.parts}, self.unclear)

    @cached_property
    def named_parts(self) -> dict[str, set[str]]:
        """The parts that links and texts name, there or not, by the id of their item."""
        named = [link.target for link in self.graph.dangling]
        named += [mention.target for mention in self.mentions]
        found: dict[str, set[str]] = {}
        for id in named:
            owner, dot, _ = id.partition(".")
            if dot:
                found.setdefault(owner, set()).add(id)
        return found

    @cached_property
    def mentioned_in(self) -> dict[str, list[str]]:
        """The items whose text names an item, by the id of the item that is named."""
        found: dict[str, dict[str, None]] = {}
        for mention in self.mentions:
            if mention.source:
                owner = mention.target.partition(".")[0]
                found.setdefault(owner, {})[mention.source] = None
        return {id: list(sources) for id, sources in found.items()}

    def of(self, kind: type[T]) -> Iterator[T]:
        """The items of one kind."""
        return (item for item in self.items.values() if isinstance(item, kind))

    def find(self, id: str) -> Item | PartPlace | None:
        """The item or part with this id, or with this id in former times."""
        id = present_id(id, self.aliases)
        return self.items.get(id) or self.parts.get(id)

    def present(self, id: str) -> str:
        """The id that an item or a part has today; one that nobody knows stays as it is."""
        found = self.find(id)
        return found.id if found else id

    def kind_of(self, id: str) -> str | None:
        """The name of the kind of an item or a part."""
        found = self.find(id)
        if isinstance(found, PartPlace):
            return found.part.kind
        return found.kind if found else None

    def title_of(self, id: str) -> str:
        """What an item or part is called: a part by its words."""
        found = self.find(id)
        if isinstance(found, PartPlace):
            part = found.part
            words = getattr(part, "title", "") or getattr(part, "words", "")
            return str(words or getattr(part, "text", "") or "")
        return found.title if found else ""
