"""A text names an item, and does not spell its id as it is.

`us-12`, `US12` or `PRD-3.fr-2` become no link on the site, are not found when the item
is looked for, and stay behind when it is renamed. Only the spelling `US-12` is known
everywhere.

Write the id as it stands at the item. Only words are looked at that are the id of an
item but for this. Code, addresses and names of files are left alone; where it is no
reference but a word of its own, put it in backticks.

## Bad
    ```yaml
    - {id: IDEA-1, title: Sort by date}
    - {id: IDEA-2, title: Sort by name, notes: Builds on idea-1; see IDEA 1.}
    ```
## Good
    ```yaml
    - {id: IDEA-1, title: Sort by date}
    - {id: IDEA-2, title: Sort by name, notes: Builds on IDEA-1.}
    ```
"""

import re
from collections.abc import Iterator

from pmdocs.diagnostics import Edit, Finding, Fix, Severity
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule
from pmdocs.rules.writing.prose import Prose, proses
from pmdocs.source.near_references import near_references

# What one of them ends with. To look for a digit, and then what is before it, is quickest.
_MAY_BE = re.compile(
    r"[0-9](?:(?<=[a-z]-.)|(?<=[A-Z].)|(?<=[A-Z][ _\u2010\u2011\u2013\u2014\u2212].))"
)


@rule("PM415", "reference-spelling", Severity.WARNING)
def check(project: Project) -> Iterator[Finding]:
    """Find the words that would be the id of an item if they were spelt right."""
    prefixes = tuple(project.settings.kinds.by_prefix)
    for prose in proses(project):
        if _MAY_BE.search(prose.text):
            for near in near_references(prose.shown, prefixes):
                if project.find(near.id) is not None:
                    yield _finding(prose, near.start, near.end, near.id)


def _finding(prose: Prose, start: int, end: int, id: str) -> Finding:
    span = prose.span(start, end)
    exact = span.start.line == span.end.line and span.end.column - span.start.column == end - start
    fix = Fix((Edit(span, id),)) if exact else None
    message = f"`{prose.text[start:end]}` is almost the id `{id}`, and becomes no link"
    return Finding(span, message, f"write `{id}`", item=prose.item, fix=fix)
