"""Where the files of a project name an id."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.model.sections import key_of
from pmdocs.project.beside import BASELINE
from pmdocs.source.blocks import blocks
from pmdocs.source.occurrences import Occurrence, occurrences
from pmdocs.source.programs import in_program
from pmdocs.source.prose import fences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pmdocs.project.project import Project
    from pmdocs.source.markdown import Document
    from pmdocs.text import Source, Span

_GHERKIN = re.compile(
    r"[ \t]*+(?:`{3,}+|~{3,}+)[ \t]*+(?:gherkin|feature|cucumber)\b", re.IGNORECASE
)
_TAGS = re.compile(r"^[ \t]*+(?:`@[^`\r\n]++`[ \t]*+)++$", re.MULTILINE)
_Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Place:
    """An id in a file; `occurrence` says where and in what manner."""

    source: Source
    occurrence: Occurrence

    @property
    def span(self) -> Span:
        """Where the id stands."""
        return self.source.span(self.occurrence.start, self.occurrence.end)

    @property
    def text(self) -> str:
        """The id as it is spelled there."""
        return self.source.text[self.occurrence.start : self.occurrence.end]

    @property
    def address(self) -> tuple[str, int]:
        """The address that the id stands in, and where it stands there."""
        start, end = self.occurrence.around
        return self.source.text[start:end], self.occurrence.start - start


def places_of(project: Project, id: str) -> Iterator[Place]:
    """Each place in the files of a project where an id stands, but among the former ids.

    Those of a field `aliases` are no references: they say what an item was called.
    """
    former = _former(project)
    prose = _prose_in_yaml(project)
    for source in project.sources.values():
        # The baseline knows findings by fingerprints, in which ids are out of sight.
        if id not in source.text or source.path == BASELINE:
            continue
        for one in _occurrences(project, source, id, prose):
            if not any(start <= one.start < end for start, end in former.get(source.path, ())):
                yield Place(source, one)


def places_in_tests(tests: Iterable[Source], id: str) -> Iterator[Place]:
    """Each place in test files where an id stands, also in the spelling of names."""
    return (Place(source, one) for source in tests for one in in_program(source, id))


def _occurrences(
    project: Project, source: Source, id: str, in_yaml: Mapping[str, list[_Stretch]]
) -> Iterator[Occurrence]:
    prose = in_yaml.get(source.path, [])
    if not source.path.endswith(".md"):
        return occurrences(source, id, prose)
    document = project.pages.get(source.path)
    start = document.body_start if document else 0
    front = [stretch for stretch in prose if stretch[1] <= start]
    read = list(_read_code(project, source, document)) if document else []
    return occurrences(source, id, [*front, (start, len(source.text))], read)


def _read_code(project: Project, source: Source, document: Document) -> Iterator[_Stretch]:
    """The code in a page that pmdocs reads: its own blocks, and the scenarios of a story."""
    for block in blocks(source.text, document.body_start):
        yield block.start, block.end
    if all(item.page != source.path for item in project.items.values()):
        return
    for section in document.sections:
        if key_of(section) == "criteria":
            start, end = section.body_start, section.body_end
            for fence in fences(source.text, start, end):
                if _GHERKIN.match(source.text, *fence):
                    yield fence
            yield from (m.span() for m in _TAGS.finditer(source.text, start, end))


def _former(project: Project) -> dict[str, list[_Stretch]]:
    found: dict[str, list[_Stretch]] = {}
    nodes = [item.node for item in (*project.items.values(), *project.again)]
    nodes += [unread.node for unread in project.unread.values()]
    for node in (node.get("aliases") for node in nodes):
        if node is not None:
            found.setdefault(node.source.path, []).append((node.start, node.end))
    return found


def _prose_in_yaml(project: Project) -> dict[str, list[_Stretch]]:
    """The values that are Markdown, by the file; a section of a page is no value."""
    found: dict[str, list[_Stretch]] = {}
    for item in (*project.items.values(), *project.again):
        for words in item.texts:
            if words.rich:
                node = words.node
                found.setdefault(node.source.path, []).append((node.start, node.end))
    return found
