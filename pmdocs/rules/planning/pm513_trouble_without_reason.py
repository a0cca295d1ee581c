"""An item is at risk or blocked, and nothing says why.

Everybody who sees the mark asks the same question. If the answer stands beside
it, somebody may even be able to help.

Write an update with the reason and what happens next. Notes say it, too; so does
a risk that threatens the item, and for a blocked one an open item that it
depends on.

## Bad
    ```yaml
    - {id: RM-1, title: Sharing, outcome: customers see our plans, status: at risk}
    ```
## Good
    ```yaml
    - id: RM-1
      title: Sharing
      outcome: customers see our plans
      status: at risk
      updates:
        - {date: 2026-05-28, text: The one who knows the mail server is ill until July.}
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.roadmap_item import RoadmapItem
from pmdocs.project.project import Project
from pmdocs.rules.links.hearsay import named
from pmdocs.rules.planning.trouble import trouble
from pmdocs.rules.rule import rule

_READS = ("status", "health", "updates", "notes", "depends_on")


@rule("PM513", "trouble-without-reason", Severity.WARNING)
def check(project: Project) -> Iterator[Finding]:
    """Find the open items in trouble about which nobody has written a word."""
    silent = [item for item in project.of(RoadmapItem) if trouble(item) and _is_silent(item)]
    heard = named(project) if silent else ()
    for item in silent:
        field = trouble(item)
        if field and item.id not in heard and not _is_explained(item, project):
            message = f"`{item.id}` is `{getattr(item, field)}`, and nothing says why"
            hint = f"add an update: `updates: [{{date: {project.today}, text: …}}]`"
            yield Finding(item.at(field), message, hint, item=item.id)


def _is_silent(item: RoadmapItem) -> bool:
    """Whether it says nothing about itself."""
    return not item.updates and not item.notes and item.knows(_READS)


def _is_explained(item: RoadmapItem, project: Project) -> bool:
    """Whether a risk, or an open item that it waits for, tells the reason."""
    if project.graph.into(item.id, "threatens"):
        return True
    others = (project.items.get(k.target) for k in project.graph.out(item.id, "depends_on"))
    waits = any(other is None or not other.state.closed for other in others)
    return waits and item.state.role == "blocked"
