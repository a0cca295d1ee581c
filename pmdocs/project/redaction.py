"""Texts without what stays inside: ids of internal items, and ways to their pages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from posixpath import basename, dirname, join, normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from pmdocs.source.references import EXPLICIT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

INSIDE = "internal item"

# Everything looks at a character a bounded number of times.
_EXPLICIT = re.compile(rf"\\?{EXPLICIT}")
_FENCE = r"[ \t]*+(?:`{3,}+|~{3,}+)[ \t]*+"
_BLOCK = re.compile(
    rf"^{_FENCE}pmdocs\b.*+\n(?:(?!{_FENCE}).*+\n)*+{_FENCE}$",
    re.MULTILINE,
)
_TARGET = r"<[^<>\r\n]*+>|(?:[^\s()]|\([^\s()]*+\))*+"
_LINK = re.compile(
    r"!?\[(?P<words>(?:[^\[\]]|\[[^\[\]]{0,500}+\]){0,1000}+)\]"
    rf"\([ \t]*+(?P<target>{_TARGET})(?:\s++(?:\"[^\"]*+\"|'[^']*+'))?+\s*+\)"
)
_LABEL = re.compile(
    r"^[ ]{0,3}+\[(?P<label>(?!\^)[^\[\]\r\n]++)\]:[ \t]*+(?P<target><[^<>\r\n]*+>|\S++).*+$",
    re.MULTILINE,
)
_LABELLED = re.compile(r"\[(?P<words>[^\[\]]{1,500}+)\](?:[ ]?\[(?P<label>[^\[\]]{0,500}+)\])?+")
_ATTRIBUTE = re.compile(r"\s(?:href|src)\s*+=\s*+(?P<target>\"[^\"]*+\"|'[^']*+')", re.IGNORECASE)
_URL = re.compile(r"<?\b(?:https?|ftp|file|ssh|git)://[^\s<>\"')\]]*[^\s<>\"')\].,;:!?]>?")
_PATH = re.compile(
    r"(?<![\w/.%~-])(?:(?:[\w.%~-]*+/)++[\w.%~-]*+|[\w.%~-]*?\.(?:md|html)(?![\w-]))(?:#[\w-]*+)?+"
)
# The usual one, and two that look like it.
_HYPHENS = "-\u2010\u2011"
# What follows an id in the name of a file, or names a part of the item.
_TAIL = r"(?:\.[A-Za-z]++-[0-9]++)?+[\w-]*+(?:\.(?:md|html)\b)?+"


@dataclass(frozen=True)
class Redaction:
    """Takes ids and addresses out of texts that are published.

    `ids` are those of the items that stay inside, `pages` the paths of their
    Markdown files in the content folder, whose name is `docs_dir`; `others` are the
    paths of the Markdown files that are published.
    """

    ids: frozenset[str]
    pages: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    docs_dir: str = "docs"

    def hides(self, text: str) -> bool:
        """Whether a text, an id or a path names an item that stays inside."""
        return bool(self.first(text))

    def first(self, text: str) -> str:
        """The first words of a text that name an item that stays inside, empty without any."""
        # A whole site is looked through: to look for beginnings is ten times as fast.
        low = text.lower()
        if len(low) != len(text):
            return found[0] if (found := self._id.search(text)) else ""
        for start in self._starts:
            at = low.find(start)
            while at >= 0:
                if found := self._id.match(text, at):
                    return found[0]
                at = low.find(start, at + 1)
        return ""

    def leads_inside(self, address: str, page: str = "") -> bool:
        """Whether an address, as it stands on a page, leads to something that stays inside."""
        written = unquote(address.strip().strip("<>\"'"))
        path = re.split("[?#]", written)[0]
        if self.hides(written):
            return True
        if not path or ":" in path:
            return False
        # Markdown counts from the file, HTML from the folder that the file becomes.
        bases = ("",) if path.startswith("/") else (dirname(page), _bare(page))
        ways = {normpath(join(base, path.lstrip("/"))) for base in bases}
        if path.endswith(".md"):
            return not ways.isdisjoint(self.pages)
        return not {_bare(way) for way in ways}.isdisjoint(self._bare_pages)

    def text(self, text: str, page: str = "") -> str:
        """The text without what stays inside; `page` is the page that it stands on.

        `[[RM-9|words]]` and links leave their words, anything else "internal item".
        """
        if self.hides(text):
            text = _BLOCK.sub(self._kept_unless_named, text)
            text = _EXPLICIT.sub(self._words, text)
        if self.hides(text) or self.pages:
            text = self._without_links(text, page)
            text = _PATH.sub(self._without_path, text)
        return self._id.sub(INSIDE, text)

    def _without_links(self, text: str, page: str) -> str:
        def unless_inside(words: str) -> Callable[[re.Match[str]], str]:
            return lambda m: m.expand(words) if self.leads_inside(m["target"], page) else m[0]

        text = _LINK.sub(unless_inside(r"\g<words>"), text)
        text = _ATTRIBUTE.sub(unless_inside(""), text)
        labels = {
            m["label"].lower()
            for m in _LABEL.finditer(text)
            if self.leads_inside(m["target"], page)
        }
        if labels:
            text = _LABEL.sub(unless_inside(""), text)
            text = _LABELLED.sub(
                lambda m: m["words"] if (m["label"] or m["words"]).lower() in labels else m[0], text
            )
        return _URL.sub(lambda m: INSIDE if self.hides(m[0]) else m[0], text)

    def _words(self, match: re.Match[str]) -> str:
        if not self.hides(match["explicit"]):
            return match[0]
        return (match["words"] or "").strip() or INSIDE

    def _kept_unless_named(self, match: re.Match[str]) -> str:
        return "" if self.hides(match[0]) else match[0]

    def _without_path(self, match: re.Match[str]) -> str:
        written = unquote(match[0].partition("#")[0]).rstrip(".")
        path = written.lstrip("./").removeprefix(f"{self.docs_dir}/")
        is_page = written.endswith((".md", ".html"))
        known = path in self.pages or (
            _bare(path) in self._bare_pages and (is_page or "/" in path.strip("/"))
        )
        if known or (is_page and _bare(basename(path)) in self._names):
            return INSIDE + "." * match[0].endswith(".")
        return match[0]

    @cached_property
    def _id(self) -> re.Pattern[str]:
        numbers: dict[str, set[int]] = {}
        for id in self.ids:
            prefix, _, number = id.rpartition("-")
            numbers.setdefault(re.escape(prefix), set()).add(int(number))
        ways = (
            rf"{prefix}\\?[{_HYPHENS}]0*+(?:{'|'.join(map(str, sorted(found, reverse=True)))})"
            for prefix, found in sorted(numbers.items(), reverse=True)
        )
        any_of = "|".join(ways) or "(?!)"
        return re.compile(rf"(?<![^\W_])(?:{any_of})(?![0-9]){_TAIL}", re.IGNORECASE)

    @cached_property
    def _starts(self) -> tuple[str, ...]:
        """What an id may begin with, in small letters; Markdown can escape a hyphen."""
        prefixes = {id.rpartition("-")[0].lower() for id in self.ids}
        hyphens = [*_HYPHENS, *(f"\\{hyphen}" for hyphen in _HYPHENS)]
        return tuple(prefix + hyphen for prefix in sorted(prefixes) for hyphen in hyphens)

    @cached_property
    def _bare_pages(self) -> frozenset[str]:
        return frozenset(map(_bare, self.pages))

    @cached_property
    def _names(self) -> frozenset[str]:
        """The names of files that are clear without their folder."""
        return frozenset(_names(self.pages)) - frozenset(_names(self.others)) - {"."}


def _names(pages: Iterable[str]) -> Iterable[str]:
    return (_bare(basename(page)) for page in pages)


def _bare(path: str) -> str:
    """A page without what differs between its file and its address: `a/b` of `a/b/index.html`."""
    path = path.strip("/")
    for ending in (".md", ".html"):
        path = path.removesuffix(ending)
    name = basename(path)
    return (dirname(path) if name in {"index", "README"} else path) or "."
