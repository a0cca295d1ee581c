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
    taken = [*project.items, *project.unread, *project.aliases]
    for item in project.again:
        first = project.items[item.id]
        yield _finding(item, item.id, taken, Note(first.span, f"first used here: {first.title}"))
    for item in project.items.values():
        for position, old in enumerate(item.aliases):
            if old in project.items:
                note = Note(item.at("aliases", position), f"it is a former id of `{item.id}`")
                yield _finding(project.items[old], old, taken, note)
        yield from _parts(item)


def _parts(item: Item) -> Iterator[Finding]:
    taken = [local_id(part, item) for _, _, part in item.parts()]
    seen: dict[str, Note] = {}
    for field, index, part in item.parts():
        span, id = item.at(field, index, "id"), local_id(part, item)
        if id in seen:
            hint = f"write `{next_free(id, taken)}`"
            message = f"`{item.id}` has `{id}` twice"
            yield Finding(span, message, hint, (seen[id],), item=item.id)
        elif id:
            seen[id] = Note(span, "first used here")


def _finding(item: Item, id: str, taken: Iterable[str], note: Note) -> Finding:
    hint = f"write `{next_free(id, taken)}`, the next free number"
    return Finding(item.span, f"the id `{id}` is taken already", hint, (note,), item=id)


def next_free(id: str, taken: Iterable[str]) -> str:
    """The id with the number after the highest one that is taken."""
    prefix = id.rpartition("-")[0]
    numbers = (other.rpartition("-") for other in taken)
    highest = max((int(n) for p, _, n in numbers if p == prefix and n.isdecimal()), default=0)
    return f"{prefix}-{highest + 1}"
