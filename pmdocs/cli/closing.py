"""The line at the end of a check, which counts what was read and found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmdocs.diagnostics import Diagnostic
    from pmdocs.project.project import Project
    from pmdocs.rules.catalogue import Review


def closing(found: Sequence[Diagnostic], project: Project, review: Review, seconds: float) -> str:
    """Count what was read, the findings that are shown, and those that are not."""
    links = sum(len(project.graph.out(id)) for id in project.items)
    errors = sum(d.severity is Severity.ERROR for d in found)
    warnings = sum(d.severity is Severity.WARNING for d in found)
    counts = (
        (len(project.sources), "file"),
        (len(project.items), "item"),
        (links, "link"),
        (errors, "error"),
        (warnings, "warning"),
    )
    words = [f"{n:,} {word}{'' if n == 1 else 's'}" for n, word in counts]
    if review.ignored:
        words.append(f"{review.ignored:,} ignored")
    if review.known:
        words.append(f"{review.known:,} known from the baseline")
    return f"checked {', '.join(words)} in {seconds:.2f} s"
