"""A charter is approved, and lacks milestones, a budget or roles.

A charter is what everybody agreed on: by when, for how much, by whom. Whatever
is missing will be argued about later.

Write what is missing. Where no money may be spent, that is a budget, too:
`budget: {limit: 0, currency: EUR}`. Drafts, and what is closed or cancelled, are
left alone.

## Bad
    ```yaml
    id: CH-1
    title: Build the lighthouse
    status: approved
    purpose: ships find the harbour at night
    sponsor: harbour office
    manager: site manager
    start: 2027-01
    roles: [{name: site manager}]
    milestones: [{id: MS-1, title: the tower stands, date: 2027-05}]
    ```
## Good
    ```yaml
    id: CH-1
    title: Build the lighthouse
    status: approved
    purpose: ships find the harbour at night
    sponsor: harbour office
    manager: site manager
    start: 2027-01
    budget: {limit: 120000, currency: EUR}
    roles: [{name: site manager}]
    milestones: [{id: MS-1, title: the tower stands, date: 2027-05}]
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.charter import Charter
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule
from pmdocs.rules.words import listed

_WANTED = ("milestones", "budget", "roles")


@rule("PM607", "incomplete-charter", Severity.WARNING, reads=("status", *_WANTED))
def check(charter: Charter, _: Project) -> Iterator[Finding]:
    """Find the approved and active charters that lack something, and name all of it."""
    missing = [name for name in _WANTED if not getattr(charter, name)]
    if missing and charter.status in {"approved", "active"}:
        message = f"`{charter.id}` is `{charter.status}`, and has no {listed(missing)}"
        hint = f"add {listed([f'`{name}:`' for name in missing])}"
        yield Finding(charter.span, message, hint)
