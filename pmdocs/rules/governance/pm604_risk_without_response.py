"""A high risk has no response.

Its score, which is probability x impact, says that it matters, and nothing says
what is done about it. That is how risks become surprises.

Decide on one of the responses: `avoid`, `mitigate`, `transfer` or `accept`; for
a chance `exploit`, `enhance` or `share`. To live with a risk is a decision, too:
write `response: accept`. A score is high from 15 on; the option `score` can tell
another. Risks with a lower score, and closed ones, are left alone.

## Bad
    ```yaml
    - {id: RSK-1, title: No oil, effect: the lamp goes out, probability: 3, impact: 5}
    ```
## Good
    ```yaml
    - id: RSK-1
      title: No oil
      effect: the lamp goes out
      probability: 3
      impact: 5
      response: mitigate
      actions: [keep oil for a month in the cellar]
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.risk import Risk
from pmdocs.model.values import Whole
from pmdocs.project.project import Project
from pmdocs.rules.rule import Options, rule

_READS = ("status", "probability", "impact", "response")


class HighScore(Options):
    """Which risks are high."""

    score: Whole = 15
    """The least probability x impact, from 1 to 25, that asks for a response."""


@rule("PM604", "risk-without-response", Severity.WARNING, reads=_READS)
def check(risk: Risk, _: Project, options: HighScore) -> Iterator[Finding]:
    """Find the open risks with a high score about which nothing is decided."""
    if risk.response is None and risk.score >= options.score and not risk.state.closed:
        message = f"`{risk.id}` has a score of {risk.score}, and no response"
        hint = "add `response:` with `avoid`, `mitigate`, `transfer` or `accept`"
        yield Finding(risk.span, message, hint)
