"""An idea was accepted, and nothing was made of it.

Somebody was told yes, and the wish stands nowhere in the plan. They will ask.

Write the roadmap item or the story that it became in `leads_to:`. An item that
names the idea as `evidence` is enough. Ideas that are not accepted are left
alone.

## Bad
    ```yaml
    - {id: IDEA-1, title: A horn for fog, status: accepted}
    ```
## Good
    ```yaml
    - {id: IDEA-1, title: A horn for fog, status: accepted, leads_to: [RM-1]}
    - {id: RM-1, title: A horn, outcome: ships hear the rocks}
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.idea import Idea
from pmdocs.project.project import Project
from pmdocs.rules.links.hearsay import is_astray, named
from pmdocs.rules.rule import rule


@rule("PM215", "lost-idea", Severity.WARNING)
def check(project: Project) -> Iterator[Finding]:
    """Find the accepted ideas that lead to nothing, and that nothing refers to."""
    lost = [idea for idea in project.of(Idea) if idea.status == "accepted" and not idea.leads_to]
    if not lost or is_astray(project, "evidence"):
        return
    heard = named(project)
    for idea in lost:
        used = project.graph.into(idea.id) or idea.id in project.mentioned_in or idea.id in heard
        if not used and not idea.partial:
            message = f"`{idea.id}` is accepted, and nothing was made of it"
            hint = "add `leads_to:` with the id of a roadmap item or a story"
            yield Finding(idea.at("status"), message, hint, item=idea.id)
