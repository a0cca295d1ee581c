"""A requirement has no verb that says how binding it is.

"The export has one row for each item" may be what must be, what is, or what
somebody hopes for. Standards for requirements (ISO/IEC/IEEE 29148, EARS) ask for
one verb that binds: `shall`, or `must`.

Write `The <name> shall …`. Asked are PRDs where most requirements have such a verb,
and with the option `everywhere` all of them. Words in quotation marks or in
backticks do not count.

## Bad
    ```yaml
    - id: PRD-1
      title: Export
      problem: nobody can count our plans
      requirements:
        - {id: FR-1, text: The export shall have one row for each item.}
        - {id: FR-2, text: The export shall have one column for each field.}
        - {id: FR-3, text: A title in the first row}
    ```
## Good
    ```yaml
    - id: PRD-1
      title: Export
      problem: nobody can count our plans
      requirements:
        - {id: FR-1, text: The export shall have one row for each item.}
        - {id: FR-2, text: The export shall have one column for each field.}
        - {id: FR-3, text: The first row shall have a title.}
    ```
"""

import re
from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.prd import Prd
from pmdocs.model.vague import without_quotes
from pmdocs.model.values import Flag
from pmdocs.project.project import Project
from pmdocs.rules.rule import Options, rule
from pmdocs.rules.words import head
from pmdocs.rules.writing.requirements import requirements_of

_BINDING = re.compile(
    r"\b(?:(?:shall|must|should|will|may)(?:n['’]t)?|won['’]t|cannot|can['’]t)\b", re.IGNORECASE
)


class WhereAsked(Options):
    """Which PRDs are asked."""

    everywhere: Flag = False
    """Whether a verb is asked for, too, where most requirements of a PRD have none."""


@rule(
    "PM407", "requirement-without-shall", Severity.INFO, ("status", "requirements"), pedantic=True
)
def check(prd: Prd, _: Project, asked: WhereAsked) -> Iterator[Finding]:
    """Find the requirements without a verb that binds."""
    found = [i for i, w in requirements_of(prd) if not _BINDING.search(without_quotes(w.prose))]
    for index in found if asked.everywhere or 2 * len(found) < len(prd.requirements) else ():
        message = f"`{prd.requirements[index].id}` has no `shall` or `must`"
        hint = "write `The … shall …`, with the name of what is built"
        yield Finding(head(prd, "requirements", index), message, hint)
