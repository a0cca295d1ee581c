"""An id is used twice.

Everything refers to an item by its id, so two items with the same id cannot be
told apart: the second one is left out of the site. It happens when an item is
copied, or when two branches took the same next number.

Give the newer one the next free number. An id is never used again, not even
the former id (`aliases`) of another item.

## Bad
    ```yaml
    - {id: IDEA-1, title: A dark theme}
    - {id: IDEA-1, title: A calendar}
    ```
## Good
    ```yaml
    - {id: IDEA-1, title: A dark theme}
    - {id: IDEA-2, title: A calendar}
    ```
"""

from collections.abc import Iterable, Iterator

from pmdocs.diagnostics import Finding, Note
from pmdocs.model.ids import local_id
from pmdocs.model.item import Item
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule


@rule("PM202", "duplicate-id")
def check(project: Project) -> Iterator[Finding]:
    """Find the items and parts whose id was taken already."""
    free = NextFree([*project.items, *project.unread, *project.aliases])
    for item in project.again:
        first = project.items[item.id]
        note = Note(first.span, f"first used here: {first.title}")
        yield _finding(item, item.id, free, note)
    for item in project.items.values():
        for position, old in enumerate(item.aliases):
            if old in project.items:
                note = Note(item.at("aliases", position), f"it is a former id of `{item.id}`")
                yield _finding(project.items[old], old, free, note)
        yield from _parts(item)


class NextFree:
    """Gives numbers that no id has yet, each of them once."""

    def __init__(self, taken: Iterable[str]) -> None:
        """Remember the highest number behind each prefix."""
        self._highest: dict[str, int] = {}
        for id in taken:
            prefix, _, number = id.rpartition("-")
            if number.isdecimal():
                self._highest[prefix] = max(self._highest.get(prefix, 0), int(number))

    def like(self, id: str) -> str:
        """The next free id with the prefix of this one."""
        prefix = id.rpartition("-")[0]
        self._highest[prefix] = self._highest.get(prefix, 0) + 1
        return f"{prefix}-{self._highest[prefix]}"


def _parts(item: Item) -> Iterator[Finding]:
    parts = [(item.at(f, i, "id"), local_id(part, item)) for f, i, part in item.parts() if part.id]
    if len({id for _, id in parts}) == len(parts):
        return
    free = NextFree(id for _, id in parts)
    seen: dict[str, Note] = {}
    for span, id in parts:
        if id in seen:
            hint, message = f"write `{free.like(id)}`", f"`{item.id}` has `{id}` twice"
            yield Finding(span, message, hint, (seen[id],), item=item.id)
        seen.setdefault(id, Note(span, "first used here"))


def _finding(item: Item, id: str, free: NextFree, note: Note) -> Finding:
    hint = f"write `{free.like(id)}`, the next free number"
    return Finding(item.span, f"the id `{id}` is taken already", hint, (note,), item=id)
