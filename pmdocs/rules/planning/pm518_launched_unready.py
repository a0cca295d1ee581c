"""A launch has taken place, and was not ready.

Its checklist has an open entry, or the decision was not `go`. Either nobody
wrote down what was done, or customers have met something unfinished.

Write `done: true` at what is ready, and take out what was not needed; or take
the status back. Launches that have not taken place are left alone.

## Bad
    ```yaml
    - id: LCH-1
      title: First night
      status: launched
      date: 2026-05-20
      message: Your coast has a light.
      checklist:
        - {text: the permit is there, owner: harbour office}
    ```
## Good
    ```yaml
    - id: LCH-1
      title: First night
      status: launched
      date: 2026-05-20
      message: Your coast has a light.
      checklist:
        - {text: the permit is there, owner: harbour office, done: true}
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.launch import Launch
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule
from pmdocs.rules.words import head


@rule("PM518", "launched-unready", Severity.WARNING, reads=("status", "checklist", "go_no_go"))
def check(launch: Launch, _: Project) -> Iterator[Finding]:
    """Find what was open on the day of a launch: entries of the checklist, or the decision."""
    if launch.status != "launched":
        return
    for index, entry in enumerate(launch.checklist):
        if not entry.done:
            message = f"`{launch.id}` is `launched`, and this is not done"
            hint = "write `done: true`, or take it out"
            yield Finding(head(launch, "checklist", index, "text"), message, hint)
    said = launch.go_no_go.decision if launch.go_no_go else "go"
    if said != "go":
        message = f"`{launch.id}` is `launched`, and the decision is `{said}`"
        yield Finding(launch.at("go_no_go", "decision"), message, "write what was decided")
