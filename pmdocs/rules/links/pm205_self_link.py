"""An item refers to itself.

It says nothing, and it is most likely a slip: the id of another item was meant.
An item that waits for itself never begins.

## Bad
    ```yaml
    - {id: RM-1, title: Sharing, outcome: customers see our plans, depends_on: [RM-1]}
    ```
## Good
    ```yaml
    - {id: RM-1, title: Sharing, outcome: customers see our plans}
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding
from pmdocs.model.item import Item
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule


@rule("PM205", "self-link")
def check(item: Item, project: Project) -> Iterator[Finding]:
    """Find the links from an item to itself, and from a part to itself."""
    for link in project.graph.out(item.id):
        if link.target in {link.source, item.id}:
            message = f"`{link.source}` {link.name} `{link.target}`, which is itself"
            yield Finding(link.span, message, "write the id of another item, or remove it")
