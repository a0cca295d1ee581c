"""A risk: its place in a grid of probability and impact, and what it threatens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.views.item.body import to_show
from pmdocs.views.item.entries import entry, targets
from pmdocs.views.item.pieces import Listing
from pmdocs.views.item.values import Block, Form

if TYPE_CHECKING:
    from pmdocs.model.kinds.risk import Risk
    from pmdocs.project.project import Project

_SCALE = (1, 2, 3, 4, 5)
# From which score on a risk is called so.
_LEVELS = ((15, "high"), (6, "medium"), (0, "low"))


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the grid: its score, how much that is, and whether the risk stands there."""

    score: int
    level: str
    here: bool


@dataclass(frozen=True, slots=True)
class Grid:
    """All scores, with the likeliest in the first row; the score is probability x impact."""

    probability: int
    impact: int
    score: int
    level: str
    rows: tuple[tuple[Cell, ...], ...]


def build(project: Project, risk: Risk) -> Form:
    """What the page of a risk shows in its own way."""
    effect = to_show(risk, "effect")
    found = Listing(tuple(entry(project, id) for id in targets(project, risk.id, "threatens")))
    block = Block("threatened", "What it threatens", "entries", own=found, at="threatens")
    return Form(
        opening=effect,
        lead=_grid(risk),
        takes=("probability", "impact", *(("effect",) if effect else ())),
        blocks=(block,) if found.entries else (),
    )


def _grid(risk: Risk) -> Grid:
    rows = tuple(
        tuple(_cell(p, i, here=(p, i) == (risk.probability, risk.impact)) for i in _SCALE)
        for p in reversed(_SCALE)
    )
    return Grid(risk.probability, risk.impact, risk.score, level_of(risk.score), rows)


def _cell(probability: int, impact: int, *, here: bool) -> Cell:
    score = probability * impact
    return Cell(score, level_of(score), here)


def level_of(score: int) -> str:
    """Whether a score is low, medium or high."""
    return next(word for least, word in _LEVELS if score >= least)
