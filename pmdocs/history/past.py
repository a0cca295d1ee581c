"""What git knows of the items of a project."""

from __future__ import annotations

from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING

from pmdocs.errors import PmdocsError
from pmdocs.history.git import Git
from pmdocs.history.removed import Removed
from pmdocs.history.reviews import reviews
from pmdocs.history.snapshot import project_at
from pmdocs.history.texts import Texts
from pmdocs.history.versions import Version, Versions

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from pathlib import Path

    from pmdocs.history.claims import Claim
    from pmdocs.history.passages import Passage
    from pmdocs.model.item import Item
    from pmdocs.project.project import Project


class Past:
    """Answers for what was, as far as git knows; asks it only for what is needed.

    `base` is the commit that the project is compared with, by its id. `since` says
    that somebody named it: otherwise it is the last commit, and what differs from it
    is what is not committed yet. Nothing here raises. What a shallow clone does not
    hold is unknown, and never guessed.
    """

    def __init__(self, git: Git, project: Project, base: str, *, since: bool) -> None:
        """Answer for a project as it is now, and as it was in a repository."""
        self.base = base
        self.since = since
        self._git = git
        self._project = project
        self._texts = Texts(git, project, base)
        self._versions = Versions(git, project, self._texts)
        self._there: dict[tuple[str, str], Passage | None] = {}

    def close(self) -> None:
        """End the conversation with git."""
        self._texts.close()

    def versions(self, item: Item) -> Iterator[Version]:
        """The versions of an item, newest first; what is not committed yet is one."""
        return self._versions.of(item)

    def touch(self, item: Item) -> Version | None:
        """The last change of anything of an item itself; a neighbour in its file is no matter.

        The oldest commit of a shallow clone stands for all that came before it.
        """
        return next(self.versions(item), None)

    def touched(self, item: Item) -> dt.date | None:
        """The day of the last change of anything of an item itself, if it is known."""
        touch = self.touch(item)
        return touch.day if touch and touch.known else None

    def rewording(self, item: Item, part: str = "") -> Version | None:
        """The last change of what an item says, or one of its parts; None for words as at first."""
        return next(
            (one for one in self.versions(item) if one.before and _is_reworded(one, part)), None
        )

    def now(self, item: Item) -> Passage | None:
        """What is written of an item today."""
        id = self._versions.now.get(item.path, "")
        return self._texts.find(item.path, id, (item.id,))

    def then(self, item: Item, commit: str) -> Passage | None:
        """What was written of an item in a commit; without an id, what is written today."""
        if not commit:
            return self.now(item)
        key = (item.id, commit)
        if key not in self._there:
            self._there[key] = self._find(item, commit)
        return self._there[key]

    def before(self, item: Item) -> Passage | None:
        """What was written of an item in the commit that the project is compared with."""
        id = self._versions.tree(self.base).get(item.path, "")
        here = self._texts.find(item.path, id, _names(item))
        return here or next((self._base[n] for n in _names(item) if n in self._base), None)

    def may_differ(self, item: Item) -> bool:
        """Whether the file of an item is not the same as in that commit; costs next to nothing."""
        path = item.path
        return self._versions.now.get(path) != self._versions.tree(self.base).get(path)

    def former(self, id: str) -> Version | None:
        """The last words of an item that had an id (`after`), and the commit that removed it."""
        return self._removed.find(id)

    @cached_property
    def project_then(self) -> Project:
        """The whole project as it was in the commit that it is compared with."""
        return project_at(self._git, self.base, self._project)

    def is_read_again(self, item: Item, target: Item, part: str, digest: str) -> bool:
        """Whether somebody accepted a target with these words for an item, under whatever ids."""
        ends = (f"{name}.{part}" if part else name for name in _names(target))
        pairs = ((ours, theirs) for theirs in ends for ours in _names(item))
        return any((ours, theirs, digest) in self._reviews for ours, theirs in pairs)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """What the tests in the repository claim to show; none where they cannot be listed."""
        # What chooses files takes as long to import as fifty items to read.
        from pmdocs.history.claims import claims  # noqa: PLC0415

        try:
            return tuple(claims(self._project, self._git.folder))
        except (PmdocsError, OSError):
            return ()

    @cached_property
    def _reviews(self) -> frozenset[tuple[str, str, str]]:
        return reviews(self._git)

    @cached_property
    def _removed(self) -> Removed:
        return Removed(self._versions.entries, self._texts)

    @cached_property
    def _base(self) -> dict[str, Passage]:
        """All that was written in the commit that the project is compared with, by id."""
        return self._versions.all_in(self.base)

    def _find(self, item: Item, commit: str) -> Passage | None:
        place = self._versions.places.get(commit)
        if self._versions.is_line and place is not None:
            # What git would say, without asking it.
            return next((one.after for one in self.versions(item) if one.place >= place), None)
        walked = (one.after.path for one in self.versions(item))
        paths = dict.fromkeys((item.path, *walked))
        return next((one for path in paths if (one := self._look(item, commit, path))), None)

    def _look(self, item: Item, commit: str, path: str) -> Passage | None:
        id = self._texts.at(commit, path)
        return self._texts.find(path, id, _names(item)) if id else None


@contextmanager
def past_of(root: Path, project: Project, since: str | None = None) -> Iterator[Past | None]:
    """What git knows of a project, None where there is no repository or no commit.

    With `since` the project is compared with the commit where it left that revision;
    then `PmdocsError` says what is missing.
    """
    git = Git.find(root) if since is None else Git.of(root)
    base = _base(git, since) if git else None
    if git is None or base is None:
        yield None
        return
    past = Past(git, project, base, since=since is not None)
    try:
        yield past
    finally:
        past.close()


def _base(git: Git, since: str | None) -> str | None:
    return git.commit("HEAD") if since is None else git.merge_base(since, "HEAD")


def _names(item: Item) -> tuple[str, ...]:
    return (item.id, *item.aliases)


def _is_reworded(version: Version, part: str) -> bool:
    before = version.before
    return before is not None and before.says(part) != version.after.says(part)
