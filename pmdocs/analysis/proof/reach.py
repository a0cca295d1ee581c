"""Which stories the proof of an item comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.analysis.trace import CHAIN
from pmdocs.model.kinds.story import Story

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.model.item import Item
    from pmdocs.project.project import Project

# Beside the chain from visions to stories: what a release and a sprint are made of.
_DOWN = frozenset({*CHAIN.items(), ("item", "release"), ("story", "sprint")})


def stories_below(project: Project, id: str) -> tuple[Story, ...]:
    """The stories that hang on an item or a part, near and far, each once; a story is its own.

    A requirement has those that realise it, a release those of its roadmap items.
    What was dropped does not count, nor what hangs on nothing else.
    """
    start = project.present(id)
    owner = project.items.get(start.partition(".")[0])
    if owner is None or owner.state.role == "dropped":
        return ()
    found: dict[str, Item] = {start: owner}
    ahead = [start]
    while ahead:
        for item in _below(project, ahead.pop()):
            if item.id not in found:
                found[item.id] = item
                ahead.append(item.id)
    return tuple(item for item in found.values() if isinstance(item, Story))


def _below(project: Project, id: str) -> Iterator[Item]:
    for link in project.graph.into(id):
        if (link.item.kind, link.field) in _DOWN and link.item.state.role != "dropped":
            yield link.item
