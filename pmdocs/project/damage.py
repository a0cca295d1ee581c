"""Where a file could not be read as it was written, so that one mistake is told once."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pmdocs.diagnostics import Finding
    from pmdocs.source.node import Node


@dataclass(frozen=True, slots=True)
class Damage:
    """The lines of a file on which reading has found something, in their order."""

    lines: tuple[int, ...] = ()

    def and_by(self, findings: Iterable[Finding]) -> Damage:
        """What is damaged by this and by more findings."""
        return Damage(tuple(sorted({*self.lines, *(f.span.start.line for f in findings)})))

    def touches(self, node: Node) -> bool:
        """Whether some of it lies in what a node was made of."""
        if not self.lines:
            return False
        at = bisect_left(self.lines, node.span.start.line)
        return at < len(self.lines) and self.lines[at] <= node.span.end.line

    def without_echoes(self, findings: Iterable[Finding]) -> list[Finding]:
        """The findings that do not stand on a line that is damaged anyway."""
        lines = frozenset(self.lines)
        return [finding for finding in findings if finding.span.start.line not in lines]
