"""An objective has no key results.

Nobody can say whether it was reached, so in the end everybody says yes.

Write two to four numbers that show it, each with a `baseline` and a `target`.
A draft, and what is missed or dropped, is left alone.

## Bad
    ```yaml
    - id: OBJ-1
      title: Nobody is lost in fog
      status: active
      period: 2027-H1
      key_results: []
    ```
## Good
    ```yaml
    - id: OBJ-1
      title: Nobody is lost in fog
      status: active
      period: 2027-H1
      key_results: [{id: KR-1, text: calls in fog, baseline: 12, target: 2}]
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.objective import Objective
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule


@rule("PM804", "objective-without-key-results", Severity.WARNING, reads=("status", "key_results"))
def check(objective: Objective, _: Project) -> Iterator[Finding]:
    """Find the active and achieved objectives that no number shows."""
    if not objective.key_results and objective.status in {"active", "achieved"}:
        message = f"`{objective.id}` is `{objective.status}`, and has no key results"
        hint = "add `- {id: KR-1, text: …, baseline: 0, target: 10}` to `key_results`"
        yield Finding(objective.at("key_results"), message, hint)
