"""Other items as entries of a list, with how far they have come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.analysis.advance import advance_of
from pmdocs.model.item import Item
from pmdocs.model.kinds.prd import Prd
from pmdocs.model.kinds.story import Story
from pmdocs.views.item.facts import place
from pmdocs.views.item.pieces import Entry, Meter
from pmdocs.views.ref import ref_of, ref_to

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.model.kinds.roadmap_item import RoadmapItem
    from pmdocs.project.project import Project


def sources(project: Project, id: str, *fields: str) -> tuple[Item, ...]:
    """The items that refer to one, or to its parts, in some fields; each once, by number."""
    found = {link.item.id: link.item for link in project.graph.into(id, *fields)}
    return tuple(found[id] for id in sorted(found, key=place))


def targets(project: Project, id: str, *fields: str) -> tuple[str, ...]:
    """The ids that an item refers to in some fields, each once."""
    return tuple(dict.fromkeys(link.target for link in project.graph.out(id, *fields)))


def entry(project: Project, id: str, note: str = "", depth: int = 0) -> Entry:
    """An item of any kind as an entry: with its progress, if there is any."""
    one = project.find(id)
    if isinstance(one, Story):
        return story_entry(one, note, depth)
    meter = _meter(project, one) if isinstance(one, Item) else None
    return Entry(ref_to(project, id), note, meter, depth=depth)


def story_entry(story: Story, note: str = "", depth: int = 0) -> Entry:
    """A story with its criteria: they are met when it is done, or when somebody has shown it."""
    dropped = story.state.role == "dropped"
    total, met = 0 if dropped else len(story.criteria), met_of(story)
    counts = f"{met} of {total} {'criterion' if total == 1 else 'criteria'} met"
    meter = Meter(met, total, counts) if total else None
    gap = "" if total or dropped else "No criteria"
    return Entry(ref_of(story), note, meter, gap, depth)


def met_of(story: Story) -> int:
    """How many criteria of a story are met: all of one that is done, else those shown by hand."""
    if story.state.role == "done":
        return len(story.criteria)
    return sum(criterion.evidence is not None for criterion in story.criteria)


def specified(project: Project, item: RoadmapItem) -> Iterator[Entry]:
    """The PRDs of a roadmap item, each followed by its stories."""
    for prd in sources(project, item.id, "item"):
        if isinstance(prd, Prd):
            yield entry(project, prd.id)
            yield from (story_entry(s, depth=1) for s in stories(project, prd))


def stories(project: Project, prd: Prd) -> list[Story]:
    """The stories that realise a PRD or one of its requirements."""
    return [s for s in sources(project, prd.id, "prd") if isinstance(s, Story)]


def _meter(project: Project, one: Item) -> Meter | None:
    advance = advance_of(project, one)
    return Meter(advance.percent, 100, advance.words) if advance else None
