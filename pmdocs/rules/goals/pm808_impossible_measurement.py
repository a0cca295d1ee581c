"""Measurements contradict each other, or themselves.

Two numbers for one day cannot both be true, and which of them is shown is left
to chance. More people cannot be satisfied than have answered, and nobody is
asked less than zero times.

Correct the date or the number. Two numbers for one day that are the same are
left alone.

## Bad
    ```yaml
    - id: MET-1
      title: Calls in fog
      measurements:
        - {date: 2026-05, value: 12}
        - {date: 2026-05, value: 9}
    ```
## Good
    ```yaml
    - id: MET-1
      title: Calls in fog
      measurements:
        - {date: 2026-04, value: 12}
        - {date: 2026-05, value: 9}
    ```
"""

from collections.abc import Iterator

from pmdocs.analysis.measurements import value_of
from pmdocs.diagnostics import Finding, Note
from pmdocs.model.dates import Date
from pmdocs.model.kinds.metric import Measurement, Metric
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule

_COUNTS = ("promoters", "passives", "detractors", "satisfied", "responses")


@rule("PM808", "impossible-measurement", reads=("measurements",))
def check(metric: Metric, _: Project) -> Iterator[Finding]:
    """Find the measurements that cannot be true, alone or beside another of the same day."""
    first = dict[Date, int]()
    for index, one in enumerate(metric.measurements):
        if wrong := _wrong(one):
            field, message = wrong
            span = metric.at("measurements", index, field)
            yield Finding(span, message, "correct the number")
            continue
        other = first.setdefault(one.date, index)
        if value_of(one) != value_of(metric.measurements[other]):
            message = f"`{metric.id}` has two numbers for {one.date.words}"
            note = Note(metric.at("measurements", other, "date"), "the other one")
            span = metric.at("measurements", index, "date")
            yield Finding(span, message, "correct a date, or remove one of them", (note,))


def _wrong(one: Measurement) -> tuple[str, str] | None:
    """The field with a number of people that cannot be, and why."""
    for name in _COUNTS:
        count = getattr(one, name)
        if count is not None and count < 0:
            return name, f"`{name}` is {count}, and people cannot be less than none"
    if one.satisfied is not None and one.responses is not None and one.satisfied > one.responses:
        return "satisfied", f"{one.satisfied} are satisfied, and only {one.responses} have answered"
    return None
