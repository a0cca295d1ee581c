"""Front matter that a theme would print or act upon as it is."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import MutableMapping

_PRINTED = (
    "title",
    "description",
    "subtitle",
    "author",
    "image",
    "robots",
    "status",
    "revision_date",
    "git_revision_date_localized",
    "git_creation_date_localized",
)
# Fields of items that mean something else, or break the build, in Material.
_ALSO_FIELDS = ("status", "icon", "template", "search", "links", "date", "authors", "hide")


def clean(meta: MutableMapping[str, Any], item_title: str | None) -> None:
    """Escape what is printed, and drop from an item's page what a theme misunderstands.

    `item_title` is the title of the item that the page is, None for other pages.
    """
    for name in _PRINTED:
        if meta.get(name) is None:
            meta.pop(name, None)
        else:
            meta[name] = escape(str(meta[name]))
    if "tags" in meta:
        tags = meta["tags"] if isinstance(meta["tags"], list) else [meta["tags"]]
        meta["tags"] = [escape(str(tag)) for tag in tags]
    if item_title is not None:
        for name in _ALSO_FIELDS:
            meta.pop(name, None)
        meta["title"] = escape(item_title)
    if not isinstance(meta.get("search", {}), dict):
        del meta["search"]
