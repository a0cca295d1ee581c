"""Pages that people wrote: their references, and what surrounds the page of an item."""

from __future__ import annotations

import posixpath
import re
from html import escape
from typing import TYPE_CHECKING

from pmdocs.model.item import Item
from pmdocs.site.absent import leads_nowhere
from pmdocs.site.addresses import anchor_of
from pmdocs.site.blocks import Blocks
from pmdocs.site.references import References, Target, plain
from pmdocs.source.markdown import too_heavy
from pmdocs.text import Source
from pmdocs.views.item.body import parts_in_body

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pmdocs.project.project import Unread
    from pmdocs.project.redaction import Redaction
    from pmdocs.site.pages import Site

_HEADING = re.compile(r"<h1(?: id=\"(?P<id>[^\"<>]*)\")?(?P<rest>[^<>]*>.*?</h1>)", re.DOTALL)
_FRONT_MATTER = re.compile(
    r"\A\ufeff?---[ \t]*\n.*?^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE
)
_CODE = re.compile(r"<pre\b.*?</pre>", re.DOTALL)


class Prose:
    """Follows the builder from page to page: `enter`, then the text, then `around`."""

    def __init__(self, site: Site, redaction: Redaction | None = None) -> None:
        """Prepare the extension that the builder's Markdown loads.

        The redaction is for what comes into a page from elsewhere: the text of a page
        of the project does not hold what it would take out.
        """
        self._site, self._redaction = site, redaction
        self._page = ""
        self._blocks = Blocks(site.project, site.rendering, site.proofs)
        project = site.project
        ones: list[Item | Unread] = [*project.unread.values(), *project.items.values()]
        self.items = {site.addresses.written(one.page): one for one in ones if one.page}
        self.extension = References(
            self._find,
            tuple(project.settings.kinds.by_prefix),
            self._part_sections,
            self._redacted if redaction else None,
            lambda href: leads_nowhere(project, site.addresses, href, self._page),
        )

    def enter(self, page: str) -> Item | Unread | None:
        """Say which page comes next, and hear which item it is the page of."""
        self._page = page
        return self.items.get(page)

    def guarded(self, markdown: str) -> str:
        """The text, or a note in its place when it would take too long to convert."""
        if too_heavy(Source("", markdown), 0, len(markdown)):
            title = "" if self._page in self.items else f"# {escape(self._page)}\n\n"
            return f"{title}This page is too complex to be shown.\n"
        markdown = self._blocks.taken_out(markdown)
        one = self.items.get(self._page)
        if one is None or isinstance(one, Item):
            return markdown
        # What cannot be read is left in the text by site builders.
        return _FRONT_MATTER.sub("", markdown)

    def around(self, html: str) -> str:
        """The page's HTML with its views, its item's status above and its links below."""
        html = self._blocks.put_in(html, self._page)
        one = self.items.get(self._page)
        if one is None:
            return html
        if isinstance(one, Item):
            above, below = self._site.around(one, self._page)
            html = _with_anchors(html, parts_in_body(one))
        else:
            above, below = self._site.above_unread(one, self._page), ""
        heading = _HEADING.search(html)
        if heading is None:
            return f"<h1 data-search-exclude>{escape(one.title)}</h1>{above}{html}{below}"
        # The search of the theme knows the page by its own title, which has the id.
        anchor = f'<span id="{heading["id"]}"></span>' if heading["id"] else ""
        before, after = html[: heading.start()], html[heading.end() :]
        return f"{before}{anchor}<h1 data-search-exclude{heading['rest']}{above}{after}{below}"

    def public_text(self, page: str) -> str | None:
        """What is published of the text of a page, None where that is all of it."""
        project = self._site.project
        document = project.pages.get(f"{project.settings.docs_dir}/{page}")
        return document.source.text if document and self._redaction else None

    def _redacted(self, text: str) -> str:
        return self._redaction.text(text, self._page) if self._redaction else text

    def _part_sections(self) -> dict[str, str]:
        """The parts that the present page lists, each with the title of its section."""
        one = self.items.get(self._page)
        if not isinstance(one, Item) or one.page is None:
            return {}
        source, document = one.node.source, self._site.project.pages[one.page]
        sections = [(section.start, plain(section.title)) for section in document.sections]
        return {
            local: next((t for at, t in reversed(sections) if at <= source.offset(start)), "")
            for local, start in parts_in_body(one).items()
        }

    def _find(self, id: str) -> Target | None:
        """The target as MkDocs likes it: the way to the other page's Markdown."""
        addresses = self._site.addresses
        page = addresses.page(id)
        if page is None or ("." in id and self._site.project.find(id) is None):
            return None
        way = posixpath.relpath(page, posixpath.dirname(self._page) or ".")
        title, present = self._site.project.title_of(id), self._site.project.present(id)
        return Target(way + addresses.anchor(id), title, present)


def _with_anchors(html: str, locals: Iterable[str]) -> str:
    """Give an anchor to parts that are no list items, such as scenarios in Gherkin."""
    for local in locals:
        anchor = anchor_of(local)
        if f'id="{anchor}"' in html:
            continue
        word = re.compile(rf"(?<![\w.-])@?{re.escape(local)}(?![\w-])(?![^<>]*>)")
        codes = (word.search(html, *code.span()) for code in _CODE.finditer(html))
        found = next((match for match in codes if match), None) or word.search(html)
        at, end = found.span() if found else (0, 0)
        html = f'{html[:at]}<span id="{anchor}">{html[at:end]}</span>{html[end:]}'
    return html
