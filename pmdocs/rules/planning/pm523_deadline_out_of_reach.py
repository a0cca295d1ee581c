"""The tasks of a project take longer than there is time.

Even if everything goes as estimated, and nobody has to wait for anybody, the
chain of tasks that need each other is longer than the days until the deadline.
Better that the sponsor hears it now.

Move the deadline, cut the scope, or let more people work at once (`units`). The
hours of a chain are turned into days of work by the `calendar` of the charter,
which is eight hours from Monday to Friday where it says nothing else. Holidays
count where they are listed. A charter that is closed or cancelled, has no
deadline, or has tasks that depend on each other in a circle, is left alone.

## Bad
    ```yaml
    id: CH-1
    title: Build the lighthouse
    purpose: ships find the harbour at night
    sponsor: harbour office
    manager: site manager
    start: 2027-01-04
    deadline: 2027-01-29
    tasks:
      - {id: T-1, title: lay the ground, work: 80}
      - {id: T-2, title: build the tower, work: 120, depends_on: [T-1]}
    ```
## Good
    ```yaml
    id: CH-1
    title: Build the lighthouse
    purpose: ships find the harbour at night
    sponsor: harbour office
    manager: site manager
    start: 2027-01-04
    deadline: 2027-02-26
    tasks:
      - {id: T-1, title: lay the ground, work: 80}
      - {id: T-2, title: build the tower, work: 120, depends_on: [T-1]}
    ```
"""

import math
from collections.abc import Iterator

from pmdocs.analysis.calendar import working_days
from pmdocs.analysis.consequences.critical import plan_of
from pmdocs.diagnostics import Finding, Note, Severity
from pmdocs.model.kinds.charter import Charter, WorkCalendar
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule
from pmdocs.rules.words import head

# Sums of fractions of a day differ in the last digits.
_NOTHING = 1e-6


@rule(
    "PM523",
    "deadline-out-of-reach",
    Severity.WARNING,
    reads=("status", "start", "deadline", "tasks", "calendar"),
)
def check(charter: Charter, _: Project) -> Iterator[Finding]:
    """Find the open charters whose longest chain of tasks does not fit before the deadline."""
    if charter.deadline is None or not charter.tasks or charter.state.closed:
        return
    if charter.deadline < charter.start:
        return
    plan, calendar = plan_of(charter), charter.calendar or WorkCalendar()
    days = working_days(calendar, charter.start.first, charter.deadline.last)
    if plan and plan.length > days + _NOTHING:
        needed = math.ceil(plan.length - _NOTHING)
        message = (
            f"the tasks of `{charter.id}` take {needed:,} days of work, and there are {days:,}"
        )
        hint = "move `deadline`, cut the scope, or raise `units` of tasks that cannot wait"
        places = {task.id: index for index, task in enumerate(charter.tasks)}
        notes = tuple(
            Note(head(charter, "tasks", places[id]), f"`{id}` cannot wait")
            for id in plan.critical[:3]
            if id in places
        )
        yield Finding(charter.at("deadline"), message, hint, notes)
