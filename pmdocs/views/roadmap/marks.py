"""The diamonds of a timeline: releases, and the milestones of charters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.model.dates import Date, Period
from pmdocs.model.kinds.charter import Charter, Milestone
from pmdocs.model.kinds.release import Release

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable, Iterator

    from pmdocs.project.project import Project
    from pmdocs.views.roadmap.scale import Place, Scale

# What a label needs: pixels for a letter and for the diamond, and pixels for a day at each zoom.
_LETTER, _DIAMOND, _LONGEST = 6.2, 26, 28
# The pixels that the whole time has within a text.
_NARROW = 420
_PIXELS = {"month": 5.0, "quarter": 2.1, "year": 0.95}


@dataclass(frozen=True, slots=True)
class Moment:
    """A release or milestone before it has a place. `state` is how it stands, in a word."""

    id: str
    title: str
    date: Date
    state: str
    role: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A diamond in the middle of the time that its date names.

    Marks that would cover each other stand on different levels, from 0 on.
    The label has `room` in days; with `before` it stands on the left.
    """

    id: str
    title: str
    when: str
    state: str
    role: str
    place: Place
    level: int
    room: int
    before: bool

    @property
    def about(self) -> str:
        """All of it in one sentence."""
        return f"{self.title}: {self.when}, {self.state}"


def moments(project: Project, of: Collection[str] | None = None) -> list[Moment]:
    """The releases and milestones that were not given up, by date.

    With `of` only these releases, and the milestones of these charters.
    """
    every = (*_releases(project), *_milestones(project))
    found = [m for m in every if of is None or m.id.partition(".")[0] in of]
    return sorted(found, key=lambda moment: (moment.date.first, moment.date.last))


def period_of(moment: Moment) -> Period:
    """The time that it may happen in."""
    return Period(moment.date, moment.date)


def marks_of(moments: Iterable[Moment], scale: Scale) -> tuple[Mark, ...]:
    """The marks of moments that come in the order of their dates."""
    marks: list[Mark] = []
    free: list[float] = []
    for moment in moments:
        place, room = scale.place(period_of(moment)), _room(moment, scale)
        middle = place.start + place.days / 2
        before = middle + room > scale.days
        start = min(place.start, middle - room if before else middle)
        end = max(place.end, middle if before else middle + room)
        level = next((n for n, day in enumerate(free) if day <= start), len(free))
        free[level : level + 1] = [end]
        marks.append(_mark(moment, place, level, room, before=before))
    return tuple(marks)


def _mark(moment: Moment, place: Place, level: int, room: int, *, before: bool) -> Mark:
    return Mark(
        moment.id,
        moment.title,
        moment.date.words,
        moment.state,
        moment.role,
        place,
        level,
        room,
        before,
    )


def _room(moment: Moment, scale: Scale) -> int:
    """The days that a label takes at the zoom that the timeline begins with."""
    pixels = _DIAMOND + _LETTER * min(len(moment.title), _LONGEST)
    return round(pixels / _PIXELS.get(scale.zoom, _NARROW / scale.days))


def _releases(project: Project) -> Iterator[Moment]:
    for release in project.of(Release):
        role, state = release.state.role, str(release.status)
        if role == "dropped":
            continue
        if not release.state.closed and release.date.last < project.today:
            role, state = "at-risk", "overdue"
        yield Moment(release.id, release.title, release.date, state, role)


def _milestones(project: Project) -> Iterator[Moment]:
    for place in project.parts.values():
        if not isinstance(place.part, Milestone) or not isinstance(place.item, Charter):
            continue
        if place.item.state.role != "dropped":
            yield _milestone(place.id, place.part, project.today)


def _milestone(id: str, milestone: Milestone, today: dt.date) -> Moment:
    if milestone.actual:
        return Moment(id, milestone.title, milestone.actual, "reached", "done")
    late = milestone.date.last < today
    state, role = ("overdue", "at-risk") if late else ("expected", "planned")
    return Moment(id, milestone.title, milestone.date, state, role)
