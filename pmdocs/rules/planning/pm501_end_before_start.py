"""Something ends before it begins.

One of the two dates is a slip of the pen, and every drawing and every sum that
is made of them is wrong.

Dates are compared as exactly as they were written: the first quarter of 2027
does not end before 15 February 2027, although it begins before that day.

## Bad
    ```yaml
    - id: RM-1
      title: Sharing
      outcome: customers see our plans
      start: 2027-06
      end: 2027-03
    ```
## Good
    ```yaml
    - id: RM-1
      title: Sharing
      outcome: customers see our plans
      start: 2027-06
      end: 2027-09
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Note
from pmdocs.model.item import Item
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule


@rule("PM501", "end-before-start")
def check(item: Item, _: Project) -> Iterator[Finding]:
    """Find the ends and deadlines that certainly lie before the start."""
    dates = item.dates
    start = dates.get("start")
    for name in ("end", "deadline"):
        end = dates.get(name)
        if start and end and end < start:
            message = f"`{item.id}` ends {end.then}, before it begins {start.then}"
            note = Note(item.at("start"), "it begins here")
            yield Finding(item.at(name), message, f"correct `start` or `{name}`", (note,))
