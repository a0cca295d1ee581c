"""Where an id stands in a text, and in what manner: as a mention, in code, in an address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from pmdocs.source.addresses import written_addresses
from pmdocs.source.prose import without_code
from pmdocs.source.references import standing

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from pmdocs.text import Source

Stretch = tuple[int, int]
_URL = re.compile(r"\b(?:[a-z][a-z0-9+.-]{1,20}://|mailto:|www\.)[^\s<>\[\]\"'`]*+", re.IGNORECASE)
_ATTRIBUTES = re.compile(r"\{[:#.][^{}\r\n]*+\}")
# What an address may hold where nothing around it says that it is one.
_RUN = re.compile(r"[^\s<>()\[\]{}\"'`,;|]++")


class Manner(Enum):
    """How an id stands in a text."""

    MENTION = "mention"
    CODE = "code"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A place where an id stands, letter for letter; all places are offsets.

    `around` is the whole address where it stands in one, else the id itself.
    """

    start: int
    end: int
    manner: Manner
    around: Stretch


def occurrences(
    source: Source, id: str, prose: Sequence[Stretch] = (), read: Sequence[Stretch] = ()
) -> Iterator[Occurrence]:
    """Each place where an id stands in a text as a whole word, in their order.

    In the stretches of `prose` the text is Markdown, in which code and comments
    only show something, but for the stretches of code that are `read` all the
    same. Elsewhere everything counts. `US-12` is found in `US-12.AC-3`, too.
    """
    if id not in source.text:
        return
    places = _Places(source.text, id, prose, read)
    for match in re.finditer(rf"(?<![^\W_]){re.escape(id)}(?![^\W_])", source.text):
        yield places.at(*match.span())


class _Places:
    """What stands where in one text."""

    def __init__(
        self, text: str, id: str, prose: Sequence[Stretch], read: Sequence[Stretch]
    ) -> None:
        part = "" if "." in id else r"(?:\.[A-Z]++-[0-9]++)?+"
        self._alone = {m.start() for m in re.finditer(standing(re.escape(id) + part), text)}
        self._text, self._read = text, read
        self._prose = [(start, end, without_code(text, start, end)) for start, end in prose]
        self._links = [s for start, end in prose for s in written_addresses(text, start, end)]
        self._urls = [m.span() for m in _URL.finditer(text)]
        self._lists = [m.span() for a, b in prose for m in _ATTRIBUTES.finditer(text, a, b)]

    def at(self, start: int, end: int) -> Occurrence:
        if self._is_code(start):
            return Occurrence(start, end, Manner.CODE, (start, end))
        found = _around(start, self._urls) or _around(start, self._links)
        found = found or _around(start, self._lists)
        if found is None and start in self._alone:
            return Occurrence(start, end, Manner.MENTION, (start, end))
        return Occurrence(start, end, Manner.ADDRESS, found or self._run(start))

    def _is_code(self, at: int) -> bool:
        if _around(at, self._read):
            return False
        return any(
            start <= at < end and shown[at - start].isspace() for start, end, shown in self._prose
        )

    def _run(self, at: int) -> Stretch:
        begin = at
        while begin > 0 and _RUN.match(self._text[begin - 1]):
            begin -= 1
        match = _RUN.match(self._text, begin)
        return begin, match.end() if match else at


def _around(at: int, stretches: Collection[Stretch]) -> Stretch | None:
    return next((s for s in stretches if s[0] <= at < s[1]), None)
