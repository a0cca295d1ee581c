"""A scenario does something after it has said what must follow.

One scenario shows one thing: Given, When, Then. A second When tests a second
thing with what the first one left behind. When it fails, nobody can tell which
of the two is broken.

Make two criteria of it. What the first one did is a Given of the second one.

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
            When I export the roadmap
            Then I have a file
            When I open the file
            Then it has one row for each item
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
            Given I have exported the roadmap
            When I open the file
            Then it has one row for each item
    ```
"""

from collections.abc import Iterator
from itertools import pairwise

from pmdocs.diagnostics import Finding, Note
from pmdocs.model.kinds.story import Story
from pmdocs.project.project import Project
from pmdocs.rules.criteria.naming import called
from pmdocs.rules.criteria.steps import open_scenarios
from pmdocs.rules.rule import rule
from pmdocs.source.gherkin_scenario import Scenario, Step


@rule("PM303", "when-after-then", reads=("status", "criteria"))
def check(story: Story, _: Project) -> Iterator[Finding]:
    """Find the scenarios with a When behind a Then, and tell of the first such step."""
    for index, scenario in open_scenarios(story):
        if found := _turn(scenario):
            then, when = map(scenario.span, found)
            message = f"{called(story, index)} goes on with a When after its Then"
            hint = "make two criteria of it, and begin the second one with a Given"
            yield Finding(when, message, hint, (Note(then, "the first thing must follow here"),))


def _turn(scenario: Scenario) -> tuple[Step, Step] | None:
    for before, step in pairwise(scenario.steps):
        if (before.keyword, step.keyword) == ("then", "when"):
            return before, step
    return None
