"""The files that a path with wildcards stands for."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from pmdocs.model.values import is_inside

_WILD = re.compile(r"[*?\[]")
_MOST_FILES, _MOST_STARS = 1_000, 3


@dataclass(frozen=True, slots=True)
class Found:
    """A file: `path` with all links followed, `name` as people call it, from the project on."""

    path: Path
    name: str


_Wrong = tuple[str, str]


def files_of(root: Path, pattern: str, *, inside: bool) -> tuple[list[Found], list[_Wrong]]:
    """The files below a folder that a pattern chooses, and what is wrong with it.

    `**` stands for folders in any depth, `*` and `?` for letters. With `inside` nothing
    outside of the folder is looked at. What is wrong is a message with a hint.
    """
    if inside and not is_inside(pattern):
        hint = "write a path below the folder of mkdocs.yml, such as `reports/*.xml`"
        return [], [(f"`{pattern}` leads out of the project", hint)]
    if pattern.count("**") > _MOST_STARS:
        hint = "write the folder instead of some of them"
        return [], [(f"`{pattern}` has `**` more than {_MOST_STARS} times", hint)]
    found: list[Found] = []
    wrong: list[_Wrong] = []
    real_root = Path(os.path.realpath(root))
    for path in _chosen(root, pattern):
        real = Path(os.path.realpath(path))
        if inside and not real.is_relative_to(real_root):
            name = Path(os.path.relpath(path, root)).as_posix()
            wrong.append((f"`{name}` leads out of the project", "put a copy in its place"))
        elif real.is_file():
            found.append(Found(real, Path(os.path.relpath(path, root)).as_posix()))
    if len(found) > _MOST_FILES:
        hint = "choose fewer, or join them with `pmdocs evidence --merge FILE`"
        return [], [(f"`{pattern}` chooses more than {_MOST_FILES:,} files", hint)]
    if not found and not wrong:
        hint = "run the tests first, or mend the path"
        wrong.append((f"no file is called `{_told(root, pattern)}`", hint))
    return found, wrong


def _told(root: Path, pattern: str) -> str:
    """The pattern as it leads from the project on."""
    return Path(os.path.relpath(root / pattern, root)).as_posix()


def _chosen(root: Path, pattern: str) -> list[Path]:
    literal = root / pattern
    if not _WILD.search(pattern) or literal.exists():
        return [literal] if os.path.lexists(literal) else []
    start = Path(literal.anchor) if Path(pattern).is_absolute() else root
    rest = literal.relative_to(start) if Path(pattern).is_absolute() else Path(pattern)
    try:
        return sorted(path for path in start.glob(str(rest)) if not path.is_dir())
    except (ValueError, OSError, NotImplementedError):
        return []
