"""The team is less sure of a date, or of a key result, than before.

That is good to know, and easy to overlook: people hear a promise, and not how sure it is.

Say in `updates:` what happened.

Looked for where two states are compared: by `pmdocs diff`, and by
`pmdocs check --since REV`.

## Bad
    ```sh
    mkdir roadmap
    write() {
      echo "- {id: RM-1, title: Share, status: planned, outcome: a plan is shared,"
      echo "   end: 2027-Q1, confidence: $1}"
    }
    write high > roadmap/items.yaml
    git init -q && git add . && git commit -qm "Plan to share"
    write low > roadmap/items.yaml
    ```
## Good
    ```sh
    mkdir roadmap
    write() {
      echo "- {id: RM-1, title: Share, status: planned, outcome: a plan is shared,"
      echo "   end: 2027-Q1, confidence: $1}"
    }
    write low > roadmap/items.yaml
    git init -q && git add . && git commit -qm "Plan to share"
    write high > roadmap/items.yaml
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.amounts import Percent
from pmdocs.rules.history.step import Difference
from pmdocs.rules.rule import raised_while_reading

RULE = raised_while_reading("PM727", "lower-confidence", Severity.WARNING, on_demand=True)
_SCALE = ("high", "medium", "low")


def told(one: Difference) -> Iterator[Finding]:
    """Find a confidence that fell."""
    if one.is_promise and one.delta.key == "confidence" and one.delta.path[0] != "scores":
        old, new = one.delta.old, one.delta.new
        if _falls(old, new):
            message = f"the confidence in `{one.name}` fell from `{old}` to `{new}`"
            hint = "say in `updates:` what happened"
            yield Finding(one.span, message, hint, code=RULE.code, item=one.new.id)


def _falls(old: object, new: object) -> bool:
    if isinstance(old, Percent) and isinstance(new, Percent):
        return new < old
    return old in _SCALE and new in _SCALE and _SCALE.index(str(new)) > _SCALE.index(str(old))
