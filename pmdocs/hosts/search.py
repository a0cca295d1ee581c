"""The search of the theme: it gets our pages as text, and learns to find `US-12`."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from pmdocs.hosts.page import FinishedPage

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

_USUAL = ["stopWordFilter"]


def keep_every_word(config: MkDocsConfig) -> None:
    """Let the search know the word `us`, unless the project chose its own steps for words.

    In English it passes over `us` like over `the`, so that of `US-12` only the 12 is left.
    """
    search: Any = config.plugins.get("material/search")
    index = getattr(search, "search_index", None)
    if index is not None and index.config.get("pipeline") == _USUAL:
        index.config["pipeline"] = []


def add_entries(config: MkDocsConfig, files: Files) -> None:
    """Give the theme's search what our pages say, so that it need not take them apart.

    That takes it longer than all else that is done for a page.
    """
    index = getattr(config.plugins.get("material/search"), "search_index", None)
    if index is None:
        return
    for file in files.documentation_pages():
        page = file.page
        if isinstance(page, FinishedPage):
            page.searched = True
            index.entries.append(_entry(page))


def _entry(page: FinishedPage) -> dict[str, object]:
    plain = page.made.words.replace("`", "").replace("**", "")
    lines = (line for line in plain.splitlines() if line.strip())
    text = "".join(f"<p>{escape(line, quote=False)}</p>" for line in lines)
    entry: dict[str, object] = {"location": page.url, "title": page.title, "text": text}
    return entry | ({"tags": [escape(tag) for tag in page.made.tags]} if page.made.tags else {})
