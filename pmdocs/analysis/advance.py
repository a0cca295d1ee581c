"""How far an item has come, by whatever shows it: stories, or key results."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.analysis.key_results import reached_by
from pmdocs.analysis.progress import progress_of
from pmdocs.model.kinds.objective import Objective

if TYPE_CHECKING:
    from pmdocs.model.item import Item
    from pmdocs.project.project import Project

_ALL = 100


@dataclass(frozen=True, slots=True)
class Advance:
    """How far something has come in whole percent, and what that stands for in words."""

    percent: int
    words: str


def advance_of(project: Project, item: Item) -> Advance | None:
    """How far an objective, a roadmap item or a PRD has come; none where nothing shows it."""
    if isinstance(item, Objective):
        return _by_key_results(project, item)
    progress = progress_of(project, item.id)
    return Advance(progress.percent, progress.words) if progress else None


def _by_key_results(project: Project, objective: Objective) -> Advance | None:
    """The mean of its key results; one that nobody has measured counts as not begun."""
    shares = reached_by(project, objective)
    if all(share is None for share in shares):
        return None
    done, total = sum(share == _ALL for share in shares), len(shares)
    words = f"{done} of {total} key result{'' if total == 1 else 's'} reached"
    return Advance(sum(share or 0 for share in shares) // total, words)
