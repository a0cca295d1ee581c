"""A link says "here", and not where it leads.

Whoever has the links of a page read to them hears "here, here, here" (WCAG 2.4.4).
Whoever skims the page sees a colour and has to read the sentence around it.

Let the words of the link name what is there: `the [minutes of Monday](…)`.

## Bad
    ```markdown
    # Notes of Monday

    The interviews are [here](interviews.md).
    ```
## Good
    ```markdown
    # Notes of Monday

    We learned it from the [interviews of May](interviews.md).
    ```
"""

import re
from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule
from pmdocs.rules.writing.prose import proses

_UNCLEAR = re.compile(
    r"(?<![!\\\]])\[[*_]*(?P<words>(?:click |see |right |over |down )?here"
    r"|(?:this|the) (?:link|page|url)|link|url|this|click(?: this)?"
    r"|(?:(?:read|see|find out|learn|show) )?more)[*_.]*\][(\[]",
    re.IGNORECASE,
)


@rule("PM416", "unclear-link-text", Severity.WARNING)
def check(project: Project) -> Iterator[Finding]:
    """Find the links whose words would fit any link."""
    for prose in proses(project, "](", "]["):
        for match in _UNCLEAR.finditer(prose.shown) if _UNCLEAR.search(prose.text) else ():
            message = f"`{match['words']}` does not say where this link leads"
            hint = "let its words name what is there"
            yield Finding(prose.span(*match.span("words")), message, hint, item=prose.item)
