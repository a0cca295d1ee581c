"""A criterion says what happens, but not what must follow.

`given` and `when` set the scene. Without a `then` nothing can be found true or
false, and a test of it cannot fail.

Write in `then` what somebody sees, hears or gets.

## Bad
    ```yaml
    - id: US-1
      title: Export the roadmap
      as_a: product manager
      i_want: a CSV file
      so_that: I can sort it
      criteria:
        - {id: AC-1, given: a roadmap of 3 items, when: I export it}
    ```
## Good
    ```yaml
    - id: US-1
      title: Export the roadmap
      as_a: product manager
      i_want: a CSV file
      so_that: I can sort it
      criteria:
        - {id: AC-1, given: a roadmap of 3 items, when: I export it, then: the file has 3 rows}
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding
from pmdocs.model.kinds.story import Story
from pmdocs.project.project import Project
from pmdocs.rules.criteria.naming import called
from pmdocs.rules.criteria.steps import scenarios_of
from pmdocs.rules.rule import rule
from pmdocs.text import Span


@rule("PM302", "criterion-without-then", reads=("status", "criteria"))
def check(story: Story, _: Project) -> Iterator[Finding]:
    """Find the criteria with steps of which none says what must follow."""
    for index in range(len(story.criteria) if story.state.role != "dropped" else 0):
        for last in _last_steps(story, index):
            message = f"{called(story, index)} does not say what must follow"
            yield Finding(last, message, "add a `then` with what can be seen afterwards")


def _last_steps(story: Story, index: int) -> Iterator[Span]:
    """The last step before each `then` that is missing."""
    criterion = story.criteria[index]
    for scenario in scenarios_of(story, index)[0]:
        if scenario.steps and all(step.keyword != "then" for step in scenario.steps):
            yield scenario.span(scenario.steps[-1])
    has_all = criterion.text or criterion.scenario or criterion.then
    if not has_all and (criterion.given or criterion.when):
        yield story.at("criteria", index, "when" if criterion.when else "given")
