"""Something is done, but work that belongs to it is open.

A roadmap item is done when the stories of its PRDs are, and a release is out
when what it contains is. Otherwise either nobody closed the rest, or customers
were told too early.

Close what is finished, drop what will not be done, or take the status back.

## Bad
    ```yaml
    - {id: REL-1, title: Spring, version: 1.0, date: 2020-04, status: released}
    - {id: RM-1, title: Sharing, outcome: customers see our plans, release: REL-1}
    ```
## Good
    ```yaml
    - {id: REL-1, title: Spring, version: 1.0, date: 2020-04, status: released}
    - {id: RM-1, title: Sharing, outcome: customers see our plans, release: REL-1, status: done}
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Note, Severity
from pmdocs.model.item import Item
from pmdocs.model.kinds.prd import Prd
from pmdocs.model.kinds.release import Release
from pmdocs.model.kinds.roadmap_item import RoadmapItem
from pmdocs.model.kinds.story import Story
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule

_MOST = 3


@rule("PM504", "done-with-open-work", Severity.WARNING)
def check(item: Item, project: Project) -> Iterator[Finding]:
    """Find the roadmap items and releases that were closed too early."""
    if item.state.role != "done":
        return
    work = {w.id: w for w in _work(item, project) if not w.partial and not w.state.closed}
    if work:
        first, one = next(iter(work.values())), len(work) == 1
        count = f"{len(work)} {(first.label if one else first.plural).lower()}"
        verb = "is" if one else "are"
        message = f"`{item.id}` is `{item.status}`, and {count} in it {verb} not closed"
        hint = f"close or drop {'it' if one else 'them'}, or take the status back"
        shown = list(work.values())[:_MOST]
        notes = tuple(Note(w.span, f"`{w.id}` is `{w.status}`") for w in shown)
        yield Finding(item.at("status"), message, hint, notes)


def _work(item: Item, project: Project) -> Iterator[Item]:
    into = project.graph.into
    if isinstance(item, Release):
        links = into(item.id, "release")
        yield from (link.item for link in links if isinstance(link.item, RoadmapItem))
    elif isinstance(item, RoadmapItem):
        prds = {link.item.id for link in into(item.id, "item") if isinstance(link.item, Prd)}
        links = [link for prd in sorted(prds) for link in into(prd, "prd")]
        yield from (link.item for link in links if isinstance(link.item, Story))
