"""Edits that make a single value say something else, in the quotes that it has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pmdocs.diagnostics import Edit

if TYPE_CHECKING:
    from pmdocs.source.node import Scalar

# Letters, digits and signs that mean nothing in YAML, wherever they stand.
_PLAIN = re.compile(r"[A-Za-z0-9](?:[ ]?[\w.%+'’-])*")


def respelled(node: Scalar, text: str) -> Edit | None:
    """The edit that makes a value say `text`, if that can be done without touching its layout.

    It cannot where the value is folded over lines, stands in a block, or is
    written with escapes.
    """
    written = node.source.text[node.start : node.end]
    if written == node.text:
        return _edit(node, 0, text if _PLAIN.fullmatch(text) else quoted(text)) if written else None
    quote = written[:1]
    if quote not in ('"', "'") or len(written) < 2 or written[1:-1] != node.text:  # noqa: PLR2004
        return None
    return _edit(node, 1, _within(quote, text))


def quoted(text: str) -> str:
    """A text of one line as a YAML value in double quotes."""
    return f'"{_within(chr(34), text)}"'


def _within(quote: str, text: str) -> str:
    if quote == "'":
        return text.replace("'", "''")
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _edit(node: Scalar, margin: int, text: str) -> Edit:
    return Edit(node.source.span(node.start + margin, node.end - margin), text)
