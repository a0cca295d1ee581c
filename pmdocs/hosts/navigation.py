"""The places of pmdocs' pages in MkDocs' navigation.

Pages of items stay out of it, since MkDocs writes the whole navigation into
each page. They still know what they stand under and what is beside them, for
breadcrumbs and for the open section.
"""

from __future__ import annotations

from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from mkdocs.structure.nav import Section

from pmdocs.hosts.page import FinishedPage
from pmdocs.site.listed import HOME, LISTED, OVERVIEW, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from pmdocs.site.pages import Site


def arrange(nav: Navigation, config: MkDocsConfig, files: Files, site: Site) -> Navigation:
    """Add a section for our pages where the project has none, and hang items below it."""
    pages = {f.src_uri: f.page for f in files.documentation_pages() if f.page}
    _rename(pages, config.nav)
    if site.project.settings.plugin.nav:
        _append_missing(nav, pages, set(_named(config.nav)), listed(site.proofs))
    shown = {page.file.src_uri for page in nav.pages}
    for page in pages.values():
        if isinstance(page, FinishedPage) and page.file.src_uri not in shown:
            _hang(page, pages, page.made.above, (page.made.before, page.made.after))
    for one in site.project.items.values():
        if one.page and (address := site.addresses.written(one.page)) not in shown:
            above = site.addresses.kind(type(one))
            _hang(pages.get(address), pages, above, site.neighbours(one.id))
    return nav


def _hang(
    page: Page | None,
    pages: dict[str, Page],
    above: str | None,
    beside: tuple[str | None, str | None],
) -> None:
    if page is None:
        return
    page.parent = pages.get(above or "")  # type: ignore[assignment]
    page.previous_page = pages.get(beside[0] or "")
    page.next_page = pages.get(beside[1] or "")


def _append_missing(
    nav: Navigation, pages: dict[str, Page], named: set[str], wanted: Iterable[str]
) -> None:
    """Add a section with our pages, unless the project names one of them itself."""
    is_home = isinstance(pages.get(HOME), FinishedPage)
    ours = [
        pages[address]
        for address in wanted
        if address in pages and not (is_home and address == OVERVIEW)
    ]
    if any(address in named for address in LISTED if address in pages):
        return
    section = Section("Product", list(ours))
    nav.items.append(section)
    for page in ours:
        page.parent = section
    nav.pages += ours
    for before, after in pairwise(nav.pages):
        before.next_page, after.previous_page = after, before


def _rename(pages: dict[str, Page], nav: Any) -> None:
    """Set the titles that a navigation gives: MkDocs forgets them for pages that are made."""
    for title, address in _titles(nav):
        page = pages.get(address)
        if isinstance(page, FinishedPage):
            page.title = escape(title)


def _named(nav: Any) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    for entry in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
        yield from _named(entry)


def _titles(nav: Any) -> Iterator[tuple[str, str]]:
    if isinstance(nav, list):
        for entry in nav:
            yield from _titles(entry)
    elif isinstance(nav, dict):
        for title, entry in nav.items():
            if isinstance(entry, str):
                yield str(title), entry
            else:
                yield from _titles(entry)
