"""A release comes out before something in it is finished.

Customers are told a date on which part of what they were promised is not there.

Move the release, or the item to a later release. Dates are compared as exactly
as they were written: an item that ends in the quarter of the release is fine.
What is done or dropped, and a release that is out, is left alone. One that is
overdue is reported by PM503 alone.

## Bad
    ```yaml
    - {id: REL-1, title: Spring, version: 1.0, date: 2027-04}
    - {id: RM-1, title: Sharing, outcome: plans are seen, end: 2027-06, release: REL-1}
    ```
## Good
    ```yaml
    - {id: REL-1, title: Spring, version: 1.0, date: 2027-07}
    - {id: RM-1, title: Sharing, outcome: plans are seen, end: 2027-06, release: REL-1}
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Note, Severity
from pmdocs.model.kinds.release import Release
from pmdocs.model.kinds.roadmap_item import RoadmapItem
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule


@rule(
    "PM506",
    "release-before-its-items",
    Severity.WARNING,
    reads=("status", "start", "end", "release"),
)
def check(item: RoadmapItem, project: Project) -> Iterator[Finding]:
    """Find the open items that end, or only begin, certainly after their release."""
    last = item.end or item.start
    if last is None or item.release is None or item.state.closed:
        return
    release = project.items.get(project.present(item.release))
    if not isinstance(release, Release) or not release.knows(("status", "date")):
        return
    due = not release.state.closed and release.date.last >= project.today
    if due and last > release.date:
        field, verb = ("end", "ends") if item.end else ("start", "begins")
        message = f"`{item.id}` {verb} {last.then}, after its release {release.date.then}"
        hint = f"move the date of `{release.id}`, or the item to a later release"
        note = Note(release.at("date"), f"`{release.id}` comes out here")
        yield Finding(item.at(field), message, hint, (note,))
