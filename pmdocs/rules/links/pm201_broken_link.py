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
    - {id: RM-3, title: Votes, outcome: customers choose, depends_on: [rm-2]}
    ```
## Good
    ```yaml
    - {id: RM-1, title: Sharing, outcome: customers see our plans}
    - {id: RM-2, title: Comments, outcome: customers answer, depends_on: [RM-1]}
    - {id: RM-3, title: Votes, outcome: customers choose, depends_on: [RM-2]}
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Fix
from pmdocs.model.item import locate
from pmdocs.model.mending import instead
from pmdocs.model.wrong import Meant, said
from pmdocs.project.graph import Link
from pmdocs.project.project import Project
from pmdocs.rules.links.hearsay import existing
from pmdocs.rules.links.nearest import Nearest, kind_words
from pmdocs.rules.links.several import several
from pmdocs.rules.rule import rule
from pmdocs.source.node import Scalar


@rule("PM201", "broken-link")
def check(project: Project) -> Iterator[Finding]:
    """Find the links whose target is no id of this project."""
    heard, nearest = existing(project), Nearest(project)
    told = {problem.span for problem in project.problems}
    for link in project.graph.dangling:
        if link.target not in heard and link.span not in told:
            message = f"`{link.source}` names {said(link.target)}, which does not exist"
            fallback = f"write the id of {kind_words(link.kinds, project)}"
            found = _found(nearest, link)
            hint, fix = (found[0], _fix(link, found[1])) if found else (fallback, None)
            hint, fix = several(link, project) or (hint, fix)
            id = link.item.id
            yield Finding(link.span, message, hint, label="not found", item=id, fix=fix)


def _found(nearest: Nearest, link: Link) -> tuple[str, Meant] | None:
    """What was meant, unless it is the part that the link stands in: none waits for itself."""
    found = nearest.find(link.target, link.item.id, link.kinds)
    return found if found and found[1].text != link.source else None


def _fix(link: Link, meant: Meant) -> Fix | None:
    """The edit of the id alone: a type and a lag may stand behind it, as in `T-1 SS+2d`."""
    node = locate(link.item.node, link.steps)
    # In a charter `T-1` is written for `CH-1.T-1`.
    own = f"{link.item.id}."
    if not isinstance(node, Scalar):
        return None
    local = "" if node.text.startswith(link.target) else own
    target, id = link.target.removeprefix(local), meant.text.removeprefix(local)
    if not node.text.startswith(target):
        return None
    return instead(node, Meant(id + node.text[len(target) :], meant.safe))
