"""Writing files so that nothing is ever lost."""

from __future__ import annotations

import os
import shutil
import tempfile
from codecs import BOM_UTF8
from errno import EEXIST
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pmdocs.errors import PmdocsError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet, wholly or not at all.

    Raises `PmdocsError` when there is one already, or the disk refuses.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".pmdocs-")
        draft = Path(name)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
            draft.chmod(0o644)
            # Unlike a rename, a link never takes the place of a file that is there.
            os.link(draft, path)
        finally:
            draft.unlink()
    except FileExistsError:
        raise PmdocsError(f"`{path}` is there already", "nothing was written") from None
    except OSError as error:
        raise PmdocsError(f"`{path}` cannot be written: {error.strerror}") from None


def rewrite(root: Path, texts: Mapping[str, str], moves: Mapping[str, str] | None = None) -> None:
    """Give files that are there new texts and new names: all of them, or none if one cannot be.

    `texts` is by the path in the project, `moves` gives new paths for old ones.
    All texts are written beside their files first, so that a full disk or a
    missing right is found before anything is changed; what was changed when the
    disk refuses all the same is put back. Raises `PmdocsError` when it refuses, or
    when a new name is taken.
    """
    drafts: list[tuple[Path, Path]] = []
    undo: list[Callable[[], object]] = []
    path = root
    try:
        for name, text in texts.items():
            path = (root / name).resolve()
            drafts.append((_draft(path, text), path))
        for draft, path in drafts:
            undo.append(partial(_put_back, path, path.read_bytes()))
            draft.replace(path)
        for old, new in (moves or {}).items():
            path = root / new
            _move(root / old, path)
            undo.append(partial(_move, path, root / old))
    except OSError as error:
        for step in reversed(undo):
            step()
        raise PmdocsError(f"`{path}` cannot be written: {error.strerror}") from None
    finally:
        for draft, _ in drafts:
            draft.unlink(missing_ok=True)


def _move(old: Path, new: Path) -> None:
    # On a disk that takes `A` and `a` for one name, the file may be in its own way.
    if os.path.lexists(new) and not new.samefile(old):
        raise FileExistsError(EEXIST, "it is there already")
    old.rename(new)


def _put_back(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".pmdocs-")
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    shutil.copymode(path, name)
    Path(name).replace(path)


def _draft(path: Path, text: str) -> Path:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".pmdocs-")
    # Line ends and a byte order mark are part of what somebody wrote, and so is who may read it.
    mark = BOM_UTF8 if path.read_bytes().startswith(BOM_UTF8) else b""
    with os.fdopen(handle, "wb") as file:
        file.write(mark + text.encode())
    shutil.copymode(path, name)
    return Path(name)


def overwrite(path: Path, text: str) -> None:
    """Write a file, whether it is there or not: wholly, or it stays as it was.

    A pipe or a device, such as `/dev/stdout`, is written to and not replaced. Raises
    `PmdocsError` when the disk refuses.
    """
    try:
        if path.exists() and not path.is_file():
            path.write_text(text, "utf-8")
            return
        target = path.resolve()
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".pmdocs-")
        draft = Path(name)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
            draft.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o644)
            draft.replace(target)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        raise PmdocsError(f"`{path}` cannot be written: {error.strerror}") from None


def append(path: Path, text: str) -> None:
    """Write at the end of a file, which is made if it is not there."""
    try:
        with path.open("a", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise PmdocsError(f"`{path}` cannot be written: {error.strerror}") from None
