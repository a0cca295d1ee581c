"""Two requirements say the same.

Somebody copied one and forgot to change it, so that what it was meant to say is
missing. Or two PRDs ask for one thing: it will be built twice, or changed in one
place only.

Write what it was meant to say, or remove it and link to the other. What a solution
must be (`NFR-1`) may be asked by several PRDs, and not twice by one.

## Bad
    ```yaml
    - id: PRD-1
      title: Export
      problem: nobody can count our plans
      requirements:
        - {id: FR-1, text: The export has one row for each item.}
        - {id: FR-2, text: the export has one row for each item}
    ```
## Good
    ```yaml
    - id: PRD-1
      title: Export
      problem: nobody can count our plans
      requirements:
        - {id: FR-1, text: The export has one row for each item.}
        - {id: FR-2, text: The export has one column for each field.}
    ```
"""

import re
from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Note, Severity
from pmdocs.model.ids import local_id
from pmdocs.model.kinds.prd import Prd
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule
from pmdocs.rules.words import head


@rule("PM411", "duplicate-requirement", Severity.WARNING)
def check(project: Project) -> Iterator[Finding]:
    """Find the requirements with the words of an earlier one."""
    seen: dict[tuple[str, str], tuple[Prd, int]] = {}
    for prd in project.of(Prd):
        if prd.state.role == "dropped" or not prd.knows(("requirements", "status")):
            continue
        for index, requirement in enumerate(prd.requirements):
            words = " ".join(re.findall(r"\w+", requirement.text.lower()))
            everywhere = local_id(requirement, prd).startswith("FR")
            key = ("" if everywhere else prd.id, words)
            first = seen.setdefault(key, (prd, index))
            if words and first != (prd, index):
                yield _finding(prd, index, *first)


def _finding(prd: Prd, index: int, first: Prd, at: int) -> Finding:
    this, other = (
        f"`{p.id}.{local_id(p.requirements[i], p)}`" for p, i in ((prd, index), (first, at))
    )
    note = Note(head(first, "requirements", at), "first written here")
    hint = "write what it was meant to say, or remove it"
    message = f"{this} says the same as {other}"
    return Finding(head(prd, "requirements", index), message, hint, (note,), item=prd.id)
