"""Mentions of items in prose: `[[US-12]]`, `[[US-12|words]]` and `US-12`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.source.prose import without_code

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from pmdocs.text import Source

# Everything is possessive: each pattern looks at a character a bounded number of times.
# In a table `|` parts cells, so that people write `\|` there; BAR stands for either
# while a page is made. `[[1]](address)` is a link with brackets in its words.
BAR = "\ue000"
EXPLICIT = (
    rf"\[\[[ \t]*+(?P<explicit>\w[^\[\]|\\{BAR}\r\n]{{0,120}}+)"
    rf"(?:\\?[|{BAR}](?P<words>[^\[\]\r\n]*+))?+\]\](?![(\[])"
)
_NOT_PROSE = (
    r"\\\[\[[^\[\]\r\n]*+\]\]",  # an escaped reference
    r"\\[^\w\s]",  # any other escape
    EXPLICIT,
    r"^[ ]{0,3}+\[(?![\[^])[^\[\]\r\n]*+\]:[ \t]*+\S*+",  # where a link's label points
    r"\]\((?:[^()\r\n]|\([^()\r\n]*+\))*+\)",  # where a link points
    r"<[A-Za-z/!?][^<>]*+>",  # an HTML tag with its attributes, or an autolink
    r"\{[:#.][^{}\r\n]*+\}",  # a list of attributes
    r"\b(?:https?|ftp|file|ssh|git)://[^\s<>\[\]\"]*+",
    r"\b(?:mailto:|www\.)[^\s<>\[\]\"]*+",
)


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention of an item; the offsets are those of the id itself.

    `explicit` is true for `[[US-12]]`, which is always meant as a reference,
    and false for an id that merely stands in the text.
    """

    target: str
    start: int
    end: int
    explicit: bool


def not_prose() -> str:
    """The pattern of what looks like words and is not: addresses, tags, explicit references."""
    return "|".join(_NOT_PROSE).replace("(?P<explicit>", "(?:").replace("(?P<words>", "(?:")


def bare_pattern(prefixes: Collection[str]) -> str:
    """The pattern of ids with these prefixes where they stand as words of their own.

    Not within other words, paths (`items/US-12`), file names (`US-12-a.md`)
    or addresses (`page#US-12`).
    """
    if not prefixes:
        return "(?!)"
    words = "|".join(re.escape(prefix) for prefix in sorted(prefixes, key=len, reverse=True))
    return standing(rf"(?:{words})-[0-9]++(?:\.[A-Z]++-[0-9]++)?+")


def standing(id: str) -> str:
    """The pattern of an id, given as a pattern itself, where it stands as a word of its own."""
    before = r"(?<![^\W_])(?<![^\W_]_)(?<!\w[.#@=&%+])(?<![/\\-])"
    after = r"(?![^\W_]|_[^\W_]|[-/]\w|\.\w)"
    return rf"{before}{id}{after}"


def references(
    source: Source, start: int, end: int, prefixes: Collection[str]
) -> Iterator[Reference]:
    """The mentions of items in a stretch of Markdown, in their order.

    Code, comments, links' addresses and HTML tags are passed over. Any word in
    double brackets counts; without them, only ids with one of the prefixes.
    """
    prose = without_code(source.text, start, end)
    pattern = "|".join((*_NOT_PROSE, f"(?P<bare>{bare_pattern(prefixes)})"))
    for match in re.compile(pattern, re.MULTILINE).finditer(prose):
        kind = match.lastgroup
        if kind is not None:
            kind = "bare" if kind == "bare" else "explicit"
            at, target = start + match.start(kind), match[kind].rstrip()
            yield Reference(target, at, at + len(target), kind == "explicit")
