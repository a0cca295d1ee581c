"""What the results of tests say, as tables for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.analysis.proof.state import State
from pmdocs.report.places import in_the_product, place
from pmdocs.report.safe import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pmdocs.report.evidence import Shown, Unknown
    from pmdocs.report.places import Where


def render(told: Shown, where: Where = in_the_product) -> str:
    """Write the files that were read, the criteria of which anything is known, and a summary."""
    parts = [_files(told, where), _criteria(told), _strangers(told.unknown, where)]
    tables = (("\n".join(part)) for part in map(list, parts) if part)
    return visible("\n\n".join([*tables, _summary(told)]))


def _files(told: Shown, where: Where) -> list[str]:
    readings = told.collected.readings
    rows = [
        (
            where(one.name),
            one.format or "–",
            f"{len(one.results):,}",
            f"{sum(bool(result.ids) for result in one.results):,}",
        )
        for one in readings
    ]
    return list(_table(("file", "format", "tests", "naming a criterion"), rows)) if rows else []


def _criteria(told: Shown) -> list[str]:
    rows = [
        (one.id, str(one.state), str(len(one.results)), str(one.at or ""), one.why)
        for one in told.proofs
        if one.state is not State.UNTESTED
    ]
    heads = ("criterion", "state", "tests", "day", "")
    return list(_table(heads, rows)) if rows else []


def _strangers(unknown: Sequence[Unknown], where: Where) -> list[str]:
    lines = []
    for one in unknown:
        hint = f" (did you mean `{one.meant}`?)" if one.meant else ""
        first = one.results[0]
        lines.append(f"{place(first.span, where)}: nothing is called `{one.id}`{hint}")
    return lines


def _summary(told: Shown) -> str:
    share = told.share
    tests = told.collected.evidence.tests
    worrying = [f"{count:,} {state}" for state, count in share.counts if not state.proven]
    words = [f"{tests:,} test{'' if tests == 1 else 's'}"]
    words.append(f"{share.proven:,} of {share.total:,} criteria proven")
    return ", ".join([*words, *worrying])


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    lines = [heads, *(tuple(cell.replace("\n", " ") for cell in row) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(heads))]
    for line in lines:
        yield "  ".join(cell.ljust(w) for cell, w in zip(line, widths, strict=True)).rstrip()
