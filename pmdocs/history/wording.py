"""What the criteria of a project said at a commit or a time, to tell which results are too old."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.errors import PmdocsError
from pmdocs.history.git import Git
from pmdocs.history.snapshot import project_at
from pmdocs.model.digest import digest_of
from pmdocs.model.kinds.story import Criterion

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from pmdocs.project.project import Project

# Results of more commits than these are of no use, and each has to be read.
_MOST = 20


class Wording:
    """Answers what the words of a criterion were, as `digest_of` makes them.

    It is asked with a commit, or with a time: then the last commit before it counts, on
    the line of first parents, since what was merged later was not there yet. A commit is
    read once. Where it is not here, as in a clone without its history, or
    without git, nobody knows: the answer is `None`.
    """

    def __init__(self, project: Project, root: Path) -> None:
        """Ask the repository of a project's folder."""
        self._project = project
        self._git = Git.find(root)
        self._known: dict[str, dict[str, str]] = {}
        # Thousands of results name the same few commits, or times of one run.
        self._lacking: dict[str | dt.datetime, bool] = {}
        self._last: dict[dt.datetime, str | None] = {}

    def __call__(self, id: str, when: str | dt.datetime) -> str | None:
        """The digest of the words that a criterion had, if that is known."""
        commit = self._commit(when)
        if commit is None:
            return None
        if commit not in self._known:
            self._known[commit] = self._at(commit) if len(self._known) < _MOST else {}
        return self._known[commit].get(id)

    @property
    def is_shallow(self) -> bool:
        """Whether older commits were not fetched."""
        return self._git is not None and self._git.is_shallow

    def lacks(self, when: str | dt.datetime) -> bool:
        """Whether there is a repository that does not hold a commit, or that of a time.

        A whole history that begins later than a time lacks nothing.
        """
        if when not in self._lacking:
            self._lacking[when] = self._lacks(when)
        return self._lacking[when]

    def _lacks(self, when: str | dt.datetime) -> bool:
        if self._git is None:
            return False
        if isinstance(when, str):
            return self._git.commit(when) is None
        return self.is_shallow and self._commit(when) is None

    def _commit(self, when: str | dt.datetime) -> str | None:
        if isinstance(when, str):
            return when
        if when not in self._last:
            line = self._git.line if self._git else []
            seconds = when.timestamp()
            self._last[when] = next((id for made, id in line if made <= seconds), None)
        return self._last[when]

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
