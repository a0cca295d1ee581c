"""A criterion has two different scenarios, in two places.

Each place seems to say what must hold, and people read only one of them. Which of
the two was meant, nobody can tell.

Let both say the same, or give one of them an id of its own. A criterion that is a
sentence (`text`) may have any number of scenarios: they are its examples.

## Bad
    ```gherkin title="roadmap/export.feature"
    @US-1
    Feature: Export

      @AC-1
      Scenario: each item has a row
        When I export 3 items
        Then the file has 3 rows
    ```
    ```gherkin title="roadmap/files.feature"
    @US-1
    Feature: Files

      @AC-1
      Scenario: a file without items
        When I export no items
        Then there is no file
    ```
    ```yaml
    - {id: US-1, title: Export, as_a: planner, i_want: a file, so_that: I can sort}
    ```
## Good
    ```gherkin title="roadmap/export.feature"
    @US-1
    Feature: Export

      @AC-1
      Scenario: each item has a row
        When I export 3 items
        Then the file has 3 rows
    ```
    ```gherkin title="roadmap/files.feature"
    @US-1
    Feature: Files

      @AC-2
      Scenario: a file without items
        When I export no items
        Then there is no file
    ```
    ```yaml
    - {id: US-1, title: Export, as_a: planner, i_want: a file, so_that: I can sort}
    ```
"""

from pmdocs.diagnostics import Severity
from pmdocs.rules.rule import raised_while_reading

RULE = raised_while_reading("PM332", "two-scenarios-for-one-id", Severity.WARNING)
