"""Which columns tell most about the items of a kind."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, zip_longest
from typing import TYPE_CHECKING, Literal, TypeAlias

from pmdocs.model.amounts import Effort, Money, Percent
from pmdocs.model.fields import fields_of
from pmdocs.model.item import Item
from pmdocs.model.registry import builtin

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pmdocs.model.fields import Field

Shape: TypeAlias = Literal["id", "title", "status", "owner", "when", "word", "link", "number"]
MOST = 8

_NUMBERS = (int, float, Effort, Money, Percent)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the field that it shows, or something computed.

    `name` is the field's name in Python, empty for what is not a field. A
    column with `choices` has few different values: readers can filter by it.
    """

    name: str
    label: str
    shape: Shape
    choices: bool = False


_FIRST = (
    Column("id", "ID", "id"),
    Column("title", "Title", "title"),
    Column("status", "Status", "status", choices=True),
    Column("owner", "Owner", "owner", choices=True),
    Column("when", "When", "when"),
)


def columns_of(kind: type[Item], items: Sequence[Item]) -> tuple[Column, ...]:
    """At most eight columns, none of them empty for all items.

    After what all items have, the fields take turns: a choice, a link, a
    number, the next choice, and so on. Then come short words, if there is room.
    """
    common = fields_of(Item)
    own = [field for key, field in fields_of(kind).items() if key not in common]
    turns = zip_longest(_choices(own), _links(own), _numbers(own))
    candidates = [column for column in chain.from_iterable(turns) if column]
    columns = [c for c in (*_FIRST, *candidates, *_words(own)) if _is_used(c, items)]
    chosen = columns[:MOST]
    order = ["id", "title", "status", "owner", "when", "word", "link", "number"]
    return tuple(sorted(chosen, key=lambda column: order.index(column.shape)))


def _is_used(column: Column, items: Sequence[Item]) -> bool:
    if column.shape in {"id", "title"}:
        return True
    return any(getattr(item, column.name) not in (None, "", ()) for item in items)


def _choices(fields: Iterable[Field]) -> Iterable[Column]:
    return (_column(f, "word", choices=True) for f in fields if f.choices)


def _links(fields: Iterable[Field]) -> Iterable[Column]:
    # A field that may hold words as well says less than one that always links.
    return (_column(f, "link") for f in fields if f.link and not f.link.or_text)


def _numbers(fields: Iterable[Field]) -> Iterable[Column]:
    return (_column(f, "number") for f in fields if f.part or _is_number(f))


def _words(fields: Iterable[Field]) -> Iterable[Column]:
    words = (f for f in fields if f.core is str and not (f.many or f.rich))
    return (_column(f, "link" if f.link else "word") for f in words if _may_be_words(f))


def _may_be_words(field: Field) -> bool:
    return field.link is None or field.link.or_text


def _is_number(field: Field) -> bool:
    return not field.many and isinstance(field.core, type) and issubclass(field.core, _NUMBERS)


def _column(field: Field, shape: Shape, *, choices: bool = False) -> Column:
    """The column of a field; one that is named after a kind is called as that kind is."""
    kind = builtin().by_name.get(field.key)
    return Column(field.name, kind.label if kind else field.label, shape, choices)
