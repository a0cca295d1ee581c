"""Something that was planned ends later than it was to end.

A date that moves by a quarter is one changed character.

If it must be later, say why in `updates:`, and agree with those who wait for it. A date
that is less exact than before counts as later when its last day is. Drafts, ideas and
what is only looked into are left alone.

Looked for where two states are compared: by `pmdocs diff`, and by
`pmdocs check --since REV`.

## Bad
    ```sh
    mkdir roadmap
    write() {
      echo "- {id: RM-1, title: Share, status: planned, outcome: a plan is shared, end: $1}"
    }
    write 2027-Q1 > roadmap/items.yaml
    git init -q && git add . && git commit -qm "Plan to share"
    write 2027-Q2 > roadmap/items.yaml
    ```
## Good
    ```sh
    mkdir roadmap
    write() {
      echo "- {id: RM-1, title: Share, status: planned, outcome: a plan is shared, end: $1}"
    }
    write 2027-Q2 > roadmap/items.yaml
    git init -q && git add . && git commit -qm "Plan to share"
    write 2027-Q1 > roadmap/items.yaml
    ```
"""

from collections.abc import Iterator

from pmdocs.analysis.changes.amounts import how_far
from pmdocs.analysis.changes.time import is_end
from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.dates import Date
from pmdocs.rules.history.step import Difference
from pmdocs.rules.rule import raised_while_reading

RULE = raised_while_reading("PM726", "later-end", Severity.WARNING, on_demand=True)


def told(one: Difference) -> Iterator[Finding]:
    """Find the ends of items and of milestones that moved to a later day."""
    old, new = one.delta.old, one.delta.new
    if not one.is_promise or not is_end(one.delta) or not isinstance(old, Date):
        return
    if isinstance(new, Date) and new.last > old.last:
        far = how_far(old, new)
        message = f"`{one.name}` ends later: `{new}` instead of `{old}`, {far}"
        hint = "if it must be later, say why in `updates:`"
        yield Finding(one.span, message, hint, code=RULE.code, item=one.new.id)
    elif new is None:
        message = f"`{one.name}` has no end any more: it was `{old}`"
        hint = f"write `{one.delta.key}: {old}` again, or say in `updates:` why nobody knows"
        yield Finding(one.span, message, hint, code=RULE.code, item=one.new.id)
