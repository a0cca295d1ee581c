"""Research is done, and nothing was learned from it.

People gave their time, and what they said is in nobody's hands. In a year
somebody will ask them again.

Write each thing that was learned in `findings:`. That a guess was not confirmed
is a finding, too. Research that is planned or in progress is left alone.

## Bad
    ```yaml
    - id: RES-1
      title: Nights on the quay
      status: done
      method: interview
      date: 2026-05
      participants: 6
      findings: []
    ```
## Good
    ```yaml
    - id: RES-1
      title: Nights on the quay
      status: done
      method: interview
      date: 2026-05
      participants: 6
      findings:
        - {id: F-1, text: five of six skippers take our light for a star}
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.research import Research
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule


@rule("PM811", "research-without-findings", Severity.WARNING, reads=("status", "findings"))
def check(research: Research, _: Project) -> Iterator[Finding]:
    """Find the research that is done and has no findings."""
    if research.status == "done" and not research.findings:
        message = f"`{research.id}` is `done`, and nothing says what was learned"
        hint = "add `- {id: F-1, text: …}` to `findings`, or take the status back"
        yield Finding(research.at("findings"), message, hint)
