"""The rows of the matrix: a tree, written as cells that span the rows of what is below."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pmdocs.model.ids import local_id
from pmdocs.views.matrix.chain import requirements_of
from pmdocs.views.ref import Ref, ref_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pmdocs.model.item import Item
    from pmdocs.model.kinds.prd import Prd
    from pmdocs.model.kinds.roadmap_item import RoadmapItem
    from pmdocs.model.kinds.story import Story
    from pmdocs.views.matrix.chain import Chain

COLUMNS = ("Objective", "Roadmap item", "PRD", "Requirement", "Story", "Criterion")
_OBJECTIVE, _ITEM, _PRD, _REQUIREMENT, _STORY, _CRITERION = range(len(COLUMNS))


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: what stands there, or the `gap` in words.

    It takes `height` rows and `width` columns from `column` on. A cell without
    either is left open: a story that realises a PRD as a whole.
    """

    column: int
    refs: tuple[Ref, ...] = ()
    gap: str = ""
    height: int = 1
    width: int = 1


@dataclass(frozen=True, slots=True)
class Block:
    """The rows that belong together, and the id that they hang on."""

    id: str
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class _Node:
    """A cell with what is below it, to the right."""

    cell: Cell
    below: tuple[_Node, ...] = ()

    def rows(self) -> list[tuple[Cell, ...]]:
        rows = [row for node in self.below for row in node.rows()]
        if not rows:
            return [(self.cell,)]
        return [(replace(self.cell, height=len(rows)), *rows[0]), *rows[1:]]


def blocks_of(chain: Chain) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The blocks of the roadmap items, and those of what hangs on none."""
    linked = [_item(chain, item) for item in chain.items]
    linked += _unserved(chain)
    loose = [
        *(_alone(chain, prd, prd.item, _prd(chain, prd)) for prd in chain.prds[""]),
        *(_alone(chain, story, story.prd, _story(story)) for story in chain.stories["", ""]),
    ]
    return tuple(linked), tuple(loose)


def _item(chain: Chain, item: RoadmapItem) -> Block:
    objectives = tuple(_objective(chain, id) for id in chain.objectives_of(item))
    prds = tuple(_prd(chain, prd) for prd in chain.prds.get(item.id, ()))
    node = _Node(Cell(_ITEM, (ref_of(item),)), prds or (_gap(_PRD, "No PRD"),))
    first = Cell(_OBJECTIVE, objectives, "" if objectives else "No objective")
    return Block(item.id, tuple(_Node(first, (node,)).rows()))


def _objective(chain: Chain, id: str) -> Ref:
    return ref_of(chain.objectives[id]) if id in chain.objectives else chain.unread[id]


def _unserved(chain: Chain) -> list[Block]:
    """Objectives that are still to be reached, and that no item helps to reach."""
    served = {id for item in chain.items for id in chain.objectives_of(item)}
    gap = _gap(_ITEM, "No roadmap item")
    return [
        Block(id, tuple(_Node(Cell(_OBJECTIVE, (ref_of(objective),)), (gap,)).rows()))
        for id, objective in chain.objectives.items()
        if id not in served and not objective.state.closed
    ]


def _prd(chain: Chain, prd: Prd) -> _Node:
    whole = chain.stories.get((prd.id, ""), ())
    below = [
        _Node(
            Cell(_REQUIREMENT, (Ref(f"{prd.id}.{id}", text),)),
            _stories(chain.stories.get((prd.id, id), ())),
        )
        for id, text in requirements_of(prd).items()
    ]
    if whole or not below:
        below.append(_Node(Cell(_REQUIREMENT), _stories(whole)))
    return _Node(Cell(_PRD, (ref_of(prd),)), tuple(below))


def _stories(stories: Iterable[Story]) -> tuple[_Node, ...]:
    return tuple(map(_story, stories)) or (_gap(_STORY, "No stories"),)


def _story(story: Story) -> _Node:
    criteria = (
        Ref(f"{story.id}.{local_id(c, story)}" if c.id else "", c.words) for c in story.criteria
    )
    below = tuple(_Node(Cell(_CRITERION, (ref,))) for ref in criteria)
    gap = _gap(_CRITERION, "No acceptance criteria")
    return _Node(Cell(_STORY, (ref_of(story),)), below or (gap,))


def _gap(column: int, words: str) -> _Node:
    """A gap: it takes the rest of the row, because nothing can hang on it."""
    return _Node(Cell(column, gap=words, width=len(COLUMNS) - column))


def _alone(chain: Chain, item: Item, above: str | None, node: _Node) -> Block:
    """A block of what hangs on nothing, or on something that cannot be read."""
    unread = chain.unread.get((above or "").partition(".")[0])
    gap = "No roadmap item" if node.cell.column == _PRD else "No PRD"
    first = Cell(_OBJECTIVE, (unread,) if unread else (), "" if unread else gap)
    first = replace(first, width=node.cell.column)
    return Block(item.id, tuple(_Node(first, (node,)).rows()))
