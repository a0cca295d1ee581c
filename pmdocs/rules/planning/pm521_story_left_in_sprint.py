"""A sprint is closed, and a story in it is not.

Nobody works in a closed sprint, so nobody works on the story, and it is in no
plan to come. The sprint's points are counted without it, for ever.

Close the story if it is done, or move it to the sprint in which it will be. What
is done or dropped is left alone.

## Bad
    ```yaml
    - {id: SPR-1, title: A, status: closed, start: 2026-05-04, end: 2026-05-15, goal: a lamp}
    - {id: US-1, title: Lamp, as_a: keeper, i_want: light, so_that: I am seen, sprint: SPR-1}
    ```
## Good
    ```yaml
    - {id: SPR-1, title: A, status: closed, start: 2026-05-04, end: 2026-05-15, goal: a lamp}
    - {id: SPR-2, title: B, start: 2026-06-08, end: 2026-06-19, goal: a lamp after all}
    - {id: US-1, title: Lamp, as_a: keeper, i_want: light, so_that: I am seen, sprint: SPR-2}
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Note, Severity
from pmdocs.model.kinds.sprint import Sprint
from pmdocs.model.kinds.story import Story
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule


@rule("PM521", "story-left-in-sprint", Severity.WARNING, reads=("status", "sprint"))
def check(story: Story, project: Project) -> Iterator[Finding]:
    """Find the open stories in a sprint that is closed."""
    sprint = project.items.get(project.present(story.sprint)) if story.sprint else None
    if not isinstance(sprint, Sprint) or not sprint.knows(("status",)):
        return
    if sprint.state.closed and not story.state.closed:
        message = f"`{sprint.id}` is `{sprint.status}`, and `{story.id}` in it is `{story.status}`"
        hint = "close the story, or move it to the sprint in which it will be done"
        note = Note(sprint.at("status"), f"`{sprint.id}` is over")
        yield Finding(story.at("sprint"), message, hint, (note,))
