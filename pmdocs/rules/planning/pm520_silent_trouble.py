"""An item is at risk or blocked, and the last news about it is old.

News of a month ago leaves everybody to guess whether somebody is at it. Silence
about trouble is worse than the trouble.

Write an update, even if it says that nothing has changed; or take the mark back.
Thirty days are given; the option `days` tells how many. Items without any update
are reported by PM513 alone, and what is done or dropped is left alone.

## Bad
    ```yaml
    - id: RM-1
      title: Sharing
      outcome: customers see our plans
      status: at risk
      updates:
        - {date: 2026-03-10, text: The one who knows the mail server is ill.}
    ```
## Good
    ```yaml
    - id: RM-1
      title: Sharing
      outcome: customers see our plans
      status: at risk
      updates:
        - {date: 2026-05-12, text: She is back. We know by June.}
        - {date: 2026-03-10, text: The one who knows the mail server is ill.}
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.dates import Date
from pmdocs.model.kinds.roadmap_item import RoadmapItem
from pmdocs.model.values import Whole
from pmdocs.project.project import Project
from pmdocs.rules.planning.trouble import trouble
from pmdocs.rules.rule import Options, rule


class Silence(Options):
    """How old the last news may be."""

    days: Whole = 30
    """The most days since the last update."""


@rule("PM520", "silent-trouble", Severity.WARNING, reads=("status", "health", "updates"))
def check(item: RoadmapItem, project: Project, options: Silence) -> Iterator[Finding]:
    """Find the open items in trouble whose newest update is too old."""
    field = trouble(item)
    if field is None or not item.updates:
        return
    newest = max(update.date.last for update in item.updates)
    if (project.today - newest).days > options.days:
        since = Date.day(newest).words
        message = f"`{item.id}` is `{getattr(item, field)}`, and the last news is of {since}"
        hint = f"add an update: `- {{date: {project.today}, text: …}}`"
        yield Finding(item.at(field), message, hint)
