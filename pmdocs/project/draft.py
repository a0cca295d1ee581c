"""A project as it would be if some of its files had other texts."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from pmdocs.project.load import CONFIG, read
from pmdocs.source.place import Disk
from pmdocs.text import Source

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path, PurePath

    from pmdocs.project.project import Project


class _Draft(Disk):
    """The files on the disk, some of them with texts that are not written yet."""

    def __init__(self, root: Path, texts: Mapping[str, str]) -> None:
        super().__init__(root)
        self._texts = {os.path.realpath(self.root / path): text for path, text in texts.items()}

    def read(self, path: PurePath) -> bytes:
        """The text that a file would have, or the bytes that it has."""
        text = self._texts.get(str(path))
        return super().read(path) if text is None else text.encode()


def drafted(root: Path, project: Project, texts: Mapping[str, str]) -> Project:
    """The project in a folder with other texts for some files; nothing is written.

    `project` is what is there now: what does not change is not read again.
    """
    settings = texts.get(CONFIG, project.sources[CONFIG].text)
    # Where mkdocs.yml changes, what the files mean may change with it.
    twin = project if settings == project.sources[CONFIG].text else None
    drafted = read(_Draft(root, texts), Source(CONFIG, settings), twin=twin)
    return replace(drafted, today=project.today)
