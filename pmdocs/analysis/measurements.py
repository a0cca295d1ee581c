"""The numbers of a metric, in the order of their dates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pmdocs.model.dates import Date
    from pmdocs.model.kinds.metric import Measurement, Metric


@dataclass(frozen=True, slots=True)
class Measured:
    """A number on a date."""

    date: Date
    value: float


def measured(metric: Metric) -> tuple[Measured, ...]:
    """The measurements that come to a number, the oldest first."""
    found = ((one.date, value_of(one)) for one in metric.measurements)
    numbers = [Measured(date, value) for date, value in found if value is not None]
    return tuple(sorted(numbers, key=lambda one: (one.date.first, one.date.last)))


def latest(metric: Metric) -> Measured | None:
    """The newest measurement, if there is one."""
    return next(reversed(measured(metric)), None)


def value_of(one: Measurement) -> float | None:
    """The number of a measurement, as it was written or as its answers come to.

    Net promoter score: % promoters - % detractors, from -100 to 100 (Reichheld).
    Customer satisfaction: satisfied / responses, in percent.
    """
    if one.value is not None:
        return one.value
    answers = (one.promoters or 0) + (one.passives or 0) + (one.detractors or 0)
    if answers:
        return 100 * ((one.promoters or 0) - (one.detractors or 0)) / answers
    if one.satisfied is not None and one.responses:
        return 100 * one.satisfied / one.responses
    return None
