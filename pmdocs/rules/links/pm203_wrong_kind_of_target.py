"""A link leads to the wrong kind of thing.

Each field of ids has a meaning: a story realises a PRD, a roadmap item advances
an objective. An id of another kind says something that nobody can follow, and
the reports that are made of these links come out wrong.

Write the id of the kind that the field is for, or move the id to the field that
is for this kind.

## Bad
    ```yaml
    - {id: VIS-1, title: Plans, target_customer: teams, need: agree, key_benefit: shows plans}
    - {id: RM-1, title: Sharing, outcome: customers see our plans, depends_on: [VIS-1]}
    ```
## Good
    ```yaml
    - {id: RM-1, title: Sharing, outcome: customers see our plans, depends_on: [RM-2]}
    - {id: RM-2, title: Accounts, outcome: customers have a name here}
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Note
from pmdocs.model.fields import fields_of
from pmdocs.project.graph import Link
from pmdocs.project.project import Project
from pmdocs.rules.links.hearsay import is_wrong_kind
from pmdocs.rules.links.nearest import kind_words
from pmdocs.rules.rule import rule


@rule("PM203", "wrong-kind-of-target")
def check(project: Project) -> Iterator[Finding]:
    """Find the links to a kind that their field is not for."""
    for item in project.items.values():
        for link in project.graph.out(item.id):
            # A link to itself is wrong in any field, and has a rule of its own.
            if link.target not in {link.source, item.id} and is_wrong_kind(link, project):
                yield _finding(link, project)


def _finding(link: Link, project: Project) -> Finding:
    found = project.kind_of(link.target) or ""
    is_a, wanted = kind_words([found], project), kind_words(link.kinds, project)
    message = f"`{link.field}` takes the id of {wanted}, and `{link.target}` is {is_a}"
    other = next((k for k, f in fields_of(type(link.item)).items() if _takes(f.link, found)), None)
    hint = f"write it in `{other}:`" if other else f"write the id of {wanted}"
    target = project.find(link.target)
    notes = (Note(target.span, f"`{link.target}` is here"),) if target else ()
    return Finding(link.span, message, hint, notes, item=link.item.id)


def _takes(to: object, kind: str) -> bool:
    return kind in getattr(to, "kinds", ())
