"""The critical path method: when each piece of work can begin, and which of them cannot wait.

As in Kelley and Walker, "Critical-Path Planning and Scheduling" (1959), with the four
types of dependency of the precedence diagram (PMBOK Guide, "Develop Schedule"). Earliest
start is the latest of what the dependencies ask for, latest finish the earliest of what
the successors leave; total float = latest start - earliest start.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# Sums of fractions of a day differ in the last digits.
_NOTHING = 1e-6


@dataclass(frozen=True, slots=True)
class Constraint:
    """A dependency of `after` on `before`: FS, SS, FF or SF, with a lag (negative for a lead)."""

    before: str
    after: str
    type: str = "FS"
    lag: float = 0


@dataclass(frozen=True, slots=True)
class Activity:
    """A piece of work in a schedule, in units of time from the beginning of all."""

    duration: float
    earliest_start: float
    latest_start: float

    @property
    def earliest_finish(self) -> float:
        """When it can be over."""
        return self.earliest_start + self.duration

    @property
    def latest_finish(self) -> float:
        """When it must be over, so that the end of all is not moved."""
        return self.latest_start + self.duration

    @property
    def total_float(self) -> float:
        """How long it can wait without moving the end of all."""
        return self.latest_start - self.earliest_start

    @property
    def is_critical(self) -> bool:
        """Whether it cannot wait at all."""
        return self.total_float < _NOTHING


@dataclass(frozen=True, slots=True)
class Schedule:
    """When everything can happen; `length` is the time from the beginning to the end of all."""

    activities: Mapping[str, Activity]
    length: float

    @property
    def critical(self) -> tuple[str, ...]:
        """What cannot wait, in the order of time."""
        found = [id for id, one in self.activities.items() if one.is_critical]
        return tuple(sorted(found, key=lambda id: (self.activities[id].earliest_start, id)))


def schedule(
    durations: Mapping[str, float],
    constraints: Iterable[Constraint],
    not_before: Mapping[str, float] | None = None,
) -> Schedule | None:
    """The schedule of activities by their durations; None where dependencies go in a circle.

    `not_before` says when some may begin at the earliest. A constraint on something that is
    not there asks for nothing.
    """
    known = [c for c in constraints if c.before in durations and c.after in durations]
    before: defaultdict[str, list[Constraint]] = defaultdict(list)
    after: defaultdict[str, list[Constraint]] = defaultdict(list)
    for one in known:
        before[one.after].append(one)
        after[one.before].append(one)
    try:
        graph = {id: [c.before for c in before[id]] for id in durations}
        order = [*TopologicalSorter(graph).static_order()]
    except CycleError:
        return None
    starts: dict[str, float] = {}
    for id in order:
        asked = (_start(c, starts, durations) for c in before[id])
        starts[id] = max((not_before or {}).get(id, 0.0), 0.0, *asked)
    length = max((starts[id] + durations[id] for id in order), default=0.0)
    latest: dict[str, float] = {}
    for id in reversed(order):
        left = (_latest(c, latest, durations) for c in after[id])
        latest[id] = min((length - durations[id], *left))
    found = {id: Activity(durations[id], starts[id], latest[id]) for id in durations}
    return Schedule(found, length)


def _start(one: Constraint, starts: Mapping[str, float], durations: Mapping[str, float]) -> float:
    """The earliest start that a dependency leaves to what comes after it."""
    begin, own = starts[one.before], durations[one.after]
    finish = begin + durations[one.before]
    moment = finish if one.type in {"FS", "FF"} else begin
    return moment + one.lag - (own if one.type in {"FF", "SF"} else 0)


def _latest(one: Constraint, latest: Mapping[str, float], durations: Mapping[str, float]) -> float:
    """The latest start that a dependency leaves to what comes before it."""
    begin, own = latest[one.after], durations[one.before]
    moment = begin if one.type in {"FS", "SS"} else begin + durations[one.after]
    return moment - one.lag - (own if one.type in {"FS", "FF"} else 0)
