"""What a change means, in words: one file for each format."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pmdocs.report.diff.comparison import Comparison

FORMATS = ("text", "markdown", "json", "html")


def render(comparison: Comparison, style: str, *, colour: bool = False) -> str:
    """The comparison in one of the formats; only what that one needs is imported."""
    if style == "text":
        from pmdocs.report.diff import text  # noqa: PLC0415

        return text.render(comparison, colour=colour)
    written: str = importlib.import_module(f"pmdocs.report.diff.{style}").render(comparison)
    return written
