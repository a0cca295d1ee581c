"""Objectives with their key results: how far each is on its way from baseline to target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.analysis.advance import advance_of
from pmdocs.analysis.key_results import current_of, reached_of
from pmdocs.model.kinds.objective import Objective
from pmdocs.views.chart.scale import short
from pmdocs.views.chart.values import Chart, Data, Goal, Goals, Result
from pmdocs.views.ref import ref_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmdocs.model.item import Item
    from pmdocs.model.kinds.objective import KeyResult
    from pmdocs.project.project import Project

_ALL = 100


def goals(project: Project, items: Sequence[Item], title: str) -> Chart:
    """The key results of these objectives; other items are left out."""
    found = tuple(_goal(project, item) for item in items if isinstance(item, Objective))
    heading = title or "Objectives"
    if not any(goal.results for goal in found):
        return Chart("objectives", heading, "There is no objective with key results yet.")
    return Chart("objectives", heading, _says(found), Goals(found), _data(found))


def _goal(project: Project, objective: Objective) -> Goal:
    advance = advance_of(project, objective)
    results = tuple(_result(project, objective, result) for result in objective.key_results)
    return Goal(ref_of(objective), advance.percent if advance else None, results)


def _result(project: Project, objective: Objective, result: KeyResult) -> Result:
    current = current_of(project, result)
    unit = f" {result.unit}" if result.unit else ""
    return Result(
        f"{objective.id}.{result.id}",
        result.text,
        short(result.baseline),
        short(current) if current is not None else "",
        f"{short(result.target)}{unit}",
        reached_of(project, result),
    )


def _says(found: Sequence[Goal]) -> str:
    results = [result for goal in found for result in goal.results]
    done = sum(result.percent == _ALL for result in results)
    blank = sum(result.percent is None for result in results)
    told = f"{done} of {len(results)} key result{'' if len(results) == 1 else 's'} reached"
    return f"{told}, {blank} not measured yet." if blank else f"{told}."


def _data(found: Sequence[Goal]) -> Data:
    head = ("Key result", "What is counted", "Baseline", "Current", "Target", "Reached")
    results = (result for goal in found for result in goal.results)
    rows = ((r.id, r.text, r.baseline, r.current, r.target, _share(r)) for r in results)
    return Data(head, tuple(rows))


def _share(result: Result) -> str:
    return "" if result.percent is None else f"{result.percent}%"
