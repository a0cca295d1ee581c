"""An objective: how far its key results have come, and what of the roadmap advances it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pmdocs.analysis.advance import advance_of
from pmdocs.analysis.key_results import current_of, reached_of
from pmdocs.views.item.body import is_in_body
from pmdocs.views.item.entries import entry
from pmdocs.views.item.facts import parts, place, shown
from pmdocs.views.item.pieces import Listing, Meter
from pmdocs.views.item.values import Block, Form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.model.kinds.objective import KeyResult, Objective
    from pmdocs.project.project import Project
    from pmdocs.views.item.pieces import Entry
    from pmdocs.views.item.values import PartView


@dataclass(frozen=True, slots=True)
class Result:
    """A key result as a bar from its baseline to its target.

    `percent` is how much of the way is done, none where nothing was measured.
    """

    part: PartView
    baseline: str
    target: str
    current: str
    unit: str
    percent: int | None
    confidence: str


@dataclass(frozen=True, slots=True)
class Results:
    """The key results. Where `told` the page has their words."""

    results: tuple[Result, ...]
    told: bool


def build(project: Project, objective: Objective) -> Form:
    """What the page of an objective shows in its own way."""
    advance = advance_of(project, objective)
    return Form(
        meter=Meter(advance.percent, 100, advance.words) if advance else None,
        blocks=tuple(_blocks(project, objective)),
    )


def _blocks(project: Project, objective: Objective) -> Iterator[Block]:
    if objective.key_results:
        told = is_in_body(objective, "key_results")
        own = Results(tuple(_results(project, objective)), told)
        key = "key_results"
        yield Block(key, "Key results", "results", own=own, takes=(key,))
    if found := tuple(_advancing(project, objective)):
        label = "What advances it"
        yield Block("advancing", label, "entries", own=Listing(found), at="type")


def _results(project: Project, objective: Objective) -> Iterator[Result]:
    hidden = ("baseline", "target", "current", "unit", "confidence")
    views = parts(project, objective, objective.key_results, hidden)
    for result, view in zip(objective.key_results, views, strict=True):
        yield _result(project, result, view)


def _result(project: Project, result: KeyResult, part: PartView) -> Result:
    current = current_of(project, result)
    # The metric says of itself that it measures this.
    others = (g for g in part.used_by if g.ids != (result.metric,))
    return Result(
        replace(part, used_by=tuple(others)),
        shown(result.baseline),
        shown(result.target),
        "" if current is None else shown(current),
        result.unit or "",
        reached_of(project, result),
        str(result.confidence) if result.confidence else "",
    )


def _advancing(project: Project, objective: Objective) -> Iterator[Entry]:
    """The roadmap items that help to reach it, with the key results that they name."""
    named: dict[str, list[str]] = {}
    for link in project.graph.into(objective.id, "objectives"):
        _, _, local = link.target.partition(".")
        named.setdefault(link.item.id, []).extend([local] if local else [])
    for id in sorted(named, key=place):
        yield entry(project, id, ", ".join(named[id]))
