"""A product as `llms.txt`: a table of contents in Markdown, for programs that read prose.

It follows https://llmstxt.org: a heading, a summary, and lists of links.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pmdocs.analysis.summary import shortened, summary_of
from pmdocs.model.ids import number_of
from pmdocs.model.kinds.vision import Vision

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pmdocs.model.item import Item
    from pmdocs.project.project import Project

NAME = "llms.txt"
_SIGNS = re.compile(r"[\\`*\[\]]")


def llms_text(
    project: Project,
    url: Callable[[str], str],
    *,
    about: str = "",
    pages: Iterable[tuple[str, str]] = (),
) -> str:
    """The contents of a site; `url` gives the address of an item.

    `about` is the site in a sentence; without it the vision tells. `pages` are
    titles and addresses of pages that show more than one item.
    """
    lines = [f"# {_told(project.settings.site_name) or 'Product'}", ""]
    if summary := _told(about) or _vision(project):
        lines += [f"> {summary}", ""]
    if listed := [_entry(title, address, "") for title, address in pages]:
        lines += ["## Overview", "", *listed, ""]
    for kind in project.settings.kinds:
        if items := sorted(project.of(kind), key=lambda item: number_of(item.id)):
            lines += [f"## {_told(kind.plural)}", "", *_entries(project, items, url), ""]
    return "\n".join(lines)


def _vision(project: Project) -> str:
    visions = [one for one in project.of(Vision) if one.state.role != "dropped"]
    return _told(summary_of(project, visions[0])) if visions else ""


def _entries(project: Project, items: Iterable[Item], url: Callable[[str], str]) -> Iterator[str]:
    for item in items:
        status = f"({item.status}) " if item.status else ""
        told = f"{status}{shortened(summary_of(project, item))}"
        yield _entry(f"{item.id} {item.title}", url(item.id), told)


def _entry(title: str, address: str, told: str) -> str:
    said = _told(told)
    return f"- [{_told(title)}]({address})" + (f": {said}" if said else "")


def _told(text: str) -> str:
    """A text on one line, in which no sign begins a link or an element of its own."""
    return _SIGNS.sub(r"\\\g<0>", " ".join(text.split())).replace("<", "&lt;")
