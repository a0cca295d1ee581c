"""A text mentions an item that does not exist.

`[[US-12]]` and a bare `US-12` in Markdown become links on the site. Where the
item is gone, or was never there, readers get an id that leads nowhere.

Write the id of an item that exists. If it is no reference but a word of its
own, put it in backticks.

## Bad
    ```markdown
    # Notes of Monday

    We postponed [[US-99]], and [[idea_1]] and IDEA-11 as well.
    ```
    ```yaml
    - {id: IDEA-1, title: A dark theme}
    ```
## Good
    ```markdown
    # Notes of Monday

    We postponed the search, which had the number `US-99` in the old tool.
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Edit, Finding, Fix
from pmdocs.model.wrong import Meant, said
from pmdocs.project.project import Mention, Project
from pmdocs.rules.links.hearsay import existing
from pmdocs.rules.links.nearest import Nearest
from pmdocs.rules.rule import rule

_FALLBACK = "write the id of an item that exists, or put it in backticks if it is no reference"


@rule("PM210", "unknown-reference")
def check(project: Project) -> Iterator[Finding]:
    """Find the ids in Markdown that no item or part has."""
    heard, nearest = existing(project), Nearest(project)
    for mention in project.mentions:
        if project.find(mention.target) is None and mention.target not in heard:
            message = f"there is no {said(mention.target)}"
            found = nearest.find(mention.target, mention.source)
            hint, fix = (found[0], _fix(mention, found[1])) if found else (_FALLBACK, None)
            item = mention.source
            yield Finding(mention.span, message, hint, label="not found", item=item, fix=fix)


def _fix(mention: Mention, meant: Meant) -> Fix:
    return Fix((Edit(mention.span, meant.text),), meant.safe)
