"""A number asks for less than before.

The words stay, the target comes closer: on paper everything is reached.

Write the old number again, or agree with those who count on it. Said only where the
direction is clear: the target of a key result or of a metric that moved towards its
baseline; `at least` with a smaller number, `at most` with a larger one, in a sentence
that is otherwise the same.

Looked for where two states are compared: by `pmdocs diff`, and by
`pmdocs check --since REV`.

## Bad
    ```sh
    mkdir roadmap
    write() {
      echo "- {id: US-1, title: Share, status: ready, as_a: manager, i_want: a link,"
      echo "   so_that: others see the plan, criteria: [{id: AC-1, text: $1}]}"
    }
    write "the link opens in at most 2 seconds" > roadmap/stories.yaml
    git init -q && git add . && git commit -qm "Say when a link is good"
    write "the link opens in at most 5 seconds" > roadmap/stories.yaml
    ```
## Good
    ```sh
    mkdir roadmap
    write() {
      echo "- {id: US-1, title: Share, status: ready, as_a: manager, i_want: a link,"
      echo "   so_that: others see the plan, criteria: [{id: AC-1, text: $1}]}"
    }
    write "the link opens in at most 5 seconds" > roadmap/stories.yaml
    git init -q && git add . && git commit -qm "Say when a link is good"
    write "the link opens in at most 2 seconds" > roadmap/stories.yaml
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.metric import Metric
from pmdocs.model.kinds.objective import KeyResult
from pmdocs.rules.history.numbers import weaker
from pmdocs.rules.history.step import Difference
from pmdocs.rules.rule import raised_while_reading

RULE = raised_while_reading("PM723", "smaller-target", Severity.WARNING, on_demand=True)
_HINT = "write the old number again, or agree with those who count on it"


def told(one: Difference) -> Iterator[Finding]:
    """Find a target that came closer, and a limit that was loosened."""
    if not one.is_promise:
        return
    delta = one.delta
    if delta.key == "target" and _closer(one):
        message = f"`{one.name}` asks for less: `{delta.new:g}` instead of `{delta.old:g}`"
        yield Finding(one.span, message, _HINT, code=RULE.code, item=one.new.id)
    elif (texts := one.texts) and (found := weaker(*texts)):
        old, new = found
        message = f"`{one.name}` asks for less: {old.limit} `{new.words}` instead of `{old.words}`"
        yield Finding(one.word(new.words), message, _HINT, code=RULE.code, item=one.new.id)


def _closer(one: Difference) -> bool:
    """Whether the target of a number is nearer to where it began than it was."""
    old, new = one.delta.old, one.delta.new
    if not isinstance(old, float | int) or not isinstance(new, float | int):
        return False
    place = one.project.parts.get(one.delta.part)
    if place is not None and isinstance(place.part, KeyResult):
        baseline = place.part.baseline
        return (
            abs(new - baseline) < abs(old - baseline) and (new - baseline) * (old - baseline) >= 0
        )
    if isinstance(one.new, Metric) and one.delta.is_top:
        return {"up": new < old, "down": new > old}.get(one.new.direction or "", False)
    return False
