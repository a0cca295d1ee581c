"""Traceability: from objectives down to criteria, with every gap marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.views.matrix.chain import Chain
from pmdocs.views.matrix.figures import Figure, figures_of
from pmdocs.views.matrix.rows import COLUMNS, Block, blocks_of

if TYPE_CHECKING:
    from pmdocs.project.project import Project


@dataclass(frozen=True, slots=True)
class View:
    """What the matrix shows.

    A block holds the rows of one roadmap item; `loose` are the blocks of what
    does not hang on any item.
    """

    columns: tuple[str, ...]
    figures: tuple[Figure, ...]
    blocks: tuple[Block, ...]
    loose: tuple[Block, ...]

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return sum(len(block.rows) for block in (*self.blocks, *self.loose))


def build(project: Project) -> View:
    """The matrix of a project, without what was dropped."""
    chain = Chain.of(project)
    blocks, loose = blocks_of(chain)
    return View(COLUMNS, figures_of(chain), blocks, loose)
