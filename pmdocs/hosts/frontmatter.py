"""Front matter that a theme would print or act upon as it is."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import MutableMapping

_PRINTED = ("title", "description", "subtitle", "author", "image", "robots")
# Fields of items that mean something else, or break the build, in Material.
_ALSO_FIELDS = ("status", "icon", "template", "search", "links", "date", "authors")


def clean(meta: MutableMapping[str, Any], *, is_item: bool) -> None:
    """Escape what is printed, and drop from an item's page what a theme misunderstands."""
    for name in _PRINTED:
        if name in meta:
            meta[name] = escape(str(meta[name]))
    if "tags" in meta:
        tags = meta["tags"] if isinstance(meta["tags"], list) else [meta["tags"]]
        meta["tags"] = [escape(str(tag)) for tag in tags]
    if is_item:
        for name in _ALSO_FIELDS:
            meta.pop(name, None)
    if not isinstance(meta.get("search", {}), dict):
        del meta["search"]
