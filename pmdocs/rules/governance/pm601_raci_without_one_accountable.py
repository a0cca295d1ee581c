"""Not exactly one person is accountable for an activity.

Where two answer for something, each waits for the other, and where nobody does,
nobody is asked. Many may do the work (`responsible`), and one answers for it.

Choose one of them, and write the others as `responsible` or `consulted`. A
charter that is closed or cancelled is left alone.

## Bad
    ```yaml
    id: CH-1
    title: Build the lighthouse
    purpose: ships find the harbour at night
    sponsor: harbour office
    manager: site manager
    start: 2027-01
    raci:
      - {activity: lay the ground, responsible: mason, accountable: [mason, site manager]}
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
      - {activity: lay the ground, responsible: mason, accountable: site manager}
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.charter import Charter
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule
from pmdocs.rules.words import head


@rule("PM601", "raci-without-one-accountable", Severity.WARNING, reads=("status", "raci"))
def check(charter: Charter, _: Project) -> Iterator[Finding]:
    """Find the rows of an open charter's RACI that nobody, or more than one, answers for."""
    for index, row in enumerate(charter.raci if not charter.state.closed else ()):
        span = head(charter, "raci", index, "accountable")
        count = len({name.casefold() for name in row.accountable})
        if not count:
            message = f"nobody is accountable for `{row.activity}`"
            yield Finding(span, message, "add `accountable:` with the one who answers for it")
        elif count > 1:
            message = f"{count} are accountable for `{row.activity}`, and exactly one can be"
            hint = "keep the one who answers for it, and write the others in `responsible:`"
            yield Finding(span, message, hint)
