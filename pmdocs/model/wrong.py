"""Saying what is wrong with a value, in words that a product manager reads."""

from __future__ import annotations

from pydantic_core import PydanticCustomError


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
