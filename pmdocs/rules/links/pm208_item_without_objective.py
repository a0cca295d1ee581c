"""A roadmap item advances no objective.

An item on the roadmap is a bet. Without an objective nobody can say what it is
for, nor afterwards whether it has paid off.

Name the objective, or the one key result, in `objectives:`. Projects without
objectives are not asked.

## Bad
    ```yaml
    - id: OBJ-1
      title: Customers trust our plans
      period: 2027
      status: achieved
      key_results: [{id: KR-1, text: visits a week, baseline: 0, target: 100}]
    - {id: RM-1, title: Sharing, outcome: customers see our plans}
    ```
## Good
    ```yaml
    - id: OBJ-1
      title: Customers trust our plans
      period: 2027
      status: achieved
      key_results: [{id: KR-1, text: visits a week, baseline: 0, target: 100}]
    - {id: RM-1, title: Sharing, outcome: customers see our plans, objectives: [OBJ-1]}
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.objective import Objective
from pmdocs.model.kinds.roadmap_item import RoadmapItem
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule


@rule("PM208", "item-without-objective", Severity.WARNING)
def check(project: Project) -> Iterator[Finding]:
    """Find the roadmap items that name no objective, in a project that has some."""
    for item in project.of(RoadmapItem) if any(project.of(Objective)) else ():
        if not item.objectives and not item.partial and item.state.role != "dropped":
            message = f"`{item.id}` advances no objective"
            hint = "add `objectives:` with the id of an objective or a key result"
            yield Finding(item.span, message, hint, item=item.id)
