"""How far some items have come: a bar each, computed from stories or key results."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.analysis.advance import advance_of
from pmdocs.model.kinds.roadmap_item import RoadmapItem
from pmdocs.views.ref import Ref, ref_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmdocs.model.item import Item
    from pmdocs.project.project import Project


@dataclass(frozen=True, slots=True)
class Row:
    """An item with how far it has come in percent, none where nothing shows it.

    `words` tell what the percents stand for. `health` is what the team says of
    an item that is not closed: `on track`, `at risk`, `off track`, or nothing.
    """

    ref: Ref
    percent: int | None
    words: str
    health: str


@dataclass(frozen=True, slots=True)
class View:
    """The items, in their order."""

    rows: tuple[Row, ...]


def build(project: Project, *, items: Sequence[Item] | None = None) -> View:
    """The progress of these items, or of all roadmap items that were not dropped."""
    if items is None:
        every = project.of(RoadmapItem)
        items = [item for item in every if item.state.role != "dropped"]
    return View(tuple(_row(project, item) for item in items))


def _row(project: Project, item: Item) -> Row:
    advance = advance_of(project, item)
    health = "" if item.state.closed else getattr(item, "health", None) or ""
    percent, words = (advance.percent, advance.words) if advance else (None, "nothing to count yet")
    return Row(ref_of(item), percent, words, health)
