"""Files and folders that somebody names behind a command."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pmdocs.errors import PmdocsError

if TYPE_CHECKING:
    from collections.abc import Iterable


def start(paths: tuple[Path, ...]) -> Path:
    """The folder from which the product is looked for; `PmdocsError` if a path is not there."""
    for path in paths:
        if not path.exists():
            raise PmdocsError(f"there is no file or folder `{path}`", "check the spelling")
    first = (paths[0] if paths else Path()).resolve()
    return first if first.is_dir() else first.parent


def is_within(place: Path, paths: Iterable[Path]) -> bool:
    """Whether a file is one of those named, or below one; where none is named, all are."""
    named = list(paths)
    return not named or any(place.is_relative_to(path.resolve()) for path in named)
