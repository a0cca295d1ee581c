"""A program is active, and no project belongs to it.

A program is a group of projects. Without one there is nothing that it runs, or
the projects do not say that they belong to it.

Write the ids of the charters in `charters:`, or write `program:` in the
charters. Programs that are not active are left alone.

## Bad
    ```yaml
    - {id: PGM-1, title: A safe coast, status: active, goal: no ship is lost}
    ```
## Good
    ```yaml
    - {id: PGM-1, title: A safe coast, status: active, goal: no ship is lost, charters: [CH-1]}
    - id: CH-1
      title: Build the lighthouse
      purpose: ships find the harbour at night
      sponsor: harbour office
      manager: site manager
      start: 2027-01
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.program import Program
from pmdocs.project.project import Project
from pmdocs.rules.links.hearsay import is_astray, named
from pmdocs.rules.rule import rule


@rule("PM613", "program-without-charters", Severity.WARNING)
def check(project: Project) -> Iterator[Finding]:
    """Find the active programs that no charter belongs to, from either side."""
    for program in project.of(Program):
        if program.status != "active" or program.charters or program.partial:
            continue
        if project.graph.into(program.id, "program") or is_astray(project, "program"):
            continue
        if program.id not in named(project):
            message = f"no charter belongs to `{program.id}`"
            hint = "add `charters:` with the ids of its charters"
            yield Finding(program.span, message, hint, item=program.id)
