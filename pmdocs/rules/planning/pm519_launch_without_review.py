"""A launch was long ago, and nobody has written what was learned.

After two months people still remember what went well and what did not. After a
year they make the same mistake again.

Write a `review` with `successes`, `failures` and `follow_ups`. It is asked for
sixty days after the launch; the option `days` tells when.

## Bad
    ```yaml
    - {id: LCH-1, title: First night, status: launched, date: 2026-02-20, message: A light.}
    ```
## Good
    ```yaml
    - id: LCH-1
      title: First night
      status: launched
      date: 2026-02-20
      message: A light.
      review:
        failures: [the horn was too loud for the village]
        follow_ups: [no horn after midnight]
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.launch import Launch
from pmdocs.model.values import Whole
from pmdocs.project.project import Project
from pmdocs.rules.rule import Options, rule


class Afterwards(Options):
    """When a launch needs a review."""

    days: Whole = 60
    """How many days after it."""


@rule("PM519", "launch-without-review", Severity.INFO, reads=("status", "date", "review"))
def check(launch: Launch, project: Project, options: Afterwards) -> Iterator[Finding]:
    """Find the launches of long ago without a word about how they went."""
    past = (project.today - launch.date.last).days
    review = launch.review
    written = review is not None and (review.successes or review.failures or review.follow_ups)
    if launch.status == "launched" and not written and past > options.days:
        message = f"`{launch.id}` was {past} days ago, and nobody has written what was learned"
        hint = "add `review:` with `successes`, `failures` and `follow_ups`"
        yield Finding(launch.span, message, hint)
