"""The state of a criterion: what its tests, or a person, have shown."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from pmdocs.evidence.result import Outcome
from pmdocs.model.digest import digest_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence

    from pmdocs.evidence.result import Result
    from pmdocs.model.kinds.story import Criterion
    from pmdocs.project.project import PartPlace, Project

    # What the words of a criterion were at a commit or a time, as a digest; None where
    # nobody knows.
    Then: TypeAlias = Callable[[str, str | dt.datetime], str | None]

_WAYS = {"manual": "hand", "analysis": "analysis"}


class State(StrEnum):
    """What is known about a criterion; in the order in which they should worry people."""

    FAILING = "failing"
    STALE = "stale"
    UNTESTED = "untested"
    SKIPPED = "skipped"
    MANUAL = "manual"
    PASSING = "passing"

    @property
    def proven(self) -> bool:
        """Whether it is shown that the criterion holds."""
        return self in {State.PASSING, State.MANUAL}


@dataclass(frozen=True, slots=True)
class Proof:
    """The state of one criterion with the results that it comes from.

    `why` says in a few words what nobody would guess: why a result is stale, who
    showed it by hand. `at` is the day of the newest result, or of the evidence.
    """

    id: str
    state: State
    results: tuple[Result, ...] = ()
    why: str = ""
    at: dt.date | None = None


def proofs_of(
    project: Project, results: Sequence[Result], then: Then, manual_days: int
) -> dict[str, Proof]:
    """The proof of each criterion with an id, by its full id.

    `then` tells what the words of a criterion were at a commit, or at the time of a run
    that names none. What a person has shown counts for `manual_days` days.
    """
    named: dict[str, list[Result]] = {}
    for result in results:
        for id in result.ids:
            named.setdefault(project.present(id), []).append(result)
    places = project.parts.items()
    return {
        id: _proof(place, tuple(named.get(id, ())), then, (project.today, manual_days))
        for id, place in places
        if place.part.kind == "criterion"
    }


def unknown(project: Project, results: Sequence[Result]) -> Mapping[str, list[Result]]:
    """The results that name something that does not exist, by the id that they name."""
    found: dict[str, list[Result]] = {}
    for result in results:
        for id in result.ids:
            if project.find(id) is None and id.partition(".")[0] not in project.unclear:
                found.setdefault(id, []).append(result)
    return found


def outcome_of(results: Sequence[Result]) -> Outcome:
    """How the tests of a criterion came out together, of which there is at least one.

    One that failed counts for all; one that was skipped takes nothing from those that passed.
    """
    outcomes = {result.outcome for result in results}
    order = (Outcome.FAILED, Outcome.PASSED, Outcome.SKIPPED)
    return next(outcome for outcome in order if outcome in outcomes)


def _proof(
    place: PartPlace, results: tuple[Result, ...], then: Then, term: tuple[dt.date, int]
) -> Proof:
    criterion: Criterion = place.part  # type: ignore[assignment]
    outcome = outcome_of(results) if results else None
    if outcome in {None, Outcome.SKIPPED} and criterion.verification != "test":
        return _by_hand(place.id, criterion, results, term)
    if outcome is None:
        return Proof(place.id, State.UNTESTED)
    at = max((r.at.date() for r in results if r.at), default=None)
    if outcome is Outcome.FAILED:
        failed = [r for r in results if r.outcome is outcome]
        return Proof(place.id, State.FAILING, results, _told(failed), at)
    today = digest_of(criterion)
    # A skipped test shows nothing, so that its age does not matter.
    passed = [r for r in results if r.outcome is Outcome.PASSED]
    if old := [r for r in passed if _was(r, place, then) not in {None, today}]:
        return Proof(place.id, State.STALE, results, _since(old), at)
    return Proof(place.id, State.PASSING if passed else State.SKIPPED, results, "", at)


def _by_hand(
    id: str, criterion: Criterion, skipped: tuple[Result, ...], term: tuple[dt.date, int]
) -> Proof:
    today, days = term
    shown = criterion.evidence
    if shown is None:
        state = State.SKIPPED if skipped else State.UNTESTED
        return Proof(id, state, skipped, f"to be shown by {_WAYS[criterion.verification]}")
    day = shown.date.last
    why = f"shown by {shown.by}"
    if day > today:
        return Proof(id, State.UNTESTED, skipped, f"{why}, but on a day that is still to come", day)
    if (today - day).days > days:
        return Proof(id, State.STALE, skipped, f"{why}, more than {days} days ago", day)
    return Proof(id, State.MANUAL, skipped, why, day)


def _was(result: Result, place: PartPlace, then: Then) -> str | None:
    """What the criterion's words were, also where the result names it by a former id."""
    local = place.id.partition(".")[2]
    names = (place.id, *(f"{old}.{local}" for old in place.item.aliases))
    known = next((found for name in names if (found := result.digest(name))), None)
    when = result.commit or result.at
    return known or (then(place.id, when) if when else None)


def _told(failed: list[Result]) -> str:
    return f"{len(failed)} failed" if len(failed) > 1 else failed[0].test


def _since(old: list[Result]) -> str:
    commit = next((r.commit for r in old if r.commit), None)
    return "the criterion has changed since" + (f" commit {commit[:8]}" if commit else " the run")
