"""What a cell of a table says, and how it is sorted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.model.amounts import Effort, Money, Percent
from pmdocs.model.links import Dependency
from pmdocs.views.ref import Ref, ref_to

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pmdocs.model.item import Item
    from pmdocs.project.project import Project
    from pmdocs.views.table.columns import Column


@dataclass(frozen=True, slots=True)
class Cell:
    """The text or the links of a cell.

    `sort` stands for the cell when rows are sorted, where the text would not
    do: a day for a time, a plain number for an amount.
    """

    text: str = ""
    sort: str = ""
    refs: tuple[Ref, ...] = ()


def cell_of(project: Project, item: Item, column: Column) -> Cell:
    """The cell of an item in a column."""
    value = getattr(item, column.name)
    if value in (None, "", ()):
        return Cell()
    match column.shape:
        case "when":
            return Cell(value.words, value.start.first.isoformat())
        case "link":
            return _links(project, value if isinstance(value, tuple) else (value,))
        case "number":
            return _number(len(value) if isinstance(value, tuple) else value)
        case _:
            return Cell(str(value))


def _links(project: Project, values: Iterable[object]) -> Cell:
    """The links to what is there; what is not, and words in the place of an id, stay text."""
    ids = [v.target if isinstance(v, Dependency) else str(v) for v in values]
    there = [id for id in ids if project.find(id) or id in project.unread]
    text = ", ".join(id for id in ids if id not in there)
    return Cell(text, ids[0], tuple(ref_to(project, id) for id in there))


def _number(value: object) -> Cell:
    match value:
        case Effort():
            return Cell(str(value), f"{value.hours:g}")
        case Money():
            return Cell(str(value), str(value.amount))
        case Percent():
            return Cell(str(value), f"{value.value:g}")
        case _:
            return (
                Cell(f"{value:,.10g}", f"{value:g}") if isinstance(value, int | float) else Cell()
            )
