"""A target lies on the side that is worse.

The metric says that less is better, and the target asks for more, or the other
way round. Whoever reaches it makes things worse, or two numbers were mixed up.

Correct the `direction` of the metric, or `baseline` and `target`. This counts
for the metric itself, and for key results that are measured by it. What is
closed or retired is left alone.

## Bad
    ```yaml
    - {id: MET-1, title: Calls in fog, unit: calls, direction: down, baseline: 2, target: 12}
    ```
## Good
    ```yaml
    - {id: MET-1, title: Calls in fog, unit: calls, direction: down, baseline: 12, target: 2}
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Note
from pmdocs.model.item import Item
from pmdocs.model.kinds.metric import Metric
from pmdocs.model.kinds.objective import Objective
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule

_READS = ("status", "direction", "baseline", "target")


@rule("PM803", "target-against-direction")
def check(item: Item, project: Project) -> Iterator[Finding]:
    """Find the targets of open metrics and key results that are worse than the baseline."""
    if item.state.closed:
        return
    if isinstance(item, Metric):
        if item.knows(_READS) and _is_worse(item, item.baseline, item.target):
            yield _finding(item, item.id, ("target",), item)
    elif isinstance(item, Objective):
        for index, result in enumerate(item.key_results):
            metric = project.find(result.metric) if result.metric else None
            if not isinstance(metric, Metric) or not metric.knows(_READS):
                continue
            if _is_worse(metric, result.baseline, result.target) and not metric.state.closed:
                steps = ("key_results", index, "target")
                yield _finding(item, f"{item.id}.{result.id}", steps, metric)


def _is_worse(metric: Metric, baseline: float | None, target: float | None) -> bool:
    if baseline is None or target is None or metric.direction is None:
        return False
    return target < baseline if metric.direction == "up" else target > baseline


def _finding(item: Item, id: str, steps: tuple[str | int, ...], metric: Metric) -> Finding:
    way = "more" if metric.direction == "up" else "less"
    message = f"the target of `{id}` is worse than its baseline: for `{metric.id}` {way} is better"
    note = Note(metric.at("direction"), f"{way} is better")
    return Finding(item.at(*steps), message, "correct `direction`, `baseline` or `target`", (note,))
