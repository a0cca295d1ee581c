"""The newest update does not stand first.

Updates are shown as they are written, and readers take the first for how things
are. Old news on top is taken for true.

Move the newest to the top. Dates are compared as exactly as they were written:
two updates of one month may stand in any order.

## Bad
    ```yaml
    - id: RM-1
      title: Sharing
      outcome: customers see our plans
      updates:
        - {date: 2026-02-10, text: We have begun.}
        - {date: 2026-04-21, text: The first team uses it.}
    ```
## Good
    ```yaml
    - id: RM-1
      title: Sharing
      outcome: customers see our plans
      updates:
        - {date: 2026-04-21, text: The first team uses it.}
        - {date: 2026-02-10, text: We have begun.}
    ```
"""

from collections.abc import Iterator
from itertools import pairwise

from pmdocs.diagnostics import Finding, Note, Severity
from pmdocs.model.item import Item
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule


@rule("PM514", "updates-out-of-order", Severity.WARNING, reads=("updates",))
def check(item: Item, project: Project) -> Iterator[Finding]:
    """Find the first update of an item that is certainly newer than the one above it."""
    for index, (above, below) in enumerate(pairwise(item.updates)):
        # One from the future is a slip, which is told by another rule.
        if above.date < below.date and below.date.first <= project.today:
            message = f"the update of {below.date.words} stands below an older one"
            note = Note(item.at("updates", index, "date"), "this is older")
            span = item.at("updates", index + 1, "date")
            yield Finding(span, message, "put the newest update first", (note,))
            return
