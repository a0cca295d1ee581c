"""A metric: where it stands, and its measurements as a line with a table of the data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.analysis.measurements import measured, value_of
from pmdocs.views.item.curve import Curve, curve_of
from pmdocs.views.item.facts import shown
from pmdocs.views.item.pieces import Group, Row, Sheet, Steps
from pmdocs.views.item.sheets import sheet, sheet_of
from pmdocs.views.item.values import Block, Fact, Form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.model.kinds.metric import Measurement, Metric
    from pmdocs.project.project import Project

_STAGES = ("awareness", "acquisition", "activation", "retention", "revenue", "referral")


@dataclass(frozen=True, slots=True)
class Lead:
    """The newest number and its date, how it moved, and the step of the customer's way."""

    number: str
    date: str
    moved: str
    role: str
    stage: Steps | None


@dataclass(frozen=True, slots=True)
class Data:
    """The measurements as a curve, when there are any, and as a table."""

    curve: Curve | None
    table: Sheet


def build(_: Project, metric: Metric) -> Form:
    """What the page of a metric shows in its own way."""
    has_step = metric.stage in _STAGES
    return Form(
        lead=_lead(metric, Steps(_STAGES, metric.stage or "") if has_step else None),
        takes=("stage",) if has_step else (),
        blocks=tuple(_blocks(metric)),
    )


def _blocks(metric: Metric) -> Iterator[Block]:
    if metric.measurements:
        data, key = Data(curve_of(metric), _table(metric)), "measurements"
        yield Block(key, "Measurements", "curve", own=data, takes=(key,))


def with_unit(number: float, metric: Metric) -> str:
    """A number of a metric with its unit, if there is one: `12 boats`, `40%`."""
    unit = metric.unit or ""
    return f"{shown(round(number, 4))}{'' if unit == '%' else ' '}{unit}".strip()


def _lead(metric: Metric, stage: Steps | None) -> Lead:
    numbers = measured(metric)
    if not numbers:
        return Lead("", "", "", "", stage)
    newest = numbers[-1]
    moved, role = _move(metric, newest.value - numbers[-2].value) if numbers[1:] else ("", "")
    return Lead(with_unit(newest.value, metric), newest.date.words, moved, role, stage)


def _move(metric: Metric, change: float) -> tuple[str, str]:
    """How the number moved since the time before, and whether that is good."""
    if not change:
        return "as before", "planned"
    words = f"{'up' if change > 0 else 'down'} by {with_unit(abs(change), metric)}"
    if metric.direction is None:
        return words, "planned"
    good = (change > 0) == (metric.direction == "up")
    return words, "done" if good else "at-risk"


def _table(metric: Metric) -> Sheet:
    """What was written, and for answers of people what they come to."""
    written = sheet_of(metric.measurements)
    if not any(_is_answers(one) for one in metric.measurements):
        return written
    (group,) = written.groups
    rows = (
        Row((*row.cells, _score(one)))
        for row, one in zip(group.rows, metric.measurements, strict=True)
    )
    return sheet([Group(tuple(rows))])


def _is_answers(one: Measurement) -> bool:
    return one.value is None and value_of(one) is not None


def _score(one: Measurement) -> Fact:
    found = value_of(one)
    if not _is_answers(one) or found is None:
        return Fact("Score", "")
    is_nps = any(n is not None for n in (one.promoters, one.passives, one.detractors))
    return Fact("Score", f"NPS {found:+.0f}" if is_nps else f"CSAT {found:.0f}%")
