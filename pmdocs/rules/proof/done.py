"""The criteria of stories that are called done, as the rules about proof look at them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.diagnostics import Finding, Note
from pmdocs.evidence.result import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.analysis.proof.book import Proofs
    from pmdocs.analysis.proof.state import Proof
    from pmdocs.evidence.result import Result
    from pmdocs.model.kinds.story import Story
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
