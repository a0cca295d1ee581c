"""A vision: Moore's statement, where the product stands in its life, and what it guides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.views.item.body import is_in_body
from pmdocs.views.item.entries import entry, sources
from pmdocs.views.item.pieces import Listing, Steps
from pmdocs.views.item.statement import Statement, statement_of
from pmdocs.views.item.values import Block, Form

if TYPE_CHECKING:
    from pmdocs.model.kinds.vision import Vision
    from pmdocs.project.project import Project

_SLOTS = ("target_customer", "need", "category", "key_benefit", "alternative", "differentiation")
_LIFE = ("introduction", "growth", "maturity", "decline")


@dataclass(frozen=True, slots=True)
class Lead:
    """The statement, unless the page has its words in sections, and the step of life."""

    statement: Statement | None
    lifecycle: Steps | None


def build(project: Project, vision: Vision) -> Form:
    """What the page of a vision shows in its own way."""
    told = any(is_in_body(vision, slot) for slot in _SLOTS)
    statement = None if told else statement_of(vision, project.settings.site_name)
    life = Steps(_LIFE, vision.lifecycle) if vision.lifecycle else None
    guided = Listing(tuple(entry(project, o.id) for o in sources(project, vision.id, "vision")))
    block = Block("guides", "What it guides", "entries", own=guided, at="lifecycle")
    return Form(
        lead=Lead(statement, life),
        takes=("lifecycle", *(() if told else _SLOTS)),
        blocks=(block,) if guided.entries else (),
    )
