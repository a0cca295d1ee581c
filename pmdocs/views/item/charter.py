"""A charter: why, what is in and out, when, how much, who, and the work as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.views.item.approvals import approvals
from pmdocs.views.item.body import is_in_body, to_show
from pmdocs.views.item.budget import budget_of
from pmdocs.views.item.plan import milestones, tasks
from pmdocs.views.item.raci import matrix_of
from pmdocs.views.item.values import Block, Fact, Form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.model.kinds.charter import Charter
    from pmdocs.project.project import Project

_BESIDE = (("in_scope", "out_of_scope"), ("assumptions", "constraints"), ("standards", "reports"))


def build(project: Project, charter: Charter) -> Form:
    """What the page of a charter shows in its own way."""
    purpose = to_show(charter, "purpose")
    return Form(
        opening=purpose,
        takes=("manager", *(("purpose",) if purpose else ())),
        facts=tuple(_manager(charter)),
        blocks=tuple(_blocks(project, charter)),
        beside=_BESIDE,
    )


def _manager(charter: Charter) -> Iterator[Fact]:
    yield Fact("Manager", charter.manager.role)
    if charter.manager.authority:
        yield Fact("Authority", charter.manager.authority, rich=True)


def _blocks(project: Project, charter: Charter) -> Iterator[Block]:
    if charter.budget:
        yield Block("budget", "Budget", "budget", own=budget_of(charter.budget), takes=("budget",))
    if charter.raci:
        yield Block("raci", "Who does what", "raci", own=matrix_of(charter), takes=("raci",))
    if charter.milestones and not is_in_body(charter, "milestones"):
        yield _sheet("milestones", "Milestones", milestones(project, charter))
    if charter.tasks and not is_in_body(charter, "tasks"):
        yield _sheet("tasks", "Tasks", tasks(project, charter))
    if charter.approvals:
        yield approvals(charter.approvals)


def _sheet(key: str, label: str, own: object) -> Block:
    return Block(key, label, "sheet", own=own, takes=(key,))
