"""A release: what it brings, how far that has come, and what an MVP is to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.analysis.progress import stories_of
from pmdocs.model.kinds.launch import Launch
from pmdocs.model.kinds.roadmap_item import RoadmapItem
from pmdocs.views.item.entries import entry, sources
from pmdocs.views.item.pieces import Listing, Meter
from pmdocs.views.item.values import LAST, Block, Form

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pmdocs.model.item import Item
    from pmdocs.model.kinds.release import Release
    from pmdocs.project.project import Project


def build(project: Project, release: Release) -> Form:
    """What the page of a release shows in its own way."""
    linked = sources(project, release.id, "release")
    items = [one for one in linked if isinstance(one, RoadmapItem)]
    launches = [one for one in linked if isinstance(one, Launch)]
    return Form(
        meter=_meter(project, items),
        blocks=tuple(_blocks(project, release, items, launches)),
        beside=(("hypothesis", "success_threshold"),),
    )


def _blocks(
    project: Project, release: Release, items: Sequence[Item], launches: Sequence[Item]
) -> Iterator[Block]:
    charters = sources(project, release.id, "delivers")
    for key, label, found in (
        ("contains", "What it brings", items),
        ("launches", "Launches", launches),
        ("charters", "Delivered by", charters),
    ):
        if found:
            own = Listing(tuple(entry(project, one.id, _when(one)) for one in found))
            yield Block(key, label, "entries", own=own, at=LAST)


def _when(one: Item) -> str:
    return one.when.words if one.when and not isinstance(one, RoadmapItem) else ""


def _meter(project: Project, items: Sequence[Item]) -> Meter | None:
    """The stories of all its items, each once."""
    stories = {story.id: story for item in items for story in stories_of(project, item.id)}
    done, total = sum(s.state.role == "done" for s in stories.values()), len(stories)
    words = f"{done} of {total} {'story' if total == 1 else 'stories'} done"
    return Meter(done, total, words) if total else None
