"""The rows of the matrix: a tree, written as cells that span the rows of what is below."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pmdocs.analysis.chain import requirements_of
from pmdocs.model.ids import local_id
from pmdocs.views.ref import Ref, ref_of, ref_to_unread

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pmdocs.analysis.chain import Chain
    from pmdocs.model.item import Item
    from pmdocs.model.kinds.objective import Objective
    from pmdocs.model.kinds.prd import Prd
    from pmdocs.model.kinds.roadmap_item import RoadmapItem
    from pmdocs.model.kinds.story import Story
    from pmdocs.views.proven import Mark

COLUMNS = ("Objective", "Roadmap item", "PRD", "Requirement", "Story", "Criterion")
OBJECTIVE, ITEM, PRD, REQUIREMENT, STORY, CRITERION = range(len(COLUMNS))


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: what stands there, and the `gap` in words where something is missing.

    It takes `height` rows and `width` columns from `column` on. A cell without
    either is left open: a story that realises a PRD as a whole. The last one of a row
    may have the `mark` of what is shown `of` a criterion.
    """

    column: int
    refs: tuple[Ref, ...] = ()
    gap: str = ""
    height: int = 1
    width: int = 1
    mark: Mark | None = None
    of: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """The rows that belong together, and the id that they hang on.

    `owner` and `theme` are those of the item with this id.
    """

    id: str
    rows: tuple[tuple[Cell, ...], ...]
    owner: str = ""
    theme: str = ""


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


def item_block(chain: Chain, item: RoadmapItem) -> Block:
    """The block of a roadmap item, with the objectives before it."""
    ids = chain.objectives_of(item)
    objectives = tuple(
        ref_of(chain.objectives[id]) if id in chain.objectives else ref_to_unread(chain.unread[id])
        for id in ids
    )
    prds = tuple(_prd(chain, prd) for prd in chain.prds.get(item.id, ()))
    node = _Node(Cell(ITEM, (ref_of(item),)), prds or (_gap(PRD, "No PRD"),))
    gap = _visionless(chain, ids) if ids else "No objective"
    return _block(item, _Node(Cell(OBJECTIVE, objectives, gap), (node,)))


def objective_block(chain: Chain, objective: Objective) -> Block:
    """The block of an objective that no item helps to reach."""
    first = Cell(OBJECTIVE, (ref_of(objective),), _visionless(chain, [objective.id]))
    return _block(objective, _Node(first, (_gap(ITEM, "No roadmap item"),)))


def vision_block(id: str) -> Block:
    """The block of a vision that no objective serves."""
    return Block(id, tuple(_gap(OBJECTIVE, "No objective").rows()))


def loose_blocks(chain: Chain) -> tuple[Block, ...]:
    """The blocks of the PRDs and stories that hang on nothing that is there."""
    return (
        *(_alone(chain, prd, prd.item, _prd(chain, prd)) for prd in chain.prds.get("", ())),
        *(_alone(chain, one, one.prd, _story(one)) for one in chain.stories.get(("", ""), ())),
    )


def _visionless(chain: Chain, ids: list[str]) -> str:
    """What to say of objectives that serve no vision, where there is one to serve."""
    objectives = [chain.objectives[id] for id in ids if id in chain.objectives]
    lost = [one.id for one in objectives if not chain.vision_of(one)]
    if not chain.visions or not lost:
        return ""
    return "No vision" if len(ids) == 1 else f"No vision: {', '.join(lost)}"


def _prd(chain: Chain, prd: Prd) -> _Node:
    whole, partial = chain.stories.get((prd.id, ""), ()), prd.id in chain.partial
    below = [
        _Node(Cell(REQUIREMENT, (Ref(f"{prd.id}.{id}", text),)), _stories(stories))
        for id, text in requirements_of(prd).items()
        if (stories := chain.stories.get((prd.id, id), ())) or not partial
    ]
    if whole or not below:
        below.append(_Node(Cell(REQUIREMENT), _stories(whole)))
    return _Node(Cell(PRD, (ref_of(prd),)), tuple(below))


def _stories(stories: Iterable[Story]) -> tuple[_Node, ...]:
    return tuple(map(_story, stories)) or (_gap(STORY, "No story"),)


def _story(story: Story) -> _Node:
    criteria = (
        Ref(f"{story.id}.{local_id(c, story)}" if c.id else "", c.words) for c in story.criteria
    )
    below = tuple(_Node(Cell(CRITERION, (ref,))) for ref in criteria)
    gap = _gap(CRITERION, "No acceptance criteria")
    return _Node(Cell(STORY, (ref_of(story),)), below or (gap,))


def _gap(column: int, words: str) -> _Node:
    """A gap: it takes the rest of the row, because nothing can hang on it."""
    return _Node(Cell(column, gap=words, width=len(COLUMNS) - column))


def _alone(chain: Chain, item: Item, above: str | None, node: _Node) -> Block:
    """A block of what hangs on nothing, or on something that cannot be read."""
    unread = chain.unread.get((above or "").partition(".")[0])
    gap = "No roadmap item" if node.cell.column == PRD else "No PRD"
    refs = (ref_to_unread(unread),) if unread else ()
    first = Cell(OBJECTIVE, refs, "" if unread else gap, width=node.cell.column)
    return _block(item, _Node(first, (node,)))


def _block(item: Item, node: _Node) -> Block:
    return Block(item.id, tuple(node.rows()), item.owner or "", getattr(item, "theme", None) or "")
