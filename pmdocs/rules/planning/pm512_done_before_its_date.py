"""Something is done, and its date is still to come.

The timeline shows work in a month in which nobody will work on it, and nobody
can see later when it was really finished.

Write the day on which it was done, or take the status back. Dates are compared
as exactly as they were written: what is done in the quarter in which it should
be is fine. The deadline of a project is a limit, and is left alone.

## Bad
    ```yaml
    - {id: RM-1, title: Sharing, outcome: plans are seen, end: 2028-Q1, status: done}
    ```
## Good
    ```yaml
    - {id: RM-1, title: Sharing, outcome: plans are seen, end: 2026-05, status: done}
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.item import Item
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule

# The period of an objective is a limit, too; `date` may be when something was said.
_BY_KIND = {
    "item": ("end", "start"),
    "sprint": ("end", "start"),
    "release": ("date",),
    "launch": ("date",),
    "charter": ("start",),
}


@rule("PM512", "done-before-its-date", Severity.WARNING)
def check(item: Item, project: Project) -> Iterator[Finding]:
    """Find what is done although its last date certainly lies in the future."""
    fields = _BY_KIND.get(item.kind)
    if fields is None or item.state.role != "done":
        return
    dates = item.dates
    names = [name for name in fields if name in dates]
    if names and dates[names[0]].first > project.today:
        date = dates[names[0]]
        message = f"`{item.id}` is `{item.status}`, and `{names[0]}` is {date.words}"
        hint = "write when it was done, or take the status back"
        yield Finding(item.at(names[0]), message, hint)
