"""Pages that a site lacks because of whom it is for, so that links to them become words."""

from __future__ import annotations

from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from pmdocs.site.addresses import ITEMS
from pmdocs.site.listed import VIEWS, is_made

if TYPE_CHECKING:
    from pmdocs.project.project import Project
    from pmdocs.site.addresses import Addresses


def is_absent(project: Project, addresses: Addresses, page: str) -> bool:
    """Whether the page is one that pmdocs makes, but not for this project's audience."""
    settings = project.settings
    if not settings.is_public or f"{settings.docs_dir}/{page}" in project.pages:
        return False
    if page in VIEWS:
        return not is_made(page, project)
    if page == ITEMS or dirname(page) != dirname(ITEMS) or not page.endswith(".md"):
        return False
    # Nobody else keeps pages there.
    return not any(
        page in {addresses.kind(type(item)), addresses.permanent(item.id)}
        for item in project.items.values()
    )


def leads_nowhere(project: Project, addresses: Addresses, address: str, page: str) -> bool:
    """Whether an address, as it stands on a page, leads to such a page."""
    path = unquote(address.partition("#")[0])
    if not path.endswith(".md") or ":" in path:
        return False
    home = "" if path.startswith("/") else dirname(page)
    return is_absent(project, addresses, normpath(join(home, path.lstrip("/"))))
