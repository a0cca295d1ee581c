"""Measurements as points on a plane of a hundred by a hundred, with baseline and target."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.analysis.measurements import measured
from pmdocs.views.item.facts import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmdocs.analysis.measurements import Measured
    from pmdocs.model.dates import Date
    from pmdocs.model.kinds.metric import Metric

# Room above and below the numbers, and the least distance of two labels, in hundredths.
_MARGIN, _APART = 8, 13


@dataclass(frozen=True, slots=True)
class Point:
    """A measurement; `x` is from the left, `y` from the top, both from 0 to 100."""

    x: float
    y: float
    number: str
    date: str


@dataclass(frozen=True, slots=True)
class Level:
    """A line across: the baseline or the target. Its label stands at `label_y`."""

    name: str
    number: str
    y: float
    label_y: float


@dataclass(frozen=True, slots=True)
class Curve:
    """The points from left to right, the lines across, and what it all says."""

    points: tuple[Point, ...]
    levels: tuple[Level, ...]
    words: str

    @property
    def path(self) -> str:
        """The line through the points, in SVG's words."""
        return "M" + "L".join(f"{point.x:g} {point.y:g}" for point in self.points)


def curve_of(metric: Metric) -> Curve | None:
    """The measurements of a metric as a curve; none without a number."""
    numbers = measured(metric)
    if not numbers:
        return None
    marks = [("Baseline", metric.baseline), ("Target", metric.target)]
    given = [(name, value) for name, value in marks if value is not None]
    every = [one.value for one in numbers] + [value for _, value in given]
    low, high = min(every), max(every)
    levels = [(name, value, _height(value, low, high)) for name, value in given]
    return Curve(_points(numbers, low, high), _levels(levels), _words(numbers, given))


def _points(numbers: Sequence[Measured], low: float, high: float) -> tuple[Point, ...]:
    days = [_day(one.date) for one in numbers]
    span = days[-1] - days[0]
    return tuple(
        Point(
            round((day - days[0]) * 100 / span, 2) if span else 50,
            _height(one.value, low, high),
            shown(round(one.value, 4)),
            one.date.words,
        )
        for one, day in zip(numbers, days, strict=True)
    )


def _levels(found: Sequence[tuple[str, float, float]]) -> tuple[Level, ...]:
    """The lines, with labels that do not cover each other."""
    places = [y for _, _, y in found]
    if len(places) == 2 and abs(places[0] - places[1]) < _APART:  # noqa: PLR2004 - both lines
        middle, upper = sum(places) / 2, 0 if places[0] <= places[1] else 1
        middle = min(max(middle, _APART / 2), 100 - _APART / 2)
        places[upper], places[1 - upper] = middle - _APART / 2, middle + _APART / 2
    return tuple(
        Level(name, shown(value), y, round(label, 2))
        for (name, value, y), label in zip(found, places, strict=True)
    )


def _height(value: float, low: float, high: float) -> float:
    """Where a number stands, from the top."""
    share = (value - low) / (high - low) if high > low else 0.5
    return round(100 - _MARGIN - share * (100 - 2 * _MARGIN), 2)


def _day(date: Date) -> float:
    return (date.first.toordinal() + date.last.toordinal()) / 2


def _words(numbers: Sequence[Measured], given: Sequence[tuple[str, float]]) -> str:
    first, last = numbers[0], numbers[-1]
    told = [f"{shown(round(first.value, 4))} in {first.date.words}"]
    if last is not first:
        told.append(f"{shown(round(last.value, 4))} in {last.date.words}")
    told += [f"{name.lower()} {shown(value)}" for name, value in given]
    return ", ".join(told)
