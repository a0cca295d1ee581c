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
from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.rules.history.numbers import numbers
from pmdocs.rules.history.step import Difference
from pmdocs.rules.rule import raised_while_reading

RULE = raised_while_reading("PM722", "lost-number", Severity.WARNING, on_demand=True)


def told(one: Difference) -> Iterator[Finding]:
    """Find a text that says fewer numbers than before."""
    texts = one.texts if one.is_promise else None
    if texts is None:
        return
    old, new = (numbers(text) for text in texts)
    if len(new) < len(old):
        left = Counter(number.value for number in new)
        for number in old:
            if not left[number.value]:
                message = f"a number is gone from `{one.name}`: `{number.words}`"
                hint = "write the number again, or another one that can be measured"
                yield Finding(one.span, message, hint, code=RULE.code, item=one.new.id)
                return
            left[number.value] -= 1
