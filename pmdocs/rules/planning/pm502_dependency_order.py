"""An item begins before what it depends on is done.

The plan says that it needs the other item, and does not wait for it. Either the
dates are wrong, or the dependency is.

Dates are compared as exactly as they were written, and only what is certainly
too early is reported: two items in the same quarter are fine. What is done or
dropped delays nobody.

## Bad
    ```yaml
    - {id: RM-1, title: Accounts, outcome: people have a name, start: 2027-Q1, end: 2027-Q3}
    - {id: RM-2, title: Sharing, outcome: plans are seen, start: 2027-Q2, depends_on: [RM-1]}
    ```
## Good
    ```yaml
    - {id: RM-1, title: Accounts, outcome: people have a name, start: 2027-Q1, end: 2027-Q3}
    - {id: RM-2, title: Sharing, outcome: plans are seen, start: 2027-Q4, depends_on: [RM-1]}
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Note, Severity
from pmdocs.model.item import Item
from pmdocs.project.graph import Link
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule


@rule("PM502", "dependency-order", Severity.WARNING)
def check(item: Item, project: Project) -> Iterator[Finding]:
    """Find the items that begin certainly before the end of one that they depend on."""
    for link in project.graph.out(item.id, "depends_on") if item.state.role != "dropped" else ():
        other = project.items.get(link.target)
        if other and other is not item and not other.partial and not other.state.closed:
            yield from _compare(item, other, link)


def _compare(item: Item, other: Item, link: Link) -> Iterator[Finding]:
    mine, theirs = item.when, other.when
    if mine and theirs and mine.start < theirs.end:
        first = f"`{item.id}` begins {mine.start.then}"
        message = f"{first}, before `{other.id}` ends {theirs.end.then}, which it depends on"
        notes = (
            Note(other.at(_written(other, "end", "start")), f"`{other.id}` ends here"),
            Note(link.span, "the dependency"),
        )
        hint = f"let it begin after {theirs.end.words}, or remove the dependency"
        yield Finding(item.at(_written(item, "start", "end")), message, hint, notes)


def _written(item: Item, *names: str) -> str:
    dates = item.dates
    order = (*names, "deadline", "date", "period")
    return next(name for name in order if name in dates)
