"""What to say where results name a commit that is not here, so that nobody knows their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.diagnostics import Finding
from pmdocs.evidence.result import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pmdocs.evidence.result import Result
    from pmdocs.history.wording import Wording

_FETCH = "fetch it: `git fetch --unshallow`, or `fetch-depth: 0` for actions/checkout"
_NAME = "name the commit that was tested"
_PYTEST = "results of pytest with --pmdocs-results need no history"


def lost(results: Sequence[Result], wording: Wording) -> Iterator[Finding]:
    """The files with a test that passed at a commit that git does not have, each once.

    A test that did not pass, or that knows the words itself, needs no commit. Without
    git there is nothing to say.
    """
    told: set[str] = set()
    for result in results:
        if result.span.path not in told and _is_lost(result, wording):
            told.add(result.span.path)
            way = _FETCH if wording.is_shallow else _NAME
            yield Finding(result.span, _message(result), f"{way}; {_PYTEST}", code="PM856")


def _is_lost(result: Result, wording: Wording) -> bool:
    if result.outcome is not Outcome.PASSED or all(result.digest(id) for id in result.ids):
        return False
    when = result.commit or result.at
    return when is not None and wording.lacks(when)


def _message(result: Result) -> str:
    start = "nobody can tell whether the criteria have changed since"
    if result.commit:
        return f"{start} commit `{result.commit[:8]}`, which is not in this clone"
    day = f"{result.at:%Y-%m-%d}" if result.at else "the run"
    return f"{start} {day}, which is before the first commit in this clone"
