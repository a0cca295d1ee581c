"""A story: its sentence, its criteria as a checklist, and what else must hold."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pmdocs.model.item import locate
from pmdocs.model.kinds.story import Criterion
from pmdocs.views.item.body import is_in_body, parts_in_body, to_show
from pmdocs.views.item.entries import met_of
from pmdocs.views.item.facts import parts
from pmdocs.views.item.pieces import Check, Checklist, Meter
from pmdocs.views.item.proven import meter_of
from pmdocs.views.item.scenario import Step, steps_in
from pmdocs.views.item.values import Block, Form
from pmdocs.views.proven import NAMELESS, mark_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.analysis.proof.book import Proofs
    from pmdocs.model.kinds.story import Story
    from pmdocs.project.project import Project
    from pmdocs.views.item.values import PartView
    from pmdocs.views.proven import Mark

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

    `shown` says who showed it and when, `url` where that can be seen. `proof` is its
    state where results of tests are known.
    """

    part: PartView
    steps: tuple[Step, ...]
    how: str
    met: bool
    shown: str
    url: str
    proof: Mark | None = None


@dataclass(frozen=True, slots=True)
class Criteria:
    """The criteria of a story, and how many of them are met, or proven where that is known.

    Where `told` the page has their words.
    """

    criteria: tuple[CriterionView, ...]
    meter: Meter
    told: bool = False


def build(project: Project, story: Story, proofs: Proofs | None = None) -> Form:
    """What the page of a story shows in its own way."""
    has_sentence = bool(to_show(story, "i_want"))
    return Form(
        lead=_sentence(project, story) if has_sentence else None,
        takes=_SENTENCE if has_sentence else (),
        blocks=tuple(_blocks(project, story, proofs)),
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


def _blocks(project: Project, story: Story, proofs: Proofs | None) -> Iterator[Block]:
    every = range(len(story.criteria))
    listed = [index for index in every if not _says_page(story, index)]
    if listed:
        own = _criteria(project, story, listed, proofs)
        title = "Acceptance criteria"
        title = f"{title} in features" if is_in_body(story, "criteria") else title
        yield Block("criteria", title, "criteria", own=own, takes=("criteria",))
    told = [index for index in every if index not in listed]
    if told and proofs:
        own = _criteria(project, story, told, proofs, told=True)
        yield Block("proof", "Proof", "criteria", own=own, at="criteria")
    asked = project.settings.plugin.definition_of_done
    done = story.definition_of_done or asked
    if done:
        checks = tuple(Check(line, story.state.role == "done", rich=False) for line in done)
        note = "" if story.definition_of_done else "Asked of every story of this product."
        key = "definition_of_done"
        yield Block(key, "Definition of done", "checks", own=Checklist(checks, note), takes=(key,))


def _says_page(story: Story, index: int) -> bool:
    """Whether the story's own page says all of a criterion, and no `.feature` file more of it."""
    node = locate(story.node, ("criteria", index, "scenario"))
    return is_in_body(story, "criteria") and node.source is story.node.source


def _criteria(
    project: Project,
    story: Story,
    listed: list[int],
    proofs: Proofs | None,
    *,
    told: bool = False,
) -> Criteria:
    hidden = [name for name in Criterion.model_fields if name != "id"]
    views = parts(project, story, story.criteria, hidden)
    said = () if told else parts_in_body(story)
    # What stands in the text of the page has its anchor there.
    shown = [replace(one, anchor="") if one.id.rpartition(".")[2] in said else one for one in views]
    done = story.state.role == "done"
    made = [_criterion(story.criteria[index], shown[index], done=done) for index in listed]
    if proofs is None or story.state.role == "dropped":
        met, total = met_of(story), len(story.criteria)
        return Criteria(tuple(made), Meter(met, total, f"{met} of {total} met"), told)
    share = proofs.share(story.id)
    marks = [_mark(views[index], proofs) for index in listed]
    marked = (replace(one, proof=mark) for one, mark in zip(made, marks, strict=True))
    return Criteria(tuple(marked), meter_of(share), told)


def _mark(part: PartView, proofs: Proofs) -> Mark:
    """What is shown of a criterion; of two with one id nobody knows which a test means."""
    return mark_of(proofs.get(part.id)) if part.anchor else NAMELESS


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
