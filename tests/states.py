"""Two states of a project, for tests of what is said about the difference."""

from __future__ import annotations

from pmdocs.analysis.changes.compare import changes
from pmdocs.analysis.changes.sentence import plain
from pmdocs.analysis.consequences.follow import consequences
from pmdocs.project.project import Project
from pmdocs.rules.history.intent import intent
from tests.conftest import project_of

Files = str | dict[str, str]


def project(files: Files) -> Project:
    """A project of one YAML text, or of files by their names (`roadmap/a.yaml` is `a__yaml`)."""
    return project_of(**files) if isinstance(files, dict) else project_of(a__yaml=files)


def sentences(old: Files, new: Files) -> list[str]:
    """What changed, as `ID sentence`, in its order."""
    found = changes(project(old), project(new))
    return [f"{one.id} {plain(change.sentence)}" for one in found for change in one.changes]


def follows(old: Files, new: Files) -> list[str]:
    """What follows, in its order."""
    return [one.said for one in consequences(project(old), project(new))]


def promises(old: Files, new: Files) -> list[str]:
    """The findings about weaker promises, as `line:column CODE message`."""
    return [
        f"{f.span.start.line}:{f.span.start.column} {f.code} {f.message}"
        for f in intent(project(old), project(new))
    ]
