"""A decision was replaced, and still counts.

The new decision says that it replaces the old one, and the old one says that it
was accepted. Whoever finds the old one first goes by it.

Write `status: superseded` in the old decision. Decisions that are not accepted
yet replace nothing.

## Bad
    ```yaml
    - {id: DEC-1, title: Oil, status: accepted, date: 2026-01, context: a, decision: we burn oil}
    - id: DEC-2
      title: Gas
      status: accepted
      date: 2026-03
      context: a pipe was laid
      decision: we burn gas
      supersedes: [DEC-1]
    ```
## Good
    ```yaml
    - {id: DEC-1, title: Oil, status: superseded, date: 2026-01, context: a, decision: oil}
    - id: DEC-2
      title: Gas
      status: accepted
      date: 2026-03
      context: a pipe was laid
      decision: we burn gas
      supersedes: [DEC-1]
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Note, Severity
from pmdocs.model.kinds.decision import Decision
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule


@rule("PM611", "superseded-decision-in-force", Severity.WARNING, reads=("status", "supersedes"))
def check(decision: Decision, project: Project) -> Iterator[Finding]:
    """Find the accepted decisions that replace another one which is accepted, too."""
    links = project.graph.out(decision.id, "supersedes")
    for link in links if decision.status == "accepted" else ():
        old = project.items.get(link.target)
        if not isinstance(old, Decision) or old is decision or not old.knows(("status",)):
            continue
        if old.status == "accepted":
            message = f"`{decision.id}` replaces `{old.id}`, and both are `accepted`"
            note = Note(old.at("status"), f"`{old.id}` still counts")
            yield Finding(link.span, message, f"set `status: superseded` in `{old.id}`", (note,))
