"""Writing files so that nothing is ever lost."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from pmdocs.errors import PmdocsError


def write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet, wholly or not at all.

    Raises `PmdocsError` when there is one already, or the disk refuses.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".pmdocs-")
        draft = Path(name)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
            draft.chmod(0o644)
            # Unlike a rename, a link never takes the place of a file that is there.
            os.link(draft, path)
        finally:
            draft.unlink()
    except FileExistsError:
        raise PmdocsError(f"`{path}` is there already", "nothing was written") from None
    except OSError as error:
        raise PmdocsError(f"`{path}` cannot be written: {error.strerror}") from None
