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
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from pmdocs.site.addresses import anchor_of
from pmdocs.source.addresses import is_unsafe
from pmdocs.source.references import BAR, EXPLICIT, bare_pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from markdown import Markdown

_PART = re.compile(r"^\s*(?:\[[ xX]\]\s+)?(?:[A-Z][A-Z0-9]*-\d+\.)?([A-Z]+-\d+)\b")
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
# Before links, so that `[[` is ours; after everything else, so that bare ids
# in links, addresses and HTML are already taken.
_FIRST, _LAST = 175, 40
# Fences are taken out at 25: until then code and prose look the same.
_BEFORE_FENCES = 28
_BAR_INSIDE = re.compile(r"(\[\[[^\[\]|\n]{1,120})\\?\|([^\[\]\n]{0,300}\]\])")
# After lists of attributes, before headings get a link of their own.
_END = 6


@dataclass(frozen=True, slots=True)
class Target:
    """Where a reference leads, what it is called there, and the present id of what is there."""

    href: str
    title: str
    id: str


class References(Extension):
    """Makes links of references.

    `find` gives the target of an id, or None; `prefixes` are the beginnings of
    ids that are recognised without brackets. `anchors` gives the ids of the parts
    that the present page lists, each with the title of its section. `redact` takes
    out of the text what must not be seen, wherever it came from, and `is_absent`
    tells of an address whether the site has no such page only because of its audience.
    """

    def __init__(
        self,
        find: Callable[[str], Target | None],
        prefixes: tuple[str, ...],
        anchors: Callable[[], Mapping[str, str]] = dict,
        redact: Callable[[str], str] | None = None,
        is_absent: Callable[[str], bool] = lambda _: False,
    ) -> None:
        """Keep what is asked for each page."""
        super().__init__()
        self.find, self.prefixes, self.anchors = find, prefixes, anchors
        self.redact, self.is_absent = redact, is_absent

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register the patterns."""
        md.inlinePatterns.register(_Explicit(EXPLICIT, md, self), "pmdocs-reference", _FIRST)
        if self.prefixes:
            bare = bare_pattern(self.prefixes)
            md.inlinePatterns.register(_Bare(bare, md, self), "pmdocs-id", _LAST)
        if self.redact:
            redact = _Redact(md, self.redact)
            md.preprocessors.register(redact, "pmdocs-redact", _BEFORE_FENCES + 1)
        md.preprocessors.register(_HideBars(md), "pmdocs-bars", _BEFORE_FENCES)
        md.postprocessors.register(_ShowBars(md), "pmdocs-bars", 5)
        md.treeprocessors.register(_Finish(md, self), "pmdocs-finish", _END)


class _Redact(Preprocessor):
    """Takes out what must not be seen, in code as well, and also in what was included."""

    def __init__(self, md: Markdown, redact: Callable[[str], str]) -> None:
        super().__init__(md)
        self._redact = redact

    def run(self, lines: list[str]) -> list[str]:
        return self._redact("\n".join(lines)).split("\n")


class _HideBars(Preprocessor):
    """Keeps tables from taking the `|` of `[[US-12|words]]` for the end of a cell."""

    def run(self, lines: list[str]) -> list[str]:
        return [_BAR_INSIDE.sub(rf"\1{BAR}\2", line) if "[[" in line else line for line in lines]


class _ShowBars(Postprocessor):
    """Puts the `|` back where it was not in a reference, but in code."""

    def run(self, text: str) -> str:
        return text.replace(BAR, "|")


class _Explicit(InlineProcessor):
    def __init__(self, pattern: str, md: Markdown, references: References) -> None:
        super().__init__(pattern, md)
        self.references = references

    def handleMatch(  # type: ignore[override]  # noqa: N802 - Python-Markdown's name
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[Element, int, int]:
        target = self.references.find(m["explicit"].strip())
        return _link(target, _words(m)), m.start(0), m.end(0)


class _Bare(_Explicit):
    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(  # type: ignore[override]  # noqa: N802 - Python-Markdown's name
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[Element, int, int]:
        return _link(self.references.find(m[0]), m[0]), m.start(0), m.end(0)


def _words(m: re.Match[str]) -> str:
    return (m["words"] or m["explicit"]).strip() or str(m["explicit"]).strip()


def _link(target: Target | None, words: str) -> Element:
    if target is None:
        missing = Element("span", {"class": "pm-ref pm-missing", "title": "there is no such item"})
        missing.text = words
        return missing
    about = {"class": "pm-ref", "href": target.href, "title": target.title, "data-id": target.id}
    link = Element("a", about)
    link.text = words
    return link


class _Finish(Treeprocessor):
    """Gives list items of parts their anchors, and takes links away that must not be."""

    def __init__(self, md: Markdown, references: References) -> None:
        super().__init__(md)
        self.references = references

    def run(self, root: Element) -> None:
        wanted = dict(self.references.anchors())
        section = ""
        for element in root.iter():
            if element.tag == "a":
                _disarm(element, self.references.is_absent)
            elif element.tag in _HEADINGS and wanted:
                section = plain("".join(element.itertext()))
            elif element.tag == "li" and wanted:
                _anchor(element, section, wanted)


def plain(title: str) -> str:
    """A heading without what is not a letter, such as the sign of its own link."""
    return " ".join(re.findall(r"\w+", title.lower()))


def _disarm(link: Element, is_absent: Callable[[str], bool]) -> None:
    """Make words of a link that is not safe or leads nowhere, and of links within a link."""
    href = link.get("href", "")
    for inner in [link] if is_unsafe(href) or is_absent(href) else _links_in(link):
        inner.tag = "span"
        inner.attrib.pop("href", None)


def _links_in(link: Element) -> list[Element]:
    return [inner for inner in link.iter("a") if inner is not link]


def _anchor(element: Element, section: str, wanted: dict[str, str]) -> None:
    match = _PART.match("".join(element.itertext())[:60])
    if match and "id" not in element.attrib and wanted.get(match[1]) == section:
        del wanted[match[1]]
        element.set("id", anchor_of(match[1]))
