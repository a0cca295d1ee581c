"""Markdown that people wrote, on pages and in fields, each stretch once."""

from collections.abc import Iterator
from dataclasses import dataclass

from pmdocs.model.item import Item
from pmdocs.project.project import Project
from pmdocs.rules.words import Words, words_of
from pmdocs.source.prose import without_code
from pmdocs.text import Source, Span


@dataclass(frozen=True, slots=True)
class Prose:
    """A stretch of Markdown: a field's, or a page's from `start` on; `item` is whose it is."""

    source: Source
    start: int
    text: str
    field: Words | None = None
    item: str | None = None

    @property
    def shown(self) -> str:
        """The text with blanks for code, which is quoted and not said."""
        return without_code(self.text, 0, len(self.text))

    def span(self, start: int, end: int) -> Span:
        """Where a stretch of the text was written."""
        if self.field:
            return self.field.span(start, end)
        return self.source.span(self.start + start, self.start + end)


def proses(project: Project, *signs: str) -> Iterator[Prose]:
    """The body of each page, and each rich field that is not a section of a page.

    What belongs to dropped items is left out, and so are scenarios, which are Gherkin
    and no Markdown, and what holds none of the signs, if there are any.
    """
    paths = {
        path
        for path, source in project.sources.items()
        if not signs or any(sign in source.text for sign in signs)
    }
    for prose in _of(project, paths) if paths else ():
        if not signs or any(sign in prose.text for sign in signs):
            yield prose


def _of(project: Project, paths: set[str]) -> Iterator[Prose]:
    owners = {item.page: item for item in project.items.values() if item.page}
    for path, page in project.pages.items():
        owner = owners.get(path)
        if path in paths and (owner is None or owner.state.role != "dropped"):
            text = page.source.text[page.body_start :]
            yield Prose(page.source, page.body_start, text, item=owner.id if owner else None)
    for item in project.items.values():
        if item.path in paths and item.state.role != "dropped":
            yield from _fields(item)


def _fields(item: Item) -> Iterator[Prose]:
    for words in words_of(item):
        node = words.node
        in_section = item.page and node.start > item.node.end
        if words.rich and not in_section and words.path[-1] != "scenario":
            yield Prose(node.source, 0, node.text, words, item.id)
