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

    `above` is the address of the page that it stands under. A page of which
    nothing is `wanted`, because the project has nothing to show there, is not made.
    """

    title: str
    template: str
    build: Callable[[Project, Sequence[Diagnostic]], object]
    above: str | None = None
    wanted: Callable[[Project], bool] = lambda _: True


def _for_colleagues(project: Project) -> bool:
    """Whether the work may be judged: the public would take for a gap what is only hidden."""
    return not project.settings.is_public


VIEWS: dict[str, ViewPage] = {
    "roadmap.md": ViewPage(
        "Roadmap", "roadmap/roadmap.html", lambda project, _: roadmap.build(project)
    ),
    "traceability.md": ViewPage(
        "Traceability",
        "matrix/matrix.html",
        lambda project, _: matrix.build(project),
        wanted=_for_colleagues,
    ),
    "health.md": ViewPage(
        "Health",
        "health/health.html",
        lambda project, found: health.build(
            project, found, {rule.code: rule.summary for rule in builtin()}
        ),
        wanted=_for_colleagues,
    ),
}


def is_made(address: str, project: Project) -> bool:
    """Whether a page is there: it is wanted, and so is the one that it stands under."""
    page = VIEWS[address]
    return page.wanted(project) and (page.above not in VIEWS or is_made(page.above, project))


# What a navigation shows, in this order.
LISTED = ("roadmap.md", "traceability.md", ITEMS, "health.md")
