"""All items of one kind as a table to sort and to filter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.model.ids import number_of
from pmdocs.views.ref import Ref, ref_to
from pmdocs.views.table.cells import Cell, cell_of
from pmdocs.views.table.columns import Column, columns_of

if TYPE_CHECKING:
    from pmdocs.model.item import Item
    from pmdocs.project.project import Project


@dataclass(frozen=True, slots=True)
class Row:
    """One item, with a cell for each column."""

    id: str
    role: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class View:
    """What the table shows; `unread` are items of the kind that cannot be read."""

    kind: str
    label: str
    plural: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    unread: tuple[Ref, ...]


def build(project: Project, kind: type[Item]) -> View:
    """The table of a kind, in the order of its ids."""
    items = [item for item in project.items.values() if item.kind == kind.kind]
    items.sort(key=lambda item: number_of(item.id))
    columns = columns_of(kind, items)
    unread = (u.id for u in project.unread.values() if u.kind.kind == kind.kind)
    return View(
        kind=kind.kind,
        label=kind.label,
        plural=kind.plural,
        columns=columns,
        rows=tuple(_row(project, item, columns) for item in items),
        unread=tuple(ref_to(project, id) for id in unread),
    )


def _row(project: Project, item: Item, columns: tuple[Column, ...]) -> Row:
    role = item.state.role if item.states else ""
    return Row(item.id, role, tuple(cell_of(project, item, column) for column in columns))
