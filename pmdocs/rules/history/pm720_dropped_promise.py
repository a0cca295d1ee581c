"""A criterion, a requirement or another promise is gone.

It is one red line among many in a diff. Whoever counted on it does not read diffs.

Put it back, or agree with those who count on it. A draft promises nothing yet, and an
item that is dropped as a whole says so in its status: both are left alone. So is finished
work that is removed as a whole, such as a story that is done or a sprint that is closed.
What people agreed on is not finished: when a PRD or a vision that was approved, a decision
or an idea that was accepted, or a persona that was validated is gone, that is told.

Looked for where two states are compared: by `pmdocs diff`, and by
`pmdocs check --since REV`.

## Bad
    ```sh
    mkdir roadmap
    write() {
      echo "- {id: US-1, title: Share, status: ready, as_a: manager, i_want: a link,"
      echo "   so_that: others see the plan, criteria: [$1]}"
    }
    opens="{id: AC-1, text: the link opens}"
    write "$opens, {id: AC-2, text: the link ends after 30 days}" > roadmap/stories.yaml
    git init -q && git add . && git commit -qm "Say when a link is good"
    write "$opens" > roadmap/stories.yaml
    ```
## Good
    ```sh
    mkdir roadmap
    write() {
      echo "- {id: US-1, title: Share, status: ready, as_a: manager, i_want: a link,"
      echo "   so_that: others see the plan, criteria: [$1]}"
    }
    opens="{id: AC-1, text: the link opens}"
    write "$opens" > roadmap/stories.yaml
    git init -q && git add . && git commit -qm "Say when a link is good"
    write "$opens, {id: AC-2, text: the link ends after 30 days}" > roadmap/stories.yaml
    ```
"""

from collections.abc import Iterator

from pmdocs.analysis.changes.change import is_committed
from pmdocs.analysis.changes.delta import spelled
from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.item import Item, Part
from pmdocs.model.wrong import said
from pmdocs.project.project import Project
from pmdocs.rules.history.step import Difference
from pmdocs.rules.rule import raised_while_reading
from pmdocs.text import Position, Span

RULE = raised_while_reading("PM720", "dropped-promise", Severity.WARNING, on_demand=True)
_HINT = "put it back, or agree with those who count on it"


def told(one: Difference) -> Iterator[Finding]:
    """Find a point that is not there any more."""
    delta = one.delta
    if one.is_promise and one.is_point and delta.new is None and delta.key != "out_of_scope":
        noun = delta.old.kind if isinstance(delta.old, Part) else delta.key.replace("_", " ")
        id = f" `{delta.part}`" if delta.part else ""
        message = f"the {noun}{id} is gone" if id else f"one of the {noun} is gone"
        message = f"{message}: {said(spelled(delta.old))}"
        yield Finding(one.span, message, _HINT, code=RULE.code, item=one.new.id)


def whole(item: Item, new: Project) -> Iterator[Finding]:
    """Find a whole item that is gone, and was more than a draft and not finished."""
    if is_committed(item) and not item.state.finished:
        start = Position(1, 1)
        # In a file that is still there, its lines are the lines of others now.
        still = item.path in new.sources
        span = Span(item.path, start, start) if still else item.span
        message = f"`{item.id}` is gone: {said(item.title)}"
        hint = f"put it back with `status: {_dropped(item)}`" if _dropped(item) else _HINT
        yield Finding(span, message, hint, code=RULE.code, item=item.id)


def _dropped(item: Item) -> str:
    # Where there are several, such as `missed` and `dropped`, the last one is a decision.
    return next((s.word for s in reversed(item.states) if s.role == "dropped"), "")
