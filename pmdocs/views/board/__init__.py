"""Boards: what comes now, next and later, and which state the work is in.

There are two ways to choose the column of an item. `by="horizon"` puts it under
now, next or later; where nobody wrote a horizon, it is derived from the status
and the dates (see `pmdocs.analysis.horizon`). `by="status"` has a column for
each state of the kind, with its limit of work in progress from the settings.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from pmdocs.analysis.horizon import is_recent
from pmdocs.views.board.columns import Column, by_horizon, by_status, closed_last
from pmdocs.views.ref import Ref, ref_to
from pmdocs.views.tile import Tile, tile_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmdocs.model.item import Item
    from pmdocs.project.project import Project

By: TypeAlias = Literal["horizon", "status"]
_ROUTES = {("item", "horizon"): "board", ("story", "status"): "board/stories"}


@dataclass(frozen=True, slots=True)
class View:
    """What a board shows.

    `recent` are cards of what was done within three months, and `earlier` counts
    what was done before, on a board by horizon; a board by status has a column
    for what is done. `dropped` counts what is left out. `unread` are items that
    cannot be read. `others` are the other boards of the site that have something
    to show: their page and title.
    """

    kind: str
    label: str
    plural: str
    by: By
    columns: tuple[Column, ...]
    recent: tuple[Tile, ...]
    earlier: int
    dropped: int
    unread: tuple[Ref, ...]
    others: tuple[tuple[str, str], ...]
    total: int

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show at all."""
        return not self.total


def build(
    project: Project,
    *,
    kind: str = "item",
    by: By = "horizon",
    items: Sequence[Item] | None = None,
) -> View:
    """The board of a kind; `items` chooses among all items, those of other kinds are passed over.

    A kind that the project does not have raises `KeyError`.
    """
    model = project.settings.kinds.by_name[kind]
    chosen = list(project.items.values()) if items is None else list(items)
    mine = [item for item in chosen if item.kind == kind]
    kept = [item for item in mine if item.state.role != "dropped"]
    done = [item for item in kept if item.state.role == "done"] if by == "horizon" else []
    recent = [item for item in done if is_recent(item, project.today)]
    lost = [] if items is not None else [u for u in project.unread.values() if u.kind.kind == kind]
    columns = by_horizon(project, kept) if by == "horizon" else by_status(project, model, kept)
    return View(
        kind=kind,
        label=model.label,
        plural=model.plural,
        by=by,
        columns=columns,
        recent=tuple(tile_of(project, item) for item in closed_last(project, recent)),
        earlier=len(done) - len(recent),
        dropped=len(mine) - len(kept),
        unread=tuple(ref_to(project, unread.id) for unread in lost),
        others=_others(project, kind, by),
        total=len(mine) + len(lost),
    )


def is_shown(project: Project, *kinds: str) -> bool:
    """Whether there is anything to put on the boards of these kinds."""
    used = (one.kind for one in project.items.values())
    lost = (unread.kind.kind for unread in project.unread.values())
    return any(name in kinds for name in (*used, *lost))


def _others(project: Project, kind: str, by: By) -> tuple[tuple[str, str], ...]:
    titles = {"board": "Board of roadmap items", "board/stories": "Story board"}
    return tuple(
        (page, titles[page])
        for (other, way), page in _ROUTES.items()
        if (other, way) != (kind, by) and is_shown(project, other)
    )
