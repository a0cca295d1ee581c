"""Kinds whose form needs little: a sentence at the top, and a list of what hangs on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.views.item.body import to_show
from pmdocs.views.item.entries import entry, sources, targets
from pmdocs.views.item.pieces import Listing, Steps
from pmdocs.views.item.values import LAST, Block, Form

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pmdocs.model.item import Item
    from pmdocs.model.kinds.idea import Idea
    from pmdocs.model.kinds.program import Program
    from pmdocs.model.kinds.research import Research
    from pmdocs.model.kinds.stakeholder import Stakeholder
    from pmdocs.project.project import Project

# From the worst to the best, as PMBOK's assessment matrix has them.
_ATTITUDES = ("unaware", "resistant", "neutral", "supportive", "leading")


def idea(project: Project, one: Idea) -> Form:
    """What the page of an idea shows in its own way."""
    made = targets(project, one.id, "leads_to")
    return _opened(one, "customer_need", _list(project, "made", "What was made of it", made))


def program(project: Project, one: Program) -> Form:
    """What the page of a program shows in its own way."""
    named = targets(project, one.id, "charters")
    naming = (charter.id for charter in sources(project, one.id, "program"))
    charters = tuple(dict.fromkeys((*named, *naming)))
    return _opened(one, "goal", _list(project, "runs", "Its charters", charters))


def research(project: Project, one: Research) -> Form:
    """What the page of a piece of research shows in its own way."""
    found = targets(project, one.id, "supports")
    return Form(blocks=_list(project, "supported", "What it supports", found))


def stakeholder(_: Project, one: Stakeholder) -> Form:
    """What the page of a stakeholder shows in its own way."""
    if not one.engagement:
        return Form()
    steps = Steps(_ATTITUDES, one.engagement.current, one.engagement.desired)
    block = Block("engagement", "Engagement", "steps", own=steps, takes=("engagement",))
    return Form(blocks=(block,))


def _opened(one: Item, key: str, blocks: tuple[Block, ...]) -> Form:
    text = to_show(one, key)
    return Form(opening=text, takes=(key,) if text else (), blocks=blocks)


def _list(project: Project, key: str, label: str, ids: Iterable[str]) -> tuple[Block, ...]:
    """A list of items, before the fields that all kinds have; no block for an empty one."""
    entries = tuple(entry(project, id, _when(project, id)) for id in ids)
    block = Block(key, label, "entries", own=Listing(entries), at=LAST)
    return (block,) if entries else ()


def _when(project: Project, id: str) -> str:
    item = project.items.get(id)
    return item.when.words if item and item.when else ""
