"""A PRD: its requirements with the stories that realise them, questions and approvals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.analysis.progress import progress_of
from pmdocs.model.ids import local_id
from pmdocs.model.kinds.story import Story
from pmdocs.views.item.approvals import approvals
from pmdocs.views.item.body import is_in_body
from pmdocs.views.item.entries import sources, stories, story_entry
from pmdocs.views.item.facts import parts
from pmdocs.views.item.pieces import Entry, Listing, Meter
from pmdocs.views.item.values import Block, Form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.model.kinds.prd import Prd, Question
    from pmdocs.model.kinds.prd import Requirement as Written
    from pmdocs.project.project import Project
    from pmdocs.views.item.values import LinkGroup, PartView


@dataclass(frozen=True, slots=True)
class Requirement:
    """What a solution must do, or, when it is not `functional`, be; with its stories.

    `gap` says that nobody builds it yet.
    """

    part: PartView
    priority: str
    functional: bool
    stories: tuple[Entry, ...]
    gap: str
    used_by: tuple[LinkGroup, ...]


@dataclass(frozen=True, slots=True)
class Requirements:
    """The requirements, and how many have a story. Where `told` the page has their words."""

    requirements: tuple[Requirement, ...]
    meter: Meter
    told: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """An open question, or one with its answer."""

    part: PartView
    answer: str
    date: str


def build(project: Project, prd: Prd) -> Form:
    """What the page of a PRD shows in its own way."""
    done = progress_of(project, prd.id)
    return Form(
        meter=Meter(done.done, done.total, done.words) if done else None,
        blocks=tuple(_blocks(project, prd)),
    )


def _blocks(project: Project, prd: Prd) -> Iterator[Block]:
    if prd.requirements:
        told = is_in_body(prd, "requirements")
        key, label = ("coverage", "Coverage") if told else ("requirements", "Requirements")
        own = _requirements(project, prd, told=told)
        yield Block(
            key,
            label,
            "requirements",
            own=own,
            takes=() if told else (key,),
            at="requirements",
        )
    if found := stories(project, prd):
        entries = Listing(tuple(map(story_entry, found)))
        yield Block("its-stories", "Stories", "entries", own=entries, at="out_of_scope")
    if prd.open_questions and not is_in_body(prd, "open_questions"):
        asked = _questions(project, prd)
        key = "open_questions"
        yield Block(key, "Open questions", "questions", own=asked, takes=(key,))
    if prd.approvals:
        yield approvals(prd.approvals)


def _requirements(project: Project, prd: Prd, *, told: bool) -> Requirements:
    views = parts(project, prd, prd.requirements, ("priority",))
    rows = [_requirement(project, prd, r, v) for r, v in zip(prd.requirements, views, strict=True)]
    wanted = [row for row in rows if row.priority != "won't"]
    covered = sum(bool(row.stories) for row in wanted)
    words = f"{covered} of {len(wanted)} with a story"
    return Requirements(tuple(rows), Meter(covered, len(wanted), words), told)


def _requirement(project: Project, prd: Prd, one: Written, part: PartView) -> Requirement:
    found = sources(project, part.id, "prd") if one.id else ()
    kept = [s for s in found if isinstance(s, Story) and s.state.role != "dropped"]
    lacks = not kept and one.priority != "won't"
    return Requirement(
        part,
        one.priority or "",
        local_id(one, prd).startswith("FR"),
        tuple(map(story_entry, kept)),
        "No story" if lacks else "",
        tuple(group for group in part.used_by if group.name != "realised by"),
    )


def _questions(project: Project, prd: Prd) -> tuple[Asked, ...]:
    """The questions, those first that nobody has answered."""
    views = parts(project, prd, prd.open_questions, ("answer", "date"))
    asked = [_asked(q, v) for q, v in zip(prd.open_questions, views, strict=True)]
    return tuple(sorted(asked, key=lambda question: bool(question.answer)))


def _asked(question: Question, part: PartView) -> Asked:
    return Asked(part, question.answer or "", question.date.words if question.date else "")
