"""The critical paths of charters and of the roadmap, before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.analysis.changes.amounts import counted
from pmdocs.analysis.changes.sentence import Id, listed
from pmdocs.analysis.consequences.consequence import Consequence
from pmdocs.analysis.critical_path import Constraint, schedule
from pmdocs.model.ids import local_id
from pmdocs.model.kinds.charter import Charter, Task, WorkCalendar
from pmdocs.model.kinds.roadmap_item import RoadmapItem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.analysis.changes.compare import Pairs
    from pmdocs.analysis.changes.sentence import Sentence
    from pmdocs.analysis.critical_path import Schedule
    from pmdocs.project.project import Project

_END, _PATH = 76, 58
_LEAST = 0.05
_CALENDAR = WorkCalendar()


def charters(pairs: Pairs) -> Iterator[Consequence]:
    """The charters whose chain of tasks takes another time, or goes another way."""
    for before, charter in pairs.both.values():
        if before is charter or charter.state.closed:
            continue
        if isinstance(before, Charter) and isinstance(charter, Charter):
            was, now = plan_of(before), plan_of(charter)
            if was is not None and now is not None and was.activities and now.activities:
                yield from _charter(charter.id, was, now)


def plan_of(charter: Charter) -> Schedule | None:
    """The schedule of a charter's tasks in days of work; None where they depend in a circle.

    The duration of a task is its work / (hours a day x how many people at once); without
    `work` it is the mean of its three estimates (PERT): (O + 4 M + P) / 6. A task of which
    nothing is known takes no time.
    """
    hours = (charter.calendar or _CALENDAR).hours_per_day
    durations, constraints = {}, []
    for task in charter.tasks:
        id = local_id(task, charter)
        durations[id] = _work(task) / (hours * (task.units or 1))
        constraints += [
            Constraint(d.target.removeprefix(f"{charter.id}."), id, d.type, d.lag / hours)
            for d in task.depends_on
        ]
    return schedule(durations, constraints)


def roadmap(old: Project, new: Project, pairs: Pairs) -> Iterator[Consequence]:
    """The roadmap items on which the last end of the roadmap depends now, and did not before.

    Only those that other items wait for: the last item of a chain is always critical.
    """
    was, now = _roadmap(old), _roadmap(new)
    if was is None or now is None or all(pairs.was(id) in was.critical for id in now.critical):
        return
    for id in now.critical:
        waiting = [k.item.id for k in new.graph.into(id, "depends_on") if k.item.id in now.critical]
        known = was.activities.get(pairs.was(id))
        verb = "waits for it" if len(waiting) == 1 else "wait for it"
        if waiting and known is not None and not known.is_critical:
            sentence = (
                "is on the critical path of the roadmap now: ",
                *listed([*map(Id, waiting)]),
                f" {verb}",
            )
            yield Consequence("critical", id, sentence, _PATH, tuple(waiting))


def _charter(id: str, was: Schedule, now: Schedule) -> Iterator[Consequence]:
    longer = now.length - was.length
    if abs(longer) >= _LEAST:
        word = "more" if longer > 0 else "less"
        amount = _days(abs(longer))
        total = f"{_days(now.length)} instead of {_days(was.length)}"
        words: Sentence = (f"takes {amount} of work {word}: {total} along its critical path",)
        yield Consequence("critical", id, words, _END if longer > 0 else _PATH)
    known = [one for one in now.critical if one in was.activities]
    come = [one for one in known if not was.activities[one].is_critical]
    if come:
        ids = [f"{id}.{one}" for one in come]
        words = (
            f"has {counted(len(ids), 'more task')} that cannot wait: ",
            *listed([*map(Id, ids)]),
        )
        yield Consequence("critical", id, words, _PATH, tuple(ids))


def _work(task: Task) -> float:
    if task.work is not None:
        return task.work
    o, m, p = task.optimistic, task.likely, task.pessimistic
    if o is not None and m is not None and p is not None:
        return (o + 4 * m + p) / 6
    return m or 0.0


def _roadmap(project: Project) -> Schedule | None:
    """The open items that are tied to others by dependencies, in days, none before its start."""
    items = [i for i in project.of(RoadmapItem) if i.when is not None and not i.state.closed]
    tied = {
        id
        for item in items
        for link in project.graph.out(item.id, "depends_on")
        for id in (item.id, link.target)
    }
    chosen = [item for item in items if item.id in tied]
    if not chosen:
        return None
    first = min(item.when.start.first for item in chosen if item.when)
    durations = {item.id: float(max(item.when.days, 0)) for item in chosen if item.when}
    starts = {i.id: float((i.when.start.first - first).days) for i in chosen if i.when}
    constraints = [
        Constraint(link.target, item.id)
        for item in chosen
        for link in project.graph.out(item.id, "depends_on")
        if link.target != item.id
    ]
    return schedule(durations, constraints, starts)


def _days(number: float) -> str:
    rounded = round(number, 1)
    return f"{rounded:g} day{'' if rounded == 1 else 's'}"
