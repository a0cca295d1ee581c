"""The file of known findings, as `pmdocs check` writes it and passes over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.cli.files import overwrite
from pmdocs.errors import PmdocsError
from pmdocs.project.beside import BASELINE
from pmdocs.rules.baseline import Sight, written
from pmdocs.rules.catalogue import review
from pmdocs.source.place import LARGEST_FILE

if TYPE_CHECKING:
    from pathlib import Path

    from pmdocs.analysis.proof.book import Proofs
    from pmdocs.history.past import Past
    from pmdocs.project.project import Project


def record(
    project: Project,
    root: Path,
    past: Past | None,
    proofs: Proofs | None = None,
    *,
    narrowed: bool,
) -> str:
    """Write all findings into the file, and say in a line what changed in it.

    `narrowed` says that somebody asks for a part of them only, which is refused.
    """
    if narrowed:
        hint = "leave out paths, `--select` and `--ignore`"
        raise PmdocsError("a baseline holds all findings of the product", hint)
    path = root / BASELINE
    if path.is_symlink() or (path.exists() and not path.is_file()):
        raise PmdocsError(f"`{BASELINE}` is no plain file", "remove it")
    result = review(project, past=past, proofs=proofs)
    sight = Sight(project, result.judge, [type(one) for one in (past, proofs)])
    text, new, gone = written(result.all, project, sight, result.baseline)
    if len(text.encode()) > LARGEST_FILE:
        hint = "begin with `preset: minimal`, which keeps to errors"
        raise PmdocsError(f"{text.count(chr(10)):,} findings are too many to record", hint)
    if text or path.exists():
        overwrite(path, text)
    count = text.count("\n")
    words = f"{count:,} finding{'' if count == 1 else 's'} in {BASELINE}"
    return f"{words}: {new:,} new, {gone:,} gone"
