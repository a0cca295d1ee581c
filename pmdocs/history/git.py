"""A project's repository, and what was in it at some time."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import IO, TYPE_CHECKING

from pmdocs.errors import PmdocsError
from pmdocs.history import log, names
from pmdocs.history.program import run, start

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from pmdocs.history.log import Commit

MAIN_BRANCHES = ("origin/HEAD", "origin/main", "origin/master", "main", "master")
_LINK, _SUBMODULE = "120000", "160000"
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Blob:
    """The place of a file's text in git: how it is kept, and under which name.

    `mode` is git's own word: `100644` for a file, `100755` for a program, `120000`
    for a symbolic link.
    """

    mode: str
    id: str

    @property
    def is_link(self) -> bool:
        """Whether its text is the path of another file."""
        return self.mode == _LINK


@dataclass(frozen=True)
class Git:
    """The repository that a project's folder is in.

    `folder` is the folder of the project, `top` that of the repository, and
    `prefix` the way from there: empty, or such as `shop/`. `is_shallow` says that
    older commits were not fetched. Paths are relative to the project, with `/`.
    Questions about something that is not there raise `PmdocsError`, which says what
    to type.
    """

    folder: Path
    top: Path
    prefix: str
    is_shallow: bool

    @classmethod
    def of(cls, folder: Path) -> Git:
        """The repository of a folder; `PmdocsError` where there is none, or git must not read it.

        What git says about a folder that belongs to somebody else is told with what
        to do about it.
        """
        folder = folder.resolve()
        asked = ("--show-toplevel", "--show-prefix", "--is-shallow-repository")
        done = run(folder, "rev-parse", *asked)
        if done.returncode:
            raise names.no_repository(folder, _text(done.stderr))
        top, prefix, shallow = _text(done.stdout).split("\n")[:3]
        return cls(folder, Path(top), prefix, shallow == "true")

    @classmethod
    def find(cls, folder: Path) -> Git | None:
        """The repository of a folder, if there is one that can be read."""
        try:
            return cls.of(folder)
        except PmdocsError:
            return None

    def resolve(self, revision: str) -> str:
        """The id of the commit that a name stands for: a branch, a tag, `HEAD~2`, an id."""
        found = self.commit(revision)
        if found is None:
            raise names.unknown(revision, self.clone)
        return found

    def commit(self, revision: str) -> str | None:
        """The id of the commit that a name stands for, if it stands for one."""
        if not revision or revision.startswith("-"):
            return None
        asked = ("--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        done = run(self.folder, "rev-parse", *asked)
        return None if done.returncode else _text(done.stdout).strip()

    def day(self, commit: str) -> dt.date | None:
        """The day on which a commit was made, where its maker was; None for one in no calendar."""
        asked = ("--no-walk", "--format=%cs", "--end-of-options", commit)
        try:
            return dt.date.fromisoformat(_text(run(self.folder, "log", *asked).stdout).strip())
        except ValueError:
            return None

    @cached_property
    def branches(self) -> dict[str, str]:
        """The ids that branches and tags stand for, by their short names (`origin/main`)."""
        form = "--format=%(objectname) %(refname:lstrip=2)"
        done = run(self.folder, "for-each-ref", form, "refs/heads", "refs/remotes", "refs/tags")
        lines = (line.partition(" ") for line in _text(done.stdout).splitlines())
        return {name: id for id, _, name in lines}

    @property
    def clone(self) -> names.Clone:
        """What this clone holds, to say what it lacks."""
        done = run(self.folder, "config", "-z", "--get-regexp", r"^remote\..*\.fetch$")
        entries = (entry.partition("\n") for entry in _text(done.stdout).split("\0") if entry)
        specs: defaultdict[str, str] = defaultdict(str)
        for key, _, spec in entries:
            specs[key.removeprefix("remote.").removesuffix(".fetch")] += f" {spec}"
        servers = {name: "refs/heads/*" not in told for name, told in specs.items()}
        return names.Clone(self.branches, servers, self.is_shallow)

    def main_branch(self) -> str | None:
        """The name of the branch that everybody builds on; that of the server, if it is known."""
        return next((name for name in MAIN_BRANCHES if name in self.branches), None)

    def merge_base(self, one: str, other: str) -> str:
        """The id of the last commit that two revisions have in common."""
        ids = (self.resolve(one), self.resolve(other))
        done = run(self.folder, "merge-base", *ids)
        if done.returncode:
            raise names.nothing_in_common(one, other, shallow=self.is_shallow)
        return _text(done.stdout).split()[0]

    @cached_property
    def line(self) -> list[tuple[int, str]]:
        """The commits from `HEAD` along the first parents, newest first.

        Each with the seconds since 1970 at which it was made; none before the first commit.
        """
        done = run(self.folder, "rev-list", "--first-parent", "--timestamp", "HEAD")
        lines = (line.split() for line in _text(done.stdout).splitlines())
        return [(int(made), id) for made, id in lines]

    @cached_property
    def boundary(self) -> frozenset[str]:
        """The ids of the oldest commits of a shallow clone: what came before is not here."""
        if not self.is_shallow:
            return frozenset()
        where = _text(run(self.folder, "rev-parse", "--git-path", "shallow").stdout).rstrip("\n")
        try:
            return frozenset((self.folder / where).read_text("ascii").split())
        except (OSError, UnicodeDecodeError):
            return frozenset()

    def tree(self, revision: str, *below: str) -> dict[str, Blob]:
        """The files of a commit below some folders or paths, all of them where none are given.

        Symbolic links are among them, as what they are; what a submodule holds is in
        another repository, and is not. What the project does not have is left out.
        """
        paths = [self.prefix if one in {"", "."} else self.prefix + one for one in below or ("",)]
        limits = [] if "" in paths else paths
        done = run(self.folder, "ls-tree", "-r", "-z", "--full-tree", revision, "--", *limits)
        if done.returncode:
            raise names.not_read(revision, _text(done.stderr))
        entries = (one.partition("\t") for one in _text(done.stdout).split("\0") if one)
        found = {}
        for head, _, path in entries:
            mode, _, id = head.split(" ")
            if mode != _SUBMODULE and path.startswith(self.prefix):
                found[path.removeprefix(self.prefix)] = Blob(mode, id)
        return found

    def blobs(self, ids: Collection[str], limit: int | None = None) -> dict[str, bytes]:
        """The bytes of blobs by their ids, read by one process, or at most `limit` of each.

        What a partial clone does not hold is left out.
        """
        if not ids:
            return {}
        with tempfile.TemporaryFile() as wanted:
            # A file, since a pipe on both ends could fill up on both.
            wanted.write("".join(f"{id}\n" for id in dict.fromkeys(ids)).encode())
            wanted.seek(0)
            process = start(self.folder, "cat-file", "--batch", "--buffer", given=wanted)
            with process:
                assert process.stdout is not None  # noqa: S101 - it was asked for
                return dict(_contents(process.stdout, limit))

    def log(
        self, range: str, *below: str, first_parent: bool = False, most: int | None = None
    ) -> Iterator[Commit]:
        """The commits of a revision or a range such as `a..b`, newest first, at most so many.

        Only those that changed something below the given folders, or in the project.
        A merge tells what it made itself, which is what differs from all of its
        parents: the rest was told by the commits that it brought. With `first_parent`
        only the merges of a branch and the commits made on it are told, and a merge
        tells all that it brought. Renames are found where both names are below.
        """
        if range.startswith("-"):
            raise names.unknown(range, self.clone)
        merges = "--diff-merges=first-parent" if first_parent else "--diff-merges=combined"
        line = ("--first-parent",) if first_parent else ()
        count = () if most is None else (f"--max-count={most}",)
        asked = (
            merges,
            *line,
            *count,
            "--end-of-options",
            range,
            "--",
            *(self.prefix + one for one in below or (".",)),
        )
        # From the top, since the folder that the project was in need not be there today.
        here = (f"--relative={self.prefix}",) if self.prefix else ()
        done = run(self.top, "log", *log.OPTIONS, *here, *asked)
        if done.returncode:
            raise names.not_read(range, _text(done.stderr))
        return log.commits(_text(done.stdout))


def _contents(stream: IO[bytes], limit: int | None) -> Iterator[tuple[str, bytes]]:
    while head := stream.readline():
        id, _, told = head.decode("ascii").strip().partition(" ")
        if told.startswith("blob "):
            size = int(told.removeprefix("blob "))
            kept = size if limit is None else min(size, limit)
            yield id, stream.read(kept)
            _skip(stream, size - kept + 1)


def _skip(stream: IO[bytes], count: int) -> None:
    while count > 0 and (read := len(stream.read(min(count, _CHUNK)))):
        count -= read


def _text(data: bytes) -> str:
    # Names of files need not be UTF-8.
    return data.decode("utf-8", "surrogateescape")
