"""Saying what is wrong with a value, in words that a product manager reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic_core import PydanticCustomError

from pmdocs.diagnostics import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


def wrong(kind: str, message: str, hint: str = "") -> PydanticCustomError:
    """An error of a value, in our own words, for pydantic to collect."""
    return PydanticCustomError(kind, "{message}", {"message": message, "hint": hint})


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


def unknown_word(value: object, words: Collection[str]) -> tuple[str, str]:
    """The message and the hint for a word that is none of those allowed."""
    if not isinstance(value, str):
        return f"expected a word here, not {said(value)}", f"write {listed(words)}"
    message = f"{said(value)} is not one of the words for this field"
    close = did_you_mean(value.replace("-", " ").replace("_", " "), words)
    if close and len(words) > 1:
        return message, f"{close} The words are {listed(words)}"
    return message, close or f"write {listed(words)}"
