"""The trace of one item: what stands around it, and what is affected if it changes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pmdocs.views.proven import role_of, word_of
from pmdocs.views.ref import Ref, ref_to
from pmdocs.views.trace.impact import NOTHING, Impact, impact_of, without
from pmdocs.views.trace.layout import lay_out
from pmdocs.views.trace.near import near

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pmdocs.analysis.proof.book import Proofs
    from pmdocs.model.item import Item
    from pmdocs.project.project import Project
    from pmdocs.views.trace.layout import Layout
    from pmdocs.views.trace.near import Near


SIDES = {"self": "This item", "up": "What it serves", "down": "What serves it"}
# Where the edges of a box are in its column, in hundredths.
LEFT, RIGHT = 9, 91


@dataclass(frozen=True, slots=True)
class Node:
    """An item or part in the picture: in column `x`, its middle `y` rows from the top.

    `side` is `self`, `up` for what it serves, or `down` for what serves it; `reason` is
    the link that it was reached by, over `distance` links.
    """

    ref: Ref
    x: int
    y: float
    side: str
    distance: int
    reason: str


@dataclass(frozen=True, slots=True)
class Beside:
    """An item that is linked with this one outside of the chain; `reason` is `depends on`."""

    ref: Ref
    reason: str


@dataclass(frozen=True, slots=True)
class More:
    """How many there was no room for in a column."""

    count: int
    x: int
    y: float


@dataclass(frozen=True, slots=True)
class View:
    """What the trace of one item shows.

    `heads` are the names of the columns. A line is a list of places (column, row), from
    a node to one further right. `beside` are those for which there is no column, and
    `left_out` counts what there was no room for among them. Without links there are no
    nodes.
    """

    id: str
    heads: tuple[str, ...]
    nodes: tuple[Node, ...]
    more: tuple[More, ...]
    lines: tuple[tuple[tuple[int, float], ...], ...]
    height: float
    beside: tuple[Beside, ...]
    left_out: int
    impact: Impact

    @property
    def path(self) -> str:
        """The lines as the data of an SVG path, in hundredths of a column and of a row.

        A line bends from the right edge of one column to the left edge of the next, and
        goes straight across those between.
        """
        return "".join(piece for line in self.lines for piece in _pieces(line))

    @property
    def box(self) -> str:
        """The width and height of what `path` is drawn in."""
        return f"{len(self.heads) * 100} {self.height * 100:.0f}"

    @property
    def sides(self) -> tuple[tuple[str, tuple[Node, ...]], ...]:
        """The nodes on each side in words, each after the one that it was reached from."""
        found = {side: tuple(node for node in self.nodes if node.side == side) for side in SIDES}
        return tuple((SIDES[side], nodes) for side, nodes in found.items() if nodes)


def build(
    project: Project,
    id: str,
    depth: int | None = None,
    items: Sequence[Item] | None = None,
    limit: int = 60,
) -> View:
    """The trace of an item or part.

    `depth` is how many links to follow; without it, along the chain as far up as it
    goes and two links down, and for what is not part of the chain one link. `items`
    are those that may be shown, `limit` about how many nodes there is room for.
    """
    found = near(project, id, depth, limit, None if items is None else {one.id for one in items})
    # What the public does not see may be affected, too: the list would say too little.
    impact = NOTHING if project.settings.is_public else impact_of(project, found.start)
    if not found.beside and all(one.partition(".")[0] == found.start for one in found.kept):
        return View(found.start, (), (), (), (), 0, (), 0, impact)
    order = {column: x for x, column in enumerate(sorted(found.heads))}
    layout = lay_out(_boxes(found, order), found.links)
    # To say that there is one more would take as much room.
    room = found.room + (len(found.beside) == found.room + 1)
    return View(
        id=found.start,
        heads=tuple(found.heads[column] for column in order),
        nodes=tuple(_nodes(project, found, order, layout)),
        more=tuple(
            More(count, order[column], _short(layout.places[f"+{column}"]))
            for column, count in found.more.items()
        ),
        lines=tuple(_lines(found, order, layout)),
        height=_short(layout.height),
        beside=tuple(Beside(ref_to(project, other), words) for other, words in found.beside[:room]),
        left_out=max(0, len(found.beside) - room),
        impact=impact,
    )


def proven(view: View, proofs: Proofs | None) -> View:
    """A trace in which each criterion has the state of its proof, if anybody knows that."""
    if proofs is None:
        return view
    return replace(view, nodes=tuple(_proven(node, proofs) for node in view.nodes))


def _proven(node: Node, proofs: Proofs) -> Node:
    proof = proofs.by_id.get(node.ref.id)
    if proof is None:
        return node
    ref = replace(node.ref, status=word_of(proof.state), role=role_of(proof.state))
    return replace(node, ref=ref)


def _boxes(found: Near, order: dict[int, int]) -> list[list[str]]:
    """What stands in each column, and last what there is no room for."""
    boxes: list[list[str]] = [[] for _ in order]
    for other, column in found.column.items():
        boxes[order[column]].append(other)
    for column in found.more:
        boxes[order[column]].append(f"+{column}")
    return boxes


def sections(view: View) -> tuple[tuple[str, str], ...]:
    """The anchors and headings of what the trace of an item is made of."""
    headings = (
        ("pm-trace", "Trace", view.nodes),
        ("pm-impact", "If this changes", view.impact.steps),
    )
    return tuple((anchor, title) for anchor, title, shown in headings if shown)


def _nodes(project: Project, found: Near, order: dict[int, int], layout: Layout) -> Iterator[Node]:
    below: dict[tuple[str, str], list[str]] = {}
    for id, one in found.kept.items():
        if one.distance:
            below.setdefault((one.via, found.side[id]), []).append(id)
    # Depth first, without recursion: chains of dependencies may be long.
    ahead = [found.start]
    while ahead:
        id = ahead.pop()
        one, side = found.kept[id], found.side[id]
        x, y = order[found.column[id]], _short(layout.places[id])
        reason = without(one.reason, id) if one.distance else ""
        yield Node(ref_to(project, id), x, y, side, one.distance, reason)
        sides = (side,) if one.distance else ("up", "down")
        ahead += reversed([n for s in sides for n in below.get((id, s), ())])


def _lines(
    found: Near, order: dict[int, int], layout: Layout
) -> Iterator[tuple[tuple[int, float], ...]]:
    for a, b in found.links:
        x = order[found.column[a]]
        ys = (layout.places[a], *layout.bends[a, b], layout.places[b])
        yield tuple((x + n, _short(y)) for n, y in enumerate(ys))


def _pieces(line: tuple[tuple[int, float], ...]) -> Iterator[str]:
    x, y = line[0][0] * 100 + RIGHT, line[0][1] * 100
    yield f"M{x} {y:.0f}"
    for number, (column, row) in enumerate(line[1:], 2):
        edge, middle = column * 100, row * 100
        yield f"C{edge} {y:.0f} {edge} {middle:.0f} {edge + LEFT} {middle:.0f}"
        if number < len(line):
            yield f"H{edge + RIGHT}"
        y = middle


def _short(number: float) -> float:
    return round(number, 2)
