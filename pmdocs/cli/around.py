"""The project that a command is called in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pmdocs.errors import PmdocsError
from pmdocs.model.registry import builtin
from pmdocs.project.load import find_root, load

if TYPE_CHECKING:
    from pmdocs.model.registry import Kinds
    from pmdocs.project.project import Project


def project_here() -> Project:
    """The project of the working folder."""
    return load(find_root(Path.cwd()))


def kinds_here() -> Kinds:
    """The kinds of the project of the working folder; those of pmdocs outside of one."""
    try:
        return project_here().settings.kinds
    except PmdocsError:
        return builtin()
