"""Annotations on a pull request of GitHub: workflow commands.

Source: GitHub's documentation, "Workflow commands for GitHub Actions". A
message or a property ends at a line break, so these and the signs that mean
something are written as `%` codes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.report.places import in_the_product
from pmdocs.report.safe import encodable, visible
from pmdocs.report.words import told, worst_first

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pmdocs.diagnostics import Diagnostic
    from pmdocs.report.places import Where
    from pmdocs.text import Source

_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def render(
    found: Sequence[Diagnostic], _sources: Mapping[str, Source], where: Where = in_the_product
) -> str:
    """Write one `::error file=…::message` line a finding, the worst first.

    GitHub shows ten annotations of each level for a step, and fifty for a job.
    Columns count characters from 1.
    """
    return "\n".join(_line(d, where) for d in worst_first(found))


def _line(d: Diagnostic, where: Where) -> str:
    start, end = d.span.start, d.span.end
    places = {"file": where(d.span.path), "line": start.line, "endLine": end.line}
    if start.line == end.line:
        places |= {"col": start.column, "endColumn": end.column}
    places["title"] = f"{d.code} {d.name}"
    written = ",".join(f"{key}={_property(str(value))}" for key, value in places.items())
    hints = [d.finding.hint] if d.finding.hint else []
    words = "\n".join([d.finding.message, *hints, *told(d.finding.notes, where)])
    return f"::{_LEVELS[d.severity]} {written}::{_escaped(visible(words))}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(encodable(text)).replace(":", "%3A").replace(",", "%2C")
