"""The dates that everybody looks at: what is overdue, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.model.kinds.charter import Milestone
from pmdocs.model.kinds.release import Release
from pmdocs.project.project import PartPlace
from pmdocs.views.distance import distance, span
from pmdocs.views.roadmap.marks import moments

if TYPE_CHECKING:
    from collections.abc import Collection

    from pmdocs.model.dates import Date
    from pmdocs.model.item import Item
    from pmdocs.project.project import Project
    from pmdocs.views.roadmap.marks import Moment as Mark


@dataclass(frozen=True, slots=True)
class Moment:
    """A release or a milestone that is overdue, or the next of its sort.

    `sort` is `release` or `milestone`. `version` is that of a release. `distance`
    is how far away it is: `in 7 weeks`, or `12 days late`. `moved` says how much
    later it is than it was first promised.
    """

    id: str
    title: str
    sort: str
    version: str
    date: Date
    distance: str
    overdue: bool
    role: str
    moved: str


def moments_of(project: Project, items: Collection[Item]) -> tuple[Moment, ...]:
    """What is overdue, by date; then the next milestone and the next release."""
    owners = {item.id for item in items}
    marks = [m for m in moments(project) if m.id.partition(".")[0] in owners and m.role != "done"]
    waiting = [_moment(project, mark) for mark in marks]
    late = [moment for moment in waiting if moment.overdue]
    coming = [moment for moment in waiting if not moment.overdue]
    following = (
        next((moment for moment in coming if moment.sort == sort), None)
        for sort in ("milestone", "release")
    )
    return (*late, *(moment for moment in following if moment))


def _moment(project: Project, mark: Mark) -> Moment:
    found = project.find(mark.id)
    late = (project.today - mark.date.last).days
    return Moment(
        id=mark.id,
        title=mark.title,
        sort="milestone" if isinstance(found, PartPlace) else "release",
        version=found.version if isinstance(found, Release) else "",
        date=mark.date,
        distance=f"{span(late)} late" if late > 0 else distance(mark.date, project.today),
        overdue=late > 0,
        role=mark.role,
        moved=_moved(found.part) if isinstance(found, PartPlace) else "",
    )


def _moved(part: object) -> str:
    """How much later a milestone is than it was first promised."""
    if not isinstance(part, Milestone) or part.baseline is None:
        return ""
    days = (part.date.last - part.baseline.last).days
    return f"moved by {span(days)}" if days > 0 else ""
