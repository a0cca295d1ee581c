"""How a command looks at a project: with the baseline or without, with rules in Python or not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pmdocs.project.beside import BASELINE

if TYPE_CHECKING:
    from collections.abc import Callable

    from pmdocs.project.project import Project


def eyes(*, no_baseline: bool, allow_python: bool) -> Callable[[Project], Project]:
    """What makes of a project, each time it is read, the one that somebody asks to see."""

    def see(project: Project) -> Project:
        project = without_baseline(project) if no_baseline else project
        return replace(project, allow_python=True) if allow_python else project

    return see


def without_baseline(project: Project) -> Project:
    """The project as if nothing had been recorded."""
    sources = {path: source for path, source in project.sources.items() if path != BASELINE}
    return replace(project, sources=sources)
