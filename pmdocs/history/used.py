"""Which ids were ever used on a branch, since none is used twice."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from pmdocs.history.program import run

if TYPE_CHECKING:
    from pmdocs.history.git import Git
    from pmdocs.project.project import Project


def is_named(path: str, id: str) -> bool:
    """Whether a file is named after an id: `US-12.yaml`, `US-12-a-title.md`."""
    return re.match(rf"{re.escape(id)}(?:[-_ .]|$)", PurePosixPath(path).name) is not None


def was_used(git: Git, revision: str, id: str, project: Project) -> bool:
    """Whether a revision or one before it gave an item this id, in the folders of the project.

    Either a line of a file said so, or the name of a page.
    """
    commit = git.resolve(revision)
    folders = (project.settings.docs_dir, project.settings.plugin.roadmap_dir)
    # The regular expressions of git know no short names for letters or blanks.
    line = rf"^[ ]*(-[ ]+)?[{{]?[ ]*id:[ ]*[\"']?{re.escape(id)}([^0-9A-Za-z]|$)"
    looked = ("log", "-1", "--format=%H", "-G", line, commit, "--", *folders)
    if run(git.folder, *looked).stdout.strip():
        return True
    changes = (change for one in git.log(commit, *folders) for change in one.changes)
    return any(change.path.endswith(".md") and is_named(change.path, id) for change in changes)
