"""A story is too large to be finished in one go.

Small is one of the six virtues of a story (INVEST: independent, negotiable,
valuable, estimable, small, testable). A large one is begun and not finished,
hides what is hard in it, and gives nobody anything for weeks.

Split it: by the steps of what the user does, by the rules that hold, by the sort
of data; or build the simple case first. Usually up to 9 criteria and 13 points
are allowed; the settings can say otherwise, with `criteria` and `points`.
Stories that are done or dropped are left alone.

## Bad
    ```yaml
    - id: US-1
      title: Everything about exports
      as_a: product manager
      i_want: to export whatever I see
      so_that: I can sort it
      points: 40
    ```
## Good
    ```yaml
    - id: US-1
      title: Export the roadmap
      as_a: product manager
      i_want: to export the table that I see
      so_that: I can sort it
      points: 5
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.story import Story
from pmdocs.project.project import Project
from pmdocs.rules.rule import Options, rule


class LargestStory(Options):
    """How large a story may be."""

    criteria: int = 9
    """The most acceptance criteria that a story may have."""
    points: float = 13
    """The most story points that a story may have."""


@rule("PM314", "story-too-large", Severity.WARNING, reads=("status", "criteria", "points"))
def check(story: Story, _: Project, largest: LargestStory) -> Iterator[Finding]:
    """Find the open stories with too many criteria or too many points."""
    if story.state.closed:
        return
    hint = "split it into stories that are worth something each"
    if story.points is not None and story.points > largest.points:
        message = f"`{story.id}` has {story.points:g} points, {largest.points:g} are the most"
        yield Finding(story.at("points"), message, hint)
    elif (count := len(story.criteria)) > largest.criteria:
        message = f"`{story.id}` has {count} acceptance criteria, {largest.criteria} are the most"
        yield Finding(story.key("criteria"), message, hint)
