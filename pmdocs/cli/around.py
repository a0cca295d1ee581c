"""The project that a command is called in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pmdocs.errors import PmdocsError
from pmdocs.model.registry import builtin
from pmdocs.project.load import find_root, load
from pmdocs.project.reader import build

if TYPE_CHECKING:
    from pmdocs.model.registry import Kinds
    from pmdocs.project.project import Project
    from pmdocs.rules.judge import Judge
    from pmdocs.rules.rulebook import Rulebook


def project_here() -> Project:
    """The project of the working folder."""
    return load(find_root(Path.cwd()))


def kinds_here() -> Kinds:
    """The kinds of the project of the working folder; those of pmdocs outside of one."""
    try:
        return project_here().settings.kinds
    except PmdocsError:
        return builtin()


def judge_here() -> tuple[Rulebook, Judge]:
    """The rules of the project of the working folder, and how much they matter there.

    Outside of a project these are the rules of pmdocs, as they are by themselves.
    """
    # Commands that need no rules do not wait for them.
    from pmdocs.rules.judge import Judge  # noqa: PLC0415
    from pmdocs.rules.rulebook import rulebook  # noqa: PLC0415

    try:
        project = project_here()
    except PmdocsError:
        project = build([])
    book = rulebook(project)
    return book, Judge(project, book.rules, book.complete)
