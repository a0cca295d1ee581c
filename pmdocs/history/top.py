"""The top of the repository that a folder belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def repository_top(folder: Path) -> Path:
    """The nearest folder with a `.git`, here or above; the folder itself where there is none.

    In a worktree or a submodule `.git` is a file. The git program is not needed.
    """
    real = folder.resolve()
    return next((above for above in (real, *real.parents) if (above / ".git").exists()), real)
