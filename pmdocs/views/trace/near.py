"""Which items stand near another, in columns from what it serves to what serves it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from pmdocs.analysis import trace
from pmdocs.analysis.trace import Reached

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from pmdocs.project.project import Project

# The kinds of the chain, in the order of their columns.
RANKS = ("vision", "objective", "item", "prd", "requirement", "story", "criterion")
HEADS = ("Vision", "Objective", "Roadmap item", "PRD", "Requirement", "Story", "Criterion")
BELOW = 2


@dataclass
class Near:
    """What was found around an item, as far as there is room.

    `kept` says how each was reached, by id in the order of the walk, with the item
    itself first; `side` is one of `self up down`. `column` may have gaps; `more`
    counts by column what there was no room for. `links` lead to the right. `beside`
    is what an item of the chain is linked with outside of it, and how.
    """

    start: str
    room: int
    only: Collection[str] | None = None
    kept: dict[str, Reached] = field(default_factory=dict)
    side: dict[str, str] = field(default_factory=dict)
    column: dict[str, int] = field(default_factory=dict)
    more: Counter[int] = field(default_factory=Counter)
    links: list[tuple[str, str]] = field(default_factory=list)
    heads: dict[int, str] = field(default_factory=dict)
    beside: list[tuple[str, str]] = field(default_factory=list)
    _taken: Counter[int] = field(default_factory=Counter)
    _spare: dict[int, tuple[Reached, str]] = field(default_factory=dict)

    def put(self, one: Reached, side: str, column: int, head: str) -> None:
        """Keep one where it can be linked to something and its column has room."""
        if not self.takes(one.id):
            return
        self.heads[column] = head
        if self._taken[column] >= self.room or (self.kept and one.via not in self.kept):
            self.more[column] += 1
            self._spare[column] = one, side
            return
        self._taken[column] += 1
        self.kept[one.id], self.side[one.id], self.column[one.id] = one, side, column

    def fill(self) -> None:
        """Keep the one for which alone there was no room: to say so would take as much."""
        for column in [column for column, count in self.more.items() if count == 1]:
            one, side = self._spare[column]
            if one.via in self.kept:
                del self.more[column]
                self.kept[one.id], self.side[one.id], self.column[one.id] = one, side, column

    def takes(self, id: str) -> bool:
        """Whether an id is among those that may be shown."""
        return self.only is None or id == self.start or id.partition(".")[0] in self.only

    def link(self, links: Iterable[tuple[str, str]]) -> None:
        """Add the links that lead to the right: others lead to a wrong kind."""
        self.links += [(a, b) for a, b in links if self.column[a] < self.column[b]]


def near(
    project: Project, id: str, depth: int | None, limit: int, only: Collection[str] | None
) -> Near:
    """What stands near an item or part: along the chain if it is part of it, else around it."""
    start = trace.present(project, id)
    rank = _rank(project, start)
    found = Near(start, max(3, limit // len(RANKS)), only)
    found.put(Reached(start, 0, start), "self", rank or 0, _head(project, start, rank))
    if rank is None:
        _star(project, found, depth or 1)
    else:
        _chain(project, found, depth)
    return found


def _rank(project: Project, id: str) -> int | None:
    kind = project.kind_of(id)
    return RANKS.index(kind) if kind in RANKS else None


def _head(project: Project, id: str, rank: int | None) -> str:
    if rank is not None:
        return HEADS[rank]
    kind = project.kind_of(id) or ""
    item = project.items.get(id)
    return item.label if item else kind.capitalize()


def _chain(project: Project, found: Near, depth: int | None) -> None:
    def above(id: str) -> Iterator[trace.Step]:
        return ((end.partition(".")[0], link) for end, link in trace.chain_above(project, id))

    below = partial(trace.chain_below, project)
    up = trace.walk(project, found.start, above, depth).found
    down = trace.walk(project, found.start, below, BELOW if depth is None else depth).found
    own = found.column[found.start]
    for side, some in (("up", up), ("down", down)):
        for one in some:
            rank = _rank(project, one.id)
            if rank is not None and (rank < own if side == "up" else rank > own):
                found.put(one, side, rank, HEADS[rank])
    found.fill()
    for id in found.kept:
        ends = (end for end, _ in trace.chain_above(project, id))
        owners = dict.fromkeys(end if end in found.kept else end.partition(".")[0] for end in ends)
        found.link((one, id) for one in owners if one in found.kept)
    _beside(project, found, {one.id for one in (*up, *down)})


def _beside(project: Project, found: Near, chain: set[str]) -> None:
    """What the item is linked with, but for what stands above and below it in the chain."""
    graph, seen = project.graph, {found.start, *chain}
    ends = [
        *((link.target, link.name) for link in graph.out(found.start)),
        *((link.source, link.inverse) for link in graph.into(found.start)),
    ]
    for end, words in ends:
        id = trace.end_of(end, found.start)
        if id not in seen and found.takes(id):
            found.beside.append((id, words))
        seen.add(id)


def _star(project: Project, found: Near, depth: int) -> None:
    """What an item outside the chain serves to its left, and what serves it to its right."""
    up = trace.upstream(project, found.start, depth).found
    down = trace.downstream(project, found.start, depth).found
    for side, sign, head, some in (("up", -1, "Serves", up), ("down", 1, "Served by", down)):
        for one in some:
            if one.id not in found.kept:
                found.put(one, side, sign * one.distance, head if one.distance == 1 else "Further")
    found.fill()
    found.link(_tree(found.kept.values(), found.side))


def _tree(kept: Iterable[Reached], side: dict[str, str]) -> Iterator[tuple[str, str]]:
    for one in kept:
        if one.distance:
            yield (one.id, one.via) if side[one.id] == "up" else (one.via, one.id)
