"""Whether edits have made a project better: what went away, and what is new."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pmdocs.source.edits import edited
from pmdocs.text import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pmdocs.diagnostics import Diagnostic, Edit
    from pmdocs.text import Span

# What keeps a file, or an item, from being read: behind it other mistakes may hide.
_HIDING = ("PM0", "PM1")


def key(one: Diagnostic) -> tuple[str, str, str]:
    """What a finding says and of which file, wherever it stands there."""
    return one.code, one.span.path, one.finding.message


class Outcome:
    """The findings before and after edits of some sources."""

    def __init__(
        self,
        before: Iterable[Diagnostic],
        after: Iterable[Diagnostic],
        edits: Iterable[Edit],
        sources: Mapping[str, Source],
    ) -> None:
        """Compare what is said of the project before and after."""
        self._after = list(after)
        self._was, self._is = Counter(map(key, before)), Counter(map(key, self._after))
        by_path: dict[str, list[Edit]] = {}
        for edit in edits:
            by_path.setdefault(edit.span.path, []).append(edit)
        self._written = {path: _Written(sources[path], e) for path, e in by_path.items()}

    def is_better(self, mended: Sequence[Diagnostic]) -> bool:
        """Whether these findings are gone, and nothing as bad has come for them."""
        wanted = Counter(map(key, mended))
        if not all(self._is_gone(one, wanted[key(one)]) for one in mended):
            return False
        worst = max(one.severity.rank for one in mended)
        hiding = any(one.code.startswith(_HIDING) for one in mended)
        return not any(
            self._is_as_bad(one, worst, hiding=hiding)
            for one in self._after
            if self._is[key(one)] > self._was[key(one)]
        )

    def _is_gone(self, one: Diagnostic, count: int) -> bool:
        if self._is[key(one)] <= self._was[key(one)] - count:
            return True
        # A reader tells of one slip at a time: the next may be called the same.
        line = one.span.start.line
        return one.code.startswith("PM0") and all(
            other.span.start.line > line for other in self._after if key(other) == key(one)
        )

    def _is_as_bad(self, new: Diagnostic, worst: int, *, hiding: bool) -> bool:
        if new.severity.rank < worst:
            return False
        # What was hidden was there before; what stands where we wrote is our doing.
        return not hiding or new.severity.rank > worst or self._is_ours(new)

    def _is_ours(self, new: Diagnostic) -> bool:
        places = (new.span, *(note.span for note in new.finding.notes))
        return any(p.path in self._written and self._written[p.path].meets(p) for p in places)


class _Written:
    """The stretches of a new text that edits have made."""

    def __init__(self, source: Source, edits: Iterable[Edit]) -> None:
        self._source = Source(source.path, edited(source, edits))
        self._stretches: list[tuple[int, int]] = []
        shift = 0
        for edit in sorted(set(edits), key=lambda edit: edit.span):
            start, end = source.offset(edit.span.start), source.offset(edit.span.end)
            self._stretches.append((start + shift, start + shift + len(edit.text)))
            shift += len(edit.text) - (end - start)

    def meets(self, span: Span) -> bool:
        """Whether a place lies in one of them, or is the value behind a key that was written."""
        left, right = self._source.offset(span.start), self._source.offset(span.end)
        return any(
            (left <= end and start <= right)
            or (left > end and not self._source.text[end:left].strip(": \t\"'"))
            for start, end in self._stretches
        )
