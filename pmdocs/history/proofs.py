"""The texts of a repository's tests, which name the ids of what they prove."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pathspec import PathSpec

from pmdocs.errors import PmdocsError
from pmdocs.history.git import Git
from pmdocs.history.program import run
from pmdocs.project.load import CONFIG
from pmdocs.source.encoding import decode
from pmdocs.source.place import LARGEST_FILE
from pmdocs.source.programs import as_name
from pmdocs.text import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pmdocs.project.project import Project

_NOT_OURS = frozenset({"node_modules", "vendor", "venv", "site", "build", "dist", "__pycache__"})


@dataclass(frozen=True, slots=True)
class Tests:
    """The tests that name an id; `unread` are the paths of those that are not UTF-8.

    Paths begin at the project's folder, and with `../` where they are not below it.
    """

    sources: tuple[Source, ...]
    unread: tuple[str, ...]


def tests_naming(project: Project, root: Path, id: str) -> Tests:
    """The files that the setting `tests` chooses and that name an id, of all in the repository.

    What git ignores is passed over, as are links, binary files and the folders
    of other products. Without git, the folder of the project is looked at.
    """
    spellings = [word.encode() for word in (id, as_name(id), as_name(id).lower())]
    sources, unread = [], []
    for path, name in files_of_tests(project, root):
        if name in project.sources:
            continue
        data = data_of(path)
        if b"\0" in data or not any(word in data for word in spellings):
            continue
        read = decode(name, data)
        if isinstance(read, Source):
            sources.append(read)
        else:
            unread.append(name)
    return Tests(tuple(sources), tuple(unread))


def files_of_tests(project: Project, root: Path) -> Iterator[tuple[Path, str]]:
    """The files that the setting `tests` chooses, with their paths from the project's folder."""
    root = root.resolve()
    wanted = PathSpec.from_lines("gitignore", project.settings.plugin.tests)
    git = Git.find(root)
    top = git.top.resolve() if git else root
    paths = _tracked(top) if git else list(_walked(root))
    products = [p.removesuffix(CONFIG) for p in paths if f"/{p}".endswith(f"/{CONFIG}")]
    products = [folder for folder in products if b"pmdocs" in data_of(top / folder / CONFIG)]
    here = root.relative_to(top).as_posix()
    below = "" if here == "." else f"{here}/"
    # Which of several products a test beside them belongs to, nobody can tell.
    alone = all(folder.startswith(below) for folder in products)
    inner = tuple(f for f in products if f.startswith(below) and f != below)
    for path in paths:
        mine = (alone or path.startswith(below)) and not path.startswith(inner)
        if mine and wanted.match_file(path) and _is_plain(top / path, top):
            yield top / path, Path(os.path.relpath(top / path, root)).as_posix()


def _tracked(top: Path) -> Sequence[str]:
    """The files that git knows or would add."""
    done = run(top, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    if done.returncode:
        raise PmdocsError("git cannot list the files of the repository", "run `git status`")
    text = done.stdout.decode("utf-8", "surrogateescape")
    # A file in conflict is told once for each side.
    return sorted({name for name in text.split("\0") if name})


def _walked(root: Path) -> Iterator[str]:
    for folder, names, files in os.walk(root):
        names[:] = sorted(n for n in names if not n.startswith(".") and n not in _NOT_OURS)
        yield from (Path(folder, name).relative_to(root).as_posix() for name in sorted(files))


def _is_plain(path: Path, top: Path) -> bool:
    return path.is_file() and not path.is_symlink() and path.resolve().is_relative_to(top)


def data_of(path: Path) -> bytes:
    """The bytes of a file; none of one that is too large or cannot be read."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError:
        return b""
    return data if len(data) <= LARGEST_FILE else b""
