"""A story realises no PRD.

The PRD is where the problem was understood and agreed on. A story that belongs
to none may still be good, but nobody can say which problem it solves, and it is
missing where the PRD's progress is counted.

Name the PRD, or the one requirement of it, in `prd:`. Projects without PRDs are
not asked.

## Bad
    ```yaml
    - {id: PRD-1, title: Share a roadmap, problem: customers ask for our plans by mail}
    - {id: US-1, title: Share, as_a: manager, i_want: a link, so_that: others see the plan}
    ```
## Good
    ```yaml
    - {id: PRD-1, title: Share a roadmap, problem: customers ask for our plans by mail}
    - {id: US-1, title: Share, as_a: manager, i_want: a link, so_that: others see it, prd: PRD-1}
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.prd import Prd
from pmdocs.model.kinds.story import Story
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule


@rule("PM206", "story-without-prd", Severity.WARNING)
def check(project: Project) -> Iterator[Finding]:
    """Find the stories that name no PRD, in a project that has PRDs."""
    for story in project.of(Story) if any(project.of(Prd)) else ():
        if story.prd is None and not story.partial and story.state.role != "dropped":
            message = f"`{story.id}` realises no PRD"
            hint = "add `prd:` with the id of a PRD or a requirement"
            yield Finding(story.span, message, hint, item=story.id)
