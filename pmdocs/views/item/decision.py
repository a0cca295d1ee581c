"""A decision (an architecture decision record), with what it replaces and what replaced it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.views.item.entries import sources, targets
from pmdocs.views.item.values import Form

if TYPE_CHECKING:
    from pmdocs.model.kinds.decision import Decision
    from pmdocs.project.project import Project


@dataclass(frozen=True, slots=True)
class Line:
    """The decisions that this one replaces, and those that replaced it."""

    supersedes: tuple[str, ...]
    superseded_by: tuple[str, ...]


def build(project: Project, decision: Decision) -> Form:
    """What the page of a decision shows in its own way."""
    before = targets(project, decision.id, "supersedes")
    after = tuple(one.id for one in sources(project, decision.id, "supersedes"))
    return Form(lead=Line(before, after))
