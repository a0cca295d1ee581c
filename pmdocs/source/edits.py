"""Changing a text by stretches, so that everything else stays as it was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pmdocs.diagnostics import Edit
    from pmdocs.text import Source


def edited(source: Source, edits: Iterable[Edit]) -> str:
    """The text of a source after edits that do not overlap, in whatever order they come.

    Two that are the same count once. `ValueError` when two of them want to
    change the same characters, or when one belongs to another file.
    """
    pieces: list[str] = []
    done = 0
    for start, end, text in sorted({_stretch(source, edit) for edit in edits}):
        if start < done:
            raise ValueError("two edits change the same characters")
        pieces += source.text[done:start], text
        done = end
    return "".join([*pieces, source.text[done:]])


def overlap(one: Edit, other: Edit) -> bool:
    """Whether two different edits cannot both be made."""
    a, b = one.span, other.span
    if one == other or a.path != b.path:
        return False
    # Two texts at one place would stand in an order that nobody chose.
    return a.start == b.start or (a.start < b.end and b.start < a.end)


def _stretch(source: Source, edit: Edit) -> tuple[int, int, str]:
    if edit.span.path != source.path:
        raise ValueError(f"an edit of {edit.span.path} does not fit {source.path}")
    return source.offset(edit.span.start), source.offset(edit.span.end), edit.text
