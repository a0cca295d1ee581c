"""Text of a template was left in.

`As a <role>`, `TODO`, `n/a`: somebody meant to write something here. On the
site it looks finished, and readers take it for what was decided.

Write what was meant, or remove the field: one that is missing says honestly
that nobody knows yet. If it is meant as it stands, put it in backticks.

## Bad
    ```yaml
    - {id: IDEA-1, title: Sort by TODO, source: n/a}
    ```
## Good
    ```yaml
    - {id: IDEA-1, title: Sort by date}
    ```
"""

import re
from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.item import Item
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule
from pmdocs.rules.words import SLOT, Words, words_of

_ALONE = re.compile(r"\s*(?:n/a|\?+|\.{3,}|…|-+|0\.0)\s*", re.IGNORECASE)
_NAMES = "role|persona|user type|type of user|goal|reason|benefit|feature|action|name|date|number"
_INSIDE = re.compile(
    rf"{SLOT.pattern}"
    r"|(?<!\w)<(?:\.{3}|…)>"
    rf"|\[(?:{_NAMES}|insert [^\[\]\n]{{1,60}})\](?![(\[:])|\{{(?:{_NAMES})\}}"
    r"|\b(?:TODO|TBD|TBC|FIXME|tbd)\b|\b[xX]{3,}\b|\b[Ll]orem [Ii]psum\b"
)
# What one of them has to hold: looking for these is a hundred times quicker.
_SIGNS = ("<", "[", "{", "TODO", "TBD", "TBC", "FIXME", "tbd", "xxx", "XXX", "xX", "Xx", "orem")
_SHORT = 12


@rule("PM401", "template-text", Severity.WARNING, reads=("status",))
def check(item: Item, _: Project) -> Iterator[Finding]:
    """Find the first remains of a template in each text."""
    for words in words_of(item) if item.state.role != "dropped" else ():
        if not _may_hold(words.node.text):
            continue
        prose = _without_parameters(words)
        match = _ALONE.fullmatch(prose) or _INSIDE.search(prose)
        if match:
            message = f"`{match[0].strip()}` is left over from a template"
            hint = "write what was meant, or remove it; if it is meant so, put it in backticks"
            yield Finding(words.span(*match.span()), message, hint)


def _may_hold(text: str) -> bool:
    return len(text) < _SHORT or any(sign in text for sign in _SIGNS)


def _without_parameters(words: Words) -> str:
    """The prose of a text; `<name>` in a scenario is a parameter, and not of a template."""
    if words.path[-1] != "scenario":
        return words.prose
    return SLOT.sub(lambda slot: " " * len(slot[0]), words.prose)
