"""A story does not say why.

The reason is what a team needs to find a better solution than the one that was
asked for, and what tells later whether the story was worth it.

Write in `so_that` what is better for this person afterwards.

## Bad
    ```yaml
    - {id: US-1, title: Export, as_a: product manager, i_want: a CSV file of the roadmap}
    ```
## Good
    ```yaml
    - id: US-1
      title: Export
      as_a: product manager
      i_want: a CSV file of the roadmap
      so_that: I can compare it with the budget
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.story import Story
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule


@rule("PM402", "story-without-reason", Severity.WARNING, reads=("status", "so_that"))
def check(story: Story, _: Project) -> Iterator[Finding]:
    """Find the stories without a reason."""
    if story.so_that is None and story.state.role != "dropped":
        message = f"`{story.id}` does not say why"
        hint = "add `so_that:` with what is better afterwards"
        yield Finding(story.key("i_want"), message, hint)
