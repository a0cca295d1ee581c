"""How far the work has come, told from stories alone: nobody writes a progress by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.model.kinds.prd import Prd
from pmdocs.model.kinds.story import Story

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pmdocs.model.item import Item
    from pmdocs.project.project import Project


@dataclass(frozen=True, slots=True)
class Progress:
    """How many stories are done, of how many that count."""

    done: int
    total: int

    @property
    def percent(self) -> int:
        """The share that is done in whole percent, rounded down: 100 means all."""
        return self.done * 100 // self.total if self.total else 0

    @property
    def words(self) -> str:
        """Write it for people: `3 of 5 stories done`."""
        return f"{self.done} of {self.total} {'story' if self.total == 1 else 'stories'} done"


def progress_of(project: Project, id: str) -> Progress | None:
    """The progress of a roadmap item or a PRD; none where no story counts yet.

    An item is specified by PRDs, and a PRD, or one of its requirements, is
    realised by stories. A dropped story does not count, nor one that hangs on a
    superseded PRD. A story counts once, by whatever ways it is reached.
    """
    stories = {story.id: story for story in stories_of(project, id)}
    done = sum(story.state.role == "done" for story in stories.values())
    return Progress(done, len(stories)) if stories else None


def stories_of(project: Project, id: str) -> Iterator[Story]:
    """The stories that count for a roadmap item or a PRD, some more than once."""
    start = project.items.get(id)
    prds = [start] if isinstance(start, Prd) else _linking(project, id, "item", Prd)
    for prd in _counting(prds):
        for story in _counting(_linking(project, prd.id, "prd", Story)):
            if isinstance(story, Story):
                yield story


def _counting(items: Iterable[Item]) -> Iterator[Item]:
    return (item for item in items if item.state.role != "dropped")


def _linking(project: Project, id: str, field: str, kind: type[Item]) -> Iterator[Item]:
    """The items of a kind that refer to an item or to its parts in a field."""
    sources = (link.item for link in project.graph.into(id, field))
    return (item for item in sources if isinstance(item, kind))
