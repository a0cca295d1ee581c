"""The files of a project as they were in a commit, without a checkout."""

from __future__ import annotations

import errno
import os
import stat
from collections import defaultdict
from functools import cached_property
from hashlib import new
from pathlib import PurePath, PurePosixPath
from typing import TYPE_CHECKING

from pmdocs.source.place import LARGEST_FILE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pmdocs.history.git import Blob, Git

# No real folder: paths that lead out of it are seen to do so.
_ROOT = PurePosixPath("/project")
_READ = (".md", ".yaml", ".yml")
_MOST_LINKS = 40
_SHA1_DIGITS = 40


class Tree:
    """A commit as a `Place`: links are followed in the commit, and never out of the project."""

    def __init__(self, git: Git, commit: str, known: Iterable[bytes] = ()) -> None:
        """Begin at the project in a commit, given by its id.

        `known` are texts that some of its files may have: those are not read again.
        """
        self._git = git
        self._commit = commit
        self._texts = {blob_id(data, len(commit)): data for data in known}

    @property
    def root(self) -> PurePath:
        """The folder of the project, with all links followed."""
        return _ROOT

    def exists(self, path: PurePath) -> bool:
        """Whether anything has this path, if only a link that leads to nothing."""
        name = self._name(path)
        return name is not None and (name in self._blobs or name in self._folders)

    def is_folder(self, path: PurePath) -> bool:
        """Whether this is a folder, or leads to one."""
        real, error = self.real(path)
        return error is None and self._name(real) in self._folders

    def is_link(self, path: PurePath) -> bool:
        """Whether this is a symbolic link."""
        blob = self._blobs.get(self._name(path) or "")
        return blob is not None and blob.is_link

    def real(self, path: PurePath) -> tuple[PurePath, OSError | None]:
        """Where a path leads to with all links followed, and what is wrong on the way."""
        here = PurePosixPath(path.anchor)
        waiting = [*reversed(path.parts[1:])]
        followed = 0
        while waiting:
            step = waiting.pop()
            here = here.parent if step == ".." else here / step
            if self.is_link(here):
                followed += 1
                if followed > _MOST_LINKS:
                    return path, _error(errno.ELOOP)
                target = PurePosixPath(os.fsdecode(self.read(here)))
                waiting += [part for part in reversed(target.parts) if part != "/"]
                here = PurePosixPath("/") if target.is_absolute() else here.parent
        gone = self._name(here) is not None and not self.exists(here)
        return here, _error(errno.ENOENT) if gone else None

    def names(self, folder: PurePath) -> list[str]:
        """What stands in a folder, in the order of names."""
        return sorted(self._folders[self._name(folder) or ""])

    def mode(self, path: PurePath) -> int:
        """What a path is; links are not followed."""
        name = self._name(path)
        if name in self._folders:
            return stat.S_IFDIR
        if name not in self._blobs:
            raise _error(errno.ENOENT)
        return int(self._blobs[name].mode, 8)

    def read(self, path: PurePath) -> bytes:
        """The bytes of a file, at most one more than are allowed."""
        blob = self._blobs.get(self._name(path) or "")
        if blob is None:
            raise _error(errno.ENOENT)
        if blob.id not in self._contents:
            self._contents.update(self._git.blobs([blob.id], LARGEST_FILE + 1))
        try:
            return self._contents[blob.id]
        except KeyError:
            raise OSError(0, "this clone does not hold it") from None

    def _name(self, path: PurePath) -> str | None:
        """A path from the folder of the project; none for what is not in it."""
        if not path.is_relative_to(_ROOT):
            return None
        return path.relative_to(_ROOT).as_posix().removeprefix(".")

    @cached_property
    def _blobs(self) -> dict[str, Blob]:
        return self._git.tree(self._commit)

    @cached_property
    def _folders(self) -> dict[str, set[str]]:
        """What stands in each folder; the project itself is the one without a name."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        found[""] = set()
        for path in self._blobs:
            below = path
            while below:
                folder, _, name = below.rpartition("/")
                if name in found[folder]:
                    break
                found[folder].add(name)
                below = folder
        return dict(found)

    @cached_property
    def _contents(self) -> dict[str, bytes]:
        """The texts by the ids of their blobs: all that will be wanted, read at once."""
        wanted = {*self._wanted()} - self._texts.keys()
        return {**self._texts, **self._git.blobs(sorted(wanted), LARGEST_FILE + 1)}

    def _wanted(self) -> Iterator[str]:
        return (
            blob.id
            for path, blob in self._blobs.items()
            if blob.is_link or path.lower().endswith(_READ)
        )


def blob_id(data: bytes, digits: int = _SHA1_DIGITS) -> str:
    """The id that git gives to a text: a hash of its kind, its length and itself."""
    method = "sha1" if digits == _SHA1_DIGITS else "sha256"
    return new(method, b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def _error(number: int) -> OSError:
    return OSError(number, os.strerror(number))
