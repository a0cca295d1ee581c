"""A requirement holds a second one.

Two in one cannot be ordered, left out, tested or approved apart: when one of them
is done, nobody knows what to say of the whole.

Give the second one an id of its own. Looked for is a second `shall` or `must` with
a subject of its own, behind "and", a semicolon or the end of a sentence. What only
explains the first is left alone ("the fields that must be shown"), and so is a list
of what is done ("shall check and report").

## Bad
    ```yaml
    - id: PRD-1
      title: Export
      problem: nobody can count our plans
      requirements:
        - id: FR-1
          text: The export shall have one row for each item, and it shall open in a spreadsheet.
    ```
## Good
    ```yaml
    - id: PRD-1
      title: Export
      problem: nobody can count our plans
      requirements:
        - {id: FR-1, text: The export shall have one row for each item.}
        - {id: FR-2, text: The export shall open in a spreadsheet.}
    ```
"""

import re
from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.prd import Prd
from pmdocs.model.vague import without_quotes
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule
from pmdocs.rules.writing.requirements import requirements_of

_BINDING = r"\b(?:shall|must)\b"
# Up to six words, of which none opens a clause that explains something.
_SUBJECT = (
    r"(?:(?!(?:that|which|who|whose|what|when|where|while|if|because|how|so|it is|they are)\b)"
    r"[\w'’`-]++\s++){0,6}?"
)
_JOINT = r"(?:\band\s+(?:also\s+|then\s+)?|;\s*|[.!]\s+)"
_SECOND = re.compile(rf"{_JOINT}(?P<second>{_SUBJECT}{_BINDING})", re.IGNORECASE)
_FIRST = re.compile(_BINDING, re.IGNORECASE)


@rule("PM408", "two-requirements-in-one", Severity.WARNING, ("status", "requirements"))
def check(prd: Prd, _: Project) -> Iterator[Finding]:
    """Find the first second requirement in the text of each one."""
    for index, words in requirements_of(prd):
        if len(_FIRST.findall(words.node.text)) > 1:
            prose = without_quotes(words.prose)
            first = _FIRST.search(prose)
            match = _SECOND.search(prose, first.end()) if first else None
            if match:
                message = f"`{prd.requirements[index].id}` holds a second requirement"
                hint = "give it an id of its own"
                yield Finding(words.span(*match.span("second")), message, hint)
