"""The Reviewdog Diagnostic Format, for comments in a review with fixes to accept.

Source: `reviewdog.proto` of reviewdog. Lines count from 1. Columns count from 1 in
bytes of UTF-8, not in characters. Ends are not included.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pmdocs.report.places import in_the_product
from pmdocs.report.safe import encodable, visible
from pmdocs.source.edits import edited
from pmdocs.text import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pmdocs.diagnostics import Diagnostic, Fix
    from pmdocs.report.places import Where
    from pmdocs.text import Position, Source


def render(
    found: Sequence[Diagnostic], sources: Mapping[str, Source], where: Where = in_the_product
) -> str:
    """Write one `DiagnosticResult`. All is ASCII."""
    diagnostics = [_diagnostic(d, sources, where) for d in found]
    result = {"source": {"name": "pmdocs"}, "diagnostics": diagnostics}
    return json.dumps(result, indent=2, ensure_ascii=True)


def _diagnostic(d: Diagnostic, sources: Mapping[str, Source], where: Where) -> dict[str, Any]:
    words = "\n".join(filter(None, [d.finding.message, d.finding.hint]))
    told: dict[str, Any] = {
        "message": visible(words),
        "location": _location(d.span, sources, where),
        "severity": str(d.severity).upper(),
        "code": {"value": d.code},
    }
    if suggestion := _suggestion(d.finding.fix, sources):
        told["suggestions"] = [suggestion]
    if d.finding.notes:
        told["related_locations"] = [
            {"message": visible(n.text), "location": _location(n.span, sources, where)}
            for n in d.finding.notes
        ]
    return told


def _location(span: Span, sources: Mapping[str, Source], where: Where) -> dict[str, Any]:
    return {"path": encodable(where(span.path)), "range": _range(span, sources)}


def _range(span: Span, sources: Mapping[str, Source]) -> dict[str, Any]:
    source = sources.get(span.path)
    return {"start": _position(span.start, source), "end": _position(span.end, source)}


def _position(at: Position, source: Source | None) -> dict[str, int]:
    before = source.line(at.line)[: at.column - 1] if source else ""
    # What stands past the end of the line, its break, has no more bytes than characters.
    bytes_more = len(before.encode("utf-8", "replace")) - len(before)
    return {"line": at.line, "column": at.column + bytes_more}


def _suggestion(fix: Fix | None, sources: Mapping[str, Source]) -> dict[str, Any] | None:
    """A fix as one stretch with its new text; none where it touches several files.

    A reviewer accepts suggestions one by one, and half a fix mends nothing.
    """
    edits = fix.edits if fix else ()
    source = sources.get(edits[0].span.path) if edits else None
    if source is None or any(edit.span.path != source.path for edit in edits):
        return None
    start = min(edit.span.start for edit in edits)
    end = max(edit.span.end for edit in edits)
    whole = edited(source, edits)
    after = len(source.text) - source.offset(end)
    text = whole[source.offset(start) : len(whole) - after]
    return {"range": _range(Span(source.path, start, end), sources), "text": encodable(text)}
