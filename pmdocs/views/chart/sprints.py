"""The velocity of a team: for each sprint the points planned, in outline, and done, solid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.analysis.velocity import points_of, velocity
from pmdocs.model.kinds.sprint import Sprint
from pmdocs.views.chart.labels import Label, thinned
from pmdocs.views.chart.scale import Scale, scale_of, short
from pmdocs.views.chart.values import Chart, Column, Data, Line, Plot, Tick

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmdocs.analysis.velocity import SprintPoints
    from pmdocs.model.item import Item
    from pmdocs.project.project import Project

# So many of the last sprints are drawn; the data has them all.
LAST = 12
_SHARE = 0.62


def sprints(project: Project, items: Sequence[Item], title: str) -> Chart:
    """The velocity of these sprints; other items are left out."""
    found = points_of(project, (item for item in items if isinstance(item, Sprint)))
    heading = title or "Velocity"
    if not any(one.committed for one in found):
        why = "No story in a sprint has points yet." if found else "There is no sprint yet."
        return Chart("velocity", heading, why)
    return Chart("velocity", heading, _says(found), _plot(found), _data(found))


def _plot(found: Sequence[SprintPoints]) -> Plot:
    shown, mean = found[-LAST:], velocity(found)
    scale = scale_of((one.committed for one in shown), zero=True)
    slot = 100 / len(shown)
    bars = [bar for n, one in enumerate(shown) for bar in _bars(scale, one, slot, n)]
    labels = [
        Label(one.sprint.id, round(slot * (n + 0.5), 2), more=_of(one))
        for n, one in enumerate(shown)
    ]
    lines = []
    if mean is not None:
        y = round(100 - scale.share(mean), 2)
        label = f"average {short(round(mean, 1))}"
        lines.append(Line(((0, y), (100, y)), "in-progress", "dashed", label, y))
    return Plot(
        tuple(Tick(round(100 - scale.share(t), 2), short(t)) for t in scale.ticks),
        thinned(labels),
        tuple(bars),
        tuple(lines),
        legend=(("committed", "planned", True), ("done", "done", False)),
    )


def _bars(scale: Scale, one: SprintPoints, slot: float, place: int) -> list[Column]:
    """What is done stands within the outline of what was planned."""
    width = round(slot * _SHARE, 2)
    x = round(slot * (place + 0.5) - width / 2, 2)
    done = Column(x, width, scale.share(one.done), "done")
    return [done, Column(x, width, scale.share(one.committed), "planned", outlined=True)]


def _of(one: SprintPoints) -> str:
    return f"{short(one.done)}/{short(one.committed)}"


def _says(found: Sequence[SprintPoints]) -> str:
    mean, last = velocity(found), found[-1]
    told = f"{last.sprint.id}: {short(last.done)} of {short(last.committed)} points done."
    if mean is None:
        return f"{told} No sprint is over yet."
    over = sum(one.over for one in found)
    many = f"{over} sprints that are over" if over > 1 else "the sprint that is over"
    return f"On average {short(round(mean, 1))} points were done in {many}. {told}"


def _data(found: Sequence[SprintPoints]) -> Data:
    head = ("Sprint", "Title", "Stories", "Committed points", "Done points")
    rows = (
        (o.sprint.id, o.sprint.title, str(o.stories), short(o.committed), short(o.done))
        for o in found
    )
    return Data(head, tuple(rows))
