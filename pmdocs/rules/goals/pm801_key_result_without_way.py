"""The target of a key result is where it began.

A key result says how far a number moves. One that ends where it began is
reached on the first day, or one of its two numbers was copied.

Write the number that shows the difference. A number that must not change is no
key result: keep it as a metric with a `target`. Objectives that are closed are
left alone.

## Bad
    ```yaml
    - id: OBJ-1
      title: Nobody is lost in fog
      period: 2027-H1
      key_results: [{id: KR-1, text: calls in fog, baseline: 12, target: 12}]
    ```
## Good
    ```yaml
    - id: OBJ-1
      title: Nobody is lost in fog
      period: 2027-H1
      key_results: [{id: KR-1, text: calls in fog, baseline: 12, target: 2}]
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.objective import Objective
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule


@rule("PM801", "key-result-without-way", Severity.WARNING, reads=("status", "key_results"))
def check(objective: Objective, _: Project) -> Iterator[Finding]:
    """Find the key results of open objectives whose baseline and target are one number."""
    for index, result in enumerate(objective.key_results if not objective.state.closed else ()):
        if result.baseline == result.target:
            name = f"`{objective.id}.{result.id}`"
            message = f"{name} begins and ends at {result.target:,.10g}"
            hint = "write the number that shows the difference in `target`"
            yield Finding(objective.at("key_results", index, "target"), message, hint)
