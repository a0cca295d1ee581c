"""What has to change in the files of a project so that a part of an item has another id.

An item calls its parts by the half that is their own: `AC-3` in `US-12`. So there
is more to change in the item itself, and in addresses that lead to the part.
"""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from pmdocs.diagnostics import Edit
from pmdocs.model.sections import key_of
from pmdocs.project.graph import links_of
from pmdocs.project.places import places_in_tests, places_of
from pmdocs.project.renaming import Left, Renaming, moves_of, why_left
from pmdocs.project.ways import Ways
from pmdocs.source.addresses import written_addresses
from pmdocs.source.programs import spelled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pmdocs.model.item import Item
    from pmdocs.project.project import PartPlace, Project
    from pmdocs.text import Source, Span

# What the site puts before the id of a part, to make an anchor of it.
_ANCHOR = "pm-"


def renaming_of_part(
    project: Project, part: PartPlace, new: str, tests: Iterable[Source] = ()
) -> Renaming:
    """What changes when a part gets another id, such as `US-12.AC-7`, within its item.

    Parts have no former ids, so that nothing remembers the old one.
    """
    ways = Ways(part.item.id, dict(moves_of(part.item, part.item.id)), project.sources)
    edits: dict[Span, Edit] = {}
    left: list[Left] = []
    for place in (*places_of(project, part.id), *places_in_tests(tests, part.id)):
        reason = why_left(place, ways)
        if reason:
            left.append(Left(place.span, reason))
        else:
            edits[place.span] = Edit(place.span, spelled(place.text, part.id, new))
    was, becomes = part.id.partition(".")[2], new.partition(".")[2]
    inside = [*_definition(project, part, was), *_links_inside(part, was)]
    for span in (span for span in inside if not _within(span, edits)):
        edits[span] = Edit(span, becomes)
    for span in _anchors(project, part.item, was, ways):
        edits[span] = Edit(span, becomes.lower())
    left += (Left(span, "the item's own words") for span in _words(part, was))
    kept = [one for one in left if not _within(one.span, edits)]
    return Renaming(tuple(edits.values()), {}, tuple(dict.fromkeys(kept)))


def _definition(project: Project, part: PartPlace, was: str) -> Iterator[Span]:
    """Where the part is given its id: as a value, at the head of a list entry, or by a tag."""
    span = part.span
    document = project.pages.get(part.item.page or "")
    source = project.sources[span.path]
    yield from _standing(source, source.offset(span.start), source.offset(span.end), was)[:1]
    source = part.item.node.source
    for section in document.sections if document else ():
        if key_of(section) == part.field:
            pattern = rf"(?:@|(?:Scenario(?: Outline)?|Example)[ \t]*:[ \t]*){re.escape(was)}\b"
            for match in re.finditer(
                pattern, source.text[: section.body_end][section.body_start :]
            ):
                end = section.body_start + match.end()
                yield source.span(end - len(was), end)


def _links_inside(part: PartPlace, was: str) -> Iterator[Span]:
    """The links within the item that lead to the part by its own half of the id."""
    for link in links_of(part.item, {}):
        if link.target == part.id:
            span, source = link.span, part.item.node.source
            yield from _standing(source, source.offset(span.start), source.offset(span.end), was)[
                :1
            ]


def _anchors(project: Project, item: Item, was: str, ways: Ways) -> Iterator[Span]:
    """The ends of addresses that lead to the part on its item's page: `items/US-12/#pm-ac-3`."""
    anchor = f"#{_ANCHOR}{was.lower()}"
    for place in places_of(project, item.id):
        address = place.address[0].rstrip()
        if address.endswith(anchor) and ways.reach(place.source.path, address):
            end = place.occurrence.around[0] + len(address)
            yield place.source.span(end - len(was), end)
    # The page of an item need not be named after it.
    pages = [s for s in project.sources.values() if s.path.endswith(".md") and anchor in s.text]
    for source in pages:
        for start, end in written_addresses(source.text, 0, len(source.text)):
            way, sign, name = source.text[start:end].partition("#")
            meant = posixpath.normpath(posixpath.join(posixpath.dirname(source.path), way))
            here = source.path == item.page if not way else meant == item.page
            if sign + name == anchor and here:
                yield source.span(end - len(was), end)


def _words(part: PartPlace, was: str) -> Iterator[Span]:
    """Where the item's own texts say the part's half of the id, which may mean anything."""
    for words in part.item.texts:
        node = words.node
        yield from _standing(node.source, node.start, node.end, was)


def _standing(source: Source, start: int, end: int, id: str) -> list[Span]:
    found = re.finditer(rf"(?<![\w.-]){re.escape(id)}(?![\w-]|\.\w)", source.text[start:end])
    return [source.span(start + m.start(), start + m.end()) for m in found]


def _within(span: Span, edits: Iterable[Span]) -> bool:
    return any(s.path == span.path and s.start <= span.start < s.end for s in edits)
