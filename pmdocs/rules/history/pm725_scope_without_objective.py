"""A story or a PRD was added, and leads to no objective.

More work was taken on, and nobody can say what it helps to reach.

Name an objective at the roadmap item that it belongs to, or link it to an item that
has one. Said only in a project that has objectives. What has no PRD or no roadmap item
at all is looked for by rules of their own (`pmdocs explain PM206`, `PM207`).

Looked for where two states are compared: by `pmdocs diff`, and by
`pmdocs check --since REV`.

## Bad
    ```sh
    mkdir roadmap
    cat > roadmap/plan.yaml <<END
    - id: OBJ-1
      title: Plans are read
      period: 2026
      key_results: [{id: KR-1, text: readers, baseline: 0, target: 9}]
    - {id: RM-1, title: Share, outcome: others see the plan, objectives: [OBJ-1]}
    - {id: RM-2, title: Print, outcome: the plan hangs on a wall}
    END
    git init -q && git add . && git commit -qm "Plan"
    echo "- {id: PRD-1, title: Paper, problem: walls are bare, item: RM-2}" > roadmap/prds.yaml
    ```
## Good
    ```sh
    mkdir roadmap
    cat > roadmap/plan.yaml <<END
    - id: OBJ-1
      title: Plans are read
      period: 2026
      key_results: [{id: KR-1, text: readers, baseline: 0, target: 9}]
    - {id: RM-1, title: Share, outcome: others see the plan, objectives: [OBJ-1]}
    - {id: RM-2, title: Print, outcome: the plan hangs on a wall}
    END
    git init -q && git add . && git commit -qm "Plan"
    echo "- {id: PRD-1, title: Links, problem: mails are old, item: RM-1}" > roadmap/prds.yaml
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.item import Item
from pmdocs.model.kinds.objective import Objective
from pmdocs.model.kinds.prd import Prd
from pmdocs.model.kinds.roadmap_item import RoadmapItem
from pmdocs.model.kinds.story import Story
from pmdocs.project.project import Project
from pmdocs.rules.rule import raised_while_reading

RULE = raised_while_reading("PM725", "scope-without-objective", Severity.WARNING, on_demand=True)


def added(item: Item, project: Project) -> Iterator[Finding]:
    """Find a new story or PRD that belongs to a roadmap item without an objective."""
    if not isinstance(item, Story | Prd) or item.state.role == "dropped":
        return
    home = _home(item, project)
    if home is None or home.objectives or not home.knows({"objectives"}):
        return
    if any(project.of(Objective)):
        message = f"`{item.id}` is new and belongs to `{home.id}`, which advances no objective"
        hint = f"write `objectives:` at `{home.id}`, or link `{item.id}` to another item"
        yield Finding(item.span, message, hint, code=RULE.code, item=item.id)


def _home(item: Story | Prd, project: Project) -> RoadmapItem | None:
    prd: Item | None = item
    if isinstance(item, Story):
        prd = project.items.get(project.present((item.prd or "").partition(".")[0]))
    if not isinstance(prd, Prd) or prd.item is None:
        return None
    home = project.items.get(project.present(prd.item))
    return home if isinstance(home, RoadmapItem) else None
