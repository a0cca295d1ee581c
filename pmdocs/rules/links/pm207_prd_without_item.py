"""A PRD specifies no roadmap item.

The roadmap says what matters, and when. A PRD that belongs to nothing on it is
work that nobody has weighed against the rest.

Name the roadmap item in `item:`. Projects without roadmap items are not asked.

## Bad
    ```yaml
    - {id: RM-1, title: Sharing, outcome: customers see our plans}
    - {id: PRD-1, title: Share a roadmap, problem: customers ask for our plans by mail}
    ```
## Good
    ```yaml
    - {id: RM-1, title: Sharing, outcome: customers see our plans}
    - {id: PRD-1, title: Share, problem: customers ask for our plans by mail, item: RM-1}
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.prd import Prd
from pmdocs.model.kinds.roadmap_item import RoadmapItem
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule


@rule("PM207", "prd-without-item", Severity.WARNING)
def check(project: Project) -> Iterator[Finding]:
    """Find the PRDs that name no roadmap item, in a project that has some."""
    for prd in project.of(Prd) if any(project.of(RoadmapItem)) else ():
        if prd.item is None and not prd.partial and prd.state.role != "dropped":
            message = f"`{prd.id}` specifies no roadmap item"
            hint = "add `item:` with the id of a roadmap item"
            yield Finding(prd.span, message, hint, item=prd.id)
