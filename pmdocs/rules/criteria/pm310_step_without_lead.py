"""A scenario begins with And or But.

They go on with the step before, and there is none: nobody can tell whether the
step is something that holds, that happens or that must follow. Often the first
line was lost when the scenario was copied.

Begin with Given, When or Then. A step that begins with `*` is left alone, and
so are the scenarios of a page that has a `Background:`, with which they go on.

## Bad
    ```yaml
    - id: US-1
      title: Export the roadmap
      as_a: product manager
      i_want: a CSV file
      so_that: I can sort it
      criteria:
        - id: AC-1
          scenario: |
            And I have 3 items
            When I export them
            Then the file has 3 rows
    ```
## Good
    ```yaml
    - id: US-1
      title: Export the roadmap
      as_a: product manager
      i_want: a CSV file
      so_that: I can sort it
      criteria:
        - id: AC-1
          scenario: |
            Given I have 3 items
            When I export them
            Then the file has 3 rows
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.story import Story
from pmdocs.project.project import Project
from pmdocs.rules.criteria.naming import called
from pmdocs.rules.criteria.steps import open_scenarios
from pmdocs.rules.rule import rule


@rule("PM310", "step-without-lead", Severity.WARNING, reads=("status", "criteria"))
def check(story: Story, _: Project) -> Iterator[Finding]:
    """Find the scenarios whose first step goes on with a step that is not there."""
    for index, scenario in open_scenarios(story):
        first = next(iter(scenario.steps), None)
        if first and first.keyword == "and" and first.word != "*":
            message = f"{called(story, index)} begins with `{first.word}`, and nothing is before it"
            hint = "begin with `Given`, `When` or `Then`"
            yield Finding(scenario.span(first), message, hint)
