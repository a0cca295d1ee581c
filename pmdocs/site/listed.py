"""The pages that show one view each, and those that a navigation leads to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.model.kinds.roadmap_item import RoadmapItem
from pmdocs.rules.rulebook import rulebook
from pmdocs.site.addresses import ITEMS
from pmdocs.views import board, coverage, health, matrix, overview, proof, roadmap
from pmdocs.views.roadmap.lanes import groups_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pmdocs.analysis.proof.book import Proofs
    from pmdocs.diagnostics import Diagnostic
    from pmdocs.project.project import Project
    from pmdocs.views.roadmap.lanes import Group


@dataclass(frozen=True, slots=True)
class ViewPage:
    """A page with one view: what it is called, its template, and what makes its values.

    `above` is the address of the page that it stands under. A page of which
    nothing is `wanted`, because the project has nothing to show there, is not made.
    """

    title: str
    template: str
    build: Callable[[Project, Sequence[Diagnostic], Proofs | None], object]
    above: str | None = None
    wanted: Callable[[Project], bool] = lambda _: True


def _for_colleagues(project: Project) -> bool:
    """Whether the work may be judged: the public would take for a gap what is only hidden."""
    return not project.settings.is_public


def _about_rules(project: Project) -> dict[str, str]:
    return {rule.code: rule.summary for rule in rulebook(project).rules}


def _overview(project: Project, found: Sequence[Diagnostic], _: Proofs | None) -> object:
    """The overview, on a site for the public without the health of the documents."""
    return overview.build(project, None if project.settings.is_public else found)


def _roadmap_by(group: Group) -> ViewPage:
    """The roadmap once more, with other lanes."""
    return ViewPage(
        f"Roadmap by {group}",
        "roadmap/roadmap.html",
        lambda project, *_: roadmap.build(project, group),
        above="roadmap.md",
        wanted=lambda project: group in groups_of(list(project.of(RoadmapItem)))[1:],
    )


# The overview is also the home page of a site that has none of its own.
OVERVIEW, HOME = "overview.md", "index.md"
# The one that a navigation only shows where there is something to prove with.
PROOF = "proof.md"

VIEWS: dict[str, ViewPage] = {
    OVERVIEW: ViewPage("Overview", "overview/overview.html", _overview),
    "roadmap.md": ViewPage(
        "Roadmap", "roadmap/roadmap.html", lambda project, *_: roadmap.build(project)
    ),
    "roadmap/theme.md": _roadmap_by("theme"),
    "roadmap/team.md": _roadmap_by("team"),
    "roadmap/release.md": _roadmap_by("release"),
    "board.md": ViewPage(
        "Board",
        "board/board.html",
        lambda project, *_: board.build(project),
        wanted=lambda project: board.is_shown(project, "item", "story"),
    ),
    "board/stories.md": ViewPage(
        "Story board",
        "board/board.html",
        lambda project, *_: board.build(project, kind="story", by="status"),
        above="board.md",
        wanted=lambda project: board.is_shown(project, "story"),
    ),
    "traceability.md": ViewPage(
        "Traceability",
        "matrix/matrix.html",
        lambda project, _, proofs: matrix.build(project, proofs=proofs),
        wanted=_for_colleagues,
    ),
    "coverage.md": ViewPage(
        "Coverage",
        "coverage/coverage.html",
        lambda project, _, proofs: coverage.build(project, proofs=proofs),
        above="traceability.md",
    ),
    PROOF: ViewPage(
        "Proof",
        "proof/proof.html",
        lambda project, _, proofs: proof.build(project, proofs),
        above="traceability.md",
    ),
    "health.md": ViewPage(
        "Health",
        "health/health.html",
        lambda project, found, _: health.build(project, found, _about_rules(project)),
        wanted=_for_colleagues,
    ),
    "health/owners.md": ViewPage(
        "Health by owner",
        "health/health.html",
        lambda project, found, _: health.build(project, found, _about_rules(project), by="owner"),
        above="health.md",
    ),
}


def is_made(address: str, project: Project) -> bool:
    """Whether a page is there: it is wanted, and so is the one that it stands under."""
    page = VIEWS[address]
    return page.wanted(project) and (page.above not in VIEWS or is_made(page.above, project))


# What a navigation shows, in this order.
LISTED = (OVERVIEW, "roadmap.md", "board.md", "traceability.md", PROOF, ITEMS, "health.md")


def listed(proofs: Proofs | None) -> tuple[str, ...]:
    """What the navigation of a site shows, with the proof where somebody asked for it."""
    return LISTED if proofs else tuple(address for address in LISTED if address != PROOF)
