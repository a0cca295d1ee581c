"""What one test said about the criteria that it names."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from pmdocs.diagnostics import Finding
    from pmdocs.text import Span


class Outcome(StrEnum):
    """How a test ended."""

    PASSED = "passed"
    SKIPPED = "skipped"
    FAILED = "failed"

    @property
    def rank(self) -> int:
        """A number that grows with how bad it is: 0 for passed, 2 for failed."""
        return {"passed": 0, "skipped": 1, "failed": 2}[self.value]


def worst(outcomes: Iterable[Outcome]) -> Outcome:
    """The outcome that counts where there are several, at least one."""
    return max(outcomes, key=lambda outcome: outcome.rank)


@dataclass(frozen=True, slots=True)
class Result:
    """One test, with the full ids of the criteria that it says something about.

    `test` is the name by which people find it, `seconds` how long it took. `at`
    says when it ran, with its offset from UTC; `commit` what was tested; `url`
    leads to the run. `digests` holds, by criterion, what `digest_of` made of its
    words when the test ran, where the runner knew them. `span` is where the
    result stands in its file.
    """

    test: str
    ids: tuple[str, ...]
    outcome: Outcome
    span: Span
    seconds: float | None = None
    at: dt.datetime | None = None
    commit: str | None = None
    url: str | None = None
    message: str = ""
    digests: tuple[tuple[str, str], ...] = ()

    def digest(self, id: str) -> str | None:
        """What the words of a criterion were when the test ran, if that is known."""
        return next((digest for named, digest in self.digests if named == id), None)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was read from all files with results; `tests` counts those without an id, too.

    `results` are the tests that name something, `nameless` those that do not.
    """

    results: tuple[Result, ...] = ()
    tests: int = 0
    findings: tuple[Finding, ...] = field(default=())
    nameless: tuple[Result, ...] = ()

    def of(self, id: str) -> list[Result]:
        """The results that name a criterion."""
        return [result for result in self.results if id in result.ids]
