"""What other installed packages offer to pmdocs, by entry points."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.metadata import EntryPoint

_FOLDERS = (".dist-info", ".egg-info")


def offered(group: str) -> list[EntryPoint]:
    """The entry points of a group, by name; nothing of theirs is loaded."""
    if not any(group.encode() in text for text in _written()):
        return []
    # This takes as long to load as a hundred items take to check, and few have need of it.
    from importlib.metadata import entry_points  # noqa: PLC0415

    found = {(entry.name, entry.value): entry for entry in entry_points(group=group)}
    return [found[key] for key in sorted(found)]


def _written() -> Iterator[bytes]:
    """What the packages that are installed have written about their entry points."""
    for folder in dict.fromkeys(sys.path):
        try:
            with os.scandir(folder or ".") as entries:
                infos = [entry.path for entry in entries if entry.name.endswith(_FOLDERS)]
        except OSError:
            continue
        for info in infos:
            try:
                yield Path(info, "entry_points.txt").read_bytes()
            except OSError:
                continue
