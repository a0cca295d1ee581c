"""The planned end is past, and it is not done.

A plan that nobody corrects is a plan that nobody believes. Either it was done
and the status was forgotten, or the date has to move.

Dates count with their last day: the first quarter is over on 1 April.

## Bad
    ```yaml
    - {id: RM-1, title: Sharing, outcome: customers see our plans, end: 2020-Q1}
    ```
## Good
    ```yaml
    - {id: RM-1, title: Sharing, outcome: customers see our plans, end: 2020-Q1, status: done}
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.dates import Date
from pmdocs.model.item import Item
from pmdocs.model.kinds.charter import Charter
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule

_ALWAYS = ("end", "deadline")
# Elsewhere `date` may be the day on which something was said, or learned.
_BY_KIND = {"release": ("date",), "launch": ("date",), "objective": ("period",)}


@rule("PM503", "overdue", Severity.WARNING)
def check(item: Item, project: Project) -> Iterator[Finding]:
    """Find what should certainly be over by now, and is not closed."""
    if item.state.closed:
        return
    dates = item.dates
    for name in (*_ALWAYS, *_BY_KIND.get(item.kind, ())):
        if name in dates and dates[name].last < project.today:
            done = next((s.word for s in item.states if s.role == "done"), "done")
            message = f"`{item.id}` was due by {_last_day(dates[name])}, and is `{item.status}`"
            hint = f"set `status: {done}`, or move `{name}`"
            yield Finding(item.at(name), message, hint)
    if isinstance(item, Charter):
        yield from _milestones(item, project)


def _milestones(charter: Charter, project: Project) -> Iterator[Finding]:
    for index, milestone in enumerate(charter.milestones):
        if milestone.actual is None and milestone.date.last < project.today:
            name = f"`{charter.id}.{milestone.id}`"
            message = f"{name} was due by {_last_day(milestone.date)}, and is not reached"
            hint = "add `actual:` with the day it was reached, or move `date`"
            yield Finding(charter.at("milestones", index, "date"), message, hint)


def _last_day(date: Date) -> str:
    return Date.day(date.last).words
