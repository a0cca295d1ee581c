"""Findings for programs: a list of objects."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pmdocs.report.places import in_the_product

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pmdocs.diagnostics import Diagnostic, Edit, Fix
    from pmdocs.report.places import Where
    from pmdocs.text import Source


def render(
    found: Sequence[Diagnostic], _sources: Mapping[str, Source], where: Where = in_the_product
) -> str:
    """Write one object a finding; lines and columns count from 1, ends are not included.

    Columns count characters. All is ASCII.
    """
    return json.dumps([_record(d, where) for d in found], indent=2, ensure_ascii=True)


def _record(d: Diagnostic, where: Where) -> dict[str, Any]:
    start, end = d.span.start, d.span.end
    return {
        "path": where(d.span.path),
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "code": d.code,
        "name": d.name,
        "severity": str(d.severity),
        "item": d.finding.item,
        "message": d.finding.message,
        "hint": d.finding.hint,
        "fix": _fix(d.finding.fix),
    }


def _fix(fix: Fix | None) -> dict[str, Any] | None:
    """The edits of a fix; a `safe` one changes how something is written, not what it says."""
    if fix is None:
        return None
    return {"safe": fix.safe, "edits": [_edit(edit) for edit in fix.edits]}


def _edit(edit: Edit) -> dict[str, Any]:
    start, end = edit.span.start, edit.span.end
    return {
        "path": edit.span.path,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "text": edit.text,
    }
