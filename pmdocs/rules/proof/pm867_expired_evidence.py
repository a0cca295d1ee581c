"""A person has shown a criterion of an open story to hold, but too long ago to count.

What was seen then may have changed since, and nobody has looked again.

Look again, and write the new date. For how many days it counts is said in the
settings: `evidence: {manual_days: 365}`. Of a story that is called done, PM862 says it.

## Bad
    ```yaml
    - id: US-12
      title: Find our light on the chart
      as_a: skipper
      i_want: the light to be on the chart
      so_that: I know where I am
      criteria:
        - id: AC-1
          text: the chart can be read at night
          verification: manual
          evidence: {date: 2025-05-20, by: harbour office}
    ```
## Good
    ```yaml
    - id: US-12
      title: Find our light on the chart
      as_a: skipper
      i_want: the light to be on the chart
      so_that: I know where I am
      criteria:
        - id: AC-1
          text: the chart can be read at night
          verification: manual
          evidence: {date: 2026-05-20, by: harbour office}
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.story import Story
from pmdocs.project.project import Project
from pmdocs.rules.proof.done import expired
from pmdocs.rules.rule import rule


@rule("PM867", "expired-evidence", Severity.WARNING, reads=("status", "criteria"))
def check(story: Story, project: Project) -> Iterator[Finding]:
    """Find what a person has shown of open stories, and would have to look at again."""
    if story.state.role not in {"done", "dropped"}:
        yield from expired(story, project)
