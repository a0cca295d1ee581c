"""Something is being worked on, and it has no owner.

Whoever has a question, or bad news, does not know where to go.

Write who answers for it in `owner:`: a person, a role or a team. Asked are
roadmap items, objectives and charters; the option `kinds` can name others. What
has not begun, and what is done or dropped, is left alone.

## Bad
    ```yaml
    - {id: RM-1, title: Sharing, outcome: customers see our plans, status: in progress}
    ```
## Good
    ```yaml
    - id: RM-1
      title: Sharing
      owner: product team
      outcome: customers see our plans
      status: in progress
    ```
"""

from collections.abc import Iterator

from pmdocs.analysis.horizon import is_active
from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.item import Item
from pmdocs.model.values import Line
from pmdocs.project.project import Project
from pmdocs.rules.rule import Options, rule


class Asked(Options):
    """Who is asked for an owner."""

    kinds: tuple[Line, ...] = ("item", "objective", "charter")
    """The kinds that need one while they are worked on."""


@rule("PM615", "work-without-owner", Severity.WARNING, reads=("status", "owner"), pedantic=True)
def check(item: Item, _: Project, options: Asked) -> Iterator[Finding]:
    """Find the items of some kinds that are in progress and that nobody answers for."""
    if item.owner is None and item.kind in options.kinds and is_active(item):
        message = f"`{item.id}` is `{item.status}`, and nobody answers for it"
        yield Finding(item.span, message, "add `owner:` with a person, a role or a team")
