"""What makes an item one in trouble."""

from pmdocs.model.kinds.roadmap_item import RoadmapItem

_TROUBLE = frozenset({"at-risk", "blocked"})


def trouble(item: RoadmapItem) -> str | None:
    """The field that says that an open item is in trouble, if one does."""
    if item.state.role in _TROUBLE:
        return "status"
    calm = item.health in {None, "on track"} or item.state.closed
    return None if calm else "health"
