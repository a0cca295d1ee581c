"""The versions of an item, newest first, through all the files that it stood in."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Generic, TypeVar

from pmdocs.errors import PmdocsError
from pmdocs.history.home import home
from pmdocs.history.log import Change
from pmdocs.project.load import CONFIG

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from pmdocs.history.git import Git
    from pmdocs.history.log import Commit
    from pmdocs.history.passages import Passage
    from pmdocs.history.texts import Texts
    from pmdocs.model.item import Item
    from pmdocs.project.project import Project

T = TypeVar("T")

_EXPECTED = 3000
_ENDINGS = (".md", ".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Version:
    """What a commit made of an item.

    `commit` is its id, empty for what is not committed yet; `place` grows with its
    age. `before` is None where the item was new. When not `known`, the history that
    is here ends with this commit, and what it changed cannot be told.
    """

    commit: str
    place: int
    day: dt.date
    before: Passage | None
    after: Passage
    known: bool = True


@dataclass(frozen=True, slots=True)
class Entry:
    """A commit with what it changed; without an id, what is not committed yet.

    `replaced` are the changes of files that were there before.
    """

    id: str
    day: dt.date
    parents: tuple[str, ...]
    changes: tuple[Change, ...]
    replaced: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class _Step:
    """A change of a file, and the ids of the items that it changed; None where nobody knows."""

    place: int
    change: Change
    ids: frozenset[str] | None


@dataclass
class _Lazy(Generic[T]):
    """Values that are worked out once, when the first of several readers comes to them."""

    rest: Iterator[T]
    found: list[T] = field(default_factory=list)

    def __iter__(self) -> Iterator[T]:
        place = 0
        while True:
            if place == len(self.found):
                following = next(self.rest, None)
                if following is None:
                    return
                self.found.append(following)
            yield self.found[place]
            place += 1


class Versions:
    """Walks the versions of items; asks git for the log once, and for each text once."""

    def __init__(self, git: Git, project: Project, texts: Texts) -> None:
        """Walk through the history of a project."""
        self._git = git
        self._project = project
        self._texts = texts
        self._walks: dict[str, _Lazy[Version]] = {}
        self._files: dict[str, _Lazy[_Step]] = {}
        self._trees: dict[str, dict[str, str]] = {}

    @cached_property
    def head(self) -> str:
        """The commit that is checked out."""
        return self._git.commit("HEAD") or ""

    def of(self, item: Item) -> Iterator[Version]:
        """The versions of an item, newest first, down to where it was new."""
        walk = self._walks.setdefault(item.id, _Lazy(self._walk(item)))
        return iter(walk)

    @cached_property
    def is_line(self) -> bool:
        """Whether each commit follows on the one before, without branches side by side."""
        return all(len(entry.parents) <= 1 for entry in self.entries)

    @cached_property
    def places(self) -> dict[str, int]:
        """The places of commits in the log, which grow with their age."""
        return {entry.id: place for place, entry in enumerate(self.entries)}

    @cached_property
    def folders(self) -> tuple[str, ...]:
        """The folders that items stand in."""
        settings = self._project.settings
        return tuple(dict.fromkeys((settings.docs_dir, settings.plugin.roadmap_dir)))

    @cached_property
    def entries(self) -> Sequence[Entry]:
        """What is not committed yet, and then the commits, newest first."""
        try:
            commits = [_entry(commit) for commit in self._git.log("HEAD", *self.folders)]
        except PmdocsError:
            # A repository that cannot be read knows nothing; the check goes on.
            return []
        changes = tuple(self._uncommitted())
        now = _entry_of("", self._project.today, (), changes)
        return [now, *commits] if changes else commits

    def all_in(self, commit: str) -> dict[str, Passage]:
        """All items as they were written in a commit, by id."""
        found: dict[str, Passage] = {}
        for path, blob in self.tree(commit).items():
            for id, passage in (self._texts.passages(path, blob) or {}).items():
                found.setdefault(id, passage)
        return found

    def tree(self, commit: str) -> dict[str, str]:
        """The ids of the texts that a commit holds, by their paths; none where git cannot say."""
        if commit not in self._trees:
            try:
                blobs = self._git.tree(commit, *self.folders)
                if not blobs:
                    blobs = home(self._git, commit).tree(commit, *self.folders)
            except PmdocsError:
                blobs = {}
            held = {path: blob.id for path, blob in blobs.items() if path.endswith(_ENDINGS)}
            self._trees[commit] = held
        return self._trees[commit]

    @cached_property
    def now(self) -> dict[str, str]:
        """The ids of the texts that are on the disk, by their paths."""
        sources = self._project.sources.items()
        return {p: self._texts.keep(s.text) for p, s in sources if p.endswith(_ENDINGS)}

    def _uncommitted(self) -> Iterator[Change]:
        tree = self.tree(self.head)
        for path, id in self.now.items():
            old = tree.get(path, "")
            if id != old and path != CONFIG:
                yield Change("M" if old else "A", path, path, id, old)
        for path, old in tree.items():
            if path not in self.now:
                yield Change("D", path, path, "", old)

    @cached_property
    def _by_path(self) -> dict[str, list[tuple[int, Change]]]:
        found: defaultdict[str, list[tuple[int, Change]]] = defaultdict(list)
        for place, entry in enumerate(self.entries):
            for change in entry.changes:
                found[change.path].append((place, change))
        # Most checks look at most of the last changes; older ones are read when it comes to it.
        ids = (id for e in self.entries for c in e.changes for id in (c.blob, c.old_blob))
        self._texts.expect(islice(ids, _EXPECTED))
        return found

    def _walk(self, item: Item) -> Iterator[Version]:
        path, place, names = item.path, -1, (item.id, *item.aliases)
        while (step := self._next(path, place, names)) is not None:
            place, entry = step.place, self.entries[step.place]
            after = self._texts.find(path, step.change.blob, names)
            if after is None:
                continue
            if step.ids is None:
                yield Version(entry.id, place, entry.day, None, after, known=False)
                return
            before, path = self._before(entry, step.change, names)
            if before is None or (before.differs(after) and self._made_here(entry, after, names)):
                yield Version(entry.id, place, entry.day, before, after)
            if before is None:
                return

    def _next(self, path: str, place: int, names: tuple[str, ...]) -> _Step | None:
        """The first commit after a place in the log that changed an item, or renamed its file."""
        if path not in self._files:
            self._files[path] = _Lazy(self._steps(path))
        for step in self._files[path]:
            if step.place > place and (step.ids is None or not step.ids.isdisjoint(names)):
                return step
        return None

    def _steps(self, path: str) -> Iterator[_Step]:
        for place, change in self._by_path.get(path, ()):
            if change.blob:
                yield _Step(place, change, self._changed(place, change))

    def _changed(self, place: int, change: Change) -> frozenset[str] | None:
        """The items that a commit changed in a file; all of them where the file was renamed."""
        after = self._texts.passages(change.path, change.blob)
        old = change.old_blob
        before = self._texts.passages(change.old_path, old) if old else {}
        # A shallow clone does not hold what was before its oldest commit, a partial one texts.
        if self.entries[place].id in self._git.boundary or before is None or after is None:
            return None
        if change.path != change.old_path:
            return frozenset(after)
        # The same words are the same object.
        return frozenset(id for id, one in after.items() if before.get(id) is not one)

    def _before(
        self, entry: Entry, change: Change, names: tuple[str, ...]
    ) -> tuple[Passage | None, str]:
        """What an item was before a commit, and in which file: it may have been another one."""
        here = self._texts.find(change.old_path, change.old_blob, names)
        if here is not None:
            return here, change.old_path
        for other in entry.replaced:
            found = self._texts.find(other.old_path, other.old_blob, names)
            if found is not None and not self._texts.find(other.path, other.blob, names):
                return found, other.old_path
        return None, change.path

    def _made_here(self, entry: Entry, after: Passage, names: tuple[str, ...]) -> bool:
        """Whether a commit changed an item itself: a merge may have brought what others did."""
        if len(entry.parents) < 2:  # noqa: PLR2004 - a merge has two parents or more
            return True
        ids = (self._texts.at(parent, after.path) for parent in entry.parents)
        brought = (self._texts.find(after.path, id or "", names) for id in ids)
        return all(one is None or one.differs(after) for one in brought)


def _entry(commit: Commit) -> Entry:
    changes = tuple(one for one in commit.changes if one.path.endswith(_ENDINGS))
    return _entry_of(commit.id, commit.authored.date(), commit.parents, changes)


def _entry_of(
    id: str, day: dt.date, parents: tuple[str, ...], changes: tuple[Change, ...]
) -> Entry:
    return Entry(id, day, parents, changes, tuple(one for one in changes if one.old_blob))
