"""The planned start is past, and nobody has begun.

An item that begins late ends late, and those who wait for it do not know yet.
Either work has begun and the status was forgotten, or the dates have to move.

Dates count with their last day, and a week is given: with the option `days` it
can be more or less. What should be over by now is reported by PM503 alone.

## Bad
    ```yaml
    - id: RM-1
      title: Sharing
      status: planned
      outcome: customers see our plans
      start: 2026-Q1
      end: 2026-Q4
    ```
## Good
    ```yaml
    - id: RM-1
      title: Sharing
      status: in progress
      outcome: customers see our plans
      start: 2026-Q1
      end: 2026-Q4
    ```
"""

from collections.abc import Iterator

from pmdocs.analysis.lateness import days_late, days_unbegun
from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.dates import Date
from pmdocs.model.item import Item
from pmdocs.model.values import Whole
from pmdocs.project.project import Project
from pmdocs.rules.rule import Options, rule


class Patience(Options):
    """How late a start may be before it is said."""

    days: Whole = 7
    """The days that are given."""


@rule("PM511", "late-start", Severity.WARNING)
def check(item: Item, project: Project, options: Patience) -> Iterator[Finding]:
    """Find what should have begun some days ago, is not begun, and not yet overdue."""
    # All items are asked, and a model is slow to tell that it lacks a field.
    if vars(item).get("start") is None:
        return
    late = days_unbegun(item, project.today)
    if late > options.days and not _has_ended(item, project):
        day = Date.day(item.dates["start"].last).words
        message = f"`{item.id}` should have begun by {day}, and is `{item.status}`"
        begun = next((s.word for s in item.states if s.role == "in-progress"), "in progress")
        yield Finding(item.at("start"), message, f"set `status: {begun}`, or move `start`")


def _has_ended(item: Item, project: Project) -> bool:
    ends = "end" in item.dates or "deadline" in item.dates
    return ends and days_late(item, project.today) > 0
