"""Half of the time is over, and nobody has measured.

A key result without a number cannot be steered. On the last day it is only
known that it was missed.

Write the number of today in `current:`, or name the `metric` that it is read
from and add a measurement there. With the option `share` it is said earlier or
later. Only active objectives are looked at, while their period lasts.

## Bad
    ```yaml
    - id: OBJ-1
      title: Nobody is lost in fog
      status: active
      period: 2026-Q2
      key_results: [{id: KR-1, text: calls in fog, baseline: 12, target: 2}]
    ```
## Good
    ```yaml
    - id: OBJ-1
      title: Nobody is lost in fog
      status: active
      period: 2026-Q2
      key_results: [{id: KR-1, text: calls in fog, baseline: 12, target: 2, current: 7}]
    ```
"""

from collections.abc import Iterator

from pmdocs.analysis.key_results import current_of
from pmdocs.analysis.lateness import time_over
from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.objective import KeyResult, Objective
from pmdocs.model.values import Whole
from pmdocs.project.project import Project
from pmdocs.rules.rule import Options, rule
from pmdocs.rules.words import head


class Over(Options):
    """When a number is asked for."""

    share: Whole = 50
    """The percentage of the period that must be over."""


@rule(
    "PM806", "key-result-not-measured", Severity.WARNING, reads=("status", "period", "key_results")
)
def check(objective: Objective, project: Project, options: Over) -> Iterator[Finding]:
    """Find the key results without a number while a good part of their time is over."""
    over = time_over(objective, project.today)
    past = objective.period.last < project.today
    if objective.status != "active" or over is None or over < options.share or past:
        return
    for index, result in enumerate(objective.key_results):
        if not _is_known(result, project):
            name = f"`{objective.id}.{result.id}`"
            message = f"{over}% of the time for {name} is over, and nobody has measured it"
            hint = "add `current:` with the number of today, or measure its `metric`"
            yield Finding(head(objective, "key_results", index), message, hint)


def _is_known(result: KeyResult, project: Project) -> bool:
    """Whether it has a number, or may have one where we cannot read."""
    if current_of(project, result) is not None:
        return True
    metric = project.items.get(result.metric or "")
    return result.metric is not None and (metric is None or metric.partial)
