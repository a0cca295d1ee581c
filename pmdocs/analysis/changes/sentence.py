"""Sentences that know which of their words are ours, and which somebody else wrote.

A format can so write ids as links, and quote what users wrote without obeying it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Said:
    """Words that a user wrote; in quotation marks, unless `bare`."""

    text: str
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Id:
    """The id of an item or of a part."""

    id: str


Piece: TypeAlias = str | Said | Id
Sentence: TypeAlias = tuple[Piece, ...]


def listed(pieces: Sequence[Piece], most: int = 5) -> Sentence:
    """Some words in a row with commas, the first few of many."""
    shown = [piece for one in pieces[:most] for piece in (", ", one)][1:]
    rest = len(pieces) - most
    return (*shown, f" and {rest} more") if rest > 0 else tuple(shown)


def plain(sentence: Sentence) -> str:
    """The sentence as text."""
    return "".join(map(_plain, sentence))


def _plain(piece: Piece) -> str:
    match piece:
        case Said(text, bare):
            line = " ".join(text.split())
            return line if bare else f"“{line}”"
        case Id(id):
            return id
        case _:
            return piece
