"""A success metric has no number.

"Customers are happier" cannot be missed, and so says nothing when it is reached.
After the release everybody finds what they hoped for.

Write how much, of what, until when: "3 of 4 customers find the plan without help".
Words that count are numbers, too ("nobody", "each", "half"), and so is the id of a
metric or key result that holds the number.

## Bad
    ```yaml
    - id: PRD-1
      title: Share a roadmap
      problem: customers ask for our plans by mail
      success_metrics: [customers are happier]
    ```
## Good
    ```yaml
    - id: PRD-1
      title: Share a roadmap
      problem: customers ask for our plans by mail
      success_metrics: [at most 2 mails a month ask for our plans]
    ```
"""

import re
from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.prd import Prd
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule
from pmdocs.rules.words import words_of

_COUNTS = re.compile(
    r"\d|\b(?:no|none|nobody|nothing|never|zero|one|once|two|twice|three|thrice|four|five|six|seven"
    r"|eight|nine|ten|twelve|dozens?|hundreds?|thousands?|all|always|any|every(?:body|one|thing)?|each"
    r"|both|half|halved?|thirds?|quarters?|doubled?|tripled?|most|majority|without)\b",
    re.IGNORECASE,
)


@rule("PM413", "success-without-number", Severity.INFO, ("status", "success_metrics"))
def check(prd: Prd, _: Project) -> Iterator[Finding]:
    """Find the success metrics in which nothing is counted."""
    for words in words_of(prd, "success_metrics") if prd.state.role != "dropped" else ():
        if not _COUNTS.search(words.node.text):
            message = f"this success metric of `{prd.id}` has no number"
            hint = "write how much, of what, until when; or the id of the metric that says so"
            yield Finding(words.node.span, message, hint)
