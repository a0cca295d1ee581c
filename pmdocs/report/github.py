"""Annotations on a pull request of GitHub: workflow commands.

Source: GitHub's documentation, "Workflow commands for GitHub Actions". A
message or a property ends at a line break, so these and the signs that mean
something are written as `%` codes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pmdocs.diagnostics import Diagnostic
    from pmdocs.text import Source

_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def render(diagnostics: Sequence[Diagnostic], _sources: Mapping[str, Source]) -> str:
    """Write one `::error file=…::message` line a finding."""
    return "\n".join(_line(d) for d in diagnostics)


def _line(d: Diagnostic) -> str:
    start, end = d.span.start, d.span.end
    places = {"file": d.span.path, "line": start.line, "endLine": end.line}
    if start.line == end.line:
        places |= {"col": start.column, "endColumn": end.column}
    places["title"] = f"{d.code} {d.name}"
    written = ",".join(f"{key}={_property(str(value))}" for key, value in places.items())
    hint = f"\n{d.finding.hint}" if d.finding.hint else ""
    return f"::{_LEVELS[d.severity]} {written}::{_message(d.finding.message + hint)}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
