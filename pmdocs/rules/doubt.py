"""Whether something about an item may look wrong only because something else could not be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.project.graph import links_of
from pmdocs.project.hops import Hops

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pmdocs.model.item import Item
    from pmdocs.project.project import Project


class Doubt:
    """Knows which links of an item lead to, or may come from, what nobody could read."""

    def __init__(self, project: Project) -> None:
        """Look at the kinds of what was not read."""
        self._project = project
        self._hops = Hops(project.settings.kinds)
        kinds = project.settings.kinds
        self._unclear = {kind for id in project.unclear if (kind := kinds.of_id(id))}

    def about(self, item: Item, names: Iterable[str]) -> bool:
        """Whether fields or links of these names, from or to an item, cannot be trusted."""
        wanted = frozenset(names)
        back = (kind for name in wanted for kind in self._hops.sources(name))
        if any(kind in self._unclear for kind in back):
            return True
        return any(self._is_lost(target) for target in self._targets(item, wanted))

    def _targets(self, item: Item, names: frozenset[str]) -> Iterator[str]:
        links = links_of(item, self._project.aliases)
        return (link.target.partition(".")[0] for link in links if link.steps[0] in names)

    def _is_lost(self, id: str) -> bool:
        # Where a link leads to nothing, that is told already.
        return id not in self._project.items or self._project.items[id].partial


class Doubts:
    """The doubt about a project, for those who ask many times."""

    def __init__(self) -> None:
        """Begin without any."""
        self._last: tuple[Project, Doubt] | None = None

    def of(self, project: Project) -> Doubt:
        """The doubt about a project, made once while it stays the same."""
        if self._last is None or self._last[0] is not project:
            self._last = (project, Doubt(project))
        return self._last[1]
