"""All that follows from the changes between two states of a project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.analysis.changes.compare import Pairs, slipping
from pmdocs.analysis.consequences import critical, lacks, links, waiting
from pmdocs.model.ids import number_of

if TYPE_CHECKING:
    from pmdocs.analysis.consequences.consequence import Consequence
    from pmdocs.project.project import Project


def consequences(old: Project, new: Project) -> tuple[Consequence, ...]:
    """What follows, the weightiest first; nothing that was so before."""
    if old.items.keys() == new.items.keys() and all(
        old.items[id] is item for id, item in new.items.items()
    ):
        return ()
    pairs = Pairs.of(old, new)
    slipped = [pairs.now(id) for id in slipping(old, new)]
    found = [
        *links.broken(old, new, pairs),
        *lacks.criteria(pairs),
        *lacks.items(old, new, pairs),
        *waiting.blocked(old, new, pairs),
        *waiting.after_release(old, new, pairs),
        *waiting.downstream(new, slipped),
        *critical.charters(pairs),
        *critical.roadmap(old, new, pairs),
    ]
    return tuple(sorted(dict.fromkeys(found), key=_order))


def _order(one: Consequence) -> tuple[object, ...]:
    return -one.weight, one.item.partition("-")[0], number_of(one.item), one.said
