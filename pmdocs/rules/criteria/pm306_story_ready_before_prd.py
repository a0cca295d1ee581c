"""A story is on its way, but its PRD is not approved.

What is still being discussed may change, and the work with it. Wait for the
approval, or write down that there is one: often only the status was forgotten.

## Bad
    ```yaml
    - {id: PRD-1, title: Share a roadmap, problem: customers ask for our plans by mail}
    - id: US-1
      title: Share
      status: ready
      as_a: manager
      i_want: a link
      so_that: others see the plan
      criteria: [{id: AC-1, text: the link opens without an account}]
      prd: PRD-1
    ```
## Good
    ```yaml
    - {id: PRD-1, title: Share a roadmap, problem: customers ask for our plans by mail}
    - id: US-1
      title: Share
      status: draft
      as_a: manager
      i_want: a link
      so_that: others see the plan
      prd: PRD-1
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Note, Severity
from pmdocs.model.kinds.prd import Prd
from pmdocs.model.kinds.story import Story
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule


@rule("PM306", "story-ready-before-prd", Severity.WARNING, reads=("status", "prd"))
def check(story: Story, project: Project) -> Iterator[Finding]:
    """Find the stories past draft whose PRD is in draft or in review."""
    if story.prd is None or story.status in {"draft", "dropped"}:
        return
    prd = project.items.get(project.present(story.prd).partition(".")[0])
    if isinstance(prd, Prd) and not prd.partial and prd.status in {"draft", "in review"}:
        message = f"`{story.id}` is `{story.status}`, and `{prd.id}` is only `{prd.status}`"
        hint = "have the PRD approved first, or set the story back to `draft`"
        span = prd.at("status") if prd.node.get("status") else prd.span
        note = Note(span, f"`{prd.id}` is not approved")
        yield Finding(story.at("status"), message, hint, (note,))
