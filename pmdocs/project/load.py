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
from pmdocs.project.config import read_settings
from pmdocs.project.reader import build
from pmdocs.source.discover import discover
from pmdocs.source.encoding import decode
from pmdocs.source.node import Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pmdocs.project.config import Settings
    from pmdocs.project.project import Project

CONFIG = "mkdocs.yml"


def load(root: Path) -> Project:
    """Read the project whose mkdocs.yml is in `root`.

    What is wrong in its files ends up in `problems`; only a missing mkdocs.yml
    raises `PmdocsError`.
    """
    config = root / CONFIG
    if not config.is_file():
        raise PmdocsError(f"there is no {CONFIG} in {root}", "run `pmdocs init` to make a product")
    try:
        source = decode(CONFIG, config.read_bytes())
    except OSError as error:
        raise PmdocsError(f"{CONFIG} cannot be read: {error.strerror}") from None
    if isinstance(source, Finding):
        raise PmdocsError(f"{CONFIG} cannot be read: {source.message}", source.hint or "")
    settings, findings = read_settings(source)
    missing = missing_folders(root, settings)
    if missing:
        settings = replace(settings, unclear=True)
    findings += missing
    found = discover(root, settings.docs_dir, settings.plugin.roadmap_dir)
    with without_collector():
        project = build(found.sources, settings, today())
    problems = (*findings, *found.findings, *project.problems)
    sources = {source.path: source, **project.sources}
    return replace(
        project, sources=sources, problems=problems, refused=found.refused, garbled=found.garbled
    )


def missing_folders(root: Path, settings: Settings) -> list[Finding]:
    """What is wrong with folders that the settings name and that are not there.

    A product that has no pages yet may do without a content folder.
    """
    there = [p.name for p in root.iterdir() if p.is_dir() and not p.name.startswith(".")]
    missing = []
    for node, needed in ((settings.docs_node, False), (settings.at("roadmap_dir"), True)):
        if isinstance(node, Scalar) and not (root / node.text).is_dir():
            meant = did_you_mean(node.text, there)
            if meant or needed:
                hint = meant or "make it, or write the name of a folder that is there"
                message = f"there is no folder `{node.text}`"
                missing.append(Finding(node.span, message, hint, code="PM110"))
    return missing


def find_root(start: Path) -> Path:
    """The folder with mkdocs.yml, here or above."""
    for folder in (start, *start.parents):
        if (folder / CONFIG).is_file():
            return folder
    hint = "go to the folder of your product, or run `pmdocs init` to make one"
    raise PmdocsError(f"there is no {CONFIG} here or in a folder above", hint)


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
