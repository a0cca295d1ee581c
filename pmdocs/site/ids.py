"""The list of all items that a reader can go to by id, with their titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.model.ids import number_of
from pmdocs.project.project import Unread
from pmdocs.site.assets import call, named

if TYPE_CHECKING:
    from pmdocs.model.item import Item
    from pmdocs.site.pages import Site


def ids_file(site: Site) -> tuple[str, bytes]:
    """A script with the id, title and kind of every item, in the order of kinds and numbers.

    An item whose page is not at its permanent address has that page as well.
    With them come the present ids of those that had another one before.
    """
    project = site.project
    kinds = list(project.settings.kinds.by_name)
    ones: list[Item | Unread] = [*project.items.values(), *project.unread.values()]
    listed = sorted(ones, key=lambda one: (kinds.index(_kind(one).kind), number_of(one.id)))
    entries = [_entry(site, one) for one in listed if site.addresses.permanent(one.id)]
    former = {old: new for old, new in project.aliases.items() if old not in project.unread}
    return named("ids", "js", call("ids", entries, former))


def _entry(site: Site, one: Item | Unread) -> list[str]:
    entry = [one.id, one.title, _kind(one).label]
    return [*entry, site.addresses.url(site.addresses.written(one.page))] if one.page else entry


def _kind(one: Item | Unread) -> type[Item]:
    return one.kind if isinstance(one, Unread) else type(one)
