"""Links that lead nowhere now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.analysis.changes.sentence import Id
from pmdocs.analysis.consequences.consequence import Consequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.analysis.changes.compare import Pairs
    from pmdocs.project.project import Project

_WEIGHT = 80


def broken(old: Project, new: Project, pairs: Pairs) -> Iterator[Consequence]:
    """The items that refer to something that is gone, or that was never there."""
    before = {(pairs.now(k.item.id), k.field, k.target) for k in old.graph.dangling}
    for link in new.graph.dangling:
        told = (link.item.id, link.field, link.target)
        if told not in before:
            gone = old.find(link.target) is not None
            why = ", which is gone" if gone else ", which does not exist"
            sentence = (f"refers to ({link.name}) ", Id(link.target), why)
            yield Consequence("broken link", link.item.id, sentence, _WEIGHT, (link.target,))
