"""Saying what is wrong with a value, in words that a product manager reads."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic_core import PydanticCustomError

from pmdocs.diagnostics import closest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


_JOINTS = re.compile(r"[\s_-]+")


@dataclass(frozen=True, slots=True)
class Meant:
    """What somebody meant to write; `safe` where it only spells what they wrote."""

    text: str
    safe: bool = True


def wrong(
    kind: str, message: str, hint: str = "", meant: Meant | None = None
) -> PydanticCustomError:
    """An error of a value, in our own words, for pydantic to collect."""
    told: dict[str, Any] = {"message": message, "hint": hint}
    if meant is not None:
        told["meant"] = meant
    return PydanticCustomError(kind, "{message}", told)


def said(value: object, longest: int = 60) -> str:
    """The user's words as a message quotes them, cut when they are long."""
    match value:
        case dict():
            return "named values"
        case list() | tuple():
            return "a list"
        case _:
            words = " ".join(str(value).split())
            return f"`{words}`" if len(words) <= longest else f"`{words[:longest]}…`"


def listed(words: Iterable[object]) -> str:
    """Words as a message names them, each in backticks."""
    return ", ".join(f"`{word}`" for word in words)


def either(words: Iterable[object]) -> str:
    """Words of which one is to be chosen, each in backticks: `a`, `b` or `c`."""
    *others, last = (f"`{word}`" for word in words)
    return f"{', '.join(others)} or {last}" if others else last


def same_word(one: str, other: str) -> bool:
    """Whether two words differ in capitals and in what stands between their parts, at most."""
    return _bare(one) == _bare(other)


def unknown_word(value: object, words: Collection[str]) -> tuple[str, str, Meant | None]:
    """The message and the hint for a word that is none of those allowed, and the word meant."""
    if not isinstance(value, str):
        return f"expected a word here, not {said(value)}", f"write {either(words)}", None
    message = f"{said(value)} is not one of the words for this field"
    near = closest(value.replace("-", " ").replace("_", " "), words)
    if near is None:
        return message, f"write {either(words)}", None
    if _is_spaced_otherwise(value, near):
        message = f"{said(value)} holds a non-breaking space, copied from another program"
        return message, f"write `{near}` with a plain space", Meant(near)
    hint = f"did you mean `{near}`?"
    if len(words) > 1:
        hint += f" The words are {listed(words)}"
    return message, hint, Meant(near, same_word(value, near))


def _is_spaced_otherwise(value: str, word: str) -> bool:
    """Whether a value is this word, but for blanks that only look like a space."""
    return value != word and " ".join(value.split()) == word and len(value) == len(word)


def _bare(word: str) -> str:
    return _JOINTS.sub("", word.replace("’", "'")).casefold()
