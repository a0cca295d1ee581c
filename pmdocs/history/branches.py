"""What other branches already hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pmdocs.errors import PmdocsError
from pmdocs.history.git import MAIN_BRANCHES
from pmdocs.history.program import run

if TYPE_CHECKING:
    from pathlib import Path


def numbers_on_main(root: Path, prefix: str) -> set[int]:
    """The numbers of ids with this prefix on the main branch, empty without git.

    An id counts even where the file of it was deleted here: it is never used
    again.
    """
    pattern = rf"\b{prefix}-[0-9]+\b"
    # The branch here may be ahead of the one on the server, or behind it.
    found = (_git(root, "grep", "-ohIE", pattern, branch, "--", ".") for branch in MAIN_BRANCHES)
    texts = [text for text in found if text]
    return {int(n) for text in texts for n in re.findall(r"-(\d{1,9})$", text, re.MULTILINE)}


def _git(root: Path, *arguments: str) -> str | None:
    """What git says, or None when it is not there or refuses."""
    try:
        done = run(root, *arguments)
    except PmdocsError:
        return None
    # `git grep` says 1 when it finds nothing, more when the branch is unknown.
    return done.stdout.decode("utf-8", "replace") if done.returncode <= 1 else None
