"""How far the key results of an objective have come."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from pmdocs.analysis.measurements import latest
from pmdocs.model.kinds.metric import Metric

if TYPE_CHECKING:
    from pmdocs.model.kinds.objective import KeyResult, Objective
    from pmdocs.project.project import Project

_ALL = 100


def reached(baseline: float, current: float | None, target: float) -> int | None:
    """How much of the way from the baseline to the target is done, in whole percent.

    (current - baseline) / (target - baseline), held between 0 and 100 and
    rounded down, so that 100 means all of it. None where nothing was measured.
    A key result that only keeps a number (the target is the baseline) has no
    way to go: it is reached when the number is that one, and else unknown.
    """
    if current is None:
        return None
    # Halves, because a difference can be too large to be a number.
    way = target / 2 - baseline / 2
    if not way:
        return _ALL if current == target else None
    share = (current / 2 - baseline / 2) / way
    # 0.29 * 100 is a little less than 29.
    return math.floor(round(min(max(share, 0.0), 1.0) * _ALL, 6))


def current_of(project: Project, result: KeyResult) -> float | None:
    """The number today: as it was written, or else the newest measurement of its metric."""
    if result.current is not None or result.metric is None:
        return result.current
    metric = project.find(result.metric)
    newest = latest(metric) if isinstance(metric, Metric) else None
    return newest.value if newest else None


def reached_of(project: Project, result: KeyResult) -> int | None:
    """How much of its way a key result has gone, in percent."""
    return reached(result.baseline, current_of(project, result), result.target)


def reached_by(project: Project, objective: Objective) -> tuple[int | None, ...]:
    """How much of its way each key result of an objective has gone, in percent."""
    return tuple(reached_of(project, result) for result in objective.key_results)
