"""The measurements of a metric as a line, with its baseline and its target."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pmdocs.analysis.key_results import reached
from pmdocs.analysis.measurements import Measured, measured
from pmdocs.views.chart.labels import Label, apart, thinned
from pmdocs.views.chart.scale import Scale, scale_of, short
from pmdocs.views.chart.values import Chart, Data, Line, Plot, Tick

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmdocs.model.dates import Date
    from pmdocs.model.kinds.metric import Metric

# What a label at the end of a line takes of the height, in percent.
_LABEL = 10.0
_MIDDLE = 50.0


def measurements(metric: Metric | None, title: str) -> Chart:
    """The line of a metric."""
    heading = title or (metric.title if metric else "Metric")
    found = measured(metric) if metric else ()
    if not metric or not found:
        why = "Nothing has been measured yet." if metric else "There is no metric to show."
        return Chart("metric", heading, why)
    says, data = _says(metric, found), _data(metric, found)
    return Chart("metric", heading, says, _plot(metric, found), data)


def _plot(metric: Metric, found: Sequence[Measured]) -> Plot:
    levels = (("baseline", metric.baseline), ("target", metric.target))
    known = [(word, value) for word, value in levels if value is not None]
    scale = scale_of([*(one.value for one in found), *(value for _, value in known)])
    places = _places([one.date for one in found])
    points = tuple((x, _y(scale, one.value)) for x, one in zip(places, found, strict=True))
    now = f"now {short(found[-1].value)}"
    lines = [_level(scale, word, value) for word, value in known]
    lines.append(Line(points, "in-progress", "solid", now, points[-1][1], dots=True))
    return Plot(
        tuple(Tick(_y(scale, tick), short(tick)) for tick in scale.ticks),
        thinned([Label(one.date.words, x, x) for x, one in zip(places, found, strict=True)]),
        lines=_clear(lines),
    )


def _level(scale: Scale, word: str, value: float) -> Line:
    y = _y(scale, value)
    label, ends = f"{word} {short(value)}", ((0.0, y), (100.0, y))
    if word == "target":
        return Line(ends, "done", "dashed", label, y)
    return Line(ends, "planned", "dotted", label, y)


def _clear(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, with labels that stay clear of each other."""
    places = apart([line.label_y for line in lines], _LABEL)
    return tuple(replace(line, label_y=y) for line, y in zip(lines, places, strict=True))


def _places(dates: Sequence[Date]) -> list[float]:
    """Where dates stand on the axis, each by its middle day, in percent."""
    days = [(date.first.toordinal() + date.last.toordinal()) / 2 for date in dates]
    first, last = min(days), max(days)
    if first == last:
        return [_MIDDLE for _ in days]
    return [round(100 * (day - first) / (last - first), 2) for day in days]


def _y(scale: Scale, value: float) -> float:
    return round(100 - scale.share(value), 2)


def _says(metric: Metric, found: Sequence[Measured]) -> str:
    unit = f" {metric.unit}" if metric.unit else ""
    told = f"{short(found[-1].value)}{unit} in {found[-1].date.words}"
    if len(found) > 1:
        told = f"From {short(found[0].value)} in {found[0].date.words} to {told}"
    if metric.baseline is None or metric.target is None:
        target = f"; the target is {short(metric.target)}" if metric.target is not None else ""
        return f"{told}{target}."
    percent = reached(metric.baseline, found[-1].value, metric.target)
    way = f"{short(metric.baseline)} to {short(metric.target)}"
    return f"{told}" + (f": {percent}% of the way from {way}." if percent is not None else ".")


def _data(metric: Metric, found: Sequence[Measured]) -> Data:
    head = ("Date", metric.unit.capitalize() if metric.unit else "Value")
    return Data(head, tuple((one.date.words, f"{one.value:,.10g}") for one in found))
