"""Records as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.model.fields import fields_of
from pmdocs.views.item.facts import shown
from pmdocs.views.item.pieces import Group, Row, Sheet
from pmdocs.views.item.values import Fact

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pydantic import BaseModel

    from pmdocs.model.fields import Field


def sheet_of(records: Sequence[BaseModel]) -> Sheet:
    """A table of at least one record of one sort: a column for each of their fields."""
    fields = fields_of(type(records[0])).values()
    return sheet([Group(tuple(Row(tuple(_cell(f, r) for f in fields)) for r in records))])


def sheet(groups: Iterable[Group]) -> Sheet:
    """A table of rows, without the columns that are empty in all of them."""
    kept = tuple(groups)
    rows = [row.cells for group in kept for row in group.rows]
    used = [any(c.text or c.ids for c in cells) for cells in zip(*rows, strict=True)]
    columns = tuple(cell.label for cell, use in zip(rows[0], used, strict=True) if use)
    return Sheet(columns, tuple(Group(_kept(g.rows, used), g.title, g.note) for g in kept))


def _kept(rows: Iterable[Row], used: Sequence[bool]) -> tuple[Row, ...]:
    return tuple(
        Row(tuple(c for c, use in zip(row.cells, used, strict=True) if use), row.anchor)
        for row in rows
    )


def _cell(field: Field, record: BaseModel) -> Fact:
    value = getattr(record, field.name)
    if value in (None, "", ()):
        return Fact(field.label, "")
    text = ", ".join(map(shown, value if field.many else (value,)))
    return Fact(field.label, text, rich=field.rich)
