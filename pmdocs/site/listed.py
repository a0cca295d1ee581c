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

    `above` is the address of the page that it stands under.
    """

    title: str
    template: str
    build: Callable[[Project, Sequence[Diagnostic]], object]
    above: str | None = None


def _about_rules() -> dict[str, str]:
    return {rule.code: rule.summary for rule in builtin()}


VIEWS: dict[str, ViewPage] = {
    "roadmap.md": ViewPage(
        "Roadmap", "roadmap/roadmap.html", lambda project, _: roadmap.build(project)
    ),
    "traceability.md": ViewPage(
        "Traceability", "matrix/matrix.html", lambda project, _: matrix.build(project)
    ),
    "health.md": ViewPage(
        "Health",
        "health/health.html",
        lambda project, found: health.build(project, found, _about_rules()),
    ),
    "health/owners.md": ViewPage(
        "Health by owner",
        "health/health.html",
        lambda project, found: health.build(project, found, _about_rules(), by="owner"),
        above="health.md",
    ),
}

# What a navigation shows, in this order.
LISTED = ("roadmap.md", "traceability.md", ITEMS, "health.md")
