"""The proof of a criterion as views show it: its state in a word and a shape, and what shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.analysis.proof.state import State
from pmdocs.evidence.result import Outcome
from pmdocs.model.dates import Date

if TYPE_CHECKING:
    import datetime as dt

    from pmdocs.analysis.proof.state import Proof
    from pmdocs.evidence.result import Result

_ROLES = {
    State.FAILING: "blocked",
    State.STALE: "at-risk",
    State.UNTESTED: "planned",
    State.SKIPPED: "discovery",
    State.MANUAL: "done",
    State.PASSING: "done",
}
_OUTCOMES = {Outcome.FAILED: "blocked", Outcome.SKIPPED: "discovery", Outcome.PASSED: "done"}
_WORDS = {State.MANUAL: "by hand"}


@dataclass(frozen=True, slots=True)
class Test:
    """A test that names a criterion: how it ended, when it ran, and where that run can be seen."""

    name: str
    outcome: str
    role: str
    when: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """The state of a criterion: a `word` and the `role` of its shape.

    `why` says what nobody would guess. `when` is the day of the newest result, and
    `url` leads to its run, if it is known.
    """

    word: str
    role: str
    why: str = ""
    when: str = ""
    url: str = ""
    tests: tuple[Test, ...] = ()


# A criterion without an id: no test can name it.
NAMELESS = Mark(State.UNTESTED.value, _ROLES[State.UNTESTED], "has no id that a test could name")


def word_of(state: State) -> str:
    """A state in a word: `failing`, `by hand`."""
    return _WORDS.get(state, state.value)


def role_of(state: State) -> str:
    """The role of the shape that a state is shown with."""
    return _ROLES[state]


def mark_of(proof: Proof | None) -> Mark:
    """How a proof is shown; tests that failed come first, so that they explain the state."""
    if proof is None:
        return NAMELESS
    results = sorted(proof.results, key=lambda result: -result.outcome.rank)
    return Mark(
        word_of(proof.state),
        _ROLES[proof.state],
        # What failed is told by the list of tests.
        "" if proof.state is State.FAILING else proof.why,
        day_words(proof.at) if proof.at else "",
        _newest(results),
        tuple(map(_test, results)),
    )


def day_words(day: dt.date) -> str:
    """A day for people: `14 Mar 2027`."""
    return Date.day(day).words


def _test(result: Result) -> Test:
    when = day_words(result.at.date()) if result.at else ""
    role = _OUTCOMES[result.outcome]
    return Test(result.test, result.outcome.value, role, when, result.url or "")


def _newest(results: list[Result]) -> str:
    """The address of the newest run, of which the time need not be known."""
    linked = [(result.at.timestamp() if result.at else 0, result.url or "") for result in results]
    return max((one for one in linked if one[1]), default=(0, ""))[1]
