"""A step of a scenario has a parameter, and nothing fills it in.

`<count>` stands for a value from the column `count` of the examples. Without
such a column people read the brackets, and a test gets them as they are.

Write the value, or give the examples a column of this name. The tags of HTML
(`<b>`) and comparisons (`a < b`) are left alone.

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
            Then the file has <row> rows
            Examples:
              | count | rows |
              | 3     | 3    |
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
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity, closest
from pmdocs.model.kinds.story import Story
from pmdocs.project.project import Project
from pmdocs.rules.criteria.steps import outlines_of
from pmdocs.rules.rule import rule
from pmdocs.rules.words import SLOT


@rule("PM312", "unknown-parameter", Severity.WARNING, reads=("status", "criteria"))
def check(story: Story, _: Project) -> Iterator[Finding]:
    """Find the parameters of scenarios that are no column of their examples."""
    for _index, scenario in outlines_of(story):
        columns = {column.name for column in scenario.outline.columns}
        for parameter in scenario.outline.parameters:
            if parameter.name not in columns and SLOT.fullmatch(f"<{parameter.name}>"):
                span = scenario.span(parameter)
                yield Finding(span, *_told(parameter.name, columns))


def _told(name: str, columns: set[str]) -> tuple[str, str]:
    if not columns:
        hint = f"write the value, or add `Examples:` with a column `{name}`"
        return f"nothing says what `<{name}>` is", hint
    close = closest(name, columns)
    hint = f"did you mean `<{close}>`?" if close else "add the column, or write the value"
    return f"the examples have no column `{name}`", hint
