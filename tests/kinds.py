"""A small fictional product with an item of each kind, for tests of their pages."""

from __future__ import annotations

import functools
import re
from pathlib import Path
from typing import Any

from pmdocs.project.config import read_settings
from pmdocs.project.project import Project
from pmdocs.project.reader import build
from pmdocs.site.pages import Site
from pmdocs.text import Source
from pmdocs.views import item as item_view
from pmdocs.views.item.values import ItemView
from tests.lighthouse import TODAY
from tests.markup import Page

SETTINGS = """\
site_name: Lamp (a fictional product)
plugins:
  - pmdocs:
      definition_of_done: [it was tried at night]
"""
FILES = Path(__file__).parent / "goldens" / "kinds"


def product(*more: str) -> Project:
    """The product, with more YAML if a test needs it."""
    settings, findings = read_settings(Source("mkdocs.yml", SETTINGS))
    assert findings == []
    texts = {file.name: file.read_text("utf-8") for file in sorted(FILES.iterdir())}
    texts |= {f"more-{n}.yaml": text for n, text in enumerate(more)}
    folders = {"md": "docs", "yaml": "roadmap"}
    sources = [Source(f"{folders[n.rpartition('.')[2]]}/{n}", t) for n, t in texts.items()]
    return build(sources, settings, today=TODAY)


@functools.cache
def project() -> Project:
    """The product as it is above."""
    return product()


def view(id: str, of: Project | None = None) -> ItemView:
    """What the page of an item shows, of the product or of another."""
    found = of or project()
    return item_view.build(found, found.items[id])


def own(id: str, key: str, of: Project | None = None) -> Any:
    """The values of one block of an item's page."""
    return next(block for block in view(id, of).blocks if block.key == key).own


def html_of(id: str, of: Project | None = None) -> str:
    """The page of an item that is written in YAML, without the trace, which has its own tests."""
    site = _site() if of is None else Site(of, ())
    html = "".join(site.around(site.project.items[id], f"items/{id}.md"))
    return re.sub(r'<section class="pm-chain".*?</section>', "", html, flags=re.DOTALL)


@functools.cache
def _site() -> Site:
    return Site(project(), ())


def text_of(html: str) -> str:
    """The text of some HTML, on one line."""
    return " ".join(Page(html).text.split())
