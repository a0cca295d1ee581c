"""The form of the manual's reference pages: a head, tables, words as code."""

from __future__ import annotations

import typing
from typing import TYPE_CHECKING

from pmdocs.project.rule_settings import RuleSettings, Weight

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pmdocs.model.fields import Field

MARK = "<!-- Generated from "


def page(title: str, origin: str, body: Iterable[str]) -> str:
    """A page with a title, and a word on what it is made from."""
    # A page that began with a comment would lose its title: MkDocs reads it from the first line.
    told = f"{MARK}{origin} by `python -m tests.reference`: do not edit. -->"
    text = "\n\n".join(part.strip("\n") for part in body if part.strip())
    return f"---\ntitle: {title}\n---\n\n{told}\n\n# {title}\n\n{text}\n"


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A table in Markdown."""
    lines = [head, tuple("---" for _ in head), *rows]
    escaped = ([cell.replace("|", "\\|") for cell in line] for line in lines)
    return "\n".join(f"| {' | '.join(cells)} |" for cells in escaped)


def codes(words: Iterable[str]) -> str:
    """Words as code, with commas."""
    return ", ".join(f"`{word}`" for word in words)


def starred(key: str, field: Field) -> str:
    """The name of a field, with a star if it must be there."""
    return f"`{key}` \\*" if field.required else f"`{key}`"


def shape(field: Field) -> str:
    """What to write in a field, in words."""
    words = f"{field.words}: {codes(field.choices)}" if field.choices else field.words
    if typing.get_origin(field.core) is not dict:
        return words
    value = typing.get_args(field.core)[1]
    if value is RuleSettings:
        weights = codes(typing.get_args(Weight))
        return f"for each rule one of the words {weights}, or named values"
    return (
        "for each kind named values" if typing.get_origin(value) else "for each name named values"
    )


def default_of(field: Field, value: object) -> str:
    """What counts where nothing is written, in words."""
    if field.required:
        return "must be there"
    if value in (None, (), {}):
        return "nothing"
    if isinstance(value, tuple):
        return codes(value)
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"
