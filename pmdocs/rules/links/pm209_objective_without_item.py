"""Nothing on the roadmap advances an objective.

An objective that no work serves is a wish. Either something on the roadmap
advances it, and does not say so, or the objective will be missed.

Write its id in `objectives:` of the roadmap items that are meant to reach it,
or give it up: `status: dropped`. Projects without roadmap items are not asked.

## Bad
    ```yaml
    - id: OBJ-1
      title: Customers trust our plans
      period: 2027
      key_results: [{id: KR-1, text: visits a week, baseline: 0, target: 100}]
    - {id: RM-1, title: Sharing, outcome: customers see our plans, status: dropped}
    ```
## Good
    ```yaml
    - id: OBJ-1
      title: Customers trust our plans
      period: 2027
      key_results: [{id: KR-1, text: visits a week, baseline: 0, target: 100}]
    - {id: RM-1, title: Sharing, outcome: customers see our plans, objectives: [OBJ-1]}
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.objective import Objective
from pmdocs.model.kinds.roadmap_item import RoadmapItem
from pmdocs.project.project import Project
from pmdocs.rules.links.hearsay import is_astray, named
from pmdocs.rules.rule import rule


@rule("PM209", "objective-without-item", Severity.WARNING)
def check(project: Project) -> Iterator[Finding]:
    """Find the open objectives that no roadmap item names, in a project that has items."""
    if is_astray(project, "objectives") or not any(project.of(RoadmapItem)):
        return
    heard = named(project)
    for objective in project.of(Objective):
        served = project.graph.into(objective.id, "objectives") or objective.id in heard
        if not served and not objective.partial and not objective.state.closed:
            message = f"no roadmap item advances `{objective.id}`"
            hint = f"write `objectives: [{objective.id}]` at the items that are meant to reach it"
            yield Finding(objective.span, message, hint, item=objective.id)
