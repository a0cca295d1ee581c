"""Two sprints of one team overlap.

A team works in one sprint at a time. Points that are counted in two of them at
once say nothing about how much gets done.

Correct the dates. If they belong to two teams, write who in `owner:`. A sprint
may begin on the day on which the one before ends. Closed ones are left alone.

## Bad
    ```yaml
    - {id: SPR-1, title: A, start: 2027-01-04, end: 2027-01-15, goal: the lamp burns}
    - {id: SPR-2, title: B, start: 2027-01-11, end: 2027-01-22, goal: the lamp turns}
    ```
## Good
    ```yaml
    - {id: SPR-1, title: A, start: 2027-01-04, end: 2027-01-15, goal: the lamp burns}
    - {id: SPR-2, title: B, start: 2027-01-18, end: 2027-01-29, goal: the lamp turns}
    ```
"""

from collections.abc import Iterator
from itertools import pairwise

from pmdocs.diagnostics import Finding, Note, Severity
from pmdocs.model.kinds.sprint import Sprint
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule

_READS = ("status", "owner", "start", "end")


@rule("PM508", "sprints-overlap", Severity.WARNING)
def check(project: Project) -> Iterator[Finding]:
    """Find the open sprints that certainly begin before the one before them ends."""
    teams: dict[str, list[Sprint]] = {}
    for sprint in project.of(Sprint):
        if sprint.knows(_READS) and not sprint.state.closed and not sprint.end < sprint.start:
            teams.setdefault(sprint.owner or "", []).append(sprint)
    for sprints in teams.values():
        sprints.sort(key=lambda sprint: (sprint.start.first, sprint.end.last))
        for before, after in pairwise(sprints):
            if after.start.last < before.end.first:
                message = f"`{after.id}` begins {after.start.then}, before `{before.id}` ends"
                hint = "correct the dates, or write whose sprints they are in `owner:`"
                note = Note(before.at("end"), f"`{before.id}` ends here")
                yield Finding(after.at("start"), message, hint, (note,), item=after.id)
