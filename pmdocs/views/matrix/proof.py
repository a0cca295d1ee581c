"""The last column of the matrix: what is shown of each criterion."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pmdocs.views.matrix.rows import COLUMNS, CRITERION, Block, Cell
from pmdocs.views.proven import mark_of

if TYPE_CHECKING:
    from pmdocs.analysis.proof.book import Proofs
    from pmdocs.views.matrix.groups import Group

COLUMN = "Proof"
PROOF = len(COLUMNS)


def with_proof(group: Group, proofs: Proofs) -> Group:
    """A group with a cell more at the end of each row that has a criterion.

    A gap takes one column more, because it takes the rest of the row.
    """
    return replace(group, blocks=tuple(_block(block, proofs) for block in group.blocks))


def _block(block: Block, proofs: Proofs) -> Block:
    return replace(block, rows=tuple(_row(row, proofs) for row in block.rows))


def _row(row: tuple[Cell, ...], proofs: Proofs) -> tuple[Cell, ...]:
    *before, last = row
    if last.column != CRITERION or not last.refs:
        return (*before, replace(last, width=last.width + 1))
    id = last.refs[0].id
    return (*row, Cell(PROOF, mark=mark_of(proofs.get(id)) if id else mark_of(None), of=id))
