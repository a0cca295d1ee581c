"""Something that has happened has a date in the future.

News, measurements, money that was spent, milestones that were reached, what was
agreed on or decided: all of them tell of the past. A date that is still to come
is a slip, often in the year, or a plan in the place of a fact.

Correct the date. A month or a quarter that has begun is fine, and so is
tomorrow, because it may be there already where somebody else writes.

## Bad
    ```yaml
    - id: MET-1
      title: Ships that found the harbour
      measurements:
        - {date: 2062-05, value: 12}
    ```
## Good
    ```yaml
    - id: MET-1
      title: Ships that found the harbour
      measurements:
        - {date: 2026-05, value: 12}
    ```
"""

import datetime as dt
from collections.abc import Iterator
from typing import TypeAlias

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.dates import Date
from pmdocs.model.item import Item, Step
from pmdocs.model.kinds.charter import Charter
from pmdocs.model.kinds.decision import Decision
from pmdocs.model.kinds.launch import Launch
from pmdocs.model.kinds.metric import Metric
from pmdocs.model.kinds.prd import Prd
from pmdocs.model.kinds.research import Research
from pmdocs.model.kinds.story import Story
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule

# A date, what happened then, and where that is written.
_Fact: TypeAlias = tuple[Date | None, str, tuple[Step, ...]]
_DAY = dt.timedelta(days=1)


@rule("PM515", "not-yet-happened", Severity.WARNING)
def check(item: Item, project: Project) -> Iterator[Finding]:
    """Find the dates of facts that are certainly later than tomorrow."""
    for date, what, steps in _facts(item):
        if date is not None and date.first > project.today + _DAY:
            message = f"{what} {date.then}, which is still to come"
            yield Finding(item.at(*steps), message, "correct the date, or remove it until then")


def _facts(item: Item) -> Iterator[_Fact]:
    """The dates of what has happened."""
    for n, update in enumerate(item.updates):
        yield update.date, "this was written", ("updates", n, "date")
    match item:
        case Charter():
            yield from _of_charter(item)
        case Prd():
            yield from _agreed(item)
        case Metric():
            for n, one in enumerate(item.measurements):
                yield one.date, "this was measured", ("measurements", n, "date")
        case Story():
            for n, criterion in enumerate(item.criteria):
                date = criterion.evidence.date if criterion.evidence else None
                yield date, "this was shown", ("criteria", n, "evidence", "date")
        case _:
            yield from _decided(item)


def _decided(item: Item) -> Iterator[_Fact]:
    match item:
        case Research() if item.status == "done":
            yield item.date, f"`{item.id}` was done", ("date",)
        case Decision() if item.status != "proposed":
            yield item.date, f"`{item.id}` was decided", ("date",)
        case Launch() if item.go_no_go and item.go_no_go.decision != "pending":
            yield item.go_no_go.date, "this was decided", ("go_no_go", "date")


def _of_charter(charter: Charter) -> Iterator[_Fact]:
    for n, milestone in enumerate(charter.milestones):
        name = f"`{charter.id}.{milestone.id}` was reached"
        yield milestone.actual, name, ("milestones", n, "actual")
    for n, one in enumerate(charter.budget.spent if charter.budget else ()):
        yield one.date, "this was spent", ("budget", "spent", n, "date")
    yield from _agreed(charter)


def _agreed(item: Charter | Prd) -> Iterator[_Fact]:
    for n, approval in enumerate(item.approvals):
        if approval.state != "requested":
            yield approval.date, f"this was {approval.state}", ("approvals", n, "date")
