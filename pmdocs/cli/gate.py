"""How much has to be proven for `pmdocs check` to succeed, and the files that show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.analysis.proof.demand import answer
from pmdocs.cli.chosen import explained
from pmdocs.errors import PmdocsError
from pmdocs.project.demand import HINT, read_demand
from pmdocs.report.safe import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from pmdocs.analysis.proof.book import Proofs
    from pmdocs.analysis.proof.demand import Answer
    from pmdocs.project.demand import Demand

_RESULTS = frozenset({".xml", ".json", ".ndjson"})
_MOST = 20


def demands(texts: Sequence[str]) -> tuple[Demand, ...]:
    """What `--require-proof` asks for; `PmdocsError` says how it is written."""
    return tuple(map(_demand, texts))


def parted(
    paths: tuple[Path, ...], evidence: tuple[Path, ...]
) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """The paths to be checked, and the files with results.

    A shell makes many words of `--evidence reports/*.xml`, of which all but the first
    look like paths to be checked.
    """
    if not evidence:
        return paths, ()
    results = tuple(path for path in paths if path.suffix in _RESULTS)
    return tuple(path for path in paths if path not in results), (*evidence, *results)


def answers(asked: Sequence[Demand], proofs: Proofs | None) -> tuple[Answer, ...]:
    """Whether as much is proven as is asked for, for each demand."""
    if not asked:
        return ()
    known = needed(proofs)
    return tuple(_answer(one, known) for one in asked)


def needed(proofs: Proofs | None) -> Proofs:
    """What is proven; `PmdocsError` where nobody has named any results."""
    if proofs is None:
        hint = "add `--evidence 'reports/*.xml'`, or name them in mkdocs.yml: `evidence: [...]`"
        raise PmdocsError("nobody has named files with results of tests", hint)
    return proofs


def told(answers: Sequence[Answer]) -> str:
    """The answers as text, each with what is missing where it is too little."""
    return visible("\n".join(line for one in answers for line in _lines(one)))


def _demand(text: str) -> Demand:
    found = read_demand(text)
    if found is None:
        raise PmdocsError(f"`{text}` is not a share that can be required", HINT)
    return found


def _answer(demand: Demand, proofs: Proofs) -> Answer:
    with explained(proofs.project, " ".join(demand.words)):
        return answer(demand, proofs)


def _lines(one: Answer) -> Iterator[str]:
    required = f"{one.demand.share} is required"
    if one.share.percent is None:
        yield f"proof of {one.demand.of}: there are no criteria, and {required}"
        return
    but = "and" if one.is_met else "but"
    yield f"proof of {one.demand.of}: {one.share.percent}%, {but} {required} ({one.share.words})"
    if one.is_met:
        return
    for id, state, why in one.missing[:_MOST]:
        yield f"  {id:<12} {state:<9} {why}".rstrip()
    if len(one.missing) > _MOST:
        yield f"  and {len(one.missing) - _MOST:,} more"
