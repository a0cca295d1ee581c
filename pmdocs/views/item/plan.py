"""The milestones and tasks of a charter as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.analysis.slippage import slip_of
from pmdocs.model.kinds.charter import Milestone, Task
from pmdocs.views.item.facts import parts, shown
from pmdocs.views.item.pieces import Group, Row, Sheet
from pmdocs.views.item.sheets import sheet
from pmdocs.views.item.values import Fact

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmdocs.model.item import Part
    from pmdocs.model.kinds.charter import Charter
    from pmdocs.model.links import Dependency
    from pmdocs.project.project import Project
    from pmdocs.views.item.values import PartView

_HOURS_IN_A_DAY = 8


def milestones(project: Project, charter: Charter) -> Sheet:
    """The milestones with what was promised, what is expected, and how far that has slipped."""
    views = _views(project, charter, charter.milestones, Milestone)
    rows = [
        Row(_milestone(project, charter, one, view), view.anchor)
        for one, view in zip(charter.milestones, views, strict=True)
    ]
    return sheet([Group(tuple(rows))])


def tasks(project: Project, charter: Charter) -> Sheet:
    """The tasks by stage, in the order in which the stages are first named."""
    stages: dict[str, list[Row]] = {}
    views = _views(project, charter, charter.tasks, Task)
    for task, view in zip(charter.tasks, views, strict=True):
        row = Row(_task(project, charter, task, view), view.anchor)
        stages.setdefault(task.stage or "", []).append(row)
    return sheet(
        Group(tuple(rows), stage or ("Without a stage" if len(stages) > 1 else ""), _many(rows))
        for stage, rows in stages.items()
    )


def _views(
    project: Project, charter: Charter, written: Sequence[Part], kind: type[Part]
) -> tuple[PartView, ...]:
    return parts(project, charter, written, kind.model_fields)


def _many(rows: Sequence[Row]) -> str:
    return f"{len(rows)} {'task' if len(rows) == 1 else 'tasks'}"


def _milestone(
    project: Project, charter: Charter, one: Milestone, view: PartView
) -> tuple[Fact, ...]:
    late = one.date.last < project.today and not one.actual
    role = "done" if one.actual else "at-risk" if late else "planned"
    return (
        Fact("ID", view.local),
        Fact("Milestone", one.title, role=role),
        Fact("Baseline", one.baseline.words if one.baseline else ""),
        Fact("Date", one.date.words),
        Fact("Actual", one.actual.words if one.actual else "overdue" if late else ""),
        _slip(one),
        _named_by(charter, view),
    )


def _slip(one: Milestone) -> Fact:
    if not one.baseline:
        return Fact("Slip", "")
    slip = slip_of(one.baseline, one.actual or one.date)
    return Fact("Slip", slip.words, role="at-risk" if slip.days > 0 else "")


def _task(project: Project, charter: Charter, task: Task, view: PartView) -> tuple[Fact, ...]:
    return (
        Fact("ID", view.local),
        Fact("Task", task.title),
        _waits(project, charter, task),
        Fact("Work", _work(task)),
        Fact("Who", _who(task)),
        _leads_to(project, charter, task),
        Fact("Done", str(task.progress) if task.progress else ""),
        Fact("Worked", _worked(task)),
        _named_by(charter, view),
    )


def _waits(project: Project, charter: Charter, task: Task) -> Fact:
    waits = [(_full(charter, d.target), d) for d in task.depends_on]
    found = [(id, d) for id, d in waits if project.find(id)]
    lost = ", ".join(str(d) for id, d in waits if not project.find(id))
    ids, notes = tuple(id for id, _ in found), tuple(_kind_of_wait(d) for _, d in found)
    return Fact("Waits for", lost, ids, notes=notes)


def _kind_of_wait(one: Dependency) -> str:
    """How two tasks hang together, empty where the one simply comes after the other."""
    if one.type == "FS" and not one.lag:
        return ""
    days, rest = divmod(abs(one.lag), _HOURS_IN_A_DAY)
    lag = f"{abs(one.lag):g}h" if rest else f"{days:g}d"
    sign = "+" if one.lag > 0 else "−"
    return f"{one.type}{sign}{lag}" if one.lag else one.type


def _leads_to(project: Project, charter: Charter, task: Task) -> Fact:
    id = _full(charter, task.milestone) if task.milestone else ""
    there = bool(id and project.find(id))
    return Fact("For", "" if there else task.milestone or "", (id,) if there else ())


def _full(charter: Charter, id: str) -> str:
    return id if "." in id else f"{charter.id}.{id}"


def _named_by(charter: Charter, view: PartView) -> Fact:
    """What other items link to a part."""
    ids = dict.fromkeys(id for group in view.used_by for id in group.ids)
    return Fact("Named by", "", tuple(id for id in ids if not id.startswith(f"{charter.id}.")))


def _work(task: Task) -> str:
    """The hours, or three estimates of them."""
    guesses = (task.optimistic, task.likely, task.pessimistic)
    told = [] if task.work is None else [shown(task.work)]
    if any(guess is not None for guess in guesses):
        told.append("/".join("?" if g is None else shown(g) for g in guesses))
    return f"{', '.join(told)} h" if told else ""


def _who(task: Task) -> str:
    people = "" if task.units is None else f"×{shown(task.units)}"
    return " ".join(filter(None, (task.assignee, people)))


def _worked(task: Task) -> str:
    told = "" if task.actual_hours is None else f"{shown(task.actual_hours)} h"
    again = "" if task.rework_hours is None else f"{shown(task.rework_hours)} h again"
    return ", ".join(filter(None, (told, again)))
