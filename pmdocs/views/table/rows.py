"""The rows of a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.views.table.cells import Cell, cell_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmdocs.model.item import Item
    from pmdocs.project.project import Project, Unread
    from pmdocs.views.table.columns import Column


@dataclass(frozen=True, slots=True)
class Row:
    """One item, with a cell for each column."""

    id: str
    role: str
    cells: tuple[Cell, ...]


def row_of(project: Project, item: Item, columns: Sequence[Column]) -> Row:
    """The row of an item."""
    role = item.state.role if item.states else ""
    return Row(item.id, role, tuple(cell_of(project, item, column) for column in columns))


def unread_row(unread: Unread, columns: Sequence[Column]) -> Row:
    """The row of something that cannot be read: it has an id and a title at most."""
    known = {"id": unread.id, "title": unread.title, "kind": unread.kind.label}
    known["status"] = "cannot be read"
    return Row(unread.id, "blocked", tuple(Cell(known.get(c.key, "")) for c in columns))
