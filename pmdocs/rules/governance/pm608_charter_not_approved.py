"""A charter is approved or active, and somebody has not agreed to it.

The list of approvals says who has to agree. Work that begins before the last of
them has may have to be undone.

Get the approval, and write it down with its date; or set the charter back to
`draft`. Charters without `approvals`, and what is closed or cancelled, are left
alone.

## Bad
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
    approvals:
      - {role: harbour office, state: requested}
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
    approvals:
      - {role: harbour office, state: approved, date: 2026-05-11}
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.charter import Charter
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule
from pmdocs.rules.words import head


@rule("PM608", "charter-not-approved", Severity.WARNING, reads=("status", "approvals"))
def check(charter: Charter, _: Project) -> Iterator[Finding]:
    """Find the approvals that an approved or active charter still waits for, or did not get."""
    for index, approval in enumerate(charter.approvals):
        if charter.status in {"approved", "active"} and approval.state != "approved":
            said = "has not agreed" if approval.state == "requested" else "has refused"
            message = f"`{charter.id}` is `{charter.status}`, and `{approval.role}` {said}"
            hint = "write `state: approved` and a `date` once they agree, or go back to `draft`"
            yield Finding(head(charter, "approvals", index, "state"), message, hint)
