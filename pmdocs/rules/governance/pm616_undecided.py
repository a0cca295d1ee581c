"""Nobody has decided on an idea or a proposal for a long time.

People who have brought it wait for an answer, and a list of a hundred open
wishes is read by nobody.

Say yes or no: an idea is `accepted` or `rejected`, and so is a decision. Ninety
days are given from its date; the option `days` tells how many. Ideas without a
date are left alone.

## Bad
    ```yaml
    - {id: IDEA-1, title: A horn for fog, status: new, date: 2026-01-12}
    ```
## Good
    ```yaml
    - {id: IDEA-1, title: A horn for fog, status: rejected, date: 2026-01-12}
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.item import Item
from pmdocs.model.kinds.decision import Decision
from pmdocs.model.kinds.idea import Idea
from pmdocs.model.values import Whole
from pmdocs.project.project import Project
from pmdocs.rules.rule import Options, rule


class Wait(Options):
    """How long an answer may take."""

    days: Whole = 90
    """The most days."""


@rule("PM616", "undecided", Severity.WARNING, reads=("status", "date"), pedantic=True)
def check(item: Item, project: Project, options: Wait) -> Iterator[Finding]:
    """Find the open ideas and decisions that are too old."""
    if not isinstance(item, Idea | Decision) or item.date is None or item.state.closed:
        return
    waits = (project.today - item.date.last).days
    if waits > options.days:
        message = f"`{item.id}` has been `{item.status}` for {waits} days"
        yield Finding(item.at("status"), message, "decide: set `status: accepted` or `rejected`")
