"""A tag in a `.feature` file is almost the id of a criterion, or nobody can tell of which.

A scenario shows a criterion by a tag: `@US-1.AC-3`, or `@AC-3` where a tag or the name
of its feature says the story. Any other spelling is a tag like others, and the
scenario shows nothing.

Write the id as the story has it.

## Bad
    ```gherkin title="roadmap/export.feature"
    Feature: Export

      @AC-1
      Scenario: each item has a row
        When I export 3 items
        Then the file has 3 rows
    ```
## Good
    ```gherkin title="roadmap/export.feature"
    Feature: US-1 Export

      @AC-1
      Scenario: each item has a row
        When I export 3 items
        Then the file has 3 rows
    ```
    ```yaml
    - {id: US-1, title: Export, as_a: planner, i_want: a file, so_that: I can sort}
    ```
"""

from pmdocs.diagnostics import Severity
from pmdocs.rules.rule import raised_while_reading

RULE = raised_while_reading("PM331", "unclear-tag-in-feature", Severity.WARNING)
