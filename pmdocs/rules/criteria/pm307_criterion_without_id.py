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
from itertools import count

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.ids import local_id
from pmdocs.model.item import locate
from pmdocs.model.kinds.story import Story
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule
from pmdocs.rules.words import head
from pmdocs.source.node import Mapping


@rule("PM307", "criterion-without-id", Severity.WARNING, reads=("status", "criteria"))
def check(story: Story, _: Project) -> Iterator[Finding]:
    """Find the criteria that nobody can refer to."""
    numbers = (local_id(c, story).rpartition("-")[2] for c in story.criteria)
    free = count(max((int(n) for n in numbers if n.isdecimal()), default=0) + 1)
    for index, criterion in enumerate(story.criteria if story.state.role != "dropped" else ()):
        if not criterion.id:
            message = f"criterion {index + 1} of `{story.id}` has no id"
            hint = _how(story, index, f"AC-{next(free)}")
            yield Finding(head(story, "criteria", index), message, hint)


def _how(story: Story, index: int, id: str) -> str:
    if story.page and story.criteria[index].scenario:
        return f"write `@{id}` on the line above it"
    if story.page:
        return f"begin it with `**{id}**`"
    if isinstance(locate(story.node, ("criteria", index)), Mapping):
        return f"add `id: {id}`"
    return f"write it as `{{id: {id}, text: …}}`"
