"""The arrows of a timeline: what waits for what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pmdocs.project.project import Project
    from pmdocs.views.roadmap.lanes import Lane
    from pmdocs.views.roadmap.scale import Place

# How far, in shares of a row, a line leaves its bar from the middle of the row.
_EDGE = 0.32
# The least width of an arrow that need not go around, as a share of all days.
_SHORTEST = 0.006


@dataclass(frozen=True, slots=True)
class Arrow:
    """A dependency between two rows, drawn from `source` to `target`.

    `path` is in days from the left and rows from the top, in SVG's words.
    `violated` says that the target certainly starts before the source ends.
    """

    source: str
    target: str
    path: str
    violated: bool


def arrows_of(project: Project, lanes: Sequence[Lane], days: int, above: int) -> tuple[Arrow, ...]:
    """The arrows between the rows of lanes, which begin `above` rows from the top."""
    found = dict(_levels(lanes, above))
    return tuple(
        Arrow(
            source,
            row.id,
            _path(found[source], found[row.id], days),
            violated(project, source, row.id),
        )
        for lane in lanes
        for row in lane.rows
        for source in dict.fromkeys(row.waits_for)
        if source in found
    )


def violated(project: Project, source: str, target: str) -> bool:
    """Whether the target starts before the source ends, however its dates are read."""
    first, then = project.items[source], project.items[target]
    if "dropped" in {first.state.role, then.state.role} or not first.when or not then.when:
        return False
    return then.when.start < first.when.end


def _levels(lanes: Sequence[Lane], above: int) -> Iterator[tuple[str, tuple[Place, int]]]:
    level = above
    for lane in lanes:
        # The lane's own row.
        level += 1
        for row in lane.rows:
            yield row.id, (row.place, level)
            level += 1


def _path(source: tuple[Place, int], target: tuple[Place, int], days: int) -> str:
    """Down from the end of a bar and right to the start of another, around if need be."""
    (first, a), (then, b) = source, target
    down = 1 if b > a else -1
    stub = days * _SHORTEST
    x1, x2 = max(first.start + 0.5, first.end - stub / 2), then.start
    y1, y2 = a + 0.5 + down * _EDGE, b + 0.5
    if x2 - x1 >= stub:
        return f"M{x1:g} {y1:g}V{y2:g}H{x2:g}"
    return f"M{x1:g} {y1:g}V{y2 - down / 2:g}H{x2 - stub:g}V{y2:g}H{x2:g}"
