r"""A text holds characters that cannot be seen.

They come along when text is copied from a web page or a chat. Some have no
width, so that searching for the word does not find it. Others turn the text
around, so that people read something else than what is written.

Remove them: type the word again. Characters that join letters of Arabic, Indic
and other scripts, or the parts of an emoji, are left alone.

## Bad
    ```sh
    mkdir roadmap
    printf -- '- {id: IDEA-1, title: A dark\342\200\213 theme}' > roadmap/ideas.yaml
    ```
## Good
    ```yaml
    - {id: IDEA-1, title: A dark theme}
    ```
"""

import re
import unicodedata
from collections.abc import Iterator

from pmdocs.diagnostics import Edit, Finding, Fix, Severity
from pmdocs.model.item import Item
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule
from pmdocs.rules.words import words_of
from pmdocs.source.node import Scalar

_HIDDEN = re.compile(
    "[\u00ad\u180e\u200b\u2060-\u2064\ufeff\u202a-\u202e\u2066-\u2069]"
    # Joiners and marks of direction have a use, but none beside plain letters.
    "|(?<=[\x00-\u024f])[\u200c-\u200f]|[\u200c-\u200f](?=[\x00-\u024f])"
)
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@rule("PM405", "hidden-characters", Severity.WARNING, reads=("status",))
def check(item: Item, _: Project) -> Iterator[Finding]:
    """Find the first hidden character in each text."""
    for words in words_of(item) if item.state.role != "dropped" else ():
        text = words.node.text
        if match := None if text.isascii() else _HIDDEN.search(text):
            span = words.span(*match.span())
            name = unicodedata.name(match[0], "no name").lower()
            message = (
                f"U+{ord(match[0]):04X} ({name}) is hidden here, in column {span.start.column}"
            )
            hint = "remove it: type the words around it again"
            yield Finding(span, message, hint, fix=_fix(words.node))


def _fix(node: Scalar) -> Fix | None:
    """All that is hidden in a text, removed; a guess where the text may be read in another order.

    What is written as an escape can be seen by those who read the file.
    """
    found = list(_HIDDEN.finditer(node.source.text, node.start, node.end))
    edits = tuple(Edit(node.source.span(*match.span()), "") for match in found)
    return Fix(edits, all(match[0] not in _TURNING for match in found)) if edits else None
