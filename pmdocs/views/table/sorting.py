"""The order of rows, as the script on the page would bring them into."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmdocs.views.table.cells import Cell
    from pmdocs.views.table.rows import Row

_DIGITS = re.compile(r"(\d+)")
_Words: TypeAlias = tuple[tuple[int, int, str], ...]


def ordered(rows: Sequence[Row], place: int, *, down: bool) -> list[Row]:
    """The rows by the column at a place; what is empty there comes last either way."""
    there = [row for row in rows if _key(row.cells[place]) is not None]
    empty = [row for row in rows if _key(row.cells[place]) is None]
    return [*sorted(there, key=lambda row: _key(row.cells[place]) or (), reverse=down), *empty]


def _key(cell: Cell) -> tuple[float, _Words] | None:
    """What a cell is compared by: numbers come before words, days are words."""
    if cell.value is not None:
        return (cell.value, ())
    text = cell.day or ", ".join([*(ref.id for ref in cell.refs), *cell.words]) or cell.text
    return (float("inf"), _natural(text)) if text else None


def _natural(text: str) -> _Words:
    """Words in which a number counts as such: `US-9` comes before `US-10`."""
    parts = _DIGITS.split(text.casefold())
    return tuple((0, int(part), "") if part.isdigit() else (1, 0, part) for part in parts if part)
