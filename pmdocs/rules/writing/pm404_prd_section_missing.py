"""A PRD leaves this stage without what readers look for first.

Before people review a PRD they need to know what is better afterwards (goals),
what a solution must do (requirements) and what it will not do (out of scope).
What is not ruled out is expected by somebody.

Write the sections that are missing, or set the PRD back to `draft`.

## Bad
    ```yaml
    - id: PRD-1
      title: Share a roadmap
      status: in review
      problem: customers ask for our plans by mail
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
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.prd import Prd
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule
from pmdocs.rules.words import listed

_WANTED = ("goals", "requirements", "out_of_scope")


@rule(
    "PM404",
    "prd-section-missing",
    Severity.WARNING,
    reads=("status", "goals", "requirements", "out_of_scope"),
)
def check(prd: Prd, _: Project) -> Iterator[Finding]:
    """Find the PRDs past draft that lack a section, and name all that are missing."""
    missing = [name for name in _WANTED if not getattr(prd, name)]
    if missing and prd.status != "draft" and prd.state.role != "dropped":
        words = [name.replace("_", " ") for name in missing]
        written = [
            f"`## {w.capitalize()}`" if prd.page else f"`{w.replace(' ', '_')}:`" for w in words
        ]
        message = f"`{prd.id}` is `{prd.status}`, and has no {listed(words)}"
        yield Finding(prd.span, message, f"add {listed(written)}, each with a list")
