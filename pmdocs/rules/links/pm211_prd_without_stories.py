"""A PRD is approved, but no story realises it.

Everybody has agreed, and nobody has begun: there is nothing yet that a team
could build or estimate. Often the stories are there, and do not say whose they
are.

Write stories with `prd:` and the id of this PRD, or of one of its requirements.
Projects without stories are not asked.

## Bad
    ```yaml
    - id: PRD-1
      title: Share a roadmap
      status: approved
      problem: customers ask for our plans by mail
      goals: [nobody has to ask]
      requirements: [{id: FR-1, text: a link that opens without an account}]
      out_of_scope: [comments]
    - {id: US-1, title: Sort, as_a: user, i_want: order, so_that: I find it, status: dropped}
    ```
## Good
    ```yaml
    - id: PRD-1
      title: Share a roadmap
      status: approved
      problem: customers ask for our plans by mail
      goals: [nobody has to ask]
      requirements: [{id: FR-1, text: a link that opens without an account}]
      out_of_scope: [comments]
    - {id: US-1, title: Share, as_a: user, i_want: a link, so_that: it is seen, prd: PRD-1.FR-1}
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.prd import Prd
from pmdocs.model.kinds.story import Story
from pmdocs.project.project import Project
from pmdocs.rules.links.hearsay import is_astray, named
from pmdocs.rules.rule import rule


@rule("PM211", "prd-without-stories", Severity.WARNING)
def check(project: Project) -> Iterator[Finding]:
    """Find the approved PRDs that no story names, in a project that has stories."""
    if is_astray(project, "prd") or not any(project.of(Story)):
        return
    heard = named(project)
    for prd in project.of(Prd):
        realised = project.graph.into(prd.id, "prd") or prd.id in heard
        if prd.status == "approved" and not prd.partial and not realised:
            message = f"`{prd.id}` is approved, and no story realises it"
            hint = f"write `prd: {prd.id}` at the stories that do"
            yield Finding(prd.span, message, hint, item=prd.id)
