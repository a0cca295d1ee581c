"""The search of the theme: it gets our pages as text, and learns to find `US-12`.

Each part of an item is an entry of its own, below that of its item, so that a
word of a criterion leads to the criterion. The kind of an item stands in the
title of its entry as an attribute, which the stylesheet shows: as a word it
would be searched, and `roadmap` would find all roadmap items before the roadmap.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from pmdocs.hosts.page import FinishedPage
from pmdocs.site.passages import passages_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from pmdocs.model.item import Item
    from pmdocs.site.passages import Passage

_USUAL = ["stopWordFilter"]


def keep_every_word(config: MkDocsConfig) -> None:
    """Let the search know the word `us`, unless the project chose its own steps for words.

    In English it passes over `us` like over `the`, so that of `US-12` only the 12 is left.
    """
    index = _index(config)
    if index is not None and index.config.get("pipeline") == _USUAL:
        index.config["pipeline"] = []


def add_entries(config: MkDocsConfig, files: Files) -> None:
    """Give the theme's search what our pages say, so that it need not take them apart.

    That takes it longer than all else that is done for a page.
    """
    index = _index(config)
    if index is None:
        return
    for file in files.documentation_pages():
        page = file.page
        if isinstance(page, FinishedPage):
            page.searched = True
            index.entries += _entries(page)


def complete_entries(config: MkDocsConfig, page: Page, item: Item) -> None:
    """Tell the kind of an item that people wrote as a page, and add its parts.

    The search has made its own entries of this page by now: the one without an
    anchor stands for all of it.
    """
    index = _index(config)
    ours = (e for e in reversed(index.entries if index else ()) if e["location"] == page.url)
    entry = next(ours, None)
    if entry:
        entry["title"] += _kind(item.label)
        index.entries += _passages(page.url, passages_of(item))


def _index(config: MkDocsConfig) -> Any:
    search: Any = config.plugins.get("material/search")
    return getattr(search, "search_index", None)


def _entries(page: FinishedPage) -> Iterator[dict[str, object]]:
    made = page.made
    entry = _entry(page.url, str(page.title), made.kind, made.words)
    if made.tags:
        entry["tags"] = [escape(tag) for tag in made.tags]
    if not made.written:
        # Who types `roadmap` wants the roadmap, and not what is said of one somewhere.
        entry["boost"] = 2
    yield entry
    yield from _passages(page.url, made.passages)


def _passages(url: str, passages: Iterable[Passage]) -> Iterator[dict[str, object]]:
    for one in passages:
        yield _entry(f"{url}#{quote(one.anchor)}", escape(one.title), one.kind, one.text)


def _entry(url: str, title: str, kind: str, words: str) -> dict[str, object]:
    plain = words.replace("`", "").replace("**", "")
    lines = (line for line in plain.splitlines() if line.strip())
    text = "".join(f"<p>{escape(line, quote=False)}</p>" for line in lines)
    return {"location": url, "title": title + (_kind(kind) if kind else ""), "text": text}


def _kind(label: str) -> str:
    return f' <i data-kind="{escape(label)}"></i>'
