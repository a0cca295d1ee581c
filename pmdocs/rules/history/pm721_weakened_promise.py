"""What must be so, only should be so now.

One word makes the difference between a promise and a wish, and no reader of a diff
stops at it.

Write `must` again, or agree with those who count on it. Priorities are compared, and
the words in texts: `must`, `shall` and their like against `should`, `may` and `can`.

Looked for where two states are compared: by `pmdocs diff`, and by
`pmdocs check --since REV`.

## Bad
    ```sh
    mkdir roadmap
    write() {
      echo "- {id: US-1, title: Share, status: ready, as_a: manager, i_want: a link,"
      echo "   so_that: others see the plan, criteria: [{id: AC-1, text: $1}]}"
    }
    write "the link must end after 30 days" > roadmap/stories.yaml
    git init -q && git add . && git commit -qm "Say when a link is good"
    write "the link should end after 30 days" > roadmap/stories.yaml
    ```
## Good
    ```sh
    mkdir roadmap
    write() {
      echo "- {id: US-1, title: Share, status: ready, as_a: manager, i_want: a link,"
      echo "   so_that: others see the plan, criteria: [{id: AC-1, text: $1}]}"
    }
    write "the link should end after 30 days" > roadmap/stories.yaml
    git init -q && git add . && git commit -qm "Say when a link is good"
    write "the link must end after 30 days" > roadmap/stories.yaml
    ```
"""

import re
from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.rules.history.step import Difference
from pmdocs.rules.rule import raised_while_reading

RULE = raised_while_reading("PM721", "weakened-promise", Severity.WARNING, on_demand=True)
_SCALE = ("must", "should", "could", "won't")
_STRONG = re.compile(
    r"\b(?:must|shall|ha(?:s|ve) to|(?:is|are) required to|always)\b", re.IGNORECASE
)
_WEAK = re.compile(
    r"\b(?:should|may|might|can|could|ought to|(?:is|are) allowed to|usually)\b", re.IGNORECASE
)
_HINT = "agree with those who count on it, or leave it as it was"


def told(one: Difference) -> Iterator[Finding]:
    """Find a priority that fell, and a strong word that became a weak one."""
    if not one.is_promise:
        return
    delta = one.delta
    if delta.key == "priority" and {delta.old, delta.new} <= {*_SCALE}:
        if _SCALE.index(delta.new) > _SCALE.index(delta.old):
            message = f"`{one.name}` was a `{delta.old}`, and is a `{delta.new}` now"
            yield Finding(one.span, message, _HINT, code=RULE.code, item=one.new.id)
    elif (texts := one.texts) and (found := _weaker(*texts)):
        strong, weak = found
        message = f"`{strong}` became `{weak}` in `{one.name}`"
        yield Finding(one.word(weak), message, _HINT, code=RULE.code, item=one.new.id)


def _weaker(old: str, new: str) -> tuple[str, str] | None:
    """A strong word that is gone, and the weak one that came, if both happened."""
    strong = _STRONG.findall(old)
    weak = _WEAK.findall(new)
    if len(_STRONG.findall(new)) < len(strong) and len(weak) > len(_WEAK.findall(old)):
        return strong[-1], weak[-1]
    return None
