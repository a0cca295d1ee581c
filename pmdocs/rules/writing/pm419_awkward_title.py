"""A title is not one that people would say.

Titles stand in tables, on cards and in links. One that ends with a full stop breaks
the sentence that it stands in, one in capitals is read out letter by letter, and a
long one is cut off where it gets interesting.

Write a few words that people recognise it by, as in the headline of a newspaper.
Usually 80 characters are allowed; the settings can say otherwise, with `longest`. A
title of one word may be in capitals, since that may be its name.

## Bad
    ```yaml
    - {id: IDEA-1, title: Sort the list by date.}
    ```
## Good
    ```yaml
    - {id: IDEA-1, title: Sort the list by date}
    ```
"""

import re
from collections.abc import Iterator

from pmdocs.diagnostics import Edit, Finding, Fix, Severity
from pmdocs.model.item import Item
from pmdocs.project.project import Project
from pmdocs.rules.rule import Options, rule
from pmdocs.rules.words import words_of

# Not an ellipsis, and not an abbreviation such as "etc." or "e.g.".
_STOP = re.compile(r"(?<![.…])(?<!\b\w)(?<!\betc)(?<!\bInc)(?<!\bLtd)\.\s*$")


class LongestTitle(Options):
    """How long a title may be."""

    longest: int = 80
    """The most characters that a title may have."""


@rule("PM419", "awkward-title", Severity.INFO, reads=("status", "title"))
def check(item: Item, _: Project, told: LongestTitle) -> Iterator[Finding]:
    """Find the titles that are too long, in capitals, or end with a full stop."""
    title = item.title
    if item.state.role == "dropped":
        return
    if len(title) > told.longest:
        message = f"this title has {len(title)} characters, {told.longest} are the most"
        yield Finding(item.at("title"), message, "write what people call it, and the rest below it")
    elif title.isupper() and " " in title and sum(map(str.isalpha, title)) > title.count(" ") * 4:
        message = "this title is written in capitals"
        yield Finding(
            item.at("title"), message, f"write it as in a sentence: `{title.capitalize()}`"
        )
    elif title.endswith(".") and _STOP.search(title):
        yield _with_stop(item)


def _with_stop(item: Item) -> Finding:
    words = next(words_of(item, "title"), None)
    at = words.node.text.rstrip().rfind(".") if words else 0
    span = words.span(at, at + 1) if words else item.at("title")
    exact = span.start.line == span.end.line and span.end.column - span.start.column == 1
    fix = Fix((Edit(span, ""),)) if exact else None
    return Finding(span, "this title ends with a full stop", "leave it out", fix=fix)
