"""What a cell of a table says, and how it is sorted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pmdocs.analysis.advance import advance_of
from pmdocs.model.amounts import Effort, Money, Percent
from pmdocs.model.dates import Date
from pmdocs.model.fields import fields_of
from pmdocs.model.links import Dependency
from pmdocs.views.ref import Ref, ref_to

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pmdocs.model.item import Item
    from pmdocs.project.project import Project
    from pmdocs.views.table.columns import Column


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a cell, or its links, or several words.

    Where the text would sort wrongly, `day` (as ISO 8601) or `value` stands for
    it. `about` says more than there is room for.
    """

    text: str = ""
    day: str = ""
    value: float | None = None
    refs: tuple[Ref, ...] = ()
    words: tuple[str, ...] = ()
    about: str = ""


_EMPTY = Cell()


def cell_of(project: Project, item: Item, column: Column) -> Cell:
    """The cell of an item in a column; empty where an item of its kind has no such field."""
    field = fields_of(type(item)).get(column.key)
    if field is None:
        return _computed(project, item, column.key)
    value = getattr(item, field.name)
    if value in (None, "", ()):
        return _EMPTY
    if field.link:
        return _links(project, value if field.many else (value,))
    if field.record:
        return _number(len(value)) if field.many else _EMPTY
    if field.many:
        return Cell(words=tuple(_one(one).text for one in value))
    return _one(value)


def _computed(project: Project, item: Item, key: str) -> Cell:
    if key == "kind":
        return Cell(item.label)
    if key == "when" and item.when:
        return Cell(item.when.words, item.when.start.first.isoformat())
    if key == "progress" and (advance := advance_of(project, item)):
        return Cell(f"{advance.percent}%", value=advance.percent, about=advance.words)
    return _EMPTY


def _links(project: Project, values: Iterable[object]) -> Cell:
    """The links to what is there; what is not, and words in the place of an id, stay text."""
    ids = [v.target if isinstance(v, Dependency) else str(v) for v in values]
    there = [id for id in ids if project.find(id) or id in project.unread]
    text = ", ".join(id for id in ids if id not in there)
    return Cell(text, refs=tuple(ref_to(project, id) for id in there))


def _one(value: Any) -> Cell:
    """A single value, written for people."""
    match value:
        case bool():
            return Cell("yes" if value else "no")
        case Date():
            return Cell(value.words, value.first.isoformat())
        case int() | float() | Effort() | Money() | Percent():
            return _number(value)
    return Cell(str(value))


def _number(value: float | Effort | Money | Percent) -> Cell:
    match value:
        case Effort():
            return Cell(str(value), value=value.hours)
        case Money():
            return Cell(str(value), value=float(value.amount))
        case Percent():
            return Cell(str(value), value=value.value)
    return Cell(f"{value:,.10g}", value=value)
