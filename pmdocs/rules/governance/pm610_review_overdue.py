"""Somebody should have read an item again by now.

A decision, a persona, a risk or a charter was true on the day on which it was
written. `review_by` says until when people may rely on it without asking.

Read it. If it is still true, move the date; if it is not, change it first. Dates
count with their last day. Items without `review_by`, and what was dropped or
superseded, are left alone.

## Bad
    ```yaml
    - {id: IDEA-1, title: A horn for fog, status: considering, review_by: 2026-Q1}
    ```
## Good
    ```yaml
    - {id: IDEA-1, title: A horn for fog, status: considering, review_by: 2026-Q4}
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.dates import Date
from pmdocs.model.item import Item
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule


@rule("PM610", "review-overdue", Severity.WARNING, reads=("status", "review_by"))
def check(item: Item, project: Project) -> Iterator[Finding]:
    """Find the items whose day to be read again is certainly over."""
    due = item.review_by
    if due is not None and due.last < project.today and item.state.role != "dropped":
        message = f"`{item.id}` was to be read again by {Date.day(due.last).words}"
        hint = "read it, change what is not true any more, and move `review_by`"
        yield Finding(item.at("review_by"), message, hint)
