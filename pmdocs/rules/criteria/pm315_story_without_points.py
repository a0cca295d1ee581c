"""A story is about to be built, and nobody has said how large it is.

The others have points, so somebody counts with them: the sprint, the forecast
and the progress are wrong by this one. A story that nobody can estimate is often
one that nobody has understood.

Estimate it, or set it back to `draft`. Asked are stories that are `ready`, `in
progress` or `in review`, where most stories past draft have points.

## Bad
    ```yaml
    - id: US-1
      title: Export
      status: done
      as_a: manager
      i_want: a CSV file
      so_that: I can sort it
      points: 3
      criteria: [{id: AC-1, text: the file has one row for each item}]
    - id: US-2
      title: Print
      status: done
      as_a: manager
      i_want: a page that fits on paper
      so_that: I can hang it up
      points: 2
      criteria: [{id: AC-1, text: the page is A4}]
    - id: US-3
      title: Share
      status: ready
      as_a: manager
      i_want: a link
      so_that: others see the plan
      criteria: [{id: AC-1, text: the link opens without an account}]
    ```
## Good
    ```yaml
    - id: US-1
      title: Export
      status: done
      as_a: manager
      i_want: a CSV file
      so_that: I can sort it
      points: 3
      criteria: [{id: AC-1, text: the file has one row for each item}]
    - id: US-3
      title: Share
      status: ready
      as_a: manager
      i_want: a link
      so_that: others see the plan
      points: 1
      criteria: [{id: AC-1, text: the link opens without an account}]
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.story import Story
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule

_UNDER_WAY = ("ready", "in progress", "in review")


@rule("PM315", "story-without-points", Severity.INFO)
def check(project: Project) -> Iterator[Finding]:
    """Find the stories under way without points, where most others have some."""
    known = [story for story in project.of(Story) if story.knows(("status", "points"))]
    counted = [story for story in known if story.status not in {"draft", "dropped"}]
    without = [story for story in counted if story.points is None]
    if len(without) * 2 >= len(counted):
        return
    for story in without:
        if story.status in _UNDER_WAY:
            message = f"`{story.id}` is `{story.status}`, and has no points"
            hint = "add `points:` with an estimate, or set the story back to `draft`"
            yield Finding(story.at("status"), message, hint, item=story.id)
