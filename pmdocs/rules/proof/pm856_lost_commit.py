"""Results are of a commit that is not in this clone.

A test shows that a criterion holds as it was worded then. What the words were is looked
up in git. Where git does not have the commit, the test counts as before, though the
words may have changed since. A clone that holds only the last commit is the usual
reason; a wrong `--commit` is another. Where a project is in no repository, nothing is said.

Fetch the whole history, or let pmdocs' own plugin for pytest write the results: it
writes down what the words were.

## Bad
    ```yaml
    - id: US-12
      title: Find our light on the chart
      as_a: skipper
      i_want: the light to be on the chart
      so_that: I know where I am
      status: done
      criteria:
        - {id: AC-1, text: the chart shows the light with its name}
    ```
    ```json title="reports/results.json"
    {
      "format": "pmdocs-results",
      "version": 1,
      "commit": "0123abcd0123abcd0123abcd0123abcd0123abcd",
      "tests": [
        {"name": "test_shows_the_light", "outcome": "passed", "ids": ["US-12.AC-1"]}
      ]
    }
    ```
    ```sh
    git init -q
    ```
## Good
    ```yaml
    - id: US-12
      title: Find our light on the chart
      as_a: skipper
      i_want: the light to be on the chart
      so_that: I know where I am
      status: done
      criteria:
        - {id: AC-1, text: the chart shows the light with its name}
    ```
    ```json title="reports/results.json"
    {
      "format": "pmdocs-results",
      "version": 1,
      "commit": "0123abcd0123abcd0123abcd0123abcd0123abcd",
      "tests": [
        {"name": "test_shows_the_light", "outcome": "passed", "ids": ["US-12.AC-1"],
         "digests": {"US-12.AC-1": "908273abac03563c"}}
      ]
    }
    ```
    ```sh
    git init -q
    ```
"""

from pmdocs.diagnostics import Severity
from pmdocs.rules.rule import raised_while_reading

RULE = raised_while_reading("PM856", "lost-commit", Severity.WARNING, on_demand=True)
