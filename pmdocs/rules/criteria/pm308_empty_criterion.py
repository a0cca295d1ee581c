"""A criterion has an id, but says nothing.

It counts as a criterion wherever criteria are counted, and looks as if somebody
had thought about it.

Write a rule in `text`, steps in `given`, `when` and `then`, or Gherkin in
`scenario`; or remove it.

## Bad
    ```yaml
    - id: US-1
      title: Export the roadmap
      as_a: product manager
      i_want: a CSV file
      so_that: I can sort it
      criteria:
        - {id: AC-1, verification: manual}
    ```
## Good
    ```yaml
    - id: US-1
      title: Export the roadmap
      as_a: product manager
      i_want: a CSV file
      so_that: I can sort it
      criteria:
        - {id: AC-1, verification: manual, text: the colours can be told apart in print}
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding
from pmdocs.model.kinds.story import Story
from pmdocs.project.project import Project
from pmdocs.rules.criteria.naming import called
from pmdocs.rules.rule import rule
from pmdocs.rules.words import head


@rule("PM308", "empty-criterion", reads=("status", "criteria"))
def check(story: Story, _: Project) -> Iterator[Finding]:
    """Find the criteria without text, steps and scenario."""
    for index, criterion in enumerate(story.criteria):
        if not criterion.words and story.state.role != "dropped":
            message = f"{called(story, index)} says nothing"
            hint = "add `text:`, or `given:`, `when:` and `then:`"
            yield Finding(head(story, "criteria", index), message, hint)
