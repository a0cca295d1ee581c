"""One difference between two states of an item, as the rules about intent look at it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.analysis.changes.change import is_committed
from pmdocs.analysis.changes.delta import spelled
from pmdocs.analysis.changes.scope import is_scope
from pmdocs.model.item import locate
from pmdocs.model.texts import Words
from pmdocs.source.node import Mapping, Scalar

if TYPE_CHECKING:
    from pmdocs.analysis.changes.delta import Delta
    from pmdocs.model.item import Item, Step
    from pmdocs.project.project import Project
    from pmdocs.text import Span

_BESIDE = frozenset(["notes", "updates", "open_questions", "assumptions", "evidence", "links"])
_WORDS = ("text", "scenario", "title", "then")
_ID = re.compile(r"\b[A-Z][A-Z0-9]*-\d+(?:\.[A-Z]+-\d+)?\b")


@dataclass(frozen=True, slots=True)
class Difference:
    """An item before and now, one thing that differs, and the project as it is now."""

    old: Item
    new: Item
    delta: Delta
    project: Project

    @property
    def name(self) -> str:
        """The id of the part that it is about, or that of the item."""
        return self.delta.part or self.new.id

    @property
    def is_promise(self) -> bool:
        """Whether people may count on what was written: no draft, and not given up."""
        return is_committed(self.old) and self.new.state.role != "dropped"

    @property
    def is_point(self) -> bool:
        """Whether it is a point that is promised, such as a criterion or a goal."""
        return is_scope(self.delta) and self.delta.key not in _BESIDE

    @property
    def texts(self) -> tuple[str, str] | None:
        """What a text says of what is wanted, before and now, without ids; None for all else."""
        delta = self.delta
        worded = self.is_point or (delta.field.rich and not delta.order)
        if not worded or delta.path[0] in _BESIDE or None in (delta.old, delta.new):
            return None
        old, new = (_ID.sub(" ", spelled(value)) for value in (delta.old, delta.new))
        return old, new

    @property
    def span(self) -> Span:
        """Where it is written now, or where it would be."""
        delta = self.delta
        if delta.new is None:
            return self.new.key(delta.path[0])
        steps = self._steps()
        node = locate(self.new.node, steps)
        if isinstance(node, Mapping):
            # Of a criterion its words, and not all of it, is underlined.
            words = next((node.entries[name] for name in _WORDS if name in node.entries), node)
            return words.span
        return self.new.at(*steps)

    def word(self, word: str) -> Span:
        """Where a word of the new text is written, or all of it where that is not clear."""
        for name in ("", *_WORDS):
            node = locate(self.new.node, (*self._steps(), name) if name else self._steps())
            if isinstance(node, Scalar) and (at := node.text.find(word)) >= 0:
                return Words((), node, rich=True).span(at, at + len(word))
        return self.span

    def _steps(self) -> tuple[Step, ...]:
        path, key = self.delta.path, self.delta.path[0]
        place = self.project.parts.get(self.delta.part)
        if place is not None and place.item is self.new:
            return (place.field, place.index, *path[1:])
        values = getattr(self.new, key, None)
        if isinstance(values, tuple) and len(path) == 1 and self.delta.new in values:
            return (key, values.index(self.delta.new))
        return path
