"""What may go wrong: items that are blocked, at risk or late, and the gravest risks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.analysis.lateness import days_late
from pmdocs.model.kinds.risk import Risk
from pmdocs.views import initials

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from pmdocs.model.item import Item
    from pmdocs.model.kinds.roadmap_item import RoadmapItem

# From which score a risk is grave, and from which it is worth a worry.
_GRAVE, _WORRYING = 15, 8


@dataclass(frozen=True, slots=True)
class Threat:
    """An open risk; its `score` is probability x impact, from 1 to 25."""

    id: str
    title: str
    status: str
    score: int
    role: str
    probability: int
    impact: int
    response: str
    owner: str
    initials: str


def in_trouble(item: RoadmapItem, today: dt.date) -> bool:
    """Whether an open item is blocked or at risk by its status or its health, or late."""
    if item.state.closed:
        return False
    bad = item.health in {"at risk", "off track"} or item.state.role in {"at-risk", "blocked"}
    return bad or days_late(item, today) > 0


def threats_of(items: Iterable[Item]) -> tuple[Threat, ...]:
    """The open risks, the gravest first."""
    open_risks = (one for one in items if isinstance(one, Risk) and not one.state.closed)
    return tuple(_threat(risk) for risk in sorted(open_risks, key=lambda risk: -risk.score))


def _threat(risk: Risk) -> Threat:
    grave = "blocked" if risk.score >= _GRAVE else "at-risk"
    return Threat(
        id=risk.id,
        title=risk.title,
        status=risk.status,
        score=risk.score,
        role=grave if risk.score >= _WORRYING else "planned",
        probability=risk.probability,
        impact=risk.impact,
        response=risk.response or "",
        owner=risk.owner or "",
        initials=initials.of_person(risk.owner or ""),
    )
