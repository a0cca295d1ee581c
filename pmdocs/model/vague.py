"""Words that everybody understands differently, so that nobody can say whether they hold.

The choice follows the lists of "vague terms", "superfluous infinitives" and "escape
clauses" in INCOSE's Guide to Writing Requirements, less those that have a plain sense
in most sentences, such as `support` or `several`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_HINTS = {
    "speed": "say how long it may take: `in less than 2 seconds`",
    "ease": "say what somebody manages, and with what help: `without the manual`",
    "quality": "say what can be seen when it is so",
    "escape": "say when it need not be so, or leave these words out",
    "list": "name all of them, or the rule by which they are chosen",
    "choice": "write `and`, or `or`, or two sentences",
}
_VAGUE = re.compile(
    r"(?<![\w-])(?:(?P<speed>fast(?:er)?|quick(?:er|ly)?(?! links?\b| start)|slow(?:er|ly)"
    r"|promptly|performant)"
    r"|(?P<ease>eas(?:y|ily|ier)|user[- ]friendly|intuitive(?:ly)?|effortless(?:ly)?"
    r"|convenient(?:ly)?)"
    r"|(?P<quality>appropriate(?:ly)?|proper(?:ly)?|correctly|robust(?:ly)?|seamless(?:ly)?|smoothly"
    r"|nicely|adequate(?:ly)?|reasonabl[ey]|sufficiently|efficiently|flexibl[ey]"
    r"|as (?:expected|usual)|state[- ]of[- ]the[- ]art)"
    r"|(?P<escape>as (?:appropriate|needed|applicable)"
    r"|(?:if|where|when|wherever|whenever) (?:possible|necessary|practicable|feasible|appropriate)"
    r"|to the extent possible)"
    r"|(?P<list>etc|and so on|and so forth)|(?P<choice>and/or))(?![\w-])",
    re.IGNORECASE,
)
# What one of them has to hold: looking for these is four times as quick.
_SIGNS = (
    *(
        "fast",
        "quick",
        "slow",
        "prompt",
        "performant",
        "eas",
        "friendly",
        "intuitive",
        "effortless",
    ),
    *("convenient", "propriate", "proper", "correctly", "robust", "seamless", "smooth", "nicely"),
    *("adequate", "reasonabl", "sufficiently", "efficient", "flexibl", "expected", "usual"),
    *("needed", "applicable", "of the art", "of-the", "possible", "necessary", "practicable"),
    *("feasible", "extent", "etc", "and so", "/or"),
)
_MEASURED = re.compile(r"\d ?(?:ms|s|secs?|seconds?|mins?|minutes?|hours?|%|clicks?)\b")
_QUOTED = re.compile(r"\"[^\"\n]*\"|“[^“”\n]*”|„[^„“”\n]*[“”]|«[^«»\n]*»|(?<!\w)'[^'\n]*'(?!\w)")


@dataclass(frozen=True, slots=True)
class Vague:
    """A vague word or phrase where it stands in a text, with what to write instead."""

    word: str
    start: int
    end: int
    hint: str


def without_quotes(prose: str) -> str:
    """The prose with blanks for what stands in quotation marks."""
    return _QUOTED.sub(lambda quoted: " " * len(quoted[0]), prose)


def may_be_vague(text: str) -> bool:
    """Whether it is worth looking closer: code and quotations are not left out yet."""
    small = text.lower()
    return any(sign in small for sign in _SIGNS) and bool(_VAGUE.search(text))


def vague_words(prose: str) -> Iterator[Vague]:
    """Each vague word once, at its first place, in the order of places.

    `prose` has blanks for code. Words in quotation marks are somebody's name for
    something, and `fast` beside a number with its unit is explained by it.
    """
    said = without_quotes(prose)
    first: dict[str, re.Match[str]] = {}
    for match in _VAGUE.finditer(said):
        first.setdefault(match[0].lower(), match)
    for match in first.values():
        kind = match.lastgroup or ""
        if kind != "speed" or not _MEASURED.search(said):
            yield Vague(match[0], *match.span(), _HINTS[kind])
