"""New texts for files: what they would be, as a patch, and on the disk."""

from __future__ import annotations

import re
import sys
from codecs import BOM_UTF8
from dataclasses import dataclass, field, replace
from difflib import unified_diff
from typing import TYPE_CHECKING

import click

from pmdocs.cli.files import rewrite
from pmdocs.errors import PmdocsError
from pmdocs.report.safe import visible
from pmdocs.source.edits import edited
from pmdocs.text import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from pmdocs.diagnostics import Edit

_LINE = re.compile(r"[^\n]*\n|[^\n]+")


@dataclass(frozen=True, slots=True)
class Patch:
    """The files that change, with the texts that they get, how many edits make them, and moves."""

    sources: Mapping[str, Source]
    texts: Mapping[str, str]
    counts: Mapping[str, int]
    moves: Mapping[str, str] = field(default_factory=dict)

    def shown(self) -> str:
        """The change as a unified diff, which `git apply` and people can read."""
        return "".join(part for path in self.paths for part in self._of_file(path))

    def write(self, root: Path) -> None:
        """Make the change on the disk, wholly or not at all.

        `PmdocsError` when a file is no longer what was read, or cannot be written.
        """
        for path in self.texts:
            # What was read of a file that is no UTF-8 is not what is in it.
            if (root / path).read_bytes().removeprefix(BOM_UTF8) != self.sources[
                path
            ].text.encode():
                message = f"`{path}` is not what was read before, or no UTF-8"
                raise PmdocsError(message, "nothing was written; save it as UTF-8, and try again")
        rewrite(root, self.texts, self.moves)

    @property
    def paths(self) -> list[str]:
        """The files that change or get another name, by the names that they have now."""
        return sorted({*self.texts, *self.moves})

    def _of_file(self, path: str) -> Iterator[str]:
        new = self.moves.get(path, path)
        yield f"diff --git a/{path} b/{new}\n"
        if new != path:
            yield f"rename from {path}\nrename to {new}\n"
        before = self.sources[path].text
        lines = (_LINE.findall(before), _LINE.findall(self.texts.get(path, before)))
        for line in unified_diff(*lines, f"a/{path}", f"b/{new}"):
            yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def patch_of(
    sources: Mapping[str, Source], edits: Iterable[Edit], moves: Mapping[str, str]
) -> Patch:
    """The patch that edits and moves make."""
    by_path: dict[str, set[Edit]] = {}
    for edit in edits:
        by_path.setdefault(edit.span.path, set()).add(edit)
    texts = {path: edited(sources[path], found) for path, found in sorted(by_path.items())}
    counts = {path: len(found) for path, found in by_path.items()}
    return Patch(sources, texts, counts, moves)


def show(patch: Patch, root: Path) -> None:
    """Print a patch as `git apply` takes it; on a terminal, nothing hidden moves the cursor."""
    text = _with_marks(patch, root).shown()
    if sys.stdout.isatty():
        text = "\n".join(visible(line) for line in text.split("\n"))
    click.echo(text, nl=False)


def _with_marks(patch: Patch, root: Path) -> Patch:
    """The patch with the byte order marks of the files, which are no part of their texts."""
    marked = [path for path in patch.texts if (root / path).read_bytes().startswith(BOM_UTF8)]
    sources = {path: Source(path, f"\ufeff{patch.sources[path].text}") for path in marked}
    texts = {path: f"\ufeff{patch.texts[path]}" for path in marked}
    return replace(patch, sources={**patch.sources, **sources}, texts={**patch.texts, **texts})
