"""Addresses in Markdown that are not safe to publish: `[words](javascript:…)`.

Browsers read an address with more goodwill than people do: they decode
entities, pass over blanks and line breaks, and take a backslash for a slash.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from pmdocs.source.prose import without_code

if TYPE_CHECKING:
    from collections.abc import Iterator

_SAFE = frozenset({"http", "https", "mailto", "tel"})
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*+):", re.IGNORECASE)
_PICTURE = re.compile(r"data:image/(?:png|gif|jpeg|webp)[;,]", re.IGNORECASE)
_IGNORED = re.compile(r"[\x00-\x20]++")
# Python-Markdown writes an escaped sign as its number, between these two.
_ESCAPED = re.compile(r"\x02([0-9]+)\x03")
# Every part is possessive: a character is looked at a bounded number of times.
_WRITTEN = re.compile(
    r"\]\([ \t\r\n]*+<?(?P<link>(?:[^()<>\"']|\([^()]*+\))*+)"
    r"|^[ \t]*+\[(?!\^)[^\[\]\r\n]*+\]:[ \t]*+(?:\r?\n[ \t]*+)?<?(?P<label>[^\s<>]++)>?"
    r"(?=[ \t]*+(?:[\"'(]|$))"
    r"|(?<![^\s\"'{:/])(?:href|src|action|formaction)[ \t\r\n]*+=[ \t\r\n]*+"
    r"(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)'|(?P<bare>[^\s\"'<>]++))",
    re.MULTILINE | re.IGNORECASE,
)


def is_unsafe(address: str) -> bool:
    """Whether an address could run a program, or leads to another host in disguise.

    Safe are http, https, mailto, tel, and the ways within a site.
    """
    plain = unescape(_ESCAPED.sub(lambda match: chr(int(match[1])), address))
    plain = _IGNORED.sub("", plain).replace("\\", "/")
    if plain.startswith("//"):
        return True
    scheme = _SCHEME.match(plain)
    return bool(scheme and scheme[1].lower() not in _SAFE and not _PICTURE.match(plain))


def unsafe_addresses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The offsets of unsafe addresses in a stretch of Markdown; code is passed over."""
    for at, after in written_addresses(text, start, end):
        if is_unsafe(text[at:after]):
            yield at, after


def written_addresses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The offsets of the addresses that links lead to in a stretch of Markdown, but in code."""
    if "](" not in text and "]:" not in text and "=" not in text:
        return
    prose = without_code(text, start, end)
    for match in _WRITTEN.finditer(prose):
        name = match.lastgroup
        if name:
            written = match[name].rstrip()
            at = start + match.start(name)
            yield at, at + len(written)
