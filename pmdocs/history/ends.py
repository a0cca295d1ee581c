"""When items were to end, from commit to commit."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pmdocs.history.home import home
from pmdocs.project.reader import build
from pmdocs.source.place import LARGEST_FILE
from pmdocs.text import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pmdocs.history.git import Git
    from pmdocs.history.log import Change, Commit
    from pmdocs.model.dates import Date
    from pmdocs.model.item import Item
    from pmdocs.project.project import Project

ENDS = ("end", "deadline", "date", "period")
_MOST_COMMITS = 5_000
_MOST_VERSIONS = 300


@dataclass(frozen=True, slots=True)
class Ends:
    """The days on which an item was to end, the oldest first, without repetitions.

    `complete` says that nothing older exists: a shallow clone, or a very long history,
    is not read to its beginning.
    """

    dates: tuple[Date, ...]
    complete: bool

    @property
    def slips(self) -> int:
        """How often the last day was moved to a later one."""
        return sum(b.last > a.last for a, b in zip(self.dates, self.dates[1:], strict=False))


def ends_of(git: Git, revision: str, project: Project, ids: Iterable[str]) -> dict[str, Ends]:
    """The ends of some items up to a revision, along the first parents of its commits.

    `project` is the project at that revision. An item is followed when its file is
    renamed, and when it was moved from one file to another.
    """
    wanted = [project.items[id] for id in ids if id in project.items]
    if not wanted:
        return {}
    folders = (project.settings.docs_dir, project.settings.plugin.roadmap_dir)
    git = home(git, git.resolve(revision))
    commits = [*git.log(revision, *folders, first_parent=True, most=_MOST_COMMITS)]
    past = _Past(git, commits, project)
    cut = git.is_shallow or len(commits) == _MOST_COMMITS
    return {item.id: past.ends(item, cut=cut) for item in wanted}


@dataclass
class _Past:
    """Reads old texts of files, each of them once."""

    git: Git
    commits: Sequence[Commit]
    project: Project
    texts: dict[str, str] = field(default_factory=dict)
    read: dict[str, Project] = field(default_factory=dict)

    def ends(self, item: Item, *, cut: bool) -> Ends:
        names = (item.id, *item.aliases)
        versions = [*self._versions(item.path, names)]
        found = [self._end(*version, names) for version in reversed(versions[:_MOST_VERSIONS])]
        dates = [end for end in (*found, _end_of(item)) if end is not None]
        distinct = [end for n, end in enumerate(dates) if n == 0 or end != dates[n - 1]]
        return Ends(tuple(distinct), not cut and len(versions) <= _MOST_VERSIONS)

    def _versions(self, path: str, names: Sequence[str]) -> Iterator[tuple[str, str]]:
        """The texts that the item stood in, as blob and path, the newest first."""
        pattern = re.compile("|".join(rf"(?<![\w-]){re.escape(name)}(?!\w)" for name in names))
        for commit in self.commits:
            change = next((one for one in commit.changes if one.path == path), None)
            if change is None:
                continue
            if change.blob:
                yield change.blob, path
            path = change.old_path
            if not change.old_blob or not pattern.search(self._text(change.old_blob)):
                # It came from another file of the same commit, or it was new.
                olds = {c.old_blob: c.old_path for c in commit.changes if c.old_blob}
                self._fetch(olds)
                home = next((p for b, p in olds.items() if self._holds(b, p, names)), None)
                if home is None:
                    return
                path = home
                yield next(blob for blob, at in olds.items() if at == home), home

    def _end(self, blob: str, path: str, names: Sequence[str]) -> Date | None:
        items = self._project(blob, path).items
        return next((_end_of(items[name]) for name in names if name in items), None)

    def _holds(self, blob: str, path: str, names: Sequence[str]) -> bool:
        if not any(name in self._text(blob) for name in names):
            return False
        return not self._project(blob, path).items.keys().isdisjoint(names)

    def _project(self, blob: str, path: str) -> Project:
        if blob not in self.read:
            source = Source(path, self._text(blob))
            self.read[blob] = build([source], self.project.settings, self.project.today)
        return self.read[blob]

    def _text(self, blob: str) -> str:
        if blob not in self.texts:
            # One file's whole past at once: its other texts will be asked for next.
            path = next(c.path for one in self.commits for c in one.changes if blob in _both(c))
            alike = [c for one in self.commits for c in one.changes if c.path == path]
            self._fetch([id for change in alike for id in _both(change)])
        return self.texts.get(blob, "")

    def _fetch(self, blobs: Iterable[str]) -> None:
        wanted = [blob for blob in blobs if blob and blob not in self.texts]
        read = self.git.blobs(wanted, LARGEST_FILE)
        self.texts.update({blob: read.get(blob, b"").decode("utf-8", "replace") for blob in wanted})


def _both(change: Change) -> tuple[str, str]:
    return change.blob, change.old_blob


def _end_of(item: Item) -> Date | None:
    return next((item.dates[name] for name in ENDS if name in item.dates), None)
