"""Whose findings they are: which item a finding is about, and who answers for that."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pmdocs.diagnostics import Diagnostic
    from pmdocs.model.item import Item
    from pmdocs.project.project import Project, Unread
    from pmdocs.text import Span


@dataclass(frozen=True)
class Owners:
    """Knows the item of a finding, and its owner."""

    project: Project

    def item(self, diagnostic: Diagnostic) -> str:
        """The id of the item that a finding is about, or that it stands in; empty for neither."""
        named = diagnostic.finding.item
        if named and (named in self.project.items or named in self.project.unread):
            return named
        place = diagnostic.span
        around = self._places.get(place.path, ())
        return next((id for span, id in around if span.start <= place.start <= span.end), "")

    def of(self, id: str) -> str:
        """Who answers for an item, also for one that cannot be read; empty for nobody."""
        item = self.project.items.get(id)
        if item:
            return item.owner or ""
        unread = self.project.unread.get(id)
        return " ".join((unread.node.text("owner") or "").split()) if unread else ""

    @cached_property
    def _places(self) -> dict[str, list[tuple[Span, str]]]:
        """Where the items of each file stand; one that is a page takes all of its file."""
        ones: list[Item | Unread] = [*self.project.items.values(), *self.project.unread.values()]
        places: dict[str, list[tuple[Span, str]]] = {}
        for one in ones:
            source = one.node.source
            whole = source.span(0, len(source.text)) if one.page else one.node.span
            places.setdefault(source.path, []).append((whole, one.id))
        return places
