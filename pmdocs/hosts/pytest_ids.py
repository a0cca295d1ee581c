"""Whether the ids that tests name exist."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pmdocs.diagnostics import did_you_mean
from pmdocs.errors import PmdocsError
from pmdocs.evidence.spoken import hint_for, is_full_id
from pmdocs.hosts.pytest_plugin import named
from pmdocs.project.load import find_root, load

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pmdocs.project.project import Project


def root_of(config: pytest.Config) -> Path:
    """The folder with mkdocs.yml: the one that pytest's settings name, or here or above."""
    named = config.getini("pmdocs_dir")
    return find_root(config.rootpath / named if named else config.rootpath)


@dataclass(frozen=True, slots=True)
class Ids:
    """The ids of a project, to look up what tests name."""

    project: Project

    @classmethod
    def of(cls, config: pytest.Config) -> Ids:
        """Read the project that the tests belong to."""
        try:
            return cls(load(root_of(config)))
        except PmdocsError as error:
            hint = f" ({error.hint})" if error.hint else ""
            raise pytest.UsageError(f"--pmdocs: {error.message}{hint}") from None

    def all_wrong(self, items: Sequence[pytest.Item]) -> dict[str, str]:
        """What is wrong with what tests name, by the file of the tests, with their lines."""
        found: dict[str, dict[str, None]] = {}
        for item in items:
            for line in self._wrong(item, named(item)):
                found.setdefault(item.nodeid.partition("::")[0], {})[line] = None
        return {file: "\n".join(lines) for file, lines in found.items()}

    def _wrong(self, item: pytest.Item, ids: Sequence[str]) -> Iterator[str]:
        path, line, _ = item.reportinfo()
        place = f"{_short(Path(path), item)}:{(line or 0) + 1}"
        name = getattr(item, "originalname", None) or item.name
        for id in ids:
            if told := self._told(id):
                yield f"{place}: {name} names `{id}`: {told}"

    def _told(self, id: str) -> str | None:
        if not is_full_id(id):
            return f"that is not the id of a criterion ({hint_for(id)})"
        if self.project.find(id) or id.partition(".")[0] in self.project.unclear:
            return None
        known = [*self.project.items, *self.project.parts]
        near = did_you_mean(id, (one for one in known if ("." in one) == ("." in id)))
        return (
            f"there is no such criterion ({near or '`pmdocs list kind:story` prints all stories'})"
        )


def _short(path: Path, item: pytest.Item) -> str:
    root = item.config.rootpath
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
