"""A milestone lies outside the time of its project.

A milestone after the deadline says that the deadline will be missed, or that
nobody moved it along. One before the start is most likely a slip in the year.

Dates are compared as exactly as they were written. What is reached already, and
a charter that is closed or cancelled, is left alone; what is overdue is reported
by PM503 alone.

## Bad
    ```yaml
    id: CH-1
    title: Build the lighthouse
    purpose: ships find the harbour at night
    sponsor: harbour office
    manager: site manager
    start: 2027-01
    deadline: 2027-06
    milestones:
      - {id: MS-1, title: the tower stands, date: 2027-08}
    ```
## Good
    ```yaml
    id: CH-1
    title: Build the lighthouse
    purpose: ships find the harbour at night
    sponsor: harbour office
    manager: site manager
    start: 2027-01
    deadline: 2027-09
    milestones:
      - {id: MS-1, title: the tower stands, date: 2027-08}
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Note, Severity
from pmdocs.model.kinds.charter import Charter
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule

_READS = ("status", "start", "deadline", "milestones")


@rule("PM609", "milestone-outside-charter", Severity.WARNING, reads=_READS)
def check(charter: Charter, project: Project) -> Iterator[Finding]:
    """Find the milestones that certainly come after the deadline or before the start."""
    deadline = charter.deadline
    for index, milestone in enumerate(charter.milestones if not charter.state.closed else ()):
        name, date = f"`{charter.id}.{milestone.id}`", milestone.date
        if milestone.actual is not None or date.last < project.today:
            continue
        span = charter.at("milestones", index, "date")
        if deadline and date > deadline:
            message = f"{name} comes {date.then}, after the deadline {deadline.then}"
            note = Note(charter.at("deadline"), "the deadline")
            yield Finding(span, message, "correct `date`, or move `deadline`", (note,))
        elif date < charter.start:
            message = f"{name} comes {date.then}, before the project begins {charter.start.then}"
            note = Note(charter.at("start"), "it begins here")
            yield Finding(span, message, "correct `date` or `start`", (note,))
