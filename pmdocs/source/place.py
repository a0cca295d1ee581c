"""Where the files of a project are: on the disk here, or in a commit."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import PurePath

LARGEST_FILE = 1_000_000
_NO_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)
_FLAGS = os.O_RDONLY | _NO_WAITING | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


class Place(Protocol):
    """Folders and files below `root`, which is the folder of the project.

    What cannot be read raises `OSError`.
    """

    @property
    def root(self) -> PurePath:
        """The folder of the project, with all links followed."""

    def exists(self, path: PurePath) -> bool:
        """Whether anything has this path, if only a link that leads to nothing."""

    def is_folder(self, path: PurePath) -> bool:
        """Whether this is a folder, or leads to one."""

    def is_link(self, path: PurePath) -> bool:
        """Whether this is a symbolic link."""

    def real(self, path: PurePath) -> tuple[PurePath, OSError | None]:
        """Where a path leads to with all links followed, and what is wrong on the way."""

    def names(self, folder: PurePath) -> list[str]:
        """What stands in a folder, in the order of names."""

    def mode(self, path: PurePath) -> int:
        """What a path is, as `stat.S_ISREG` and its like judge it; links are not followed."""

    def read(self, path: PurePath) -> bytes:
        """The bytes of a file, at most one more than are allowed."""


class Disk:
    """The files of a project in a folder of this machine."""

    def __init__(self, root: Path) -> None:
        """Begin at a folder, wherever links on the way to it lead."""
        self._root = Path(os.path.realpath(root))

    @property
    def root(self) -> Path:
        """The folder of the project, with all links followed."""
        return self._root

    def exists(self, path: PurePath) -> bool:
        """Whether anything has this path, if only a link that leads to nothing."""
        return os.path.lexists(path)

    def is_folder(self, path: PurePath) -> bool:
        """Whether this is a folder, or leads to one."""
        return Path(path).is_dir()

    def is_link(self, path: PurePath) -> bool:
        """Whether this is a symbolic link."""
        return Path(path).is_symlink()

    def real(self, path: PurePath) -> tuple[PurePath, OSError | None]:
        """Where a path leads to with all links followed, and what is wrong on the way."""
        try:
            return Path(os.path.realpath(path, strict=True)), None
        except OSError as error:
            return Path(os.path.realpath(path)), error

    def names(self, folder: PurePath) -> list[str]:
        """What stands in a folder, in the order of names."""
        with os.scandir(folder) as entries:
            return sorted(entry.name for entry in entries)

    def mode(self, path: PurePath) -> int:
        """What a path is; links are not followed."""
        return Path(path).lstat().st_mode

    def read(self, path: PurePath) -> bytes:
        """The bytes of a file, at most one more than are allowed.

        The path has been looked at before; should it be a link or a pipe by now,
        opening it fails, or what is open is no file.
        """
        descriptor = os.open(path, _FLAGS)
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise OSError(0, "not a file")
            return file.read(LARGEST_FILE + 1)
