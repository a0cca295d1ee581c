"""Items that were removed, and what they said."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from pmdocs.history.versions import Version

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pmdocs.history.log import Change
    from pmdocs.history.passages import Passage
    from pmdocs.history.texts import Texts
    from pmdocs.history.versions import Entry


class Removed:
    """Finds items that were removed; reads all that is in the log, once somebody asks."""

    def __init__(self, entries: Sequence[Entry], texts: Texts) -> None:
        """Look through these commits, newest first."""
        self._entries = entries
        self._texts = texts

    def find(self, id: str) -> Version | None:
        """The last words of the item that had an id before it was removed, and when that was."""
        return self._removed.get(id)

    @cached_property
    def _removed(self) -> dict[str, Version]:
        found: dict[str, Version] = {}
        for place, entry in enumerate(self._entries):
            gone = dict(self._gone(entry))
            kept = self._held(entry) if gone else set()
            for id, passage in gone.items():
                if id not in kept:
                    found.setdefault(id, Version(entry.id, place, entry.day, None, passage))
        return found

    def _gone(self, entry: Entry) -> Iterator[tuple[str, Passage]]:
        """What a commit took out of files."""
        for change in entry.changes:
            if change.old_blob:
                after = self._ids(change)
                before = self._texts.passages(change.old_path, change.old_blob) or {}
                yield from ((id, one) for id, one in before.items() if id not in after)

    def _held(self, entry: Entry) -> set[str]:
        """The ids in the files that a commit changed, as they are after it: some only moved."""
        return {id for change in entry.changes for id in self._ids(change)}

    def _ids(self, change: Change) -> set[str]:
        found = self._texts.passages(change.path, change.blob) if change.blob else None
        return set(found or ())
