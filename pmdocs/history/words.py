"""What changed in a text, word by word."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.model.normative import Wording

_AROUND = 4


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that stayed (`old` and `new` alike), went, came, or gave way to others."""

    old: str
    new: str

    @property
    def stayed(self) -> bool:
        """Whether nothing changed here."""
        return self.old == self.new


@dataclass(frozen=True, slots=True)
class Place:
    """A place of an item, such as `FR-2`, whose words changed."""

    name: str
    stretches: tuple[Stretch, ...]


def changed(then: Wording, now: Wording) -> Iterator[Place]:
    """The places where two wordings differ, in the order of the later one."""
    for name in dict.fromkeys((*now, *then)):
        old, new = then.get(name, ""), now.get(name, "")
        if old != new:
            yield Place(name, tuple(_stretches(old.split(), new.split())))


def alikeness(one: str, other: str) -> float:
    """How many of their words two texts share, in the same order: from 0 to 1."""
    words = one.lower().split(), other.lower().split()
    return SequenceMatcher(None, *words, autojunk=False).ratio()


def _stretches(old: list[str], new: list[str]) -> Iterator[Stretch]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "equal":
            kept = " ".join(_short(new[c:d], first=c == 0, last=d == len(new)))
            yield Stretch(kept, kept)
        else:
            yield Stretch(" ".join(old[a:b]), " ".join(new[c:d]))


def _short(words: list[str], *, first: bool, last: bool) -> list[str]:
    """The words next to a change, without those that are far from any."""
    if len(words) <= 2 * _AROUND + 1:
        return words
    before, after = [] if first else words[:_AROUND], [] if last else words[-_AROUND:]
    return [*before, "…", *after]
