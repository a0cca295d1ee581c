"""An open item builds on something that was given up.

It waits for what will never come, or serves what nobody wants any more. Most
often it was forgotten when the other was dropped.

Give it up, too, or let it build on something else. Looked at are what it depends
on, its release, roadmap item, PRD and program, and its objectives if all of them
are given up. What could not be read may still be alive, and is left alone.

## Bad
    ```yaml
    - {id: RM-1, title: Accounts, outcome: people have a name, status: dropped}
    - {id: RM-2, title: Sharing, outcome: plans are seen, depends_on: [RM-1]}
    ```
## Good
    ```yaml
    - {id: RM-1, title: Accounts, outcome: people have a name, status: dropped}
    - {id: RM-2, title: Sharing, outcome: plans are seen}
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Note, Severity
from pmdocs.model.item import Item
from pmdocs.project.graph import Link
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule

_EACH = ("depends_on", "release", "item", "prd", "program")


@rule("PM214", "builds-on-dropped", Severity.WARNING)
def check(item: Item, project: Project) -> Iterator[Finding]:
    """Find the links of open items to what was dropped, withdrawn or superseded."""
    if item.state.closed:
        return
    links = project.graph.out(item.id, *_EACH, "objectives")
    for link in links:
        if link.field in _EACH and (other := _given_up(link, project)):
            yield _finding(item, link, other)
    goals = [link for link in links if link.field == "objectives"]
    lost = [other for link in goals if (other := _given_up(link, project))]
    if lost and len(lost) == len(goals):
        yield _finding(item, goals[0], lost[0])


def _given_up(link: Link, project: Project) -> Item | None:
    """The item at the end of a link, if it was given up."""
    other = project.items.get(link.target.partition(".")[0])
    if other is None or other is link.item or other.state.role != "dropped":
        return None
    return other if other.knows(("status",)) else None


def _finding(item: Item, link: Link, other: Item) -> Finding:
    message = f"`{item.id}` is `{item.status}`, and builds on `{link.target}`"
    note = Note(other.at("status"), f"`{other.id}` is `{other.status}`")
    name = link.field
    hint = f"drop `{item.id}`, too, or change `{name}`"
    return Finding(link.span, f"{message}, which is `{other.status}`", hint, (note,))
