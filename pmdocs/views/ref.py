"""How an item or a part looks from elsewhere: its id, its title, its state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.project.project import PartPlace

if TYPE_CHECKING:
    from pmdocs.model.item import Item
    from pmdocs.project.project import Project, Unread


@dataclass(frozen=True, slots=True)
class Ref:
    """A pointer to an item or a part.

    `role` is the colour role of its status and `status` the word for it, both
    empty where there is none. `short` is the id as it is called within its
    item: `AC-1`.
    """

    id: str
    title: str
    status: str = ""
    role: str = ""

    @property
    def short(self) -> str:
        """The part's own half of the id, or all of it."""
        return self.id.rpartition(".")[2]


def ref_of(item: Item) -> Ref:
    """The pointer to an item."""
    return Ref(item.id, item.title, item.status, item.state.role if item.states else "")


def ref_to(project: Project, id: str) -> Ref:
    """The pointer to whatever has this id, also when it cannot be read."""
    found = project.find(id)
    if isinstance(found, PartPlace):
        return Ref(found.id, project.title_of(id))
    if found:
        return ref_of(found)
    unread = project.unread.get(id)
    return ref_to_unread(unread) if unread else Ref(id, id, "unknown")


def ref_to_unread(unread: Unread) -> Ref:
    """The pointer to what has an id, but cannot be read."""
    return Ref(unread.id, unread.title, "cannot be read")
