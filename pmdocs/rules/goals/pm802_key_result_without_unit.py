"""Nobody can tell what the numbers of a key result count.

From 12 to 2 of what: calls, minutes, percent? A reader of a chart sees the
number alone, far from the sentence.

Write what is counted in `unit:`. The unit of the metric that it is measured by
is enough. Closed objectives are left alone.

## Bad
    ```yaml
    - id: OBJ-1
      title: Nobody is lost in fog
      period: 2027-H1
      key_results: [{id: KR-1, text: calls in fog, baseline: 12, target: 2}]
    ```
## Good
    ```yaml
    - id: OBJ-1
      title: Nobody is lost in fog
      period: 2027-H1
      key_results: [{id: KR-1, text: calls in fog, baseline: 12, target: 2, unit: calls a month}]
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.metric import Metric
from pmdocs.model.kinds.objective import KeyResult, Objective
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule
from pmdocs.rules.words import head


@rule(
    "PM802",
    "key-result-without-unit",
    Severity.WARNING,
    reads=("status", "key_results"),
    pedantic=True,
)
def check(objective: Objective, project: Project) -> Iterator[Finding]:
    """Find the key results of open objectives that have no unit, nor one from a metric."""
    for index, result in enumerate(objective.key_results if not objective.state.closed else ()):
        if not _has_unit(result, project):
            message = f"`{objective.id}.{result.id}` does not say what it counts"
            span = head(objective, "key_results", index)
            yield Finding(span, message, "add `unit:`, such as `%` or `calls a month`")


def _has_unit(result: KeyResult, project: Project) -> bool:
    metric = project.find(result.metric) if result.metric else None
    if isinstance(metric, Metric):
        return bool(result.unit or metric.unit or not metric.knows(("unit",)))
    # A metric that could not be read may have one.
    return bool(result.unit or result.metric)
