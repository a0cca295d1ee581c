"""Words in prose that are almost the id of an item: `us-12`, `US12`, `PRD-3.fr-2`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pmdocs.source.references import not_prose

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

# What editors make of a hyphen.
_DASHES = "\u2010\u2011\u2013\u2014\u2212"
_NO_BLANK = r"(?! ?(?:%|°|[kKMG]?[Bbgm]\b|million|billion|percent|o'clock))"


@dataclass(frozen=True, slots=True)
class NearReference:
    """A stretch of a text that may be meant as a mention of `id`."""

    id: str
    start: int
    end: int


def near_references(text: str, prefixes: Collection[str]) -> Iterator[NearReference]:
    """What is almost an id with one of these prefixes, where prose stands; `text` has no code.

    Small letters count where the hyphen is there (`us-12`). Without one (`US12`,
    `US 12`), or with a line or a dash for it (`US_12`, `US–12`), only capitals do.
    """
    for match in _pattern(tuple(prefixes)).finditer(text):
        start, end = match.span()
        # In brackets alone it may be the name of a link that is defined elsewhere.
        is_label = text[start - 1 : start] == "[" and text[end : end + 1] == "]"
        if match["prefix"] is None or is_label:
            continue
        id = f"{match['prefix'].upper()}-{match['number']}"
        if match["part"]:
            id += f".{match['part'].upper()}-{match['count']}"
        if id != match[0] and (match["gap"] == "-" or match["prefix"].isupper()):
            yield NearReference(id, start, end)


@lru_cache(maxsize=8)
def _pattern(prefixes: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, prefixes), key=len, reverse=True)) or "(?!)"
    near = (
        rf"(?<![^\W_])(?<![_./#@=&%+\\$-])(?P<prefix>(?i:{names}))"
        rf"(?P<gap>[-_ {_DASHES}]?)(?P<number>[0-9]{{1,9}}+)"
        rf"(?:\.(?P<part>[A-Za-z]{{1,4}}+)[-_ {_DASHES}]?(?P<count>[0-9]{{1,9}}+))?+"
        rf"(?![^\W_]|_[^\W_]|[-/:,@]\w|\.\w){_NO_BLANK}"
    )
    return re.compile(f"{not_prose()}|{near}", re.MULTILINE)
