"""Where everything is on the site."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

if TYPE_CHECKING:
    from pmdocs.model.item import Item
    from pmdocs.project.project import Project

ITEMS = "items/index.md"
# Stands for the way to the root of the site in HTML that any page may take up.
ROOT = "pm-root/"
_ID = re.compile(r"[A-Z][A-Z0-9]*-[0-9]+")


@dataclass(frozen=True)
class Addresses:
    """Gives the page and the URL of items, parts and kinds.

    Pages are named as MkDocs names them, by a path that ends in `.md`; `folder`
    says whether `items/US-1.md` is published as `items/US-1/`.
    """

    project: Project
    folders: bool = True

    def page(self, id: str) -> str | None:
        """The page of an item, or of the item that a part belongs to."""
        owner = id.partition(".")[0]
        owner = self.project.aliases.get(owner, owner)
        found = self.project.items.get(owner) or self.project.unread.get(owner)
        if found is None:
            return None
        return self.written(found.page) if found.page else self.permanent(owner)

    def permanent(self, id: str) -> str | None:
        """The page at an item's permanent address; none for an id that would be a path."""
        return f"items/{id}.md" if _ID.fullmatch(id) else None

    def written(self, path: str) -> str:
        """The page of a Markdown file, by its path in the project."""
        return path.removeprefix(f"{self.project.settings.docs_dir}/")

    def anchor(self, id: str) -> str:
        """The anchor of a part on its item's page, with its `#`, empty for an item."""
        _, dot, local = id.partition(".")
        return f"#{anchor_of(local)}" if dot else ""

    def kind(self, kind: type[Item]) -> str:
        """The page with the table of a kind."""
        return f"items/{slug(kind.plural)}.md"

    def url(self, page: str) -> str:
        """The URL of a page, relative to the root of the site."""
        stem = page.removesuffix(".md")
        if posixpath.basename(stem) in {"index", "README"}:
            folder = posixpath.dirname(stem)
            if not self.folders:
                return quote(posixpath.join(folder, "index.html"))
            return quote(f"{folder}/") if folder else ""
        return quote(f"{stem}/" if self.folders else f"{stem}.html")

    def inside(self, written: str) -> str:
        """The URL of an address as people write it in a field: from the content folder."""
        path, sign, anchor = written.lstrip("/").partition("#")
        return (self.url(unquote(path)) if path.endswith(".md") else path) + sign + anchor

    def up(self, page: str) -> str:
        """The way from a page to the root of the site: `../../`, or nothing."""
        return "../" * self.url(page).count("/")


def anchor_of(local: str) -> str:
    """The anchor of a part, with a prefix that keeps it apart from the theme's own."""
    return f"pm-{local.lower()}"


def slug(words: str) -> str:
    """Words as they stand in an address: `roadmap-items`."""
    return "-".join("".join(c if c.isalnum() else " " for c in words.lower()).split())
