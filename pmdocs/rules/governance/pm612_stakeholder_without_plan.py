"""Somebody with much influence is in no plan.

They can help or stop the product, and nothing says how they stand to it, or who
talks to them. They will hear of it from somebody else.

Write how they stand today, and how they should: `engagement: {current: unaware,
desired: supportive}`. Or name them in the `communication` of a charter, by their
title or their id. Those with less influence, and inactive ones, are left alone.

## Bad
    ```yaml
    - {id: STK-1, title: Harbour office, role: gives the permit, influence: high}
    ```
## Good
    ```yaml
    - id: STK-1
      title: Harbour office
      role: gives the permit
      influence: high
      engagement: {current: neutral, desired: supportive}
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.charter import Charter
from pmdocs.model.kinds.stakeholder import Stakeholder
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule

_READS = ("title", "status", "influence", "engagement")


@rule("PM612", "stakeholder-without-plan", Severity.WARNING)
def check(project: Project) -> Iterator[Finding]:
    """Find the influential stakeholders without engagement whom no charter talks to."""
    told: set[str] | None = None
    for one in project.of(Stakeholder):
        missing = one.influence == "high" and one.engagement is None
        if not missing or one.state.closed or not one.knows(_READS):
            continue
        told = _told(project) if told is None else told
        if not told & {one.title.casefold(), one.id.casefold()}:
            message = f"`{one.id}` has a high influence, and is in no plan"
            hint = "add `engagement: {current: neutral, desired: supportive}` with what is true"
            yield Finding(one.at("influence"), message, hint, item=one.id)


def _told(project: Project) -> set[str]:
    """Whom some charter talks to, in small letters."""
    rows = (row for charter in project.of(Charter) for row in charter.communication)
    return {row.stakeholder.casefold() for row in rows}
