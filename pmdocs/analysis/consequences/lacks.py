"""What has nothing left: stories without criteria, objectives and releases without items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.analysis.consequences.consequence import Consequence
from pmdocs.model.kinds.objective import Objective
from pmdocs.model.kinds.prd import Prd
from pmdocs.model.kinds.release import Release
from pmdocs.model.kinds.story import Story

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.analysis.changes.compare import Pairs
    from pmdocs.model.item import Item
    from pmdocs.project.project import Project

_NO_CRITERIA, _NOTHING_LEFT, _NO_STORY = 70, 75, 55


def criteria(pairs: Pairs) -> Iterator[Consequence]:
    """The stories that had criteria, and have none now."""
    for before, story in pairs.both.values():
        if not isinstance(before, Story) or not isinstance(story, Story):
            continue
        if before.criteria and not story.criteria and story.knows({"criteria"}) and _is_open(story):
            words = ("has no acceptance criteria any more, so that nobody can say when it is done",)
            yield Consequence("no criteria", story.id, words, _NO_CRITERIA)


def items(old: Project, new: Project, pairs: Pairs) -> Iterator[Consequence]:
    """The objectives, releases and PRDs that lost the last item that they had."""
    told = (
        (Objective, "objectives", "no roadmap item that advances it", _NOTHING_LEFT),
        (Release, "release", "no roadmap item in it", _NOTHING_LEFT),
        (Prd, "prd", "no story that realises it", _NO_STORY),
    )
    for kind, field, what, weight in told:
        for item in new.of(kind):
            had = _kept(old, pairs.was(item.id), field)
            if had and not _kept(new, item.id, field) and _is_open(item):
                words = (f"has {what} any more",)
                yield Consequence(
                    "nothing left", item.id, words, weight, tuple(map(pairs.now, had))
                )


def _kept(project: Project, id: str, field: str) -> list[str]:
    links = project.graph.into(id, field)
    return [*dict.fromkeys(k.item.id for k in links if k.item.state.role != "dropped")]


def _is_open(item: Item) -> bool:
    # An approved PRD counts as done on a board, and still waits for its stories.
    return not item.state.closed or (isinstance(item, Prd) and item.state.role != "dropped")
