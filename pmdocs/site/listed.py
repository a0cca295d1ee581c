"""The pages that show one view each, and those that a navigation leads to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.rules.catalogue import builtin
from pmdocs.site.addresses import ITEMS
from pmdocs.views import health, matrix, roadmap

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pmdocs.diagnostics import Diagnostic
    from pmdocs.project.project import Project


@dataclass(frozen=True, slots=True)
class ViewPage:
    """A page with one view: what it is called, its template, and what makes its values.

    `above` is the address of the page that it stands under. `inside` says that it
    judges the work, so that it is on no site for the public: there it would speak
    of what is not shown, or call a gap what is only hidden.
    """

    title: str
    template: str
    build: Callable[[Project, Sequence[Diagnostic]], object]
    above: str | None = None
    inside: bool = False


VIEWS: dict[str, ViewPage] = {
    "roadmap.md": ViewPage(
        "Roadmap", "roadmap/roadmap.html", lambda project, _: roadmap.build(project)
    ),
    "traceability.md": ViewPage(
        "Traceability",
        "matrix/matrix.html",
        lambda project, _: matrix.build(project),
        inside=True,
    ),
    "health.md": ViewPage(
        "Health",
        "health/health.html",
        lambda project, found: health.build(
            project, found, {rule.code: rule.summary for rule in builtin()}
        ),
        inside=True,
    ),
}

# What a navigation shows, in this order.
LISTED = ("roadmap.md", "traceability.md", ITEMS, "health.md")
