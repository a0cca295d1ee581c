"""Texts out of git, one after the other, from one process that stays."""

from __future__ import annotations

import subprocess
from typing import IO, TYPE_CHECKING

from pmdocs.errors import PmdocsError
from pmdocs.history.program import start
from pmdocs.source.place import LARGEST_FILE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

# Questions that fit into a pipe, so that neither end waits for the other.
_AT_ONCE = 500


class Objects:
    """Answers for the texts of blobs, each asked for by its id or as `commit:path`.

    The process starts with the first question and ends with `close`. What git does
    not have, or cannot say, is None, and so is what is too large to be read.
    """

    def __init__(self, folder: Path) -> None:
        """Be ready to ask the repository of a folder."""
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        self._failed = False

    def read(self, name: str) -> tuple[str, bytes] | None:
        """The id and the bytes of a blob."""
        if self._failed or "\n" in name:
            return None
        try:
            return self._ask(name)
        except (OSError, ValueError, PmdocsError):
            # Nothing that a check wants to know is worth more than the check.
            self._failed = True
            return None

    def read_all(self, ids: Sequence[str]) -> dict[str, bytes]:
        """The bytes of many blobs, by their ids: asked for together, which is much quicker."""
        found: dict[str, bytes] = {}
        for first in range(0, len(ids), _AT_ONCE):
            try:
                answers = self._ask_all(ids[first : first + _AT_ONCE])
            except (OSError, ValueError, PmdocsError):
                self._failed = True
                return found
            found.update(answer for answer in answers if answer)
        return found

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.__exit__(None, None, None)
            self._process = None

    def _ask(self, name: str) -> tuple[str, bytes] | None:
        return self._ask_all([name])[0]

    def _ask_all(self, names: Sequence[str]) -> list[tuple[str, bytes] | None]:
        if self._process is None:
            self._process = start(self._folder, "cat-file", "--batch", given=subprocess.PIPE)
        asked, told = _ends(self._process)
        asked.write("".join(f"{name}\n" for name in names).encode("utf-8", "surrogateescape"))
        asked.flush()
        return [_answer(told) for _ in names]


def _answer(told: IO[bytes]) -> tuple[str, bytes] | None:
    words = told.readline().split()
    # Of a name that git does not know it repeats the name, which may hold blanks.
    if len(words) != 3 or not words[2].isdigit():  # noqa: PLR2004 - id, type, size
        return None
    size = int(words[2])
    if size > LARGEST_FILE or words[1] != b"blob":
        # No file of this size is read from the disk either.
        _skip(told, size + 1)
        return None
    data = told.read(size)
    told.read(1)
    return words[0].decode("ascii"), data


def _skip(told: IO[bytes], count: int) -> None:
    while count > 0 and (read := len(told.read(min(count, LARGEST_FILE)))):
        count -= read


def _ends(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    assert process.stdin is not None  # noqa: S101 - both were asked for
    assert process.stdout is not None  # noqa: S101
    return process.stdin, process.stdout
