"""Somebody has work in a charter, and no role in it.

The names in `raci` and in `tasks` are the roles of the charter. A name that
stands nowhere else is a slip of the pen, or somebody who was never asked.

Add them to `roles:`, or write the name as it stands there. The sponsor, the
manager and the stakeholders of the product are known without that. Who is only
consulted or informed may be anybody. A charter without `roles`, or one that is
closed or cancelled, is left alone.

## Bad
    ```yaml
    id: CH-1
    title: Build the lighthouse
    purpose: ships find the harbour at night
    sponsor: harbour office
    manager: site manager
    start: 2027-01
    roles: [{name: mason}]
    tasks: [{id: T-1, title: lay the ground, work: 80, assignee: masson}]
    ```
## Good
    ```yaml
    id: CH-1
    title: Build the lighthouse
    purpose: ships find the harbour at night
    sponsor: harbour office
    manager: site manager
    start: 2027-01
    roles: [{name: mason}]
    tasks: [{id: T-1, title: lay the ground, work: 80, assignee: mason}]
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity, did_you_mean
from pmdocs.model.item import Step
from pmdocs.model.kinds.charter import Charter
from pmdocs.model.kinds.stakeholder import Stakeholder
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule

_READS = ("status", "roles", "raci", "tasks", "sponsor", "manager")


@rule("PM603", "unknown-role", Severity.WARNING, reads=_READS)
def check(charter: Charter, project: Project) -> Iterator[Finding]:
    """Find the names with work that an open charter's roles do not hold, each once."""
    if not charter.roles or charter.state.closed:
        return
    names = list(_known(charter, project))
    known = {name.casefold() for name in names}
    for name, steps in _working(charter):
        if name.casefold() not in known:
            known.add(name.casefold())
            message = f"`{name}` has work in `{charter.id}`, and no role"
            hint = did_you_mean(name, names) or f"add `- {{name: {name}}}` to `roles:`"
            yield Finding(charter.at(*steps), message, hint)


def _known(charter: Charter, project: Project) -> Iterator[str]:
    for role in charter.roles:
        yield role.name
        if role.person:
            yield role.person
    yield from (charter.sponsor, charter.manager.role)
    for stakeholder in project.of(Stakeholder):
        yield from (stakeholder.title, stakeholder.id)


def _working(charter: Charter) -> Iterator[tuple[str, tuple[Step, ...]]]:
    """The names of those who do or answer for something, with where they stand."""
    for row, raci in enumerate(charter.raci):
        for field in ("responsible", "accountable"):
            for index, name in enumerate(getattr(raci, field)):
                yield name, ("raci", row, field, index)
    for index, task in enumerate(charter.tasks):
        if task.assignee:
            yield task.assignee, ("tasks", index, "assignee")
