"""A page below the run of a workflow: counts, the worst findings, and the others folded away.

Source: GitHub's documentation, "Adding a job summary". A step may write 1 MiB.
"""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import quote

from pmdocs.report.markdown import cell
from pmdocs.report.places import in_the_product
from pmdocs.report.safe import encodable
from pmdocs.report.words import sentence, worst_first

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pmdocs.diagnostics import Diagnostic
    from pmdocs.report.places import Where
    from pmdocs.text import Source

_WORST = 20
# In bytes. Other steps of the same kind, and what was in the file before, need some too.
_LIMIT = 256 * 1024
_HEAD = "| | Where | What |\n| --- | --- | --- |"
_SIGNS = {"error": "❌ error", "warning": "⚠️ warning", "info": "💡 info"}


def render(
    found: Sequence[Diagnostic], _sources: Mapping[str, Source], where: Where = in_the_product
) -> str:
    """Write Markdown with links to the lines, where the variables of GitHub say the address."""
    sorted_ = worst_first(found)
    rows = [_row(d, where) for d in sorted_]
    kept = _that_fit(rows)
    parts = [f"### pmdocs: {_counts(found)}"]
    if rows:
        parts.append("\n".join([_HEAD, *kept[:_WORST]]))
    if kept[_WORST:]:
        folded = "\n".join([_HEAD, *kept[_WORST:]])
        parts.append(f"<details><summary>{len(rows) - _WORST:,} more</summary>\n\n{folded}")
        parts.append("</details>")
    if len(kept) < len(rows):
        parts.append(f"{len(rows) - len(kept):,} more do not fit here: run `pmdocs check`.")
    return "\n\n".join(parts)


def _that_fit(rows: list[str]) -> list[str]:
    return [row for row, size in zip(rows, _sizes(rows), strict=True) if size <= _LIMIT]


def _sizes(rows: list[str]) -> Iterator[int]:
    """The bytes of all rows up to each of them."""
    total = 0
    for row in rows:
        total += len(row.encode()) + 1
        yield total


def _counts(found: Sequence[Diagnostic]) -> str:
    counts = Counter(str(d.severity) for d in found)
    words = [
        f"{counts[name]:,} {name if counts[name] == 1 or name == 'info' else name + 's'}"
        for name in _SIGNS
        if counts[name]
    ]
    return ", ".join(words) or "nothing to complain about"


def _row(d: Diagnostic, where: Where) -> str:
    address, shown = _address(d, where), cell(f"{where(d.span.path)}:{d.span.start.line}")
    link = f'<a href="{address}">{shown}</a>' if address else shown
    return f"| {_SIGNS[d.severity]} | {link} | {cell(f'{d.code} {sentence(d)}')} |"


def _address(d: Diagnostic, where: Where) -> str:
    """The page of the line on GitHub, at the commit that was checked; empty elsewhere."""
    names = ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_SHA")
    server, repository, commit = (quote(os.environ.get(name, ""), safe="/:") for name in names)
    if not (server and repository and commit):
        return ""
    path = quote(encodable(where(d.span.path)))
    return f"{server}/{repository}/blob/{commit}/{path}?plain=1#L{d.span.start.line}"
