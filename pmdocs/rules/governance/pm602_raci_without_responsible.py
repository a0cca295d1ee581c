"""Nobody is responsible for an activity.

Somebody may answer for it, others are asked or told, but nobody does it. Such
an activity is remembered on the day on which it should have been finished.

Name who does the work in `responsible:`. It may be the one who is accountable.
A charter that is closed or cancelled is left alone.

## Bad
    ```yaml
    id: CH-1
    title: Build the lighthouse
    purpose: ships find the harbour at night
    sponsor: harbour office
    manager: site manager
    start: 2027-01
    raci:
      - {activity: lay the ground, accountable: site manager, informed: harbour office}
    ```
## Good
    ```yaml
    id: CH-1
    title: Build the lighthouse
    purpose: ships find the harbour at night
    sponsor: harbour office
    manager: site manager
    start: 2027-01
    raci:
      - {activity: lay the ground, responsible: site manager, accountable: site manager}
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.charter import Charter
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule
from pmdocs.rules.words import head


@rule("PM602", "raci-without-responsible", Severity.WARNING, reads=("status", "raci"))
def check(charter: Charter, _: Project) -> Iterator[Finding]:
    """Find the rows of an open charter's RACI that nobody does."""
    for index, row in enumerate(charter.raci if not charter.state.closed else ()):
        if not row.responsible:
            span = head(charter, "raci", index, "responsible")
            message = f"nobody is responsible for `{row.activity}`"
            yield Finding(span, message, "add `responsible:` with those who do the work")
