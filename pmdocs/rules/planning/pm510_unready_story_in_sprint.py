"""A story is in a sprint that has begun, and it is a draft.

The team is building something that nobody has finished thinking about. What is
missing is noticed in the middle of the sprint, when it costs most.

Make it ready, or move it to a later sprint. Sprints that have not begun, or are
closed, are left alone.

## Bad
    ```yaml
    - {id: SPR-1, title: A, status: active, start: 2026-06-01, end: 2026-06-12, goal: a lamp}
    - {id: US-1, title: Lamp, as_a: keeper, i_want: light, so_that: I am seen, sprint: SPR-1}
    ```
## Good
    ```yaml
    - {id: SPR-1, title: A, status: active, start: 2026-06-01, end: 2026-06-12, goal: a lamp}
    - id: US-1
      title: Lamp
      status: ready
      as_a: keeper
      i_want: light
      so_that: I am seen
      sprint: SPR-1
      criteria: [{id: AC-1, text: the lamp is seen from five miles}]
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Note, Severity
from pmdocs.model.kinds.sprint import Sprint
from pmdocs.model.kinds.story import Story
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule


@rule("PM510", "unready-story-in-sprint", Severity.WARNING, reads=("status", "sprint"))
def check(story: Story, project: Project) -> Iterator[Finding]:
    """Find the drafts in a sprint that is active, or should certainly have begun."""
    if story.sprint is None or story.status != "draft":
        return
    sprint = project.items.get(project.present(story.sprint))
    if not isinstance(sprint, Sprint) or not sprint.knows(("status", "start")):
        return
    begun = sprint.status == "active" or sprint.start.last < project.today
    if begun and not sprint.state.closed:
        message = f"`{story.id}` is a draft, and `{sprint.id}` has begun"
        hint = "make it `ready`, or move it to a later sprint"
        note = Note(sprint.span, f"`{sprint.id}` began {sprint.start.then}")
        yield Finding(story.at("sprint"), message, hint, (note,))
