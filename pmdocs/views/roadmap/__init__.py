"""The roadmap as a timeline: items in lanes, milestones, today, and what waits for what."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from pmdocs.model.kinds.roadmap_item import RoadmapItem
from pmdocs.views.ref import Ref, ref_to
from pmdocs.views.roadmap.arrows import Arrow, arrows_of
from pmdocs.views.roadmap.lanes import Group, Lane, groups_of, lanes_of
from pmdocs.views.roadmap.marks import Mark, marks_of, moments, period_of
from pmdocs.views.roadmap.scale import Scale, scale_of
from pmdocs.views.roadmap.tray import Tray, trays_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmdocs.model.item import Item
    from pmdocs.project.project import Project


@dataclass(frozen=True, slots=True)
class State:
    """A status with its colour role, for the legend and the filter."""

    word: str
    role: str


@dataclass(frozen=True, slots=True)
class View:
    """What the timeline shows.

    `groups` are what its lanes could be as well, the usual one first. `above` is how
    many rows the marks take, `height` how many all rows take. `unread` are items
    that cannot be read. `scale` is none when nothing has a time.
    """

    group: Group
    groups: tuple[Group, ...]
    scale: Scale | None
    marks: tuple[Mark, ...]
    above: int
    lanes: tuple[Lane, ...]
    arrows: tuple[Arrow, ...]
    height: int
    trays: tuple[Tray, ...]
    unread: tuple[Ref, ...]
    states: tuple[State, ...]
    total: int

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show at all."""
        return not (self.total or self.marks)

    @property
    def has_doubt(self) -> bool:
        """Whether the end of a bar is not known to the month."""
        return any(row.place.early or row.place.late for lane in self.lanes for row in lane.rows)

    @property
    def has_low(self) -> bool:
        """Whether the dates of an item are of low confidence."""
        return any(row.confidence == "low" for lane in self.lanes for row in lane.rows)

    @property
    def pointed(self) -> frozenset[str]:
        """The rows that an arrow leads to."""
        return frozenset(arrow.target for arrow in self.arrows)

    @property
    def has_clash(self) -> bool:
        """Whether an item certainly starts too early."""
        return any(arrow.violated for arrow in self.arrows)


def build(
    project: Project,
    group: Group | None = None,
    *,
    items: Sequence[Item] | None = None,
    whole: bool = False,
) -> View:
    """The timeline of a project, with lanes for each objective, theme, team or release.

    Without a `group` the lanes are what most plans have: objectives. With `items`
    it shows the roadmap items among them, the releases that these are part of, and the
    milestones of the charters among them. `whole` begins with all of the time in view.
    """
    everything = list(project.of(RoadmapItem))
    chosen = everything if items is None else [i for i in items if isinstance(i, RoadmapItem)]
    groups = groups_of(everything)
    lane = group or groups[0]
    dated = [item for item in chosen if item.when]
    points = moments(project, None if items is None else _near(items))
    periods = [item.when for item in dated if item.when] + [period_of(p) for p in points]
    scale = scale_of(periods, project.today, whole=whole)
    marks = marks_of(points, scale) if scale else ()
    lanes = lanes_of(project, dated, scale, lane) if scale else ()
    above = _rows_for(marks)
    unread = _unread(project) if items is None else ()
    return View(
        group=lane,
        groups=groups,
        scale=scale,
        marks=marks,
        above=above,
        lanes=lanes,
        arrows=arrows_of(project, lanes, scale.days, above) if scale else (),
        height=above + sum(len(lane.rows) + 1 for lane in lanes),
        trays=trays_of(project, [item for item in chosen if not item.when]),
        unread=unread,
        states=_states(chosen),
        total=len(chosen) + len(unread),
    )


def _rows_for(marks: Sequence[Mark]) -> int:
    """The rows that marks take: three quarters of a row are enough for each level."""
    return ceil(max((mark.level + 1 for mark in marks), default=0) * 3 / 4)


def _near(items: Sequence[Item]) -> set[str]:
    """The releases and charters that are meant with these items."""
    releases = {i.release for i in items if isinstance(i, RoadmapItem) and i.release}
    return {item.id for item in items} | releases


def _unread(project: Project) -> tuple[Ref, ...]:
    """The roadmap items that cannot be read."""
    unread = (one for one in project.unread.values() if issubclass(one.kind, RoadmapItem))
    return tuple(ref_to(project, one.id) for one in unread)


def _states(items: list[RoadmapItem]) -> tuple[State, ...]:
    """The states that occur, in the order of the kind."""
    used = {item.status for item in items}
    every = (state for item in items[:1] for state in item.states)
    return tuple(State(s.word, s.role) for s in every if s.word in used)
