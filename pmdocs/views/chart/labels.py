"""Labels that stay clear of each other, told from how much room they take."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# What a letter of a label takes in pixels, at most on average, and what is free between two labels.
LETTER, GAP = 6.7, 4.0
# The least room in pixels between the axis and the edge: in a wide chart, and on a small phone.
WIDE, NARROW = 485.0, 200.0
# Distances are even when the longest is at most so many times the shortest.
_EVEN = 1.5


@dataclass(frozen=True, slots=True)
class Label:
    """Words under an axis at `x` percent of its length.

    `shift` percent of the words stand before that place. `wide` and `narrow`
    say whether there is room for it in a wide chart and in a narrow one. `more`
    is a second line.
    """

    text: str
    x: float
    shift: float = 50
    more: str = ""
    wide: bool = True
    narrow: bool = True

    def box(self, room: float) -> tuple[float, float]:
        """Where it begins and ends, in pixels, on an axis of so many pixels."""
        width = LETTER * max(len(self.text), len(self.more))
        start = room * self.x / 100 - width * self.shift / 100
        return start, start + width


def fitting(labels: Sequence[Label], room: float) -> set[int]:
    """The places of the labels that do not touch, the last of all among them.

    Of labels at even distances, it is every one, or every second, and so on.
    """
    gaps = [after.x - before.x for before, after in pairwise(labels)]
    even = not gaps or max(gaps) <= _EVEN * min(gaps)
    for stride in range(1, len(labels) + 1 if even else 1):
        places = range((len(labels) - 1) % stride, len(labels), stride)
        if _free(labels, room, places) == set(places):
            return set(places)
    return _free(labels, room, range(len(labels)))


def _free(labels: Sequence[Label], room: float, places: range) -> set[int]:
    """Those of the places where a label does not touch the one that is kept after it."""
    kept: set[int] = set()
    edge = float("inf")
    for place in reversed(places):
        start, end = labels[place].box(room)
        if end + GAP <= edge:
            kept.add(place)
            edge = start
    return kept


def thinned(labels: Sequence[Label]) -> tuple[Label, ...]:
    """The labels, each with whether there is room for it."""
    wide, narrow = fitting(labels, WIDE), fitting(labels, NARROW)
    return tuple(
        Label(one.text, one.x, one.shift, one.more, place in wide, place in narrow)
        for place, one in enumerate(labels)
    )


def apart(places: Sequence[float], gap: float, low: float = 0, high: float = 100) -> list[float]:
    """Places on a line from `low` to `high`, moved as little as needed to be a gap apart.

    They keep their order. Where there is no room for all gaps, they are spread evenly.
    """
    if not places:
        return []
    gap = min(gap, (high - low) / max(len(places) - 1, 1))
    order = sorted(range(len(places)), key=lambda n: places[n])
    moved, edge = list(places), low
    for number in order:
        moved[number] = edge = max(places[number], edge)
        edge += gap
    edge = high
    for number in reversed(order):
        moved[number] = edge = min(moved[number], edge)
        edge -= gap
    return [round(place, 2) for place in moved]
