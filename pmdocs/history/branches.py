"""What other branches already hold."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_MAIN = ("origin/HEAD", "origin/main", "origin/master", "main", "master")
_TIMEOUT = 20


def numbers_on_main(root: Path, prefix: str) -> set[int]:
    """The numbers of ids with this prefix on the main branch, empty without git.

    An id counts even where the file of it was deleted here: it is never used
    again.
    """
    pattern = rf"\b{prefix}-[0-9]+\b"
    # The branch here may be ahead of the one on the server, or behind it.
    found = (_git(root, "grep", "-ohIE", pattern, branch, "--", ".") for branch in _MAIN)
    texts = [text for text in found if text]
    return {int(n) for text in texts for n in re.findall(r"-(\d{1,9})$", text, re.MULTILINE)}


def _git(root: Path, *arguments: str) -> str | None:
    """What git says, or None when it is not there or refuses."""
    command = ["git", "-C", str(root), "--no-pager", *arguments]
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program, arguments as a list
            command, capture_output=True, timeout=_TIMEOUT, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    # `git grep` says 1 when it finds nothing, more when the branch is unknown.
    return done.stdout.decode("utf-8", "replace") if done.returncode <= 1 else None
