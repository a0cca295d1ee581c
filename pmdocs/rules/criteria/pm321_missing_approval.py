"""A PRD says that it is approved, and somebody has not agreed.

Work begins on what one of those who were asked has not seen, or has refused.
Later they are right to say that nobody asked them.

Have them agree, and write it down (`state: approved`, with a `date`); or set the
PRD back to `in review`. Whose approval every PRD needs can be said in the
settings, with `roles`; without it, only those whom the PRD itself names are
looked at.

## Bad
    ```yaml
    - id: PRD-1
      title: Share a roadmap
      status: approved
      problem: customers ask for our plans by mail
      goals: [nobody has to ask]
      requirements: [{id: FR-1, text: a link that opens without an account}]
      out_of_scope: [comments]
      approvals:
        - {role: sponsor, state: approved, date: 2026-05-04}
        - {role: security, state: requested}
    ```
## Good
    ```yaml
    - id: PRD-1
      title: Share a roadmap
      status: in review
      problem: customers ask for our plans by mail
      goals: [nobody has to ask]
      requirements: [{id: FR-1, text: a link that opens without an account}]
      out_of_scope: [comments]
      approvals:
        - {role: sponsor, state: approved, date: 2026-05-04}
        - {role: security, state: requested}
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.prd import Prd
from pmdocs.model.values import Line
from pmdocs.project.project import Project
from pmdocs.rules.rule import Options, rule


class WhoApproves(Options):
    """Whose approval a PRD needs."""

    roles: tuple[Line, ...] = ()
    """The roles that have to approve every PRD, besides those that it names itself."""


@rule("PM321", "missing-approval", Severity.WARNING, reads=("status", "approvals"))
def check(prd: Prd, _: Project, who: WhoApproves) -> Iterator[Finding]:
    """Find the approvals that an approved PRD lacks."""
    if prd.status != "approved":
        return
    hint = "write down that they agreed, or set the PRD back to `in review`"
    for index, approval in enumerate(prd.approvals):
        if approval.state != "approved":
            verb = "has not agreed yet" if approval.state == "requested" else "has refused"
            message = f"`{prd.id}` is `approved`, and `{approval.role}` {verb}"
            yield Finding(prd.at("approvals", index, "state"), message, hint)
    named = {approval.role.lower() for approval in prd.approvals}
    missing = [role for role in who.roles if role.lower() not in named]
    if missing:
        roles = " and ".join(f"`{role}`" for role in missing)
        message = f"`{prd.id}` is `approved`, and no approval of {roles} is written down"
        yield Finding(prd.at("status"), message, f"add {{role: {missing[0]}}} under `approvals:`")
