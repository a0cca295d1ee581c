"""A number is gone from what was promised.

With the number goes the way to see whether the promise was kept.

Write the number again, or another one that can be measured.

Looked for where two states are compared: by `pmdocs diff`, and by
`pmdocs check --since REV`.

## Bad
    ```sh
    mkdir roadmap
    write() {
      echo "- {id: US-1, title: Share, status: ready, as_a: manager, i_want: a link,"
      echo "   so_that: others see the plan, criteria: [{id: AC-1, text: $1}]}"
    }
    write "the link ends after 30 days" > roadmap/stories.yaml
    git init -q && git add . && git commit -qm "Say when a link is good"
    write "the link ends after some time" > roadmap/stories.yaml
    ```
## Good
    ```sh
    mkdir roadmap
    write() {
      echo "- {id: US-1, title: Share, status: ready, as_a: manager, i_want: a link,"
      echo "   so_that: others see the plan, criteria: [{id: AC-1, text: $1}]}"
    }
    write "the link ends after 30 days" > roadmap/stories.yaml
    git init -q && git add . && git commit -qm "Say when a link is good"
    write "the link of a plan ends after 30 days" > roadmap/stories.yaml
    ```
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TypeVar

from pmdocs.diagnostics import Finding, Severity
from pmdocs.rules.history.numbers import Number, numbers
from pmdocs.rules.history.step import Difference
from pmdocs.rules.rule import raised_while_reading

T = TypeVar("T", float, str)

RULE = raised_while_reading("PM722", "lost-number", Severity.WARNING, on_demand=True)


def told(one: Difference) -> Iterator[Finding]:
    """Find a text that says fewer numbers than before."""
    texts = one.texts if one.is_promise else None
    if texts is None:
        return
    old, new = (numbers(text) for text in texts)
    lost = [f"`{number.words}`" for number in _lost(old, new)] if len(new) < len(old) else []
    if lost:
        several = len(lost) > 1
        what = f"{len(lost)} numbers are" if several else "a number is"
        message = f"{what} gone from `{one.name}`: {', '.join(lost)}"
        them, others = ("the numbers", "others") if several else ("the number", "another one")
        hint = f"write {them} again, or {others} that can be measured"
        yield Finding(one.span, message, hint, code=RULE.code, item=one.new.id)


def _lost(old: Sequence[Number], new: Sequence[Number]) -> Iterator[Number]:
    """The numbers that are not there any more, and have not become others of their unit."""
    values = Counter(number.value for number in new)
    gone = [number for number in old if not _taken(values, number.value)]
    came = Counter(number.value for number in old)
    units = Counter(number.unit for number in new if not _taken(came, number.value))
    yield from (number for number in gone if not (number.unit and _taken(units, number.unit)))


def _taken(left: Counter[T], one: T) -> bool:
    """Whether there is one left, which is taken away."""
    left[one] -= 1
    return left[one] >= 0
