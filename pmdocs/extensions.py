"""What other installed packages offer to pmdocs, by entry points."""

from __future__ import annotations

from importlib.metadata import EntryPoint, entry_points


def offered(group: str) -> list[EntryPoint]:
    """The entry points of a group, by name; nothing of theirs is loaded."""
    found = {(entry.name, entry.value): entry for entry in entry_points(group=group)}
    return [found[key] for key in sorted(found)]
