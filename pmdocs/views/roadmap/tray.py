"""Items without dates: shown beside the timeline, never left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.analysis.progress import progress_of
from pmdocs.views.roadmap.lanes import about

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pmdocs.analysis.progress import Progress
    from pmdocs.model.kinds.roadmap_item import RoadmapItem
    from pmdocs.project.project import Project

_HORIZONS = {
    "now": ("Now", "Being worked on"),
    "next": ("Next", "Comes after that"),
    "later": ("Later", "Direction, not a promise"),
    "": ("No time given", "Neither dates nor a horizon"),
}


@dataclass(frozen=True, slots=True)
class Undated:
    """A roadmap item that nothing dates."""

    id: str
    title: str
    status: str
    role: str
    theme: str
    owner: str
    team: str
    progress: Progress | None
    about: str


@dataclass(frozen=True, slots=True)
class Tray:
    """Items of one horizon; `horizon` is empty for those that have none."""

    horizon: str
    title: str
    note: str
    items: tuple[Undated, ...]


def trays_of(project: Project, items: Iterable[RoadmapItem]) -> tuple[Tray, ...]:
    """The items by horizon, in the order of their reading; only trays that hold something."""
    listed = list(items)
    trays = (
        Tray(horizon, *words, tuple(_undated(project, i) for i in listed if _in(i, horizon)))
        for horizon, words in _HORIZONS.items()
    )
    return tuple(tray for tray in trays if tray.items)


def _in(item: RoadmapItem, horizon: str) -> bool:
    return (item.horizon or "") == horizon


def _undated(project: Project, item: RoadmapItem) -> Undated:
    progress = progress_of(project, item.id)
    return Undated(
        id=item.id,
        title=item.title,
        status=item.status,
        role=item.state.role,
        theme=item.theme or "",
        owner=item.owner or "",
        team=item.team or "",
        progress=progress,
        about=about(item, item.horizon or "undated", progress),
    )
