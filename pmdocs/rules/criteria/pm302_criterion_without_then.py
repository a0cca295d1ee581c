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
from pmdocs.rules.criteria.steps import steps_of
from pmdocs.rules.rule import rule
from pmdocs.text import Span


@rule("PM302", "criterion-without-then", reads=("status", "criteria"))
def check(story: Story, _: Project) -> Iterator[Finding]:
    """Find the criteria with steps of which none says what must follow."""
    for index in range(len(story.criteria)):
        if story.state.role != "dropped" and (last := _last_step(story, index)):
            message = f"{called(story, index)} does not say what must follow"
            yield Finding(last, message, "add a `then` with what can be seen afterwards")


def _last_step(story: Story, index: int) -> Span | None:
    """The last step before the `then` that is missing, if one is."""
    criterion = story.criteria[index]
    if criterion.scenario:
        steps, _ = steps_of(story, index)
        missing = bool(steps) and all(step.keyword != "then" for step in steps)
        return story.node.source.span(steps[-1].start, steps[-1].end) if missing else None
    if criterion.text or criterion.then or not (criterion.given or criterion.when):
        return None
    return story.at("criteria", index, "when" if criterion.when else "given")
