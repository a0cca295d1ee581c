"""What the criteria of a project said at a commit, to tell which results are too old."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.errors import PmdocsError
from pmdocs.history.git import Git
from pmdocs.history.snapshot import project_at
from pmdocs.model.digest import digest_of
from pmdocs.model.kinds.story import Criterion

if TYPE_CHECKING:
    from pathlib import Path

    from pmdocs.project.project import Project

# Results of more commits than these are of no use, and each has to be read.
_MOST = 20


class Wording:
    """Answers what the words of a criterion were at a commit, as `digest_of` makes them.

    A commit is read once. Where it is not here, as in a clone without its history, or
    without git, nobody knows: the answer is `None`.
    """

    def __init__(self, project: Project, root: Path) -> None:
        """Ask the repository of a project's folder."""
        self._project = project
        self._git = Git.find(root)
        self._known: dict[str, dict[str, str]] = {}

    def __call__(self, id: str, commit: str) -> str | None:
        """The digest of the words that a criterion had, if that is known."""
        if commit not in self._known:
            self._known[commit] = self._at(commit) if len(self._known) < _MOST else {}
        return self._known[commit].get(id)

    def _at(self, commit: str) -> dict[str, str]:
        if self._git is None:
            return {}
        try:
            then = project_at(self._git, commit, self._project)
        except PmdocsError:
            return {}
        # A criterion may have had another id, where its story or itself was renamed.
        return {
            self._project.present(id): digest_of(place.part)
            for id, place in then.parts.items()
            if isinstance(place.part, Criterion)
        }
