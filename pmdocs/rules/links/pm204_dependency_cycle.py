"""Items wait for each other in a circle, so that none of them can begin.

If A needs B, and B needs A, then neither can be first. Usually one of the two
does not need all of the other: split it, and depend on the part that comes
first; or remove the dependency that is only nice to have.

The same holds for decisions that supersede each other.

## Bad
    ```yaml
    - {id: RM-1, title: Accounts, outcome: customers have a name, depends_on: [RM-2]}
    - {id: RM-2, title: Sharing, outcome: customers see our plans, depends_on: [RM-1]}
    ```
## Good
    ```yaml
    - {id: RM-1, title: Accounts, outcome: customers have a name}
    - {id: RM-2, title: Sharing, outcome: customers see our plans, depends_on: [RM-1]}
    ```
"""

from collections.abc import Iterator, Mapping

from pmdocs.diagnostics import Finding, Note
from pmdocs.project.graph import Link
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule

_FIELDS = ("depends_on", "supersedes")
_MOST = 8


@rule("PM204", "dependency-cycle")
def check(project: Project) -> Iterator[Finding]:
    """Find the circles of dependencies; a link to itself is another rule's."""
    for field in _FIELDS:
        after: dict[str, dict[str, Link]] = {}
        for item in project.items.values():
            for link in project.graph.out(item.id, field):
                if link.source != link.target:
                    after.setdefault(link.source, {}).setdefault(link.target, link)
        for cycle in cycles(after):
            yield _finding([after[a][b] for a, b in zip(cycle, cycle[1:] + cycle[:1], strict=True)])


def cycles(after: Mapping[str, Mapping[str, object]]) -> Iterator[list[str]]:
    """The circles in a graph, each beginning with its first node that is met.

    Every path is followed once, in a loop and not by recursion; a step back
    onto the path closes a circle. Of circles that share all their nodes one is
    told, so that a knot of many links does not become as many findings.
    """
    done: set[str] = set()
    told: set[str] = set()
    for root in after:
        path = [] if root in done else [(root, iter(after[root]))]
        places = {root: 0}
        while path:
            here, steps = path[-1]
            step = next(steps, None)
            if step is None:
                done.add(here)
                path.pop()
                del places[here]
            elif step in places:
                if not {here, step} <= told:
                    cycle = [node for node, _ in path[places[step] :]]
                    told.update(cycle)
                    yield cycle
            elif step not in done:
                places[step] = len(path)
                path.append((step, iter(after.get(step, ()))))


def _finding(links: list[Link]) -> Finding:
    first, *others = links
    names = [link.source for link in links]
    shown = names if len(names) <= _MOST else [*names[: _MOST - 1], f"… {len(names)} in all …"]
    circle = " → ".join([*(n if n.startswith("…") else f"`{n}`" for n in shown), f"`{names[0]}`"])
    verb = first.name.replace("depends on", "wait for").replace("supersedes", "supersede")
    notes = tuple(Note(k.span, f"`{k.source}` {k.name} `{k.target}`") for k in others[:_MOST])
    message = f"these {verb} each other in a circle: {circle}"
    hint = "remove one of these links, or split an item so that a part of it can come first"
    return Finding(first.span, message, hint, notes, item=first.item.id)
