"""Pages that come to MkDocs as finished HTML and skip Markdown."""

from __future__ import annotations

import posixpath
from html import escape
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from pmdocs.site.pages import Site, SitePage


class FinishedPage(Page):
    """A page whose HTML is ready. Themes print titles as they are, so they are escaped here."""

    def __init__(self, made: SitePage, file: File, config: MkDocsConfig) -> None:
        """Take the place of the page that MkDocs would make for the file."""
        super().__init__(escape(made.title), file, config)
        self.made = made
        self.searched = False
        if made.written and self.edit_url:
            self.edit_url += f"#L{made.written[1]}"
        elif not made.written:
            self.edit_url = None

    def read_source(self, config: MkDocsConfig) -> None:
        """There is no Markdown."""
        self.markdown = ""
        self.meta = {"title": escape(self.made.title)}
        if self.made.tags:
            self.meta["tags"] = [escape(tag) for tag in self.made.tags]
        if self.searched:
            self.meta["search"] = {"exclude": True}
        if not self.made.written:
            # Views are wide: they need the room of the table of contents.
            self.meta["hide"] = ["navigation", "toc"]

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Hand over what is finished."""
        self.content = self.made.html
        sections = [_entry(2, *section) for section in self.made.sections]
        heading = _entry(1, self.made.heading, self.made.title)
        self.toc = get_toc([{**heading, "children": sections}])  # type: ignore[typeddict-item]
        anchors = [anchor for anchor, _ in self.made.sections]
        self.present_anchor_ids = {self.made.heading, *self.made.anchors, *anchors}


def _entry(level: int, anchor: str, title: str) -> dict[str, Any]:
    return {"level": level, "id": anchor, "name": escape(title), "children": []}


def source_of(page: SitePage, site: Site) -> str | None:
    """The way from the content folder to the file that a page is written in."""
    if page.written is None or not page.written[0]:
        return None
    settings = site.project.settings
    return quote(posixpath.relpath(page.written[0], settings.docs_dir))
