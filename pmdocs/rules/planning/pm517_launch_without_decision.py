"""A launch is near, and nobody has said go.

On the last days before a launch many people work towards it at once. Whether it
takes place should not be what they wonder about.

Decide, and write it down: `go_no_go: {decision: go, date: …}`. It is asked for
a week before the last day of the launch; the option `days` tells when. Drafts,
and launches whose day is over, are left alone.

## Bad
    ```yaml
    - {id: LCH-1, title: First night, status: planned, date: 2026-06-03, message: A light.}
    ```
## Good
    ```yaml
    - id: LCH-1
      title: First night
      status: planned
      date: 2026-06-03
      message: A light.
      go_no_go: {decision: go, date: 2026-05-30}
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.launch import Launch
from pmdocs.model.values import Whole
from pmdocs.project.project import Project
from pmdocs.rules.rule import Options, rule


class Before(Options):
    """When a launch needs a decision."""

    days: Whole = 7
    """How many days before it."""


@rule("PM517", "launch-without-decision", Severity.WARNING, reads=("status", "date", "go_no_go"))
def check(launch: Launch, project: Project, options: Before) -> Iterator[Finding]:
    """Find the launches of the next days that nobody has decided on."""
    decided = launch.go_no_go is not None and launch.go_no_go.decision != "pending"
    left = (launch.date.last - project.today).days
    if launch.status in {"planned", "ready"} and not decided and 0 <= left <= options.days:
        when = {0: "today", 1: "tomorrow"}.get(left, f"in {left} days")
        message = f"the last day for `{launch.id}` is {when}, and nobody has said go"
        hint = f"write `go_no_go: {{decision: go, date: {project.today}}}`, or `no go`"
        yield Finding(launch.at("date"), message, hint)
