"""Traceability: from visions down to criteria, with every gap marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.analysis.chain import Chain
from pmdocs.views.matrix.figures import Figure, figures_of, proven_figure
from pmdocs.views.matrix.groups import Group, groups_of
from pmdocs.views.matrix.proof import COLUMN, with_proof
from pmdocs.views.matrix.rows import COLUMNS, Block

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmdocs.analysis.proof.book import Proofs
    from pmdocs.model.item import Item
    from pmdocs.project.project import Project


@dataclass(frozen=True, slots=True)
class View:
    """What the matrix shows: its blocks by the vision that they serve.

    A block holds the rows of one roadmap item, or of what hangs on none. Where
    there is no vision, the first group has no heading.
    """

    columns: tuple[str, ...]
    figures: tuple[Figure, ...]
    groups: tuple[Group, ...]
    is_choice: bool
    has_proof: bool = False

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of all groups."""
        return tuple(block for group in self.groups for block in group.blocks)

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return sum(len(block.rows) for block in self.blocks)


def build(
    project: Project, items: Sequence[Item] | None = None, proofs: Proofs | None = None
) -> View:
    """The matrix of a project, without what was dropped.

    `items` are those of which the chains are shown that touch them: visions,
    objectives, roadmap items, PRDs or stories; without them all chains are.
    With `proofs` there is a column more, for what is shown of each criterion.
    """
    chain = Chain.of(project, items)
    groups, is_choice = groups_of(chain), items is not None
    if proofs is None:
        return View(COLUMNS, figures_of(chain), groups, is_choice)
    figures = (*figures_of(chain), proven_figure(chain, proofs))
    proven = tuple(with_proof(group, proofs) for group in groups)
    return View((*COLUMNS, COLUMN), figures, proven, is_choice, has_proof=True)
