"""Findings for programs: a list of objects."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pmdocs.diagnostics import Diagnostic
    from pmdocs.text import Source


def render(diagnostics: Sequence[Diagnostic], _sources: Mapping[str, Source]) -> str:
    """Write one object a finding; lines and columns count from 1, ends are not included."""
    return json.dumps([_record(d) for d in diagnostics], indent=2, ensure_ascii=True)


def _record(d: Diagnostic) -> dict[str, Any]:
    start, end = d.span.start, d.span.end
    return {
        "path": d.span.path,
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
    }
