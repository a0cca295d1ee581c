"""The horizon of an item, and its dates or its status, say different things.

A board without dates shows `now`, `next` and `later`, and a timeline shows the
dates. Where they disagree, two people read two plans.

Only what is certain is reported: an item that begins in more than three months
is not `now`, one that begins or ends within three months is not `later`, and what
is being worked on is `now`. Between `now` and `next`, and between `next` and
`later`, nobody draws the line by the day. What is done or dropped is left alone,
and so are dates that are past: PM503 and PM511 report them.

Correct one of them, or leave `horizon` out: it is derived from the dates.

## Bad
    ```yaml
    - {id: RM-1, title: Sharing, outcome: plans are seen, horizon: now, start: 2028-03}
    ```
## Good
    ```yaml
    - {id: RM-1, title: Sharing, outcome: plans are seen, horizon: later, start: 2028-03}
    ```
"""

import datetime as dt
from collections.abc import Iterator

from pmdocs.analysis.horizon import QUARTER, is_active, months_from
from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.roadmap_item import RoadmapItem
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule


@rule(
    "PM505",
    "horizon-against-dates",
    Severity.WARNING,
    reads=("status", "horizon", "start", "end"),
)
def check(item: RoadmapItem, project: Project) -> Iterator[Finding]:
    """Find the open items whose written horizon cannot be true."""
    if item.horizon is None or item.state.closed:
        return
    why = _wrong(item, project.today)
    if why:
        message = f"the horizon of `{item.id}` is `{item.horizon}`, and it {why}"
        hint = "correct one of them, or leave `horizon:` out: it follows from the dates"
        yield Finding(item.at("horizon"), message, hint)


def _wrong(item: RoadmapItem, today: dt.date) -> str:
    """What speaks against the horizon, if anything certainly does."""
    soon = months_from(today, QUARTER)
    if item.horizon == "now":
        return f"begins {item.start.then}" if item.start and item.start.first > soon else ""
    if is_active(item):
        return f"is `{item.status}`"
    for verb, date in (("begins", item.start), ("ends", item.end)):
        if item.horizon == "later" and date and today <= date.last <= soon:
            return f"{verb} {date.then}"
    return ""
