"""A metric was not measured for a long time.

A number that nobody reads any more shows how things were. Those who see it on
the site take it for today's.

Add a measurement, or say that nobody looks at it any more: `status: retired`.
A quarter is given; the option `days` tells how long. Dates count with their last
day. A metric that was never measured is left alone.

## Bad
    ```yaml
    - id: MET-1
      title: Calls in fog
      measurements:
        - {date: 2025-Q4, value: 12}
    ```
## Good
    ```yaml
    - id: MET-1
      title: Calls in fog
      measurements:
        - {date: 2025-Q4, value: 12}
        - {date: 2026-Q1, value: 9}
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.dates import Date
from pmdocs.model.kinds.metric import Metric
from pmdocs.model.values import Whole
from pmdocs.project.project import Project
from pmdocs.rules.rule import Options, rule


class Age(Options):
    """How old the newest number may be."""

    days: Whole = 92
    """The most days since the last measurement."""


@rule("PM807", "stale-metric", Severity.WARNING, reads=("status", "measurements"))
def check(metric: Metric, project: Project, options: Age) -> Iterator[Finding]:
    """Find the active metrics whose newest measurement is too old."""
    if not metric.measurements or metric.state.closed:
        return
    days = [one.date.last for one in metric.measurements]
    newest = max(days)
    if (project.today - newest).days > options.days:
        message = f"nobody has measured `{metric.id}` since {Date.day(newest).words}"
        span = metric.at("measurements", days.index(newest), "date")
        yield Finding(span, message, "add a measurement, or set `status: retired`")
