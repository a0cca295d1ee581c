"""One line for each finding, as editors and `grep` like it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.report.safe import visible

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pmdocs.diagnostics import Diagnostic
    from pmdocs.text import Source


def render(diagnostics: Sequence[Diagnostic], _sources: Mapping[str, Source]) -> str:
    """Write `path:line:column: error PM301 message (hint)`."""
    return "\n".join(_line(d) for d in diagnostics)


def _line(d: Diagnostic) -> str:
    hint = f" ({d.finding.hint})" if d.finding.hint else ""
    words = f"{d.span}: {d.severity} {d.code} {d.finding.message}{hint}"
    return visible(words.replace("\n", " "))
