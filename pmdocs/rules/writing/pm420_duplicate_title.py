"""Two items of a kind have the same title.

In a list, in the search and in a link nobody can tell them apart. Often one was
copied from the other, and the title was forgotten; or two people have written down
the same thing.

Say in the title what is different, or drop one of the two. Items that are dropped
are left alone, and so are items of different kinds: a PRD may well be called as the
roadmap item that it specifies. Of titles with less than five letters only PM401
speaks: `TODO` is no title yet.

## Bad
    ```yaml
    - {id: IDEA-1, title: Sort by date}
    - {id: IDEA-2, title: Sort by Date}
    ```
## Good
    ```yaml
    - {id: IDEA-1, title: Sort by date of the first wish}
    - {id: IDEA-2, title: Sort by date of the last vote}
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Note, Severity
from pmdocs.model.item import Item  # noqa: TC001 - as rules import it
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule

_SHORTEST = 5


@rule("PM420", "duplicate-title", Severity.WARNING)
def check(project: Project) -> Iterator[Finding]:
    """Find the items with the title of an earlier one of their kind."""
    first: dict[tuple[str, str], Item] = {}
    for item in project.items.values():
        if item.state.role == "dropped" or len(item.title) < _SHORTEST:
            continue
        other = first.setdefault((item.kind, item.title.casefold()), item)
        if other is not item:
            message = f"`{item.id}` has the same title as `{other.id}`"
            note = Note(other.at("title"), f"the title of `{other.id}`")
            hint = "say what is different, or drop one of the two"
            yield Finding(item.at("title"), message, hint, (note,), item=item.id)
