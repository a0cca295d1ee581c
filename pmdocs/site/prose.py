"""Pages that people wrote: their references, and what surrounds the page of an item."""

from __future__ import annotations

import posixpath
import re
from html import escape
from typing import TYPE_CHECKING

from pmdocs.model.item import Item
from pmdocs.site.references import References, Target
from pmdocs.source.markdown import too_heavy
from pmdocs.text import Source

if TYPE_CHECKING:
    from pmdocs.project.project import Unread
    from pmdocs.site.pages import Site

_HEADING_END = re.compile(r"</h1>")


class Prose:
    """Follows the builder from page to page: `enter`, then the text, then `around`."""

    def __init__(self, site: Site) -> None:
        """Prepare the extension that the builder's Markdown loads."""
        self._site = site
        self._page = ""
        project = site.project
        ones: list[Item | Unread] = [*project.unread.values(), *project.items.values()]
        self._items = {site.addresses.written(one.page): one for one in ones if one.page}
        self.extension = References(
            self._find, tuple(project.settings.kinds.by_prefix), lambda: self._page in self._items
        )

    def enter(self, page: str) -> bool:
        """Say which page comes next, and hear whether it is the page of an item."""
        self._page = page
        return page in self._items

    def guarded(self, markdown: str) -> str:
        """The text, or a note in its place when it would take too long to convert."""
        if too_heavy(Source("", markdown), 0, len(markdown)):
            return f"# {escape(self._page)}\n\nThis page is too complex to be shown.\n"
        return markdown

    def around(self, html: str) -> str:
        """The page's HTML with its item's status above and its links below."""
        one = self._items.get(self._page)
        if one is None:
            return html
        if not isinstance(one, Item):
            return self._site.above_unread(one, self._page) + html
        above, below = self._site.around(one, self._page)
        end = _HEADING_END.search(html)
        if end is None:
            return f"<h1>{escape(one.title)}</h1>{above}{html}{below}"
        return html[: end.end()] + above + html[end.end() :] + below

    def _find(self, id: str) -> Target | None:
        """The target as MkDocs likes it: the way to the other page's Markdown."""
        addresses = self._site.addresses
        page = addresses.page(id)
        if page is None or ("." in id and self._site.project.find(id) is None):
            return None
        way = posixpath.relpath(page, posixpath.dirname(self._page) or ".")
        return Target(way + addresses.anchor(id), self._site.project.title_of(id))
