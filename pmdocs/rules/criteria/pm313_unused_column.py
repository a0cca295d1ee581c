"""A column of examples fills in nothing.

Readers think that its values matter to the outcome, and no step looks at them.
Often the step has the value of the first row written into it, so that every row
tests the same.

Write `<name of the column>` into the step, or remove the column. A column that
says in words what a row is about belongs into the name of the scenario, where it
counts as used. Where a column is almost a parameter that has none, that is for
PM312 alone.

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
            When I export <count> items
            Then the file has 3 rows
            Examples:
              | count | rows |
              | 3     | 3    |
              | 5     | 5    |
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
            When I export <count> items
            Then the file has <rows> rows
            Examples:
              | count | rows |
              | 3     | 3    |
              | 5     | 5    |
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.story import Story
from pmdocs.project.project import Project
from pmdocs.rules.criteria.naming import called
from pmdocs.rules.criteria.steps import outlines_of
from pmdocs.rules.rule import rule


@rule("PM313", "unused-column", Severity.INFO, reads=("status", "criteria"))
def check(story: Story, _: Project) -> Iterator[Finding]:
    """Find the columns of examples that no step of their scenario names."""
    for index, scenario in outlines_of(story):
        outline = scenario.outline
        columns = {column.name for column in outline.columns}
        if any(parameter.name not in columns for parameter in outline.parameters):
            continue
        for column in outline.columns:
            if column.name and column.name not in outline.used:
                message = f"no step of {called(story, index)} uses the column `{column.name}`"
                hint = f"write `<{column.name}>` into a step, or remove the column"
                yield Finding(scenario.span(column), message, hint)
