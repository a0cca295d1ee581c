"""A requirement that must be met is realised by no story.

The other requirements of this approved PRD have theirs, so this one was
forgotten: it will be missed when everything else is done.

Write a story with `prd:` and the id of the requirement, or say honestly that it
is a `should`. Only PRDs whose stories name single requirements are looked at:
where a story names the PRD as a whole, it may realise any of them. What a solution
must be (`NFR-1`) is left alone: it holds for all stories, and belongs to none.

## Bad
    ```yaml
    - id: PRD-1
      title: Share a roadmap
      status: approved
      problem: customers ask for our plans by mail
      goals: [nobody has to ask]
      requirements:
        - {id: FR-1, text: a link that opens without an account, priority: must}
        - {id: FR-2, text: a link that can be taken back, priority: must}
      out_of_scope: [comments]
    - {id: US-1, title: Share, as_a: user, i_want: a link, so_that: it is seen, prd: PRD-1.FR-1}
    ```
## Good
    ```yaml
    - id: PRD-1
      title: Share a roadmap
      status: approved
      problem: customers ask for our plans by mail
      goals: [nobody has to ask]
      requirements:
        - {id: FR-1, text: a link that opens without an account, priority: must}
        - {id: FR-2, text: a link that can be taken back, priority: should}
      out_of_scope: [comments]
    - {id: US-1, title: Share, as_a: user, i_want: a link, so_that: it is seen, prd: PRD-1.FR-1}
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.ids import local_id
from pmdocs.model.kinds.prd import Prd
from pmdocs.project.project import Project
from pmdocs.rules.links.hearsay import is_astray, named
from pmdocs.rules.rule import rule
from pmdocs.rules.words import head


@rule("PM323", "must-without-story", Severity.INFO)
def check(project: Project) -> Iterator[Finding]:
    """Find the musts of approved PRDs that no story names, where stories name the others."""
    if is_astray(project, "prd"):
        return
    heard = named(project)
    for prd in project.of(Prd):
        links = [k for k in project.graph.into(prd.id, "prd") if k.item.state.role != "dropped"]
        realised = {link.target for link in links}
        if prd.status != "approved" or prd.partial or not realised or prd.id in realised:
            continue
        for index, requirement in enumerate(prd.requirements):
            id = f"{prd.id}.{local_id(requirement, prd)}"
            asked = requirement.priority == "must" and ".NFR-" not in id
            if asked and id not in realised and id not in heard:
                hint = f"write `prd: {id}` at the story that does"
                span = head(prd, "requirements", index)
                yield Finding(span, f"no story realises `{id}`, a must", hint, item=prd.id)
