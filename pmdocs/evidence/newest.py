"""Which results count where several files tell of the same test."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmdocs.evidence.result import Result

# The jobs of one pipeline, for runners that do not tell the commit.
_ONE_RUN = dt.timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class _Run:
    """When a test ran by one file, and what was tested; `None` where that is not known."""

    at: dt.datetime | None
    commit: str | None


def newest(files: Sequence[Sequence[Result]]) -> list[Result]:
    """The results of several files, without those that a later run of the test replaces.

    A test is known by its name. Runs of the same commit are jobs of one run, as are
    those within an hour where a commit is not known: all of them count, so that the
    worst decides. Where a time is missing nobody knows which came later, and all count.
    """
    runs: dict[str, dict[int, _Run]] = {}
    for index, results in enumerate(files):
        for result in results:
            told = runs.setdefault(result.test, {})
            told[index] = _joined(told.get(index), result)
    old = {test: _replaced(told) for test, told in runs.items() if len(told) > 1}
    return [
        result
        for index, results in enumerate(files)
        for result in results
        if index not in old.get(result.test, ())
    ]


def _joined(run: _Run | None, result: Result) -> _Run:
    if run is None:
        return _Run(result.at, result.commit)
    at = max(run.at, result.at) if run.at and result.at else None
    return _Run(at, run.commit if run.commit == result.commit else None)


def _replaced(runs: dict[int, _Run]) -> set[int]:
    """The files of which a later one tells something newer."""
    if any(run.at is None for run in runs.values()):
        return set()
    last = max(runs.values(), key=lambda run: run.at or dt.datetime.min.replace(tzinfo=dt.UTC))
    return {index for index, run in runs.items() if not _together(run, last)}


def _together(run: _Run, last: _Run) -> bool:
    if run.commit and last.commit:
        return run.commit == last.commit
    return bool(run.at and last.at and last.at - run.at <= _ONE_RUN)
