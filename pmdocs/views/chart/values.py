"""What a chart is made of: places in percent of its width and height, words, and its data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from pmdocs.views.chart.counts import Count
    from pmdocs.views.chart.labels import Label
    from pmdocs.views.ref import Ref

Style: TypeAlias = Literal["solid", "dashed", "dotted"]


@dataclass(frozen=True, slots=True)
class Data:
    """The numbers of a chart as a table."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Slice:
    """A piece of a ring, from `start` percent of its way round.

    `tint` is its place among those without a colour role of their own.
    """

    count: Count
    start: float
    length: float
    tint: int


@dataclass(frozen=True, slots=True)
class Ring:
    """A ring of slices, with the number of everything in its middle."""

    total: int
    noun: str
    slices: tuple[Slice, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """Counts as bars, each as long as `lengths` says in percent of the longest."""

    counts: tuple[Count, ...]
    lengths: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A number beside the axis, `y` percent below the top."""

    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Column:
    """An upright bar: its left edge, its width and its height, in percent."""

    x: float
    width: float
    height: float
    role: str
    outlined: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points; its label stands at its end, `label_y` percent below the top."""

    points: tuple[tuple[float, float], ...]
    role: str
    style: Style
    label: str
    label_y: float = 0
    dots: bool = False


@dataclass(frozen=True, slots=True)
class Plot:
    """Bars and lines over an axis.

    `edge` and `end` are how many letters stand at most left and right of it.
    `columns` has a word for each sort of upright bars, with its role.
    """

    ticks: tuple[Tick, ...]
    labels: tuple[Label, ...]
    bars: tuple[Column, ...] = ()
    lines: tuple[Line, ...] = ()
    legend: tuple[tuple[str, str, bool], ...] = ()

    @property
    def edge(self) -> int:
        """The letters of the longest number beside the axis."""
        return max((len(tick.text) for tick in self.ticks), default=0)

    @property
    def end(self) -> int:
        """The letters of the longest label at the end of a line."""
        return max((len(line.label) for line in self.lines), default=0)


@dataclass(frozen=True, slots=True)
class Result:
    """A key result: its words, its numbers, and how much of its way is done in percent."""

    id: str
    text: str
    baseline: str
    current: str
    target: str
    percent: int | None


@dataclass(frozen=True, slots=True)
class Goal:
    """An objective with its key results and their mean in percent."""

    ref: Ref
    percent: int | None
    results: tuple[Result, ...]


@dataclass(frozen=True, slots=True)
class Goals:
    """Objectives, one below the other."""

    goals: tuple[Goal, ...]


@dataclass(frozen=True, slots=True)
class Square:
    """A square of the matrix of risks: its score, the role of its colour, the risks in it."""

    score: int
    role: str
    refs: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Squares:
    """Rows from the highest probability down, each from the least impact to the greatest."""

    rows: tuple[tuple[int, tuple[Square, ...]], ...]


Figure: TypeAlias = Ring | Bars | Plot | Goals | Squares


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with its title, a sentence that tells what it says, and its data.

    Without a `figure` there is nothing to draw, and the sentence says why.
    """

    type: str
    title: str
    says: str
    figure: Figure | None = None
    data: Data | None = None
