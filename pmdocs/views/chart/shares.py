"""Charts of counts: a ring, or bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.views.chart.counts import column_named, counts_by, merged
from pmdocs.views.chart.values import Bars, Chart, Data, Ring, Slice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmdocs.model.item import Item
    from pmdocs.project.project import Project
    from pmdocs.views.chart.counts import Count

# More slices than that cannot be told apart, and more bars are not read.
SLICES, BARS = 7, 15
# Percent of the way round between two slices, and the least that can be seen of one.
_GAP, _LEAST = 0.6, 0.5


def donut(project: Project, items: Sequence[Item], by: str, title: str) -> Chart:
    """A ring with a slice for each value of a field."""
    heading, counts, says, data = _counted(project, items, by)
    if not counts:
        return Chart("donut", title or heading, says)
    ring = Ring(len(items), _noun(items), slices(merged(counts, SLICES)))
    return Chart("donut", title or heading, says, ring, data)


def bars(project: Project, items: Sequence[Item], by: str, title: str) -> Chart:
    """A bar for each value of a field."""
    heading, counts, says, data = _counted(project, items, by)
    if not counts:
        return Chart("bars", title or heading, says)
    shown = tuple(merged(counts, BARS))
    most = max(one.count for one in shown)
    lengths = tuple(round(100 * one.count / most, 1) for one in shown)
    return Chart("bars", title or heading, says, Bars(shown, lengths), data)


def slices(counts: Sequence[Count]) -> tuple[Slice, ...]:
    """The slices of a ring, clockwise from the top, with a gap between them."""
    total, found, start, tint = sum(one.count for one in counts), [], 0.0, 0
    gap = _GAP if len(counts) > 1 else 0
    for one in counts:
        length = 100 * one.count / total
        found.append(Slice(one, round(start, 2), round(max(length - gap, _LEAST), 2), tint))
        start, tint = start + length, tint + (not one.role)
    return tuple(found)


def _counted(
    project: Project, items: Sequence[Item], by: str
) -> tuple[str, list[Count], str, Data | None]:
    """The heading, the counts, the sentence and the data of a chart of counts."""
    column, noun = column_named(project, by, items), _noun(items)
    label = column.label if column else by.replace("_", " ")
    lower = label if label.isupper() else label.lower()
    heading = f"{noun[:1].upper()}{noun[1:]} by {lower}"
    if not column or not items:
        return heading, [], "There is nothing to count.", None
    counts = counts_by(project, column, items)
    rows = tuple((one.word, str(one.count), f"{one.percent}%") for one in counts)
    return heading, counts, _says(len(items), noun, counts), Data((label, "Count", "Share"), rows)


def _says(total: int, noun: str, counts: Sequence[Count]) -> str:
    told = (f"{one.count} {one.word}" for one in merged(counts, SLICES))
    return f"{total:,} {noun}: {', '.join(told)}."


def _noun(items: Sequence[Item]) -> str:
    """What the items are called: by their kind, where all are of one."""
    kinds = {(item.label, item.plural) for item in items}
    label, plural = kinds.pop() if len(kinds) == 1 else ("item", "items")
    word = label if len(items) == 1 else plural
    return word if word[1:2].isupper() else word.lower()
