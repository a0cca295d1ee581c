"""How far each objective is: its key results, and the roadmap items that serve it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.analysis.key_results import current_of, reached_of
from pmdocs.analysis.lateness import days_late
from pmdocs.model.ids import local_id
from pmdocs.model.kinds.objective import Objective
from pmdocs.views.distance import span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from pmdocs.model.item import Item
    from pmdocs.model.kinds.objective import KeyResult
    from pmdocs.model.kinds.roadmap_item import RoadmapItem
    from pmdocs.project.project import Project


@dataclass(frozen=True, slots=True)
class Result:
    """A key result; `percent` of the way is reached, none where nobody measured it yet."""

    id: str
    text: str
    percent: int | None
    numbers: str


@dataclass(frozen=True, slots=True)
class Aim:
    """An objective; `done` of the `total` roadmap items that help to reach it are done."""

    id: str
    title: str
    role: str
    status: str
    when: str
    warning: str
    results: tuple[Result, ...]
    done: int
    total: int


def aims_of(
    project: Project, chosen: Iterable[Item], planned: Collection[RoadmapItem]
) -> tuple[Aim, ...]:
    """The objectives that are still open, or were reached in a period that is not over."""
    return tuple(
        _aim(project, one, [item for item in planned if one.id in _served(project, item)])
        for one in chosen
        if isinstance(one, Objective) and _is_current(project, one)
    )


def _is_current(project: Project, one: Objective) -> bool:
    if one.state.role == "done":
        return one.period.last >= project.today
    return not one.state.closed


def _served(project: Project, item: RoadmapItem) -> set[str]:
    links = project.graph.out(item.id, "objectives")
    return {link.target.partition(".")[0] for link in links}


def _aim(project: Project, one: Objective, items: Collection[RoadmapItem]) -> Aim:
    late = days_late(one, project.today)
    return Aim(
        id=one.id,
        title=one.title,
        role=one.state.role,
        status=one.status,
        when=one.period.words,
        warning=f"late by {span(late)}" if late else "",
        results=tuple(_result(project, one, result) for result in one.key_results),
        done=sum(item.state.role == "done" for item in items),
        total=len(items),
    )


def _result(project: Project, objective: Objective, result: KeyResult) -> Result:
    now = current_of(project, result)
    unit = f" {result.unit}" if result.unit else ""
    goal = f"from {result.baseline:,g} to {result.target:,g}{unit}"
    return Result(
        id=f"{objective.id}.{local_id(result, objective)}",
        text=result.text,
        percent=reached_of(project, result),
        numbers=goal if now is None else f"now {now:,g}, {goal}",
    )
