"""A sprint takes longer than four weeks.

A sprint is short, so that a wrong turn is noticed soon. One that takes longer
than four weeks is most likely a slip in a date, or it is a project.

Correct the dates, or make two sprints of it. How long a sprint may be can be
told by the option `weeks`. Only what is certainly too long is reported.

## Bad
    ```yaml
    - {id: SPR-1, title: A, start: 2027-01-04, end: 2027-02-12, goal: the lamp burns}
    ```
## Good
    ```yaml
    - {id: SPR-1, title: A, start: 2027-01-04, end: 2027-01-29, goal: the lamp burns}
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.sprint import Sprint
from pmdocs.model.values import Whole
from pmdocs.project.project import Project
from pmdocs.rules.rule import Options, rule

_WEEK = 7


class Longest(Options):
    """How long a sprint may be."""

    weeks: Whole = 4
    """The most weeks."""


@rule("PM509", "long-sprint", Severity.WARNING, reads=("status", "start", "end"))
def check(sprint: Sprint, _: Project, options: Longest) -> Iterator[Finding]:
    """Find the open sprints that certainly take more weeks than they may."""
    days = (sprint.end.first - sprint.start.last).days + 1
    if days > options.weeks * _WEEK and not sprint.state.closed:
        message = f"`{sprint.id}` takes {days} days, and {options.weeks} weeks are the most"
        yield Finding(sprint.at("end"), message, "correct `start` or `end`, or make two of it")
