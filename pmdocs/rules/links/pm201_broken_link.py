"""A link leads to something that does not exist.

Links carry the reasons for work: why a story is built, what has to be ready
first. A link that leads nowhere means that somebody renamed or removed an item
and its neighbours were not told.

Write the id of an item that exists. A field that holds ids takes the id alone:
no title, no Markdown link.

## Bad
    ```yaml
    - {id: RM-1, title: Sharing, outcome: customers see our plans}
    - {id: RM-2, title: Comments, outcome: customers answer, depends_on: [RM-11]}
    ```
## Good
    ```yaml
    - {id: RM-1, title: Sharing, outcome: customers see our plans}
    - {id: RM-2, title: Comments, outcome: customers answer, depends_on: [RM-1]}
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding
from pmdocs.model.wrong import said
from pmdocs.project.project import Project
from pmdocs.rules.links.hearsay import existing
from pmdocs.rules.links.nearest import Nearest, kind_words
from pmdocs.rules.rule import rule


@rule("PM201", "broken-link")
def check(project: Project) -> Iterator[Finding]:
    """Find the links whose target is no id of this project."""
    heard, nearest = existing(project), Nearest(project)
    told = {problem.span for problem in project.problems}
    for link in project.graph.dangling:
        if link.target not in heard and link.span not in told:
            message = f"`{link.source}` names {said(link.target)}, which does not exist"
            fallback = f"write the id of {kind_words(link.kinds, project)}"
            hint = nearest.hint(link.target, link.item.id, link.kinds) or fallback
            yield Finding(link.span, message, hint, label="not found", item=link.item.id)
