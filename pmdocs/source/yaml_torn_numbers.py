"""Numbers with a comma, which between `{` and `}` are torn in two: `{amount: 20,000}`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pmdocs.diagnostics import Edit, Finding, Fix

if TYPE_CHECKING:
    from pmdocs.text import Source

_NUMBER = re.compile(r"(?<=[:\s])[0-9]{1,15}(?:,[0-9]{1,15})+(?:\.[0-9]{1,15})?(?=\s*[,}])")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?")
# As far as a number reaches to the left of one of its commas.
_FAR = 60


def torn_number(source: Source, start: int) -> list[Finding] | None:
    """The finding for the number of which a piece that begins at `start` became a key.

    Empty for its later pieces, because it is told once. None if this is no such piece.
    """
    first = max(0, start - _FAR)
    line = source.text.rfind("\n", first, start) + 1 or first
    numbers = _NUMBER.finditer(source.text, line, start + _FAR)
    match = next((m for m in numbers if m.start() < start < m.end()), None)
    if match is None:
        return None
    is_first = source.text.index(",", match.start()) == start - 1
    return [_finding(source, match)] if is_first else []


def _finding(source: Source, match: re.Match[str]) -> Finding:
    written = match[0]
    is_grouped = _GROUPED.fullmatch(written) is not None
    meant = written.replace(",", "" if is_grouped else ".")
    # `1,500` may be fifteen hundred, or one and a half.
    is_sure = written.count(",") > 1 if is_grouped else written.count(",") == 1
    span = source.span(*match.span())
    fix = Fix((Edit(span, meant),), safe=is_sure) if is_grouped or is_sure else None
    message = f"the comma of `{written}` ends the value here, between `{{` and `}}`"
    hint = f"write `{meant}`" if fix else "write the number without commas"
    return Finding(span, message, hint, code="PM010", fix=fix)
