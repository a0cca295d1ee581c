"""What a tile says about an item, wherever it hangs: on a board, or on the overview."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.analysis.lateness import days_late, days_unbegun, is_behind, time_over
from pmdocs.analysis.progress import progress_of
from pmdocs.views import initials
from pmdocs.views.distance import span
from pmdocs.views.ref import Ref, ref_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from pmdocs.analysis.progress import Progress
    from pmdocs.model.item import Item
    from pmdocs.project.project import Project

# What an item is a piece of: the first of these fields that leads somewhere.
_PARENTS = ("objectives", "prd", "item", "release", "program")
_SURE = {"low": 1, "medium": 2, "high": 3}
_BAD_HEALTH = {"at risk": "at-risk", "off track": "blocked"}


@dataclass(frozen=True, slots=True)
class Tile:
    """An item in few words.

    `parent` is what it is a piece of: an objective, a PRD. `when` is its time in
    words and `ends` the end of it; `warning` says that it is late, or that it may
    become so. `sure` is its confidence as a number from 1 to 3, 0 where it is not
    said. `health` is only told when it is bad, with `health_role` for its colour.
    `waits_for` are items that are not finished. `criteria` is none for a kind that
    has no criteria; `gap` says that it should have some.
    """

    id: str
    title: str
    status: str
    role: str
    outcome: str
    theme: str
    parent: Ref | None
    when: str
    ends: str
    warning: str
    progress: Progress | None
    confidence: str
    sure: int
    health: str
    health_role: str
    owner: str
    initials: str
    team: str
    waits_for: tuple[Ref, ...]
    priority: str
    points: float | None
    criteria: int | None
    gap: bool


def tile_of(project: Project, item: Item) -> Tile:
    """The tile of an item of any kind; what its kind does not know stays empty."""
    progress = progress_of(project, item.id)
    health = "" if item.state.closed else _word(item, "health")
    criteria = getattr(item, "criteria", None)
    return Tile(
        id=item.id,
        title=item.title,
        status=item.state.word or item.status,
        role=item.state.role,
        outcome=_word(item, "outcome"),
        theme=_word(item, "theme"),
        parent=_parent(project, item),
        when=item.when.short if item.when else "",
        ends=item.when.end.words if item.when else "",
        warning=warning_of(item, progress, project.today),
        progress=progress,
        confidence=_word(item, "confidence"),
        sure=_SURE.get(_word(item, "confidence"), 0),
        health=health if health in _BAD_HEALTH else "",
        health_role=_BAD_HEALTH.get(health, ""),
        owner=item.owner or "",
        initials=initials.of_person(item.owner or ""),
        team=_word(item, "team"),
        waits_for=() if item.state.closed else tuple(unfinished(project, item)),
        priority=_word(item, "priority"),
        points=getattr(item, "points", None),
        criteria=None if criteria is None else len(criteria),
        gap=criteria == () and item.state.role not in {"discovery", "dropped"},
    )


def warning_of(item: Item, progress: Progress | None, today: dt.date) -> str:
    """That an item is late, or what speaks for it that it will be, in a few words."""
    if late := days_late(item, today):
        return f"late by {span(late)}"
    if late := days_unbegun(item, today):
        return f"should have begun {span(late)} ago"
    if progress and is_behind(item, progress, today):
        over = time_over(item, today)
        return f"{over}% of the time is over, {progress.percent}% of the stories are done"
    return ""


def unfinished(project: Project, item: Item) -> Iterator[Ref]:
    """What an item depends on that is neither done nor dropped."""
    targets = (link.target for link in project.graph.out(item.id, "depends_on"))
    for id in dict.fromkeys(targets):
        other = project.items.get(id)
        if other is not None and not other.state.closed:
            yield ref_of(other)


def _parent(project: Project, item: Item) -> Ref | None:
    for field in _PARENTS:
        for link in project.graph.out(item.id, field):
            if owner := project.items.get(link.target.partition(".")[0]):
                return ref_of(owner)
    return None


def _word(item: Item, field: str) -> str:
    """The value of a field that only some kinds have."""
    return str(getattr(item, field, None) or "")
