"""References in prose become links: `[[US-12]]`, `[[US-12|words]]` and bare ids.

This is an extension of Python-Markdown, so code is left alone by construction
and every site builder that uses Python-Markdown can load it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from pmdocs.site.addresses import anchor_of
from pmdocs.source.references import EXPLICIT, bare_pattern

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown import Markdown

_PART = re.compile(r"^\s*(?:\[[ xX]\]\s+)?(?:[A-Z][A-Z0-9]*-\d+\.)?([A-Z]+-\d+)\b")
_UNSAFE = re.compile(r"^[\s\x00-\x20]*(?!https?:|mailto:|tel:)[a-z][a-z0-9+.\s-]*:", re.IGNORECASE)
# Before links, so that `[[` is ours; after everything else, so that bare ids
# in links, addresses and HTML are already taken.
_FIRST, _LAST = 175, 40


@dataclass(frozen=True, slots=True)
class Target:
    """Where a reference leads, and what it is called there."""

    href: str
    title: str


class References(Extension):
    """Makes links of references.

    `find` gives the target of an id, or None; `prefixes` are the beginnings of
    ids that are recognised without brackets. `anchors` says whether the list
    items of the present page that begin with the id of a part get an anchor.
    """

    def __init__(
        self,
        find: Callable[[str], Target | None],
        prefixes: tuple[str, ...],
        anchors: Callable[[], bool] = lambda: False,
    ) -> None:
        """Keep what is asked for each page."""
        super().__init__()
        self.find, self.prefixes, self.anchors = find, prefixes, anchors

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register the patterns."""
        md.inlinePatterns.register(_Explicit(EXPLICIT, md, self), "pmdocs-reference", _FIRST)
        if self.prefixes:
            bare = bare_pattern(self.prefixes)
            md.inlinePatterns.register(_Bare(bare, md, self), "pmdocs-id", _LAST)
        md.treeprocessors.register(_Finish(md, self), "pmdocs-finish", 5)


class _Explicit(InlineProcessor):
    def __init__(self, pattern: str, md: Markdown, references: References) -> None:
        super().__init__(pattern, md)
        self.references = references

    def handleMatch(  # type: ignore[override]  # noqa: N802 - Python-Markdown's name
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[Element, int, int]:
        return _link(self.references.find(m["explicit"]), _words(m)), m.start(0), m.end(0)


class _Bare(_Explicit):
    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(  # type: ignore[override]  # noqa: N802 - Python-Markdown's name
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[Element, int, int]:
        return _link(self.references.find(m[0]), m[0]), m.start(0), m.end(0)


def _words(m: re.Match[str]) -> str:
    return (m["words"] or "").strip() or str(m["explicit"])


def _link(target: Target | None, words: str) -> Element:
    if target is None:
        missing = Element("span", {"class": "pm-ref pm-missing", "title": "there is no such item"})
        missing.text = words
        return missing
    link = Element("a", {"class": "pm-ref", "href": target.href, "title": target.title})
    link.text = words
    return link


class _Finish(Treeprocessor):
    """Gives list items of parts their anchors, and takes links away that are not safe."""

    def __init__(self, md: Markdown, references: References) -> None:
        super().__init__(md)
        self.references = references

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag == "a" and _UNSAFE.match(element.get("href", "")):
                del element.attrib["href"]
            elif element.tag == "li" and self.references.anchors():
                self._anchor(element)

    def _anchor(self, element: Element) -> None:
        match = _PART.match("".join(element.itertext())[:60])
        if match and "id" not in element.attrib:
            element.set("id", anchor_of(match[1]))
