"""A requirement begins like one of the EARS patterns, and does not keep to it.

The Easy Approach to Requirements Syntax (Mavin and others, 2009) has five forms:

- always: `The <system> shall …`
- in a state: `While <state>, the <system> shall …`
- at an event: `When <trigger>, the <system> shall …`
- with an option: `Where <feature is there>, the <system> shall …`
- against what is unwanted: `If <trigger>, then the <system> shall …`

Together they stand in this order: Where, While, When or If. Whoever reads many
requirements relies on the form: `If` without `then` hides where the condition ends,
and conditions in another order are read twice.

Only requirements that begin with one of the four words and have a `shall` or `must`
are looked at.

## Bad
    ```yaml
    - id: PRD-1
      title: Warn of fog
      problem: boats leave into the fog
      requirements:
        - {id: FR-1, text: "If the sensor is silent, the app shall say since when."}
    ```
## Good
    ```yaml
    - id: PRD-1
      title: Warn of fog
      problem: boats leave into the fog
      requirements:
        - {id: FR-1, text: "If the sensor is silent, then the app shall say since when."}
    ```
"""

import re
from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.prd import Prd
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule
from pmdocs.rules.writing.requirements import requirements_of

_CONDITIONS = re.compile(
    r"\s*(?P<all>(?:where|while|when|if)\b.*?)\b(?:shall|must)\b", re.IGNORECASE | re.DOTALL
)
_CONDITION = re.compile(r"(?:^|,\s*(?:and\s+)?)(where|while|when|if)\b", re.IGNORECASE)
_THEN = re.compile(r"\bthen\b", re.IGNORECASE)
_ORDER = {"where": 0, "while": 1, "when": 2, "if": 2}


@rule("PM409", "unfinished-ears", Severity.INFO, ("status", "requirements"), pedantic=True)
def check(prd: Prd, _: Project) -> Iterator[Finding]:
    """Find the requirements that begin with a condition and leave the pattern."""
    for index, words in requirements_of(prd):
        match = _CONDITIONS.match(words.prose)
        told = _told(match["all"], prd.requirements[index].id) if match else None
        if match and told:
            first = match["all"].split()[0]
            span = words.span(match.start("all"), match.start("all") + len(first))
            yield Finding(span, *told)


def _told(conditions: str, id: str) -> tuple[str, str] | None:
    """What is wrong with the conditions of a requirement, and how to write it."""
    found = [word.lower() for word in _CONDITION.findall(conditions)]
    if sorted(found, key=_ORDER.__getitem__) != found:
        order = ", ".join(f"`{word}`" for word in sorted(found, key=_ORDER.__getitem__))
        return f"the conditions of `{id}` are not in the order of EARS", f"write {order}"
    if "if" in found and not _THEN.search(conditions):
        return f"`{id}` says `if`, and not `then`", "write `If …, then the … shall …`"
    if "," not in conditions and "if" not in found:
        return f"nothing parts the condition of `{id}` from what shall be", "put a comma before it"
    return None
