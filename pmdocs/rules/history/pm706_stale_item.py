"""An item is in progress, and nobody has touched it for a long time.

Either nobody works on it, or nobody writes down what happens. Readers of the roadmap
cannot tell which.

Say how it stands in `updates:`, or give it the status that it really has. The option
`days` says how long an item may rest, usually 30. Only a change of the item itself
counts, and not one of its neighbours in the same file; so does a date in `updates:`.

## Bad
    ```sh
    mkdir roadmap
    echo "{id: RM-1, title: Share, outcome: others see it, status: in progress}" > roadmap/a.yaml
    git init -q && git add . && git commit -qm "Begin" --date 2026-02-10
    ```
## Good
    ```sh
    mkdir roadmap
    echo "{id: RM-1, title: Share, outcome: others see it, status: in progress}" > roadmap/a.yaml
    git init -q && git add . && git commit -qm "Begin" --date 2026-05-10
    ```
"""

import datetime as dt
from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.history.past import Past
from pmdocs.model.dates import Date
from pmdocs.model.item import Item
from pmdocs.project.config import AtLeastOne
from pmdocs.project.project import Project
from pmdocs.rules.rule import Options, rule


class StaleOptions(Options):
    """How long an item may rest."""

    days: AtLeastOne = 30
    """The days after which an item that is in progress and untouched is told."""


@rule("PM706", "stale-item", Severity.WARNING)
def check(item: Item, project: Project, past: Past, options: StaleOptions) -> Iterator[Finding]:
    """Find what is said to be in progress, and rests."""
    # A metric or a stakeholder begins as active, and may stay so for years.
    if item.state.role != "in-progress" or item.state == item.states[0]:
        return
    touched = past.touched(item)
    news = (one.date.last for one in item.updates if one.date.last <= project.today)
    last = max((touched, *news)) if touched else None
    if last is not None and (project.today - last).days > options.days:
        yield _finding(item, last, project.today)


def _finding(item: Item, last: dt.date, today: dt.date) -> Finding:
    days = (today - last).days
    message = f"`{item.id}` is `{item.status}`, and was last touched {days} days ago"
    hint = f"write into `updates:` how it stands, or change `status` ({Date.day(last).words})"
    return Finding(item.at("status"), message, hint)
