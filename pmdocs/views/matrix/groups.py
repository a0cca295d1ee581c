"""The blocks of the matrix, by the vision that they serve."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.views.matrix.rows import (
    Block,
    item_block,
    loose_blocks,
    objective_block,
    vision_block,
)
from pmdocs.views.ref import Ref, ref_of, ref_to_unread

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.analysis.chain import Chain


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks with what stands above them: a `vision`, or else the words of the `heading`."""

    blocks: tuple[Block, ...]
    vision: Ref | None = None
    heading: str = ""


def groups_of(chain: Chain) -> tuple[Group, ...]:
    """The groups of the visions, in their order; then what serves none, and what is loose."""
    return tuple(group for group in _groups(chain) if group.blocks)


def _groups(chain: Chain) -> Iterator[Group]:
    found: dict[str, list[Block]] = {id: [] for id in chain.visions}
    for item in chain.items:
        found.setdefault(_vision(chain, chain.objectives_of(item)), []).append(
            item_block(chain, item)
        )
    for objective in chain.unserved():
        found.setdefault(_vision(chain, [objective.id]), []).append(
            objective_block(chain, objective)
        )
    rest = tuple(found.pop("", ()))
    for id, blocks in found.items():
        vision = chain.visions.get(id)
        ref = ref_of(vision) if vision else ref_to_unread(chain.unread[id])
        yield Group(tuple(blocks) or (vision_block(id),), ref)
    yield Group(rest, heading="Serves no vision" if found else "")
    yield Group(loose_blocks(chain), heading="Not connected")


def _vision(chain: Chain, objectives: list[str]) -> str:
    """The first vision that one of these objectives serves."""
    there = (chain.objectives[id] for id in objectives if id in chain.objectives)
    return next(filter(None, map(chain.vision_of, there)), "")
