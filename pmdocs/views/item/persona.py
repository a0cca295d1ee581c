"""A persona: a card, with goals, pains and jobs side by side, and the stories for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.model.kinds.story import Story
from pmdocs.views import initials
from pmdocs.views.item.body import to_show
from pmdocs.views.item.entries import sources, story_entry
from pmdocs.views.item.pieces import Listing
from pmdocs.views.item.values import Block, Form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.model.kinds.persona import Persona
    from pmdocs.project.project import Project


@dataclass(frozen=True, slots=True)
class Card:
    """What one sees of a persona first; `about` are segment and part in buying."""

    initials: str
    role: str
    about: tuple[str, ...]
    quote: str


def build(project: Project, persona: Persona) -> Form:
    """What the page of a persona shows in its own way."""
    about = tuple(filter(None, (persona.segment, persona.buying_role)))
    card = Card(initials.of_persona(persona.title), persona.role, about, to_show(persona, "quote"))
    return Form(
        lead=card,
        takes=("role", "segment", "buying_role", "quote"),
        blocks=tuple(_blocks(project, persona)),
        beside=(("goals", "pains", "jobs"),),
    )


def _blocks(project: Project, persona: Persona) -> Iterator[Block]:
    found = sources(project, persona.id, "as_a", "persona")
    entries = tuple(story_entry(one) for one in found if isinstance(one, Story))
    if entries:
        yield Block("its-stories", "Stories", "entries", own=Listing(entries), at="segment")
