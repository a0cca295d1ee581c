"""A proof of concept or an MVP is over, and nobody has decided what follows.

It was built to learn whether to go on. Without a decision it goes on by itself,
whatever it has shown.

Write `decision: persevere`, `pivot` or `stop`. It is asked for sixty days after
the release; the option `days` tells when. Releases that are not out, or were
withdrawn, are left alone.

## Bad
    ```yaml
    - id: REL-1
      title: First light
      version: 0.1
      date: 2026-01
      status: released
      stage: MVP
    ```
## Good
    ```yaml
    - id: REL-1
      title: First light
      version: 0.1
      date: 2026-01
      status: released
      stage: MVP
      decision: persevere
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.release import Release
from pmdocs.model.values import Whole
from pmdocs.project.project import Project
from pmdocs.rules.rule import Options, rule


class Afterwards(Options):
    """When a decision is asked for."""

    days: Whole = 60
    """How many days after the release."""


@rule(
    "PM810",
    "experiment-without-decision",
    Severity.WARNING,
    reads=("status", "date", "stage", "decision"),
)
def check(release: Release, project: Project, options: Afterwards) -> Iterator[Finding]:
    """Find the proofs of concept and MVPs of long ago that led to no decision."""
    past = (project.today - release.date.last).days
    trial = release.stage in {"proof of concept", "MVP"} and release.status == "released"
    if trial and release.decision is None and past > options.days:
        message = (
            f"`{release.id}` has been out for {past} days, and nobody has decided what follows"
        )
        hint = "add `decision:` with `persevere`, `pivot` or `stop`"
        yield Finding(release.at("stage"), message, hint)
