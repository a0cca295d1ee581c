"""What every item has, and the records inside items."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict

from pmdocs.model.dates import Date, Period
from pmdocs.model.values import Line, Text, Url, read_line
from pmdocs.source.node import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from typing import Self

    from pmdocs.model.texts import Words
    from pmdocs.source.node import Node
    from pmdocs.text import Span

Step: TypeAlias = str | int
Health: TypeAlias = Literal["on track", "at risk", "off track"]


@dataclass(frozen=True, slots=True)
class State:
    """A word for a status, with its column on a board and its colour role.

    Roles are `planned discovery in-progress at-risk blocked done dropped`.
    """

    word: str
    role: str
    column: str = ""

    @property
    def closed(self) -> bool:
        """Whether nothing more will happen."""
        return self.role in {"done", "dropped"}

    @property
    def agreed(self) -> bool:
        """Whether it says that people agreed, so that others build on it from now on.

        Such a word has the role `done`, since the document is; what it says holds from then on.
        """
        return self.role == "done" and self.word in _AGREED

    @property
    def finished(self) -> bool:
        """Whether nobody works on it any more, and nobody has to go by it."""
        return self.closed and not self.agreed


_AGREED = frozenset({"approved", "accepted", "validated"})
_UNKNOWN = State("", "planned")
_UNREADABLE = State("unknown", "planned")


class Record(BaseModel):
    """Named values inside an item."""

    # Schemas are built when a kind is first read: nobody uses all of them.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Part(Record):
    """A record with an id of its own, such as a criterion: others can link to it.

    `id` is the part's own half: `AC-3` in `US-12.AC-3`.
    """

    kind: ClassVar[str] = "part"
    plural: ClassVar[str] = "parts"
    prefixes: ClassVar[tuple[str, ...]] = ()

    id: Annotated[str, BeforeValidator(read_line)]


class Resource(Record):
    """A page elsewhere."""

    title: Line
    """What is there."""
    url: Url
    """The address: http, https, mailto, or a path in this site."""


class Update(Record):
    """News about an item, newest first."""

    date: Date
    """When it was written."""
    text: Text
    """What is new, for people who are not in the team."""
    health: Health | None = None
    """How the item stood then."""
    audience: Literal["internal", "public"] | None = None
    """Who may see it, where that differs from the item: `internal` keeps it inside."""


class Item(Record):
    """A document of the product: what every kind has."""

    kind: ClassVar[str] = "item"
    label: ClassVar[str] = "Item"
    plural: ClassVar[str] = "Items"
    prefix: ClassVar[str] = ""
    states: ClassVar[tuple[State, ...]] = ()

    id: Line
    """The permanent id. Never used again, even when the item is gone."""
    title: Line
    """A few words that people recognise it by."""
    status: str = ""
    """How far it has come."""
    owner: Line | None = None
    """Who answers for it: a person, a role or a team."""
    tags: tuple[Line, ...] = ()
    """Words to find it by."""
    notes: Text | None = None
    """Anything else, in Markdown."""
    links: tuple[Resource, ...] = ()
    """Pages elsewhere that belong to it."""
    audience: Literal["internal", "public"] = "internal"
    """Who may see it on a site that is published for everybody."""
    aliases: tuple[Line, ...] = ()
    """Ids that it had before."""
    updates: tuple[Update, ...] = ()
    """News about it, newest first."""
    review_by: Date | None = None
    """When somebody has to read it again, whether it is still true."""

    # Where it was written. Slots, because pydantic's private attributes are
    # slow to read, and rules ask for these a hundred times an item.
    __slots__ = ("_lost", "_node", "_page", "_texts")

    if TYPE_CHECKING:
        _node: Mapping
        _page: str | None
        _lost: frozenset[str] | None
        _texts: tuple[Words, ...]

    @property
    def state(self) -> State:
        """The status with its column and colour role."""
        if self._lost and "status" in self._lost:
            return _UNREADABLE
        return _states(type(self)).get(self.status, _UNKNOWN)

    @property
    def when(self) -> Period | None:
        """The time that it takes, if anything says so."""
        dates = self.dates
        start, end = dates.get("start"), dates.get("end") or dates.get("deadline")
        single = dates.get("date") or dates.get("period")
        first, last = start or end or single, end or start or single
        return Period(first, last) if first and last else None

    @property
    def dates(self) -> dict[str, Date]:
        """The dates that say when it is, by the name of the field."""
        values = ((name, getattr(self, name)) for name in _date_fields(type(self)))
        return {name: value for name, value in values if isinstance(value, Date)}

    @property
    def node(self) -> Mapping:
        """What was written."""
        return self._node

    @property
    def page(self) -> str | None:
        """The Markdown file that is this item's page, if it was written as one."""
        return self._page

    @property
    def partial(self) -> bool:
        """Whether some of its fields could not be understood and were left out."""
        return self._lost is None or bool(self._lost)

    def knows(self, fields: Collection[str] | None) -> bool:
        """Whether all of these fields were understood, or simply all where None is given."""
        if self._lost is None or fields is None:
            return not self.partial
        return self._lost.isdisjoint(fields)

    @property
    def path(self) -> str:
        """The file that it was written in."""
        return self._node.source.path

    @property
    def span(self) -> Span:
        """Where it begins: its id, or its first key."""
        node = self._node.get("id")
        return node.span if node is not None else self._node.head

    def at(self, *steps: Step) -> Span:
        """Where a value was written: `at("criteria", 0, "then")`.

        A value that was not written is at the nearest thing around it.
        """
        node = locate(self._node, steps)
        return self.span if node is self._node else node.span

    def key(self, name: str) -> Span:
        """Where the name of a field was written."""
        key = self._node.keys.get(name)
        return key.span if key else self.span

    def parts(self) -> Iterator[tuple[str, int, Part]]:
        """The records that have an id of their own, with their field and place in it."""
        for name in part_fields(type(self)):
            for index, part in enumerate(getattr(self, name)):
                if isinstance(part, Part):
                    yield name, index, part

    @property
    def texts(self) -> tuple[Words, ...]:
        """The words in its fields, with their places."""
        return self._texts

    def attach(
        self,
        node: Mapping,
        page: str | None,
        texts: tuple[Words, ...],
        lost: frozenset[str] | None,
    ) -> None:
        """Remember where it was written, and which fields were lost; the reader calls this once."""
        where = {"_node": node, "_page": page, "_texts": texts, "_lost": lost}
        for name, value in where.items():
            object.__setattr__(self, name, value)

    def rewritten(self, changes: dict[str, Any], node: Mapping, texts: tuple[Words, ...]) -> Self:
        """A copy with other values, which stand in another node."""
        copy = self.model_copy(update=changes)
        copy.attach(node, self._page, texts, self._lost)
        return copy

    def damaged(self, *fields: str) -> None:
        """Remember that something in it could not be read: these fields, or nobody knows what."""
        lost = None if self._lost is None or not fields else self._lost | {*fields}
        object.__setattr__(self, "_lost", lost)


def locate(node: Node, steps: tuple[Step, ...]) -> Node:
    """The node at the end of the steps, or the last that exists on the way."""
    for step in steps:
        following: Node | None = None
        if isinstance(node, Mapping):
            following = node.entries.get(str(step))
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            following = node.items[step]
        elif isinstance(node, Scalar) and step == 0:
            following = node
        if following is None:
            return node
        node = following
    return node


@cache
def part_fields(kind: type[Item]) -> tuple[str, ...]:
    """The fields of a kind that hold parts."""
    return tuple(n for n, f in kind.model_fields.items() if _holds_parts(f.annotation))


@cache
def _date_fields(kind: type[Item]) -> tuple[str, ...]:
    """The fields of a kind that say when it is."""
    known = ("start", "end", "deadline", "date", "period")
    return tuple(name for name in known if name in kind.model_fields)


@cache
def _states(kind: type[Item]) -> dict[str, State]:
    return {state.word: state for state in kind.states}


def _holds_parts(annotation: Any) -> bool:
    arguments = getattr(annotation, "__args__", ())
    return any(isinstance(a, type) and issubclass(a, Part) for a in arguments)
