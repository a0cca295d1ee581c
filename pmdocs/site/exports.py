"""Files for other programs, at the root of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin

from pmdocs.exchange import graph, llms
from pmdocs.site.listed import VIEWS, is_made, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.site.pages import Site


def exports(site: Site, site_url: str = "", about: str = "") -> dict[str, bytes]:
    """The files by their paths on the site.

    `site_url` is the address of the site, if it is known, `about` a sentence
    that the project says of it.
    """
    whole = graph.graph_of(site.project, lambda id: _url(site, id), site.proofs)
    contents = llms.llms_text(
        site.project,
        lambda id: urljoin(site_url, _url(site, id)),
        about=about,
        pages=[(title, urljoin(site_url, url)) for title, url in _pages(site)],
    )
    texts = {
        graph.NAME: graph.as_text(whole),
        graph.SCHEMA_NAME: graph.schema(),
        llms.NAME: contents,
    }
    return {path: text.encode() for path, text in texts.items()}


def _url(site: Site, id: str) -> str:
    """The address of an item or a part, from the root of the site."""
    page = site.addresses.page(id)
    return site.addresses.url(page) + quote(site.addresses.anchor(id), safe="#") if page else ""


def _pages(site: Site) -> Iterator[tuple[str, str]]:
    """The views, and the whole product for programs."""
    for address in listed(site.proofs):
        if address in VIEWS and is_made(address, site.project):
            yield VIEWS[address].title, site.addresses.url(address)
    yield "The whole product as JSON", graph.NAME
