"""A criterion has no id.

Tests, results and discussions refer to a criterion by its id, such as
`US-1.AC-2`. Its place in the list will not do: it changes when somebody adds
one above.

Give it the next free number. An id that was once used is not used again.

## Bad
    ```yaml
    - id: US-1
      title: Export the roadmap
      as_a: product manager
      i_want: a CSV file
      so_that: I can sort it
      criteria:
        - the file has one row for each item
    ```
## Good
    ```yaml
    - id: US-1
      title: Export the roadmap
      as_a: product manager
      i_want: a CSV file
      so_that: I can sort it
      criteria:
        - {id: AC-1, text: the file has one row for each item}
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.ids import local_id
from pmdocs.model.item import locate
from pmdocs.model.kinds.story import Story
from pmdocs.model.naming import NextFree, identified
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule
from pmdocs.rules.words import head
from pmdocs.source.gherkin_scenario import ScenarioText
from pmdocs.source.node import Mapping


@rule("PM307", "criterion-without-id", Severity.WARNING, reads=("status", "criteria"))
def check(story: Story, project: Project) -> Iterator[Finding]:
    """Find the criteria that nobody can refer to."""
    if story.state.role == "dropped" or all(criterion.id for criterion in story.criteria):
        return
    free = NextFree(_taken(story, project))
    for index, criterion in enumerate(story.criteria):
        if not criterion.id:
            id = free.like("AC-1")
            message = f"criterion {index + 1} of `{story.id}` has no id"
            fix = identified(locate(story.node, ("criteria", index)), id)
            yield Finding(head(story, "criteria", index), message, _how(story, index, id), fix=fix)


def _taken(story: Story, project: Project) -> Iterator[str]:
    """The ids of criteria that are there, and those that somebody names although they are not."""
    yield from (local_id(criterion, story) for criterion in story.criteria)
    yield from (id.rpartition(".")[2] for id in project.named_parts.get(story.id, ()))


def _how(story: Story, index: int, id: str) -> str:
    written = locate(story.node, ("criteria", index, "scenario"))
    if isinstance(written, ScenarioText):
        return f"write `@{id}` on the line above it"
    if story.page:
        return f"begin it with `**{id}**`"
    if isinstance(locate(story.node, ("criteria", index)), Mapping):
        return f"add `id: {id}`"
    return f"write it as `{{id: {id}, text: …}}`"
