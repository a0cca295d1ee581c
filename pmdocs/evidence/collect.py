"""The results of a project's tests, from all files that the settings or a person names."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pmdocs.diagnostics import Finding
from pmdocs.evidence.formats import read_file
from pmdocs.evidence.newest import newest
from pmdocs.evidence.paths import Found, files_of
from pmdocs.evidence.result import Evidence
from pmdocs.source.node import Sequence
from pmdocs.text import Position, Span

if TYPE_CHECKING:
    from collections.abc import Sequence as List

    from pmdocs.evidence.reading import Reading
    from pmdocs.project.project import Project

CONFIG = "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class Collected:
    """What each file holds, in the order of their names, and all of it together."""

    readings: tuple[Reading, ...]
    evidence: Evidence


def collect(
    project: Project,
    root: Path,
    named: List[Path] = (),
    without: Path | None = None,
    *,
    beside: bool = False,
) -> Collected:
    """Read all results: the files that are `named`, or those of the setting `evidence`.

    Paths of the setting begin at the project's folder `root` and stay in it; those
    that a person names may lead anywhere, and with `beside` count beside those of the
    setting. The file `without` is passed over.
    """
    prefixes = frozenset(project.settings.kinds.by_prefix)
    found, findings = _named(root, named) if named else _set(project, root)
    if named and beside:
        more, told = _set(project, root)
        found, findings = _sorted({one.path: one for one in (*found, *more)}), [*findings, *told]
    left_out = without.resolve() if without else None
    readings = tuple(
        read_file(one.path, one.name, prefixes) for one in found if one.path != left_out
    )
    read = [finding for reading in readings for finding in reading.findings]
    kept = newest([reading.results for reading in readings])
    return Collected(
        readings,
        Evidence(
            tuple(result for result in kept if result.ids),
            len(kept),
            (*findings, *read),
            tuple(result for result in kept if not result.ids),
        ),
    )


def collect_previous(project: Project, root: Path) -> Evidence | None:
    """The results of an earlier run, none where the settings do not name any.

    A file that is not there is no mistake: the first run has none before it.
    """
    prefixes = frozenset(project.settings.kinds.by_prefix)
    patterns = project.settings.plugin.evidence.previous
    found = {one.path: one for name in patterns for one in files_of(root, name, inside=True)[0]}
    if not found:
        return None
    kept = newest([read_file(o.path, o.name, prefixes).results for o in _sorted(found)])
    return Evidence(tuple(result for result in kept if result.ids), len(kept))


def _set(project: Project, root: Path) -> tuple[list[Found], list[Finding]]:
    found: dict[Path, Found] = {}
    findings = []
    for index, pattern in enumerate(project.settings.plugin.evidence.files):
        here, wrong = files_of(root, pattern, inside=True)
        found.update((one.path, one) for one in here)
        place = _place(project, index)
        findings += [Finding(place, *told, code="PM854") for told in wrong]
    return _sorted(found), findings


def _named(root: Path, named: List[Path]) -> tuple[list[Found], list[Finding]]:
    found: dict[Path, Found] = {}
    findings = []
    for path in named:
        pattern = path.absolute().as_posix()
        here, wrong = files_of(root, pattern, inside=False)
        found.update((one.path, one) for one in here)
        start = Position(1, 1)
        place = Span(_called(root, path), start, start)
        findings += [Finding(place, *told, code="PM854") for told in wrong]
    return _sorted(found), findings


def _called(root: Path, path: Path) -> str:
    return Path(os.path.relpath(path.absolute(), root.resolve())).as_posix()


def _sorted(found: dict[Path, Found]) -> list[Found]:
    return sorted(found.values(), key=lambda one: one.name)


def _place(project: Project, index: int) -> Span:
    """Where a path stands in the settings."""
    settings = project.settings
    node = settings.at("evidence", "files") or settings.at("evidence")
    if isinstance(node, Sequence) and index < len(node.items):
        return node.items[index].span
    start = Position(1, 1)
    return node.span if node else Span(CONFIG, start, start)
