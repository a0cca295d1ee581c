"""Where numbers stand on an axis, and which of them are written beside it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# Numbers beyond this are drawn at the edge, and smaller ones as zero: nobody measures them, and
# their differences are no numbers any more.
_FAR, _TINY = 1e300, 1e-100
_MOST = 5
_STEPS = (1, 2, 2.5, 5, 10)
_UNITS = ((1e12, "T"), (1e9, "G"), (1e6, "M"), (1e3, "k"))
_LONG, _HUGE = 10_000, 1e15


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis from `low` to `high`, with round numbers to write beside it."""

    low: float
    high: float
    ticks: tuple[float, ...]

    def share(self, value: float) -> float:
        """Where a number stands, in percent of the way from low to high."""
        return round(100 * (_near(value) - self.low) / (self.high - self.low), 2)


def scale_of(values: Iterable[float], *, zero: bool = False) -> Scale:
    """The axis that shows these values, from one round number to another.

    It begins at zero when it has to, or when zero is not far: otherwise small
    differences would look large.
    """
    found = [_near(value) for value in values] or [0.0]
    low, high = min(found), max(found)
    if zero or 0 <= low < high - low:
        low = min(low, 0.0)
        high = max(high, 0.0)
    ticks = nice_ticks(low, high)
    return Scale(ticks[0], ticks[-1], ticks)


def nice_ticks(low: float, high: float) -> tuple[float, ...]:
    """Round numbers around a range, at most six: multiples of 1, 2, 2.5 or 5."""
    if high - low <= abs(high) * 1e-9:
        # A single number stands in the middle, and zero at the beginning.
        low, high = (low - abs(high) / 2, high + abs(high) / 2) if high else (0.0, 1.0)
    step = _step(low, high)
    first, last = math.floor(low / step), math.ceil(high / step)
    digits = max(0, 2 - math.floor(math.log10(step)))
    return tuple(round(number * step, digits) for number in range(first, last + 1))


def short(value: float) -> str:
    """A number for the edge of a chart: `1,200`, `15k`, `2.5M`."""
    if abs(value) >= _HUGE:
        return f"{value:.3g}"
    for size, unit in _UNITS:
        if abs(value) >= max(size, _LONG):
            return f"{value / size:.4g}{unit}"
    return f"{value:,.4g}"


def _step(low: float, high: float) -> float:
    """The smallest round step that is enough, also when both ends are made round."""
    size = 10.0 ** math.floor(math.log10((high - low) / _MOST))
    steps = (size * ten * step for ten in (1, 10) for step in _STEPS)
    return next(s for s in steps if math.ceil(high / s) - math.floor(low / s) <= _MOST)


def _near(value: float) -> float:
    return min(max(float(value), -_FAR), _FAR) if abs(value) > _TINY else 0.0
