"""A key result counts in another unit than its metric.

The number of today is read from the metric. If that counts minutes and the
target is in seconds, the result is reached on paper, or never.

Write the same unit in both, or leave it out in the key result: it is taken from
the metric. A unit that only says more, such as `calls a month` for `calls`, is
left alone, and so are closed objectives.

## Bad
    ```yaml
    - {id: MET-1, title: Waiting, unit: minutes}
    - id: OBJ-1
      title: Nobody waits
      period: 2027-H1
      key_results:
        - {id: KR-1, text: time to answer, baseline: 90, target: 20, unit: seconds, metric: MET-1}
    ```
## Good
    ```yaml
    - {id: MET-1, title: Waiting, unit: seconds}
    - id: OBJ-1
      title: Nobody waits
      period: 2027-H1
      key_results:
        - {id: KR-1, text: time to answer, baseline: 90, target: 20, unit: seconds, metric: MET-1}
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Note, Severity
from pmdocs.model.kinds.metric import Metric
from pmdocs.model.kinds.objective import Objective
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule


@rule("PM812", "unit-against-metric", Severity.WARNING, reads=("status", "key_results"))
def check(objective: Objective, project: Project) -> Iterator[Finding]:
    """Find the units of key results that are neither that of the metric nor a part of it."""
    for index, result in enumerate(objective.key_results if not objective.state.closed else ()):
        metric = project.find(result.metric) if result.metric and result.unit else None
        if not isinstance(metric, Metric) or not metric.unit or not result.unit:
            continue
        mine, theirs = result.unit.casefold(), metric.unit.casefold()
        if mine not in theirs and theirs not in mine:
            name = f"`{objective.id}.{result.id}`"
            message = f"{name} counts in `{result.unit}`, and `{metric.id}` in `{metric.unit}`"
            note = Note(metric.at("unit"), "the unit of the metric")
            span = objective.at("key_results", index, "unit")
            yield Finding(span, message, "write the same unit in both", (note,))
