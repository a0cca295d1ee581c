"""What a block in prose may say: ` ```pmdocs timeline ` and its like, with their options."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from pmdocs.model.item import Record
from pmdocs.model.values import Line, Whole

if TYPE_CHECKING:
    from pmdocs.text import Span


class Options(Record):
    """What every block may say."""

    label: ClassVar[str] = "Block"

    title: Line | None = None
    """Words above it."""


class Chosen(Options):
    """What blocks may say that show a choice of items."""

    where: Line | None = None
    """A query that chooses the items, such as `theme:onboarding and not status:done`."""


class Timeline(Chosen):
    """Roadmap items on a line of time."""

    label: ClassVar[str] = "Timeline"

    group: Literal["objective", "theme", "team", "release"] | None = None
    """What the lanes are."""


class Board(Chosen):
    """Items as cards in columns."""

    label: ClassVar[str] = "Board"

    kind: Line = "item"
    """The kind of items, such as `story`."""
    by: Literal["horizon", "status"] | None = None
    """What the columns are: now, next and later, or the words for the status."""


class Table(Chosen):
    """Items as rows, to sort and to filter."""

    label: ClassVar[str] = "Table"

    where: Line
    """A query that chooses the items, such as `kind:story status:ready`."""
    columns: tuple[Line, ...] = ()
    """Fields, in the order of the columns; beside them `when`, `kind` and `progress`."""
    sort: Line | None = None
    """The column to sort by, with `-` before it from the greatest down: `-points`."""


class OneItem(Options):
    """One item as a card."""

    label: ClassVar[str] = "Item"

    id: Line
    """The id of the item, or of a part such as `US-12.AC-3`."""


class Matrix(Chosen):
    """The chain from the vision to acceptance criteria, with its gaps."""

    label: ClassVar[str] = "Matrix"


class Proof(Chosen):
    """What tests and people have shown: how much is proven, and what is not."""

    label: ClassVar[str] = "Proof"


class Progress(Chosen):
    """How far items have come, as bars."""

    label: ClassVar[str] = "Progress"


class Trace(Options):
    """What an item serves, what serves it, and what a change of it affects."""

    label: ClassVar[str] = "Trace"

    id: Line
    """The id of the item."""
    depth: Whole | None = None
    """How many links away the farthest item may be."""


class Chart(Chosen):
    """Numbers about items, as a picture."""

    label: ClassVar[str] = "Chart"

    type: Literal["donut", "bars", "velocity", "metric", "objectives", "risks"]
    """What the picture shows."""
    by: Line | None = None
    """The field that a donut or bars count: `status`, `theme`, `owner`."""
    metric: Line | None = None
    """The id of the metric whose measurements are shown."""


class Overview(Chosen):
    """The page to send to an executive, in short."""

    label: ClassVar[str] = "Overview"


VIEWS: dict[str, type[Options]] = {
    "timeline": Timeline,
    "board": Board,
    "table": Table,
    "item": OneItem,
    "matrix": Matrix,
    "proof": Proof,
    "progress": Progress,
    "trace": Trace,
    "chart": Chart,
    "overview": Overview,
}


@dataclass(frozen=True, slots=True)
class Block:
    """A block as it was understood.

    `start` and `end` are its offsets in the text. Without `options` something in it
    is wrong, which `trouble` tells in words.
    """

    view: str
    options: Options | None
    span: Span
    start: int
    end: int
    trouble: str = ""
    ids: tuple[tuple[str, Span], ...] = ()
