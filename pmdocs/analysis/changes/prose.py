"""The text of pages that fills no field."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.analysis.changes.change import Change
from pmdocs.model.fields import fields_of
from pmdocs.model.sections import key_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.analysis.changes.delta import Renamed
    from pmdocs.model.item import Item
    from pmdocs.project.project import Project
    from pmdocs.source.markdown import Document

_TEXT = 15
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class PageChange:
    """A page that is no item, and that is new, gone or different."""

    path: str
    sort: str
    old: str
    new: str


def free_text(item: Item, project: Project) -> str:
    """What the page of an item says beside its fields, with one blank between words."""
    document = project.pages.get(item.page or "")
    if document is None:
        return ""
    text, at, kept = document.source.text, document.body_start, []
    nodes = [node for node in item.node.entries.values() if node.start >= at]
    for node in sorted(nodes, key=lambda node: node.start):
        kept.append(text[at : node.start])
        at = max(at, node.end)
    lines = (" ".join(line.split()) for line in "".join([*kept, text[at:]]).splitlines())
    told = {*_steps(item), *_headings(item, document)}
    return "\n".join(line for line in lines if not _is_told(line, told))


def _headings(item: Item, document: Document) -> Iterator[str]:
    """The headings of the sections that are fields."""
    known = fields_of(type(item))
    for section in document.sections:
        if key_of(section) in known or section.level == 1:
            yield f"{'#' * section.level} {' '.join(section.title.split())}"


def _steps(item: Item) -> Iterator[str]:
    """The lines of scenarios, which are told as criteria."""
    for _, _, part in item.parts():
        yield from (getattr(part, "scenario", None) or "").splitlines()


def _is_told(line: str, told: set[str]) -> bool:
    # Above a scenario stands its tag, which is the id of the criterion; of the entry of a
    # list, its dash is left.
    return line in told or line.startswith("@") or not _WORD.search(line)


def of_page(
    old: tuple[Item, Project], new: tuple[Item, Project], renamed: Renamed
) -> Iterator[Change]:
    """A change in the text around the fields of an item's page."""
    before, after = (free_text(*one) for one in (old, new))
    before = renamed(before)
    if before != after and old[0].page and new[0].page:
        words = ("has other words on its page, outside of its fields",)
        yield Change("text", words, _TEXT, "page", old=before, new=after)


def pages(old: Project, new: Project) -> tuple[PageChange, ...]:
    """The pages that are no items and differ, in the order of their paths."""
    before, after = _ordinary(old), _ordinary(new)
    return tuple(
        PageChange(path, _sort(path, before, after), before.get(path, ""), after.get(path, ""))
        for path in sorted({*before, *after})
        if before.get(path) != after.get(path)
    )


def _sort(path: str, before: dict[str, str], after: dict[str, str]) -> str:
    return "added" if path not in before else "removed" if path not in after else "changed"


def _ordinary(project: Project) -> dict[str, str]:
    homes = {item.page for item in project.items.values()}
    homes |= {one.page for one in project.unread.values()}
    return {path: page.source.text for path, page in project.pages.items() if path not in homes}
