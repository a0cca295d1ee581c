"""Reading a project from its folder."""

from __future__ import annotations

import datetime as dt
import gc
import os
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from pmdocs.diagnostics import Finding, did_you_mean
from pmdocs.errors import PmdocsError
from pmdocs.model.mending import towards
from pmdocs.model.values import is_inside
from pmdocs.project.alike import build_like, like
from pmdocs.project.beside import beside
from pmdocs.project.config import inherits, read_settings
from pmdocs.project.misplaced import misplaced
from pmdocs.project.reader import build
from pmdocs.source.discover import is_pattern, search
from pmdocs.source.encoding import decode
from pmdocs.source.node import Scalar
from pmdocs.source.place import Disk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pmdocs.project.config import Settings
    from pmdocs.project.project import Project
    from pmdocs.source.node import Node
    from pmdocs.source.place import Place
    from pmdocs.text import Source

CONFIG = "mkdocs.yml"
_MOST_INHERITED = 5


def load(root: Path, docs_dir: str | None = None) -> Project:
    """Read the project whose mkdocs.yml is in `root`.

    What is wrong in its files ends up in `problems`; only a missing mkdocs.yml
    raises `PmdocsError`. A site builder that knows the content folder better
    than the file says gives it as `docs_dir`.
    """
    return read(Disk(root), _settings_file(root), docs_dir)


def read(
    place: Place, source: Source, docs_dir: str | None = None, twin: Project | None = None
) -> Project:
    """Read the project in a place whose mkdocs.yml says this.

    `twin` is the same project at another time: what both have is read once, and
    where its mkdocs.yml can be read and this one cannot, its settings count.
    """
    inherited, complete = _inherited(place, source)
    settings, findings = read_settings(source, inherited)
    is_read = complete and all(finding.code == "PM110" for finding in findings)
    if twin is not None:
        settings = like(settings, twin.settings) if is_read else twin.settings
    if docs_dir is not None:
        settings = replace(settings, docs_dir=docs_dir, docs_node=None)
    missing = missing_folders(place, settings, source) if is_read else []
    settings = replace(settings, unclear=settings.unclear or bool(missing) or not complete)
    found = search(place, settings.docs_dir, settings.plugin.roadmap_dir, settings.plugin.features)
    with without_collector():
        project = (
            build_like(twin, found.sources, settings)
            if twin
            else build(found.sources, settings, today())
        )
    strays = list(misplaced(found.elsewhere, settings))
    aside, unread = beside(place, settings)
    problems = (*findings, *missing, *unread, *found.findings, *strays, *project.problems)
    known = (source, *inherited, *found.elsewhere, *aside)
    sources = {s.path: s for s in known} | dict(project.sources)
    return replace(
        project,
        sources=sources,
        problems=problems,
        refused=found.refused,
        garbled=found.garbled,
        allow_python=allows_python(),
    )


def _settings_file(root: Path) -> Source:
    config = root / CONFIG
    if not config.is_file():
        raise PmdocsError(f"there is no {CONFIG} in {root}", "run `pmdocs init` to make a product")
    try:
        source = decode(CONFIG, config.read_bytes())
    except OSError as error:
        raise PmdocsError(f"{CONFIG} cannot be read: {error.strerror}") from None
    if isinstance(source, Finding):
        raise PmdocsError(f"{CONFIG} cannot be read: {source.message}", source.hint or "")
    return source


def _inherited(place: Place, source: Source) -> tuple[list[Source], bool]:
    """The files that mkdocs.yml stands on, and whether all of them are in the project."""
    found: list[Source] = []
    at = source
    while len(found) < _MOST_INHERITED and (name := inherits(at)):
        path, error = place.real((place.root / at.path).parent / name)
        if error or not path.is_relative_to(place.root):
            return found, False
        try:
            read = decode(path.relative_to(place.root).as_posix(), place.read(path))
        except OSError:
            return found, False
        if isinstance(read, Finding):
            return found, False
        found.append(read)
        at = read
    return found, True


def missing_folders(place: Place, settings: Settings, source: Source) -> list[Finding]:
    """What is wrong with folders that the settings name and that are not there.

    A product that has no pages yet may do without a content folder.
    """
    root = place.root
    shown = (name for name in place.names(root) if not name.startswith("."))
    there = [name for name in shown if place.is_folder(root / name)]
    missing = []
    for node, needed in _folders(settings):
        if (
            isinstance(node, Scalar)
            and is_inside(node.text)
            and not place.is_folder(root / node.text)
        ):
            meant = did_you_mean(node.text, there)
            if meant or needed:
                hint = meant or "make it, or write the name of a folder that is there"
                message = f"there is no folder `{node.text}`"
                fix = towards(node, node.text, there)
                missing.append(Finding(node.span, message, hint, code="PM110", fix=fix))
    is_usual = settings.docs_node is None and settings.docs_dir == "docs"
    if is_usual and "content" in there and "docs" not in there:
        message = "the folder of the pages is `docs`, and there is none"
        hint = "write `docs_dir: content`"
        missing.append(Finding(source.start, message, hint, code="PM110"))
    return missing


def _folders(settings: Settings) -> Iterator[tuple[Node | None, bool]]:
    """Where the settings name folders, and whether each must be there."""
    yield settings.docs_node, False
    yield settings.at("roadmap_dir"), True
    for index, path in enumerate(settings.plugin.features):
        if not is_pattern(path):
            node = settings.at("features", index)
            yield (node if isinstance(node, Scalar) else settings.at("features")), True


def find_root(start: Path) -> Path:
    """The folder with mkdocs.yml, here or above."""
    for folder in (start, *start.parents):
        if (folder / CONFIG).is_file():
            return folder
    hint = "go to the folder of your product, or run `pmdocs init` to make one"
    raise PmdocsError(f"there is no {CONFIG} here or in a folder above", hint)


def allows_python() -> bool:
    """Whether the environment allows to run rules in Python: `PMDOCS_ALLOW_PYTHON=1`."""
    return os.environ.get("PMDOCS_ALLOW_PYTHON", "") not in {"", "0", "false", "no"}


def today() -> dt.date:
    """The day of the build: `SOURCE_DATE_EPOCH`, if that is set, so that builds can be repeated."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return dt.datetime.fromtimestamp(int(epoch), dt.UTC).date()
    return dt.date.today()  # noqa: DTZ011 - the reader's own day


@contextmanager
def without_collector() -> Iterator[None]:
    """Make many things that stay, without a search for garbage among them."""
    # Nothing made while reading is garbage, but looking for it takes a third of the time.
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
