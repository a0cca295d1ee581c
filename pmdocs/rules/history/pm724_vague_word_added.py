"""A word that can mean anything was put where a promise stands.

The text was clear enough to be agreed to; now everybody may read something else in it.

Write what can be seen, counted or measured instead. Criteria and requirements are
looked at by rules of their own (`pmdocs explain PM304`), old ones too; this is about
goals, outcomes, key results, deliverables and their like, when they are reworded.

Looked for where two states are compared: by `pmdocs diff`, and by
`pmdocs check --since REV`.

## Bad
    ```sh
    mkdir roadmap
    write() {
      echo "- {id: RM-1, title: Share, status: planned, outcome: $1}"
    }
    write "a manager shares a plan from a telephone" > roadmap/items.yaml
    git init -q && git add . && git commit -qm "Plan to share"
    write "a manager easily shares a plan" > roadmap/items.yaml
    ```
## Good
    ```sh
    mkdir roadmap
    write() {
      echo "- {id: RM-1, title: Share, status: planned, outcome: $1}"
    }
    write "a manager easily shares a plan" > roadmap/items.yaml
    git init -q && git add . && git commit -qm "Plan to share"
    write "a manager shares a plan from a telephone" > roadmap/items.yaml
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.vague import may_be_vague, vague_words
from pmdocs.rules.history.step import Difference
from pmdocs.rules.rule import raised_while_reading
from pmdocs.source.prose import without_code

RULE = raised_while_reading("PM724", "vague-word-added", Severity.WARNING, on_demand=True)
_BY_OTHERS = frozenset({"criteria", "requirements"})


def told(one: Difference) -> Iterator[Finding]:
    """Find the vague words that a text did not have before."""
    texts = one.texts if one.is_promise and one.delta.path[0] not in _BY_OTHERS else None
    if texts is None or not may_be_vague(texts[1]):
        return
    old, new = (without_code(text, 0, len(text)) for text in texts)
    before = {word.word.lower() for word in vague_words(old)}
    for word in vague_words(new):
        if word.word.lower() not in before:
            message = f"`{word.word}` can mean anything, and was not in `{one.name}` before"
            yield Finding(one.word(word.word), message, word.hint, code=RULE.code, item=one.new.id)
