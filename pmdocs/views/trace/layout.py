"""Places for boxes in columns, so that few of the lines between them cross.

The order within each column follows the mean place of the neighbours to the left and
to the right in turn (barycentre sweeps, after Sugiyama, Tagawa and Toda, 1981); a line
over several columns gets a narrow place in each that it passes. Then each box moves as
near to its neighbours as the others allow: the least squares under "stay in order and
keep the distance" are an isotonic regression, solved by pooling adjacent violators.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

Box: TypeAlias = str | tuple[str, str, int]
Link: TypeAlias = tuple[str, str]
SWEEPS = 6
NARROW = 0.4


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the middle of each box is, in rows of boxes from the top.

    `bends` are the places in the columns that a link passes on its way.
    """

    places: dict[str, float]
    bends: dict[Link, tuple[float, ...]]
    height: float


def lay_out(columns: Sequence[Sequence[str]], links: Sequence[Link]) -> Layout:
    """Find places for the boxes of each column; each link leads to a column further right."""
    level = {box: at for at, column in enumerate(columns) for box in column}
    if len(level) == len(columns) and all(level[b] - level[a] == 1 for a, b in links):
        # One straight line: so it is for most stories.
        return Layout(dict.fromkeys(level, 0.5), dict.fromkeys(links, ()), 1)
    grid: list[list[Box]] = [list(column) for column in columns]
    left: defaultdict[Box, list[Box]] = defaultdict(list)
    right: defaultdict[Box, list[Box]] = defaultdict(list)
    ways: dict[Link, list[Box]] = {}
    for a, b in dict.fromkeys(links):
        between = range(level[a] + 1, level[b])
        ways[a, b] = [(a, b, at) for at in between]
        for at, box in zip(between, ways[a, b], strict=True):
            grid[at].append(box)
        for one, other in pairwise([a, *ways[a, b], b]):
            right[one].append(other)
            left[other].append(one)
    places = _places(_ordered(grid, left, right), left, right)
    bends = {link: tuple(places[box] for box in way) for link, way in ways.items()}
    found = {box: place for box, place in places.items() if isinstance(box, str)}
    return Layout(found, bends, max(places.values(), default=0) + 0.5)


def _ordered(
    grid: list[list[Box]], left: dict[Box, list[Box]], right: dict[Box, list[Box]]
) -> list[list[Box]]:
    """The columns in the best order that some sweeps find."""
    best, least = [column[:] for column in grid], crossings(grid, right)
    for sweep in range(SWEEPS):
        if not least:
            break
        forth = sweep % 2 == 0
        following = range(1, len(grid)) if forth else range(len(grid) - 2, -1, -1)
        for at in following:
            beside = grid[at - 1] if forth else grid[at + 1]
            _sort(grid[at], {box: n for n, box in enumerate(beside)}, left if forth else right)
        count = crossings(grid, right)
        if count < least:
            best, least = [column[:] for column in grid], count
    return best


def _sort(column: list[Box], beside: dict[Box, int], near: dict[Box, list[Box]]) -> None:
    """Sort the boxes that have neighbours among their own places; the others stay."""
    means = {
        box: sum(beside[one] for one in near[box]) / len(near[box]) for box in column if near[box]
    }
    moved = iter(sorted(means, key=means.__getitem__))
    column[:] = [next(moved) if box in means else box for box in column]


def crossings(grid: Sequence[Sequence[Box]], right: dict[Box, list[Box]]) -> int:
    """How many pairs of lines cross between columns that are beside each other."""
    count = 0
    for column, following in pairwise(grid):
        order = {box: n for n, box in enumerate(following)}
        ends: list[int] = []
        for box in column:
            mine = sorted(order[other] for other in right[box])
            count += sum(len(ends) - bisect_right(ends, end) for end in mine)
            for end in mine:
                insort(ends, end)
    return count


def _places(
    grid: list[list[Box]], left: dict[Box, list[Box]], right: dict[Box, list[Box]]
) -> dict[Box, float]:
    """The longest column stands straight, and the others follow it on both sides."""
    longest = max(range(len(grid)), key=lambda at: sum(map(_size, grid[at])), default=0)
    places: dict[Box, float] = {}
    for at in (longest, *range(longest - 1, -1, -1), *range(longest + 1, len(grid))):
        near = right if at < longest else left
        _place(grid[at], near, places)
    top = min((place - _size(box) / 2 for box, place in places.items()), default=0)
    return {box: place - top for box, place in places.items()}


def _place(column: list[Box], near: dict[Box, list[Box]], places: dict[Box, float]) -> None:
    """Give each box of a column its place, as near as can be to those that it is linked with."""
    offset, last, pools = 0.0, 0.0, []
    offsets = []
    for number, box in enumerate(column):
        if number:
            offset += (_size(column[number - 1]) + _size(box)) / 2
        offsets.append(offset)
        there = [places[one] for one in near[box] if one in places]
        last = sum(there) / len(there) - offset if there else last
        pools.append((last, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (a, m), (b, n) = pools[-2:]
            pools[-2:] = [((a * m + b * n) / (m + n), m + n)]
    starts = [start for start, count in pools for _ in range(count)]
    places.update(
        (box, start + offset) for box, start, offset in zip(column, starts, offsets, strict=True)
    )


def _size(box: Box) -> float:
    return 1.0 if isinstance(box, str) else NARROW
