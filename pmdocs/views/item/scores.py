"""The priority scores of a roadmap item: each number beside what it was computed from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.analysis.priority import rice, value_for_effort, wsjf
from pmdocs.model.fields import fields_of
from pmdocs.views.item.facts import facts, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.model.kinds.roadmap_item import Rice, Scores, Wsjf
    from pmdocs.views.item.values import Fact

_WHOLE_FROM = 100


@dataclass(frozen=True, slots=True)
class Term:
    """An input of a formula, with the sign before and behind it."""

    before: str
    label: str
    value: str
    after: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """A computed number with its name and its formula; none where it cannot be computed."""

    name: str
    number: str | None
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class ScoresView:
    """The computed scores, and classes such as MoSCoW's, which need no computing."""

    computed: tuple[Score, ...]
    facts: tuple[Fact, ...]


def scores_of(scores: Scores) -> ScoresView:
    """The scores of an item."""
    ratio = scores.value is not None and scores.effort is not None
    hidden = {"rice", "wsjf", *(("value", "effort") if ratio else ())}
    fields = [f for f in fields_of(type(scores)).values() if f.key not in hidden]
    return ScoresView(tuple(_computed(scores)), tuple(facts(scores, fields)))


def _computed(scores: Scores) -> Iterator[Score]:
    if scores.rice:
        yield _rice(scores.rice)
    if scores.wsjf:
        yield _wsjf(scores.wsjf)
    if scores.value is not None and scores.effort is not None:
        terms = (Term("", "value", shown(scores.value)), Term("÷", "effort", shown(scores.effort)))
        yield Score(
            "Value for effort", _number(value_for_effort(scores.value, scores.effort)), terms
        )


def _rice(one: Rice) -> Score:
    terms = (
        Term("", "reach", shown(one.reach)),
        Term("×", "impact", shown(one.impact)),
        Term("×", "confidence", str(one.confidence)),
        Term("÷", "effort", shown(one.effort)),
    )
    number = rice(one.reach, one.impact, one.confidence.value / 100, one.effort)
    return Score("RICE", _number(number), terms)


def _wsjf(one: Wsjf) -> Score:
    terms = (
        Term("(", "value", shown(one.business_value)),
        Term("+", "criticality", shown(one.time_criticality)),
        Term("+", "risk reduction", shown(one.risk_reduction), ")"),
        Term("÷", "size", shown(one.job_size)),
    )
    number = wsjf(one.business_value, one.time_criticality, one.risk_reduction, one.job_size)
    return Score("WSJF", _number(number), terms)


def _number(number: float | None) -> str | None:
    """A computed number as people need it: three digits, or whole from a hundred on."""
    if number is None:
        return None
    return f"{number:,.0f}" if abs(number) >= _WHOLE_FROM else f"{number:.3g}"
