"""Where the results come from, and what they name that does not exist."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.views.proven import day_words

if TYPE_CHECKING:
    import datetime as dt

    from pmdocs.analysis.proof.book import Proofs


@dataclass(frozen=True, slots=True)
class File:
    """A file with results: how many name a criterion, and the day of the newest of all."""

    path: str
    count: int
    when: str


@dataclass(frozen=True, slots=True)
class Sources:
    """The files with results; `tests` counts those that name nothing, too.

    `wrong` counts what is wrong with the files, `when` is the day of the newest result.
    """

    files: tuple[File, ...]
    tests: int
    named: int
    when: str
    wrong: int


@dataclass(frozen=True, slots=True)
class Stranger:
    """An id that tests name and that does not exist, with the names of those tests."""

    id: str
    tests: tuple[str, ...]


def sources_of(proofs: Proofs) -> Sources:
    """The files that the results of a project come from, by name."""
    evidence = proofs.evidence
    days: dict[str, list[dt.date]] = {}
    counts: dict[str, int] = {}
    for result in evidence.results:
        path = result.span.path
        counts[path] = counts.get(path, 0) + 1
        days.setdefault(path, []).extend([result.at.date()] if result.at else [])
    files = tuple(File(path, counts[path], _last(days[path])) for path in sorted(counts))
    every = [day for some in days.values() for day in some]
    wrong = len(evidence.findings)
    return Sources(files, evidence.tests, len(evidence.results), _last(every), wrong)


def strangers_of(proofs: Proofs) -> tuple[Stranger, ...]:
    """The ids that tests name and that do not exist."""
    found = sorted(proofs.unknown.items())
    return tuple(Stranger(id, tuple(result.test for result in some)) for id, some in found)


def _last(days: list[dt.date]) -> str:
    return day_words(max(days)) if days else ""
