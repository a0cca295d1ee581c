"""A list of ids names the same item twice.

The second one says nothing new. Somebody who takes one of them out later will
not see that the other is left, and sums over links count the item twice.

Remove one of the two. An item beside one of its own parts is found as well:
`OBJ-1.KR-2` says everything that `OBJ-1` would say, and says it more exactly.

## Bad
    ```yaml
    - {id: RM-1, title: Accounts, outcome: customers have a name here}
    - {id: RM-2, title: Sharing, outcome: customers see our plans, depends_on: [RM-1, RM-1]}
    ```
## Good
    ```yaml
    - {id: RM-1, title: Accounts, outcome: customers have a name here}
    - {id: RM-2, title: Sharing, outcome: customers see our plans, depends_on: [RM-1]}
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Fix, Note, Severity
from pmdocs.model.item import Item, Step, locate
from pmdocs.project.graph import Link
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule
from pmdocs.source.node import Scalar, Sequence
from pmdocs.source.removal import without


@rule("PM219", "duplicate-link", Severity.WARNING)
def check(item: Item, project: Project) -> Iterator[Finding]:
    """Find the ids that a list holds twice, and items beside a part of theirs."""
    lists: dict[tuple[Step, ...], list[Link]] = {}
    for link in project.graph.out(item.id):
        if isinstance(link.steps[-1], int):
            lists.setdefault(link.steps[:-1], []).append(link)
    for links in lists.values():
        if len(links) > 1:
            yield from _in_list(links)


def _in_list(links: list[Link]) -> Iterator[Finding]:
    seen: dict[tuple[str, str], Link] = {}
    parts = {link.target.partition(".")[0]: link for link in reversed(links) if "." in link.target}
    for link in links:
        key = link.target, _behind(link)
        first = seen.setdefault(key, link)
        if first is not link:
            note = Note(first.span, "first written here")
            message = f"`{link.target}` stands twice in `{link.field}`"
            yield Finding(link.span, message, "remove one of the two", (note,), fix=_fix(link))
        elif link.target in parts:
            part = parts[link.target]
            note = Note(part.span, "the part stands here")
            message = f"`{link.target}` stands in `{link.field}` beside its part `{part.target}`"
            hint = f"remove `{link.target}`: its part says it already"
            fix = _fix(link, safe=False)
            yield Finding(link.span, message, hint, (note,), fix=fix)


def _behind(link: Link) -> str:
    """What stands behind the id: the type and the lag of a dependency."""
    node = locate(link.item.node, link.steps)
    return " ".join(node.text.split()[1:]) if isinstance(node, Scalar) else ""


def _fix(link: Link, *, safe: bool = True) -> Fix | None:
    *steps, index = link.steps
    listed = locate(link.item.node, tuple(steps))
    if not isinstance(listed, Sequence) or not isinstance(index, int):
        return None
    edit = without(listed, index)
    return Fix((edit,), safe) if edit else None
