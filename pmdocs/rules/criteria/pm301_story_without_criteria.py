"""A story is planned, but nothing says when it is done.

A team cannot finish what it cannot recognise as finished. Before a story is
planned, write down at least one acceptance criterion: something that a person
or a test can find true or false. Drafts may do without.

## Bad
    ```yaml
    - id: US-1
      title: Export the roadmap
      status: ready
      as_a: product manager
      i_want: a CSV file of the roadmap
      so_that: I can work on it in a spreadsheet
    ```
## Good
    ```yaml
    - id: US-1
      title: Export the roadmap
      status: ready
      as_a: product manager
      i_want: a CSV file of the roadmap
      so_that: I can work on it in a spreadsheet
      criteria:
        - {id: AC-1, text: the file has one row for each item}
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding
from pmdocs.model.kinds.story import Story
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule


@rule("PM301", "story-without-criteria", reads=("status", "criteria"))
def check(story: Story, _: Project) -> Iterator[Finding]:
    """Find the stories past draft that say nothing about when they are done."""
    if story.status not in {"draft", "dropped"} and not story.criteria:
        message = f"`{story.id}` has no acceptance criteria"
        hint = "add a section `## Acceptance criteria` with a list: `- **AC-1** …`"
        if story.page is None:
            hint = "add `criteria:` with at least one entry: `- {id: AC-1, text: …}`"
        yield Finding(story.span, message, hint)
