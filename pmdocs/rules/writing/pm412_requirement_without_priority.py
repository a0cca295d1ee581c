"""A requirement has no priority, and the others of its PRD have one.

When time gets short, what has no priority is a must to one reader and left out by
another.

Write `must`, `should`, `could` or `won't` (`priority:`, or in a page `(must)`
behind the id). Only PRDs where most requirements have a priority are looked at.

## Bad
    ```yaml
    - id: PRD-1
      title: Export
      problem: nobody can count our plans
      requirements:
        - {id: FR-1, text: The export has one row for each item., priority: must}
        - {id: FR-2, text: The export has one column for each field., priority: must}
        - {id: FR-3, text: The export has a title.}
    ```
## Good
    ```yaml
    - id: PRD-1
      title: Export
      problem: nobody can count our plans
      requirements:
        - {id: FR-1, text: The export has one row for each item., priority: must}
        - {id: FR-2, text: The export has one column for each field., priority: must}
        - {id: FR-3, text: The export has a title., priority: could}
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.prd import Prd
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule
from pmdocs.rules.words import head


@rule("PM412", "requirement-without-priority", Severity.INFO, ("status", "requirements"))
def check(prd: Prd, _: Project) -> Iterator[Finding]:
    """Find the requirements without a priority where most have one."""
    without = [i for i, requirement in enumerate(prd.requirements) if not requirement.priority]
    if prd.state.role != "dropped" and len(without) * 2 < len(prd.requirements):
        for index in without:
            message = f"`{prd.requirements[index].id}` has no priority, and the others have one"
            hint = "write `(must)` behind the id" if prd.page else "add `priority: must`"
            yield Finding(head(prd, "requirements", index), message, f"{hint}, or another word")
