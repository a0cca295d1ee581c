"""Addresses within a product that name an item: that of its page, and that of its file."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Collection

_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|www\.", re.IGNORECASE)
_END_OF_WAY = re.compile(r"[?#]")
_ENDINGS = (".md", ".html")
_ITEMS = "items"


@dataclass(frozen=True, slots=True)
class Ways:
    """Knows the addresses of one item.

    `files` are the paths of the files that are named after its id, `paths` those
    of all files.
    """

    id: str
    files: Collection[str]
    paths: Collection[str]

    def lead(self, page: str, address: str, at: int) -> bool:
        """Whether the id at an offset of an address, written in a page, names this item there."""
        if _ELSEWHERE.match(address):
            return False
        way = _END_OF_WAY.split(address, maxsplit=1)[0]
        if at >= len(way):
            return address[at - 1 :] == f"#{self.id}" and self.reach(page, address)
        begin = way.rfind("/", 0, at) + 1
        return begin == at and self._named(page, way[:begin], way[at:].partition("/")[0])

    def reach(self, page: str, address: str) -> bool:
        """Whether an address leads to the page of this item."""
        way = _END_OF_WAY.split(address, maxsplit=1)[0]
        if _ELSEWHERE.match(address) or not way.strip("/"):
            return not way and page in self.files
        before, _, name = way.rstrip("/").rpartition("/")
        return self._named(page, f"{before}/" if before else "", name)

    def _named(self, page: str, before: str, segment: str) -> bool:
        name = unquote(segment)
        if posixpath.basename(before.rstrip("/")) == _ITEMS and _stem(name) == self.id:
            return True
        if not any(_is_called(path, name) for path in self.files):
            return False
        meant = posixpath.normpath(posixpath.join(posixpath.dirname(page), before, name))
        # Another folder may hold a file of the same name.
        return meant in self.files or meant not in self.paths


def _is_called(path: str, name: str) -> bool:
    file = posixpath.basename(path)
    return name == file or _stem(name) == _stem(file)


def _stem(name: str) -> str:
    for ending in _ENDINGS:
        name = name.removesuffix(ending)
    return name
