"""A sprint holds more points than fit in.

Whatever does not fit will not be done, and nobody has decided what that is.

Move stories to a later sprint until they fit. Dropped stories do not count, and
stories without points count as none. Sprints without a `capacity`, and closed
ones, are left alone.

## Bad
    ```yaml
    - id: SPR-1
      title: First light
      start: 2027-01-04
      end: 2027-01-15
      goal: the lamp burns
      capacity: 5
    - {id: US-1, title: Lamp, as_a: keeper, i_want: a, so_that: b, sprint: SPR-1, points: 3}
    - {id: US-2, title: Oil, as_a: keeper, i_want: c, so_that: d, sprint: SPR-1, points: 5}
    ```
## Good
    ```yaml
    - id: SPR-1
      title: First light
      start: 2027-01-04
      end: 2027-01-15
      goal: the lamp burns
      capacity: 8
    - {id: US-1, title: Lamp, as_a: keeper, i_want: a, so_that: b, sprint: SPR-1, points: 3}
    - {id: US-2, title: Oil, as_a: keeper, i_want: c, so_that: d, sprint: SPR-1, points: 5}
    ```
"""

from collections.abc import Iterator

from pmdocs.analysis.velocity import points_of
from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.sprint import Sprint
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule


@rule("PM507", "overfull-sprint", Severity.WARNING, reads=("status", "start", "end", "capacity"))
def check(sprint: Sprint, project: Project) -> Iterator[Finding]:
    """Find the open sprints whose stories have more points than their capacity."""
    if sprint.capacity is None or sprint.state.closed:
        return
    (points,) = points_of(project, [sprint])
    if points.committed > sprint.capacity:
        held, fits = f"{points.committed:,g}", f"{sprint.capacity:,g}"
        message = f"`{sprint.id}` holds {held} points, and {fits} fit in"
        hint = "move stories to a later sprint: set another `sprint:` in them"
        yield Finding(sprint.at("capacity"), message, hint)
