"""Items as a table to sort, to filter, and to take along: all of a kind, or any choice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.model.ids import number_of
from pmdocs.views.table.columns import Column, columns_named, columns_of
from pmdocs.views.table.rows import Row, row_of, unread_row
from pmdocs.views.table.sorting import ordered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmdocs.model.item import Item
    from pmdocs.project.project import Project


@dataclass(frozen=True, slots=True)
class View:
    """What the table shows.

    `kind` is empty where there are several. `unread` are items of the kind that
    cannot be read. `sort` is the key of the column that the rows are sorted by,
    with `-` before it where the last comes first; empty for the order of ids.
    """

    kind: str
    label: str
    plural: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    unread: tuple[Row, ...]
    sort: str = ""


def build(
    project: Project,
    kind: type[Item] | None = None,
    *,
    items: Sequence[Item] | None = None,
    columns: Sequence[str] | None = None,
    sort: str = "",
) -> View:
    """The table of a kind, of all items, or of these.

    `columns` are names of fields or `when`, `progress`, `kind`; the title is
    there in any case. Without them, the table chooses those that tell most.
    `sort` is one of them, such as `points`, or `-points` for the highest first.
    """
    names = None if columns is None else list(columns)
    shown = _all(project, kind) if items is None else list(items)
    kinds = [kind] if kind else _kinds(project, shown)
    chosen = _chosen(project, kinds, shown, names)
    rows = tuple(row_of(project, item, chosen) for item in shown)
    place = next((n for n, c in enumerate(chosen) if c.key == sort.removeprefix("-")), None)
    if place is not None:
        rows = tuple(ordered(rows, place, down=sort.startswith("-")))
    only = kinds[0] if len(kinds) == 1 else None
    return View(
        kind=only.kind if only else "",
        label=only.label if only else "Item",
        plural=only.plural if only else "Items",
        columns=chosen,
        rows=rows,
        unread=_unread(project, kind, chosen) if items is None else (),
        sort=sort if place is not None else "",
    )


def _all(project: Project, kind: type[Item] | None) -> list[Item]:
    """All items, or those of a kind, in the order of kinds and ids."""
    order = {one.kind: place for place, one in enumerate(project.settings.kinds)}
    items = (i for i in project.items.values() if kind is None or i.kind == kind.kind)
    return sorted(items, key=lambda item: (order.get(item.kind, 0), number_of(item.id)))


def _kinds(project: Project, items: Sequence[Item]) -> list[type[Item]]:
    used = {item.kind for item in items}
    return [kind for kind in project.settings.kinds if kind.kind in used]


def _chosen(
    project: Project,
    kinds: Sequence[type[Item]],
    items: Sequence[Item],
    names: list[str] | None,
) -> tuple[Column, ...]:
    if names is None:
        return columns_of(project, kinds, items)
    if "title" not in names:
        # Without it nobody knows what a row is about; it follows the id.
        start = int(names[:1] == ["id"])
        names = [*names[:start], "title", *names[start:]]
    # Whoever names a column sees it, even where nothing here has the field.
    return columns_named(names, (*kinds, *project.settings.kinds), items)


def _unread(
    project: Project, kind: type[Item] | None, columns: Sequence[Column]
) -> tuple[Row, ...]:
    found = (u for u in project.unread.values() if kind is None or u.kind.kind == kind.kind)
    return tuple(unread_row(one, columns) for one in found)
