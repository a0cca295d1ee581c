"""How many points a team plans for a sprint, and how many it gets done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.model.kinds.story import Story

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pmdocs.model.kinds.sprint import Sprint
    from pmdocs.project.project import Project


@dataclass(frozen=True, slots=True)
class SprintPoints:
    """The points of the stories in a sprint: all of them, and those of stories that are done.

    `over` says that the sprint has ended, so that its points count for the average.
    """

    sprint: Sprint
    committed: float
    done: float
    stories: int
    over: bool


def points_of(project: Project, sprints: Iterable[Sprint]) -> tuple[SprintPoints, ...]:
    """The points of each sprint, in the order of their first days.

    A dropped story does not count, and one without points counts as 0 points.
    """
    ordered = sorted(sprints, key=lambda sprint: (sprint.start.first, sprint.id))
    return tuple(_points(project, sprint) for sprint in ordered)


def velocity(found: Sequence[SprintPoints]) -> float | None:
    """The mean of the points that were done in sprints that are over; none before the first."""
    done = [one.done for one in found if one.over]
    return sum(done) / len(done) if done else None


def _points(project: Project, sprint: Sprint) -> SprintPoints:
    sources = (link.item for link in project.graph.into(sprint.id, "sprint"))
    stories = [s for s in sources if isinstance(s, Story) and s.state.role != "dropped"]
    return SprintPoints(
        sprint,
        committed=sum(story.points or 0 for story in stories),
        done=sum(story.points or 0 for story in stories if story.state.role == "done"),
        stories=len(stories),
        over=sprint.state.closed or sprint.end.last < project.today,
    )
