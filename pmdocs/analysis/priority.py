"""Scores of priority, computed from what authors write: they write no score by hand."""

from __future__ import annotations


def rice(reach: float, impact: float, confidence: float, effort: float) -> float | None:
    """RICE = reach x impact x confidence / effort (Intercom); none without effort.

    `reach` is people in a period, `impact` 0.25 to 3 for each, `confidence` a share
    from 0 to 1, `effort` person-months. The higher, the sooner.
    """
    return reach * impact * confidence / effort if effort else None


def wsjf(value: float, criticality: float, risk_reduction: float, size: float) -> float | None:
    """WSJF = (value + time criticality + risk reduction) / job size (SAFe); none without size.

    All four are relative numbers on one scale. The sum is the cost of delay: the
    higher the score, the sooner.
    """
    return (value + criticality + risk_reduction) / size if size else None


def value_for_effort(value: float, effort: float) -> float | None:
    """How much value comes for each unit of effort; none without effort."""
    return value / effort if effort else None
