"""A milestone was reached, and a task that leads to it is not finished.

Either the work is done and its progress was forgotten, or the milestone was
called too early, and others have begun to build on it.

Write `progress: 100%` at the task, or take `actual` back. Tasks without a
`progress` are left alone.

## Bad
    ```yaml
    id: CH-1
    title: Build the lighthouse
    purpose: ships find the harbour at night
    sponsor: harbour office
    manager: site manager
    start: 2026-05
    deadline: 2027-05
    milestones: [{id: MS-1, title: the ground is laid, date: 2026-05, actual: 2026-05-28}]
    tasks: [{id: T-1, title: dig, work: 80, milestone: MS-1, progress: 60%}]
    ```
## Good
    ```yaml
    id: CH-1
    title: Build the lighthouse
    purpose: ships find the harbour at night
    sponsor: harbour office
    manager: site manager
    start: 2026-05
    deadline: 2027-05
    milestones: [{id: MS-1, title: the ground is laid, date: 2026-05, actual: 2026-05-28}]
    tasks: [{id: T-1, title: dig, work: 80, milestone: MS-1, progress: 100%}]
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Note, Severity
from pmdocs.model.kinds.charter import Charter
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule
from pmdocs.rules.words import head

_ALL = 100


@rule("PM522", "reached-with-open-tasks", Severity.WARNING, reads=("milestones", "tasks"))
def check(charter: Charter, _: Project) -> Iterator[Finding]:
    """Find the tasks with a progress below 100% that lead to a milestone that was reached."""
    reached = {m.id: n for n, m in enumerate(charter.milestones) if m.actual is not None}
    for index, task in enumerate(charter.tasks):
        milestone = (task.milestone or "").removeprefix(f"{charter.id}.")
        open_ = task.progress is not None and task.progress.value < _ALL
        if open_ and milestone in reached:
            message = f"`{milestone}` was reached, and `{task.id}` stands at {task.progress}"
            hint = "write `progress: 100%`, or take `actual` of the milestone back"
            where = head(charter, "milestones", reached[milestone], "actual")
            note = Note(where, f"`{milestone}` was reached here")
            yield Finding(charter.at("tasks", index, "progress"), message, hint, (note,))
