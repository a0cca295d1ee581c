"""The matrix of risks: how probable each is, and how much it would hurt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.model.kinds.risk import Risk
from pmdocs.views.chart.values import Chart, Data, Square, Squares
from pmdocs.views.ref import ref_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmdocs.model.item import Item

# A score from 15 is high, from 8 it is middling: the usual colours of a matrix of five by five.
HIGH, MIDDLE = 15, 8
_LEVELS = range(1, 6)


def risks(items: Sequence[Item], title: str) -> Chart:
    """The matrix of these risks; other items are left out, and so are closed risks."""
    every = [item for item in items if isinstance(item, Risk)]
    found = [risk for risk in every if not risk.state.closed]
    heading = title or "Risks"
    if not found:
        why = "All risks are closed." if every else "No risk is written down yet."
        return Chart("risks", heading, why)
    rows = ((p, tuple(_square(found, p, impact) for impact in _LEVELS)) for p in reversed(_LEVELS))
    closed = len(every) - len(found)
    return Chart("risks", heading, _says(found, closed), Squares(tuple(rows)), _data(found))


def role_of(score: int) -> str:
    """The role of the colour of a score."""
    if score >= HIGH:
        return "blocked"
    return "at-risk" if score >= MIDDLE else "done"


def _square(found: Sequence[Risk], probability: int, impact: int) -> Square:
    here = (r for r in found if (r.probability, r.impact) == (probability, impact))
    score = probability * impact
    return Square(score, role_of(score), tuple(ref_of(risk) for risk in here))


def _says(found: Sequence[Risk], closed: int) -> str:
    high = sum(risk.score >= HIGH for risk in found)
    worst = max(found, key=lambda risk: risk.score)
    verb = "scores" if high == 1 else "score"
    told = f"{high or 'None'} of {len(found)} open risk{'' if len(found) == 1 else 's'} {verb}"
    left = f" {closed} closed {'one is' if closed == 1 else 'ones are'} left out." if closed else ""
    return f"{told} {HIGH} or more; the highest is {worst.id} with {worst.score}.{left}"


def _data(found: Sequence[Risk]) -> Data:
    head = ("Risk", "Title", "Probability", "Impact", "Score", "Status")
    ordered = sorted(found, key=lambda risk: -risk.score)
    rows = (
        (r.id, r.title, str(r.probability), str(r.impact), str(r.score), r.status) for r in ordered
    )
    return Data(head, tuple(rows))
