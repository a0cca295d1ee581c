"""The card of a part: a criterion, a requirement, a key result, a milestone, a task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.analysis.key_results import reached_of
from pmdocs.analysis.summary import plain, shortened, way_of
from pmdocs.model.kinds.charter import Milestone, Task
from pmdocs.model.kinds.objective import KeyResult
from pmdocs.model.kinds.story import Criterion
from pmdocs.views.card.values import MOST, Bar, CardView, Step, few, short
from pmdocs.views.proven import mark_of
from pmdocs.views.ref import ref_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.analysis.proof.book import Proofs
    from pmdocs.model.item import Part
    from pmdocs.project.project import PartPlace, Project

_MOST_STEPS = 6
_STEP_WORDS = ("Given", "When", "Then", "And", "But", "*")


def part_card(project: Project, place: PartPlace, proofs: Proofs | None = None) -> CardView:
    """Work out the card of a part."""
    proof = proofs.get(place.id) if proofs else None
    mark = mark_of(proof) if proof else None
    part = place.part
    steps = tuple(_steps(part))
    left = len(steps) - _MOST_STEPS
    first = list(_waits_for(project, place))
    return CardView(
        id=place.id,
        kind=part.kind.capitalize(),
        title=getattr(part, "title", ""),
        status=mark.word if mark else "",
        role=mark.role if mark else "",
        text="" if steps else shortened(_text(project, part)),
        steps=(*steps[:_MOST_STEPS], Step("", f"and {left} more")) if left > 0 else steps,
        belongs=short(ref_of(place.item)),
        when=mark.when if mark else _when(part),
        why=mark.why if mark else "",
        tests=mark.tests[:MOST] if mark else (),
        more_tests=max(0, len(mark.tests) - MOST) if mark else 0,
        bar=_bar(project, part),
        owner=(part.assignee or "") if isinstance(part, Task) else "",
        confidence=str(part.confidence or "") if isinstance(part, KeyResult) else "",
        links=(few(project, "waits for", first),) if first else (),
    )


def _text(project: Project, part: Part) -> str:
    if isinstance(part, KeyResult):
        return way_of(project, part)
    return plain(getattr(part, "text", "") or "")


def _steps(part: Part) -> Iterator[Step]:
    """The steps of a criterion, whichever way it was written; none when it is a rule."""
    if not isinstance(part, Criterion) or part.text:
        return
    for line in (part.scenario or "").splitlines():
        word, _, rest = line.strip().partition(" ")
        if rest and word in _STEP_WORDS:
            yield Step(word, shortened(plain(rest)))
        elif line.strip():
            yield Step("", shortened(line.strip()))
    for word, lines in (("Given", part.given), ("When", part.when), ("Then", part.then)):
        for index, text in enumerate(lines):
            yield Step("And" if index else word, shortened(plain(text)))


def _when(part: Part) -> str:
    if isinstance(part, Milestone):
        return f"{part.actual.words} (reached)" if part.actual else part.date.words
    return ""


def _bar(project: Project, part: Part) -> Bar | None:
    if isinstance(part, KeyResult) and (percent := reached_of(project, part)) is not None:
        return Bar(percent, f"{percent}% of the way")
    if isinstance(part, Task) and part.progress:
        return Bar(int(part.progress.value), f"{part.progress} done")
    return None


def _waits_for(project: Project, place: PartPlace) -> Iterator[str]:
    """The tasks that come first and are not done yet."""
    for link in project.graph.out(place.id, "depends_on"):
        first = project.parts.get(link.target)
        task = first.part if first else None
        is_done = isinstance(task, Task) and task.progress and task.progress.value >= 100  # noqa: PLR2004 - per cent
        if not is_done:
            yield link.target
