"""Charts that are drawn when the site is built: nothing is loaded, and each has its data below it.

`donut` and `bars` count items by a field; `velocity` shows sprints, `metric`
the measurements of one metric, `objectives` key results, `risks` a matrix.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from pmdocs.model.kinds.metric import Metric
from pmdocs.model.kinds.objective import Objective
from pmdocs.model.kinds.risk import Risk
from pmdocs.model.kinds.roadmap_item import RoadmapItem
from pmdocs.model.kinds.sprint import Sprint
from pmdocs.views.chart.goals import goals
from pmdocs.views.chart.measurements import measurements
from pmdocs.views.chart.risks import risks
from pmdocs.views.chart.shares import bars, donut
from pmdocs.views.chart.sprints import sprints

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmdocs.model.item import Item
    from pmdocs.project.project import Project
    from pmdocs.views.chart.values import Chart

Type: TypeAlias = Literal["donut", "bars", "velocity", "metric", "objectives", "risks"]
TYPES: tuple[str, ...] = get_args(Type)

# What a chart is about when nobody says which items.
_ABOUT: dict[str, type[Item]] = {
    "velocity": Sprint,
    "metric": Metric,
    "objectives": Objective,
    "risks": Risk,
}


def build(  # noqa: PLR0913 - each is a word in a block of prose
    project: Project,
    *,
    type: Type,
    items: Sequence[Item] | None = None,
    by: str = "status",
    metric: str | None = None,
    title: str = "",
) -> Chart:
    """A chart of these items, or of all that it can be about.

    `by` is the field that `donut` and `bars` count, or `kind`, `when` or
    `progress`; they are about roadmap items unless `items` says otherwise.
    `metric` is the id of the metric to draw; without it, the first is drawn.
    """
    shown = _all(project, type) if items is None else list(items)
    match type:
        case "donut":
            return donut(project, shown, by, title)
        case "bars":
            return bars(project, shown, by, title)
        case "velocity":
            return sprints(project, shown, title)
        case "objectives":
            return goals(project, shown, title)
        case "risks":
            return risks(shown, title)
        case "metric":
            return measurements(_metric(project, metric, shown), title)


def _all(project: Project, type: str) -> list[Item]:
    about = _ABOUT.get(type, RoadmapItem)
    closed = ("dropped",) if about is Objective else ()
    return [item for item in project.of(about) if item.state.role not in closed]


def _metric(project: Project, id: str | None, items: Sequence[Item]) -> Metric | None:
    """The metric with this id, or the first of these items that has been measured."""
    if id:
        found = project.find(id)
        return found if isinstance(found, Metric) else None
    metrics = [item for item in items if isinstance(item, Metric)]
    return next((one for one in metrics if one.measurements), next(iter(metrics), None))
