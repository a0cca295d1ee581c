"""Nobody watches over a high risk.

A risk that belongs to everybody is watched by nobody: the day on which it
happens is the day on which it is found again.

Write who watches over it in `owner:`. A score (probability x impact) is high
from 15 on; the option `score` can tell another. Risks with a lower score, and
closed ones, are left alone.

## Bad
    ```yaml
    - id: RSK-1
      title: No oil
      effect: the lamp goes out
      probability: 4
      impact: 5
      response: accept
    ```
## Good
    ```yaml
    - id: RSK-1
      title: No oil
      owner: keeper
      effect: the lamp goes out
      probability: 4
      impact: 5
      response: accept
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.risk import Risk
from pmdocs.model.values import Whole
from pmdocs.project.project import Project
from pmdocs.rules.rule import Options, rule

_READS = ("status", "owner", "probability", "impact")


class HighScore(Options):
    """Which risks are high."""

    score: Whole = 15
    """The least probability x impact, from 1 to 25, that asks for an owner."""


@rule("PM614", "risk-without-owner", Severity.WARNING, reads=_READS, pedantic=True)
def check(risk: Risk, _: Project, options: HighScore) -> Iterator[Finding]:
    """Find the open risks with a high score that nobody owns."""
    if risk.owner is None and risk.score >= options.score and not risk.state.closed:
        message = f"`{risk.id}` has a score of {risk.score}, and no owner"
        yield Finding(risk.span, message, "add `owner:` with who watches over it")
