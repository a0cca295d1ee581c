"""An id is used twice.

Everything refers to an item by its id, so two items with the same id cannot be
told apart: the second one is left out of the site. It happens when an item is
copied, or when two branches took the same next number.

Give the newer one the next free number: after a merge, `pmdocs renumber` does
that, with all references that mean it. An id is never used again, not even the
former id (`aliases`) of another item.

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

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Fix, Note
from pmdocs.model.ids import local_id
from pmdocs.model.item import Item, locate
from pmdocs.model.mending import instead
from pmdocs.model.naming import NextFree
from pmdocs.model.wrong import Meant
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule
from pmdocs.source.node import Node


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


def _parts(item: Item) -> Iterator[Finding]:
    parts = [((f, i, "id"), local_id(part, item)) for f, i, part in item.parts() if part.id]
    if len({id for _, id in parts}) == len(parts):
        return
    free = NextFree(id for _, id in parts)
    seen: dict[str, Note] = {}
    for steps, id in parts:
        span, node = item.at(*steps), locate(item.node, steps)
        if id in seen:
            new, message = free.like(id), f"`{item.id}` has `{id}` twice"
            fix = _fix(node, new)
            yield Finding(span, message, f"write `{new}`", (seen[id],), item=item.id, fix=fix)
        seen.setdefault(id, Note(span, "first used here"))


def _finding(item: Item, id: str, free: NextFree, note: Note) -> Finding:
    new = free.like(id)
    message, hint = f"the id `{id}` is taken already", f"write `{new}`, or run `pmdocs renumber`"
    fix = _fix(item.node.get("id"), new)
    return Finding(item.span, message, hint, (note,), item=id, fix=fix)


def _fix(node: Node | None, id: str) -> Fix | None:
    """A guess: which of the two is the newcomer, and which one links mean, nobody wrote down."""
    return instead(node, Meant(id, safe=False)) if node else None
