"""A scenario has two steps that begin with When.

When is the one thing whose outcome is looked at. With two of them nobody knows
whether the first is part of the test or only leads up to it, and when the test
fails, which of them did it.

What leads up to it is a Given. What is done in the same breath is an And: "When
I open the file / And I print it". What has an outcome of its own is a criterion
of its own.

Steps written as lists (`when: [a, b]`) are left alone: they are joined by And. A
When behind a Then is for PM303.

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
            When I choose 3 items
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
            Given I have chosen 3 items
            When I export them
            Then the file has 3 rows
    ```
"""

from collections.abc import Iterator
from itertools import takewhile

from pmdocs.diagnostics import Finding, Note, Severity
from pmdocs.model.kinds.story import Story
from pmdocs.project.project import Project
from pmdocs.rules.criteria.naming import called
from pmdocs.rules.criteria.steps import open_scenarios
from pmdocs.rules.rule import rule
from pmdocs.source.gherkin_scenario import Step


@rule("PM309", "several-whens", Severity.WARNING, reads=("status", "criteria"))
def check(story: Story, _: Project) -> Iterator[Finding]:
    """Find the scenarios with a second When before their first Then."""
    for index, scenario in open_scenarios(story):
        whens = _whens(scenario.steps)
        for step in whens[1:]:
            message = f"{called(story, index)} has a second When"
            hint = "write `Given` at what leads up to it, or `And` at what belongs to it"
            note = Note(scenario.span(whens[0]), "the first one")
            yield Finding(scenario.span(step), message, hint, (note,))


def _whens(steps: tuple[Step, ...]) -> list[Step]:
    """The steps up to the first Then that begin as the first When does, and not with And."""
    before = takewhile(lambda step: step.keyword != "then", steps)
    whens = [step for step in before if step.keyword == "when"]
    return [step for step in whens if step.word == whens[0].word]
