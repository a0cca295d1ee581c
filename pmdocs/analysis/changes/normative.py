"""Which words of an item are a promise, so that whoever agreed to it agreed to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pmdocs.analysis.changes.delta import Delta

_BESIDE = frozenset(
    [
        "aliases",
        "approvals",
        "audience",
        "health",
        "links",
        "notes",
        "open_questions",
        "owner",
        "sprint",
        "status",
        "tags",
        "title",
        "updates",
    ]
)
# How far the work is, and how it was shown, says nothing new about what is wanted.
_PROGRESS = frozenset(
    [
        "actual",
        "actual_hours",
        "answer",
        "confidence",
        "current",
        "evidence",
        "measurements",
        "progress",
        "rework_hours",
        "spent",
        "verification",
    ]
)


def is_normative(delta: Delta) -> bool:
    """Whether a change touches what was agreed to, and not only how it is kept or how far it is."""
    told = {delta.path[0], delta.key}
    linked = delta.field.link is not None and not delta.field.link.local
    return not (told & _BESIDE or set(delta.path) & _PROGRESS or delta.order or linked)
