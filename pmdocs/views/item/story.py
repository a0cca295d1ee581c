"""A story: its sentence, its criteria as a checklist, and what else must hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.model.kinds.story import Criterion
from pmdocs.views.item.body import is_in_body, to_show
from pmdocs.views.item.entries import met_of
from pmdocs.views.item.facts import parts
from pmdocs.views.item.pieces import Check, Checklist, Meter
from pmdocs.views.item.scenario import Step, steps_in
from pmdocs.views.item.values import Block, Form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.model.kinds.story import Story
    from pmdocs.project.project import Project
    from pmdocs.views.item.values import PartView

_SENTENCE = ("as_a", "i_want", "so_that")
_HOW = {"test": "by test", "manual": "by hand", "analysis": "by analysis"}
_ARTICLES = {"a", "an", "the"}


@dataclass(frozen=True, slots=True)
class Sentence:
    """As a (who), I want (what), so that (why).

    `opening` is `As a`, `As an` or `As`; `who_id` is the persona's, if there is one.
    """

    opening: str
    who: str
    who_id: str
    i_want: str
    so_that: str


@dataclass(frozen=True, slots=True)
class CriterionView:
    """A criterion: a rule or steps, how it is shown to hold, and whether it is met.

    `shown` says who showed it and when, `url` where that can be seen.
    """

    part: PartView
    steps: tuple[Step, ...]
    how: str
    met: bool
    shown: str
    url: str


@dataclass(frozen=True, slots=True)
class Criteria:
    """The criteria of a story, and how many of them are met."""

    criteria: tuple[CriterionView, ...]
    meter: Meter


def build(project: Project, story: Story) -> Form:
    """What the page of a story shows in its own way."""
    has_sentence = bool(to_show(story, "i_want"))
    return Form(
        lead=_sentence(project, story) if has_sentence else None,
        takes=_SENTENCE if has_sentence else (),
        blocks=tuple(_blocks(project, story)),
    )


def _sentence(project: Project, story: Story) -> Sentence:
    title = project.title_of(story.as_a)
    who = title or story.as_a
    first, _, _ = who.partition(" ")
    article = "n" if who[:1].lower() in "aeio" else ""
    opening = "As" if first.lower() in _ARTICLES else f"As a{article}"
    so_that = to_show(story, "so_that")
    return Sentence(
        opening, who, story.as_a if title else "", story.i_want.rstrip("."), so_that.rstrip(".")
    )


def _blocks(project: Project, story: Story) -> Iterator[Block]:
    if story.criteria and not is_in_body(story, "criteria"):
        own = _criteria(project, story)
        yield Block("criteria", "Acceptance criteria", "criteria", own=own, takes=("criteria",))
    asked = project.settings.plugin.definition_of_done
    done = story.definition_of_done or asked
    if done:
        checks = tuple(Check(line, story.state.role == "done", rich=False) for line in done)
        note = "" if story.definition_of_done else "Asked of every story of this product."
        key = "definition_of_done"
        yield Block(key, "Definition of done", "checks", own=Checklist(checks, note), takes=(key,))


def _criteria(project: Project, story: Story) -> Criteria:
    hidden = [name for name in Criterion.model_fields if name != "id"]
    views = parts(project, story, story.criteria, hidden)
    met, total = met_of(story), len(story.criteria)
    done = story.state.role == "done"
    return Criteria(
        tuple(_criterion(c, v, done=done) for c, v in zip(story.criteria, views, strict=True)),
        Meter(met, total, f"{met} of {total} met"),
    )


def _criterion(criterion: Criterion, part: PartView, *, done: bool) -> CriterionView:
    proof = criterion.evidence
    return CriterionView(
        part,
        tuple(_steps(criterion)),
        _HOW[criterion.verification],
        met=done or proof is not None,
        shown=f"Shown by {proof.by}, {proof.date.words}" if proof else "",
        url=(proof.url or "") if proof else "",
    )


def _steps(criterion: Criterion) -> Iterator[Step]:
    if criterion.scenario:
        yield from steps_in(criterion.scenario)
    for word, lines in (
        ("Given", criterion.given),
        ("When", criterion.when),
        ("Then", criterion.then),
    ):
        for index, line in enumerate(lines):
            yield Step(word if index == 0 else "And", line)
