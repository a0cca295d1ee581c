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
        return not self._left(mended) and not self.come(mended)

    def suspects(self, mended: Sequence[Diagnostic]) -> list[Diagnostic]:
        """The findings whose fixes seem to be why it is not better, as far as one can see."""
        left = set(map(id, self._left(mended)))
        come = [span for new in self.come(mended) for span in _places(new)]
        return [one for one in mended if id(one) in left or self._has_written(one, come)]

    def _left(self, mended: Sequence[Diagnostic]) -> list[Diagnostic]:
        """The findings that are not gone."""
        wanted = Counter(map(key, mended))
        return [one for one in mended if not self._is_gone(one, wanted[key(one)])]

    def come(self, mended: Sequence[Diagnostic]) -> list[Diagnostic]:
        """The findings that are new and as bad."""
        worst = max(one.severity.rank for one in mended)
        hiding = any(one.code.startswith(_HIDING) for one in mended)
        return [
            one
            for one in self._after
            if self._is[key(one)] > self._was[key(one)]
            and self._is_as_bad(one, worst, hiding=hiding)
        ]

    def _has_written(self, one: Diagnostic, places: Iterable[Span]) -> bool:
        edits = one.finding.fix.edits if one.finding.fix else ()
        return any(self._written[p.path].meets(p, edits) for p in places if p.path in self._written)

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
        return any(p.path in self._written and self._written[p.path].meets(p) for p in _places(new))


def _places(one: Diagnostic) -> tuple[Span, ...]:
    return one.span, *(note.span for note in one.finding.notes)


class _Written:
    """The stretches of a new text that edits have made."""

    def __init__(self, source: Source, edits: Iterable[Edit]) -> None:
        self._source = Source(source.path, edited(source, edits))
        self._stretches: dict[Edit, tuple[int, int]] = {}
        shift = 0
        for edit in sorted(set(edits), key=lambda edit: edit.span):
            start, end = source.offset(edit.span.start), source.offset(edit.span.end)
            self._stretches[edit] = (start + shift, start + shift + len(edit.text))
            shift += len(edit.text) - (end - start)

    def meets(self, span: Span, edits: Iterable[Edit] | None = None) -> bool:
        """Whether a place lies in one of them, or is the value behind a key that was written.

        With `edits`, only what these have written counts.
        """
        chosen = self._stretches if edits is None else edits
        left, right = self._source.offset(span.start), self._source.offset(span.end)
        return any(
            (left <= end and start <= right)
            or (left > end and not self._source.text[end:left].strip(": \t\"'"))
            for start, end in (self._stretches[edit] for edit in chosen if edit in self._stretches)
        )
