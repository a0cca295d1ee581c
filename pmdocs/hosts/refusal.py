"""Files that must not be published: those that lie outside the project, or were refused."""

from __future__ import annotations

import os
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File


def is_refused(file: File, config: MkDocsConfig, refused: Collection[str]) -> bool:
    """Whether a file of the content folder, or of the theme's own folder, stays unpublished."""
    folder = file.src_dir
    if not file.abs_src_path or folder not in {config.docs_dir, config.theme.custom_dir}:
        return False
    root = Path(config.config_file_path or "mkdocs.yml").absolute().parent
    if folder and not Path(folder).is_relative_to(root):
        # Whoever writes the settings may well keep a folder elsewhere.
        root = Path(folder)
    if not Path(os.path.realpath(file.abs_src_path)).is_relative_to(os.path.realpath(root)):
        return True
    path = PurePath(os.path.relpath(file.abs_src_path, root)).as_posix()
    return any(path == one or path.startswith(f"{one}/") for one in refused)


def circle_in(root: Path, refused: Collection[str]) -> str | None:
    """A refused link that leads to a folder above itself, which a walk never leaves again."""
    for path in sorted(refused):
        link, real = root / path, Path(os.path.realpath(root / path))
        if link.is_dir() and Path(os.path.realpath(link.parent)).is_relative_to(real):
            return path
    return None
