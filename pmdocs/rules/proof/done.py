"""The criteria of stories that are called done, as the rules about proof look at them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.diagnostics import Finding, Note
from pmdocs.evidence.result import Outcome
from pmdocs.model.ids import local_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.analysis.proof.book import Proofs
    from pmdocs.analysis.proof.state import Proof
    from pmdocs.evidence.result import Result
    from pmdocs.model.kinds.story import Story
    from pmdocs.project.project import Project
    from pmdocs.text import Span

_MOST_NOTES = 3
_LONGEST = 120


def criteria_of_done(story: Story, proofs: Proofs) -> Iterator[tuple[Span, Proof | None]]:
    """Where each criterion of a story stands and what is known of it, if the story is done."""
    if story.state.role == "done":
        yield from criteria_of(story, proofs)


def criteria_of(story: Story, proofs: Proofs) -> Iterator[tuple[Span, Proof | None]]:
    """Where each criterion of a story stands, and what is known of it."""
    for index, proof in enumerate(proofs.story(story).proofs):
        has_id = bool(story.criteria[index].id)
        place = ("criteria", index, "id") if has_id else ("criteria", index)
        yield story.at(*place), proof


def expired(story: Story, project: Project) -> Iterator[Finding]:
    """What a person has shown of a story, and would have to look at again."""
    most = project.settings.plugin.evidence.manual_days
    for index, criterion in enumerate(story.criteria):
        shown = criterion.evidence
        if shown is None or criterion.verification == "test":
            continue
        age = (project.today - shown.date.last).days
        if age > most:
            id = f"{story.id}.{local_id(criterion, story)}"
            yield Finding(
                story.at("criteria", index, "evidence", "date"),
                f"what shows `{id}` is {age:,} days old, and counts for {most:,}",
                "look again, and write the new date",
                item=id,
            )


def notes_of(results: tuple[Result, ...]) -> tuple[Note, ...]:
    """The tests, each where its result stands; the first three."""
    return tuple(Note(one.span, _told(one)) for one in results[:_MOST_NOTES])


def failed(span: Span, proof: Proof, message: str, hint: str) -> Finding:
    """What is said of a criterion that fails, with the tests that do."""
    bad = tuple(one for one in proof.results if one.outcome is Outcome.FAILED)
    return Finding(span, message, hint, notes_of(bad), item=proof.id)


def _told(result: Result) -> str:
    message = " ".join(result.message.split())
    text = f"`{result.test}`" + (f": {message}" if message else "")
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
