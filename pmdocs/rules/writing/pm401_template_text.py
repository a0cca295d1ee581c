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
from pmdocs.rules.words import words_of

_ALONE = re.compile(r"\s*(?:n/a|\?+|\.{3,}|…|-+|0\.0)\s*", re.IGNORECASE)
# The tags of HTML that people use in Markdown; `<title>` is none of them.
_HTML = (
    "a|abbr|audio|b|blockquote|br|caption|center|cite|code|col|colgroup|dd|del|details|dfn|div|dl|dt"
    "|em|embed|figcaption|figure|font|form|h[1-6]|hr|html|i|iframe|img|input|ins|kbd|li|main|mark"
    "|math|nobr|noscript|object|ol|p|picture|pre|q|s|samp|script|small|span|strike|strong|style|sub"
    "|summary|sup|svg|table|tbody|td|template|tfoot|th|thead|tr|tt|u|ul|var|video|wbr"
)
_SLOT = "role|persona|user type|type of user|goal|reason|benefit|feature|action|name|date|number"
_INSIDE = re.compile(
    rf"(?<![\w<])<(?!(?:{_HTML})>)[^\W\d][\w '’,-]{{0,60}}>"
    r"|(?<!\w)<(?:\.{3}|…)>"
    rf"|\[(?:{_SLOT}|insert [^\[\]\n]{{1,60}})\](?![(\[:])|\{{(?:{_SLOT})\}}"
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
        match = _ALONE.fullmatch(words.prose) or _INSIDE.search(words.prose)
        if match:
            message = f"`{match[0].strip()}` is left over from a template"
            hint = "write what was meant, or remove it; if it is meant so, put it in backticks"
            yield Finding(words.span(*match.span()), message, hint)


def _may_hold(text: str) -> bool:
    return len(text) < _SHORT or any(sign in text for sign in _SIGNS)
