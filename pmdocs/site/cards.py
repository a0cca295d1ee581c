"""Cards of all items and parts, in scripts that a page loads when somebody points at a link.

They are scripts because those load from a disk as well, where nothing can be
fetched. A hundred items share one, with their parts: `us-0` holds US-1 to US-99.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.model.ids import number_of
from pmdocs.site.assets import call, named
from pmdocs.views import card

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.model.item import Item
    from pmdocs.project.project import PartPlace, Unread
    from pmdocs.site.pages import Site

_SHARE = 100


def card_files(site: Site) -> dict[str, tuple[str, bytes]]:
    """The scripts by what they hold (`us-0`), each with its path on the site."""
    shares: dict[str, dict[str, str]] = {}
    for one in _ones(site):
        view = card.build(site.project, one, site.proofs)
        html = site.rendering.anywhere("card/card.html", view=view)
        shares.setdefault(share_of(one.id), {})[one.id] = html.replace("\n", "")
    return {
        share: named(f"cards/{share}", "js", call("cards", found))
        for share, found in sorted(shares.items())
    }


def share_of(id: str) -> str:
    """The name of the script that holds the card of an item and of its parts."""
    owner = id.partition(".")[0]
    return f"{owner.rpartition('-')[0]}-{number_of(owner) // _SHARE}".lower()


def _ones(site: Site) -> Iterator[Item | PartPlace | Unread]:
    """Everything that has a page or a place on one."""
    project = site.project
    ones: list[Item | PartPlace | Unread] = [
        *project.items.values(),
        *project.unread.values(),
        *project.parts.values(),
    ]
    return (one for one in ones if site.addresses.permanent(one.id.partition(".")[0]))
