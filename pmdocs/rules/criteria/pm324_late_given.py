"""A step of a scenario says what holds before, and stands behind what happens.

Given sets the scene. Behind a When it is read as something that happens then, and a
test sets it up too late.

Move it above the When. If it begins a second example, make that a criterion of its
own. Where a When stands right behind a Then, that is for PM303 alone.

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
            Given it has 3 items
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
            Given the roadmap has 3 items
            When I export it
            Then the file has 3 rows
    ```
"""

from collections.abc import Iterator
from itertools import pairwise

from pmdocs.diagnostics import Finding, Note, Severity
from pmdocs.model.kinds.story import Story
from pmdocs.project.project import Project
from pmdocs.rules.criteria.naming import called
from pmdocs.rules.criteria.steps import open_scenarios
from pmdocs.rules.rule import rule
from pmdocs.source.gherkin_scenario import Step


@rule("PM324", "late-given", Severity.WARNING, reads=("status", "criteria"))
def check(story: Story, _: Project) -> Iterator[Finding]:
    """Find the first Given behind a When or a Then in each scenario."""
    for index, scenario in open_scenarios(story):
        if pair := _late(scenario.steps):
            before, late = pair
            message = f"{called(story, index)} says what holds before, behind what happens"
            hint = "move it above the When, or begin a criterion of its own"
            note = Note(scenario.span(before), "behind this")
            yield Finding(scenario.span(late), message, hint, (note,))


def _late(steps: tuple[Step, ...]) -> tuple[Step, Step] | None:
    """The first Given in the wrong place with the step before it, within one scenario."""
    late = None
    for before, step in pairwise(steps):
        if (before.keyword, step.keyword) == ("then", "when"):
            return None
        behind = step.keyword == "given" and before.keyword in {"when", "then"}
        if behind and late is None:
            late = before, step
    return late
