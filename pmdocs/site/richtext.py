"""Markdown in fields becomes HTML that is safe to publish."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

import nh3
from markdown import Markdown
from markdown.inlinepatterns import HtmlInlineProcessor
from markupsafe import Markup

from pmdocs.site.absent import leads_nowhere
from pmdocs.site.addresses import ROOT
from pmdocs.site.references import References, Target
from pmdocs.source.addresses import is_unsafe
from pmdocs.source.markdown import too_heavy
from pmdocs.text import Source

if TYPE_CHECKING:
    from pmdocs.project.project import Project
    from pmdocs.site.addresses import Addresses

# Most texts are a sentence or two without any mark-up: no need to look closer.
_PLAIN = re.compile(r"[^\W\d_](?:[^\W_]|[ ,.;'\"()/?%’–…-])*+")
_TAGS = nh3.ALLOWED_TAGS - {"img", "area", "map"} | {"img"}
_HTML = rf"(</?(?:{'|'.join(sorted(_TAGS))})(?:[ /][^<>]*)?>|<!--(?:(?!<!--|-->).)*-->)"
_HTML_PLACE = 90
_ATTRIBUTES = {
    "a": {"href", "title", "class", "data-id"},
    "img": {"src", "alt", "title"},
    "span": {"class", "title"},
    "code": {"class"},
    "td": {"align"},
    "th": {"align"},
}


class RichText:
    """Turns Markdown into HTML, once for each text.

    Links are made for the root of the site; a page puts its own way up in front
    of them with `at`.
    """

    def __init__(self, project: Project, addresses: Addresses) -> None:
        """Prepare the converter for a project's ids."""
        self._project, self._addresses = project, addresses
        prefixes = tuple(project.settings.kinds.by_prefix)
        ids = re.compile(rf"(?:{'|'.join(map(re.escape, prefixes))})-\d")
        self._has_id = ids.search
        ours = References(
            self._find, prefixes, is_absent=lambda href: leads_nowhere(project, addresses, href, "")
        )
        self._markdown = Markdown(extensions=["tables", "fenced_code", "sane_lists", ours])
        # A tag that is not allowed is shown as it was written: `the <title> of a page`.
        self._markdown.preprocessors.deregister("html_block")
        self._markdown.inlinePatterns.deregister("html")
        self._markdown.inlinePatterns.register(
            HtmlInlineProcessor(_HTML, self._markdown), "html", _HTML_PLACE
        )
        self._blocks: dict[str, str] = {}

    def block(self, text: str, up: str) -> Markup:
        """A text as paragraphs, for a page whose way to the root is `up`."""
        html = self._blocks.get(text)
        if html is None:
            html = self._blocks[text] = self._render(text)
        return Markup(html.replace(ROOT, up))  # noqa: S704 - cleaned by nh3 below

    def inline(self, text: str, up: str) -> Markup:
        """A text within a line: one paragraph loses its tags."""
        html = self.block(text, up)
        if html.startswith("<p>") and html.count("<p>") == 1 and html.endswith("</p>"):
            return Markup(html[3:-4])  # noqa: S704 - as above
        return html

    def _render(self, text: str) -> str:
        if _PLAIN.fullmatch(text) and not self._has_id(text):
            return f"<p>{escape(text, quote=False)}</p>"
        if too_heavy(Source("", text), 0, len(text)):
            return f"<pre>{escape(text, quote=False)}</pre>"
        html = self._markdown.reset().convert(text)
        clean = nh3.clean(
            html,
            tags=_TAGS,
            attributes=_ATTRIBUTES,
            url_schemes={"http", "https", "mailto", "tel"},
            attribute_filter=self._from_root,
            link_rel=None,
        )
        return clean.strip()

    def _from_root(self, element: str, attribute: str, value: str) -> str | None:
        """Addresses in fields are meant from the content folder, wherever they are shown."""
        if attribute not in {"href", "src"}:
            return value
        # Who reads a page must not ask another host for its pictures.
        if is_unsafe(value) or (element == "img" and ":" in value):
            return None
        if value.startswith((ROOT, "#")) or ":" in value.partition("/")[0]:
            return value
        return ROOT + self._addresses.inside(value)

    def _find(self, id: str) -> Target | None:
        if self._project.find(id) is None and id not in self._project.unread:
            return None
        page = self._addresses.page(id) or ""
        href = f"{ROOT}{self._addresses.url(page)}{self._addresses.anchor(id)}"
        return Target(href, self._project.title_of(id), self._project.present(id))
