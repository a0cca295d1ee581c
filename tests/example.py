"""Lighthouse, the fictional product that comes with pmdocs, for tests of whatever shows it."""

from __future__ import annotations

import functools
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pmdocs.project.load import load
from pmdocs.site.addresses import Addresses
from tests import site
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.project.project import Project

EXAMPLE = ROOT / "pmdocs" / "cli" / "example"
# The day until which it was written: 2026-11-25.
TODAY = "1795608000"
# The items whose pages show most of their kind; of other kinds the first one is taken.
SHOWN = ["RM-20", "US-24", "US-6", "PRD-3", "OBJ-2", "MET-2", "REL-3", "LCH-1", "RES-4", "SPR-7"]


@functools.cache
def example_project() -> Project:
    """The product as it stands on the day until which it was written."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SOURCE_DATE_EPOCH", TODAY)
        return load(EXAMPLE)


@functools.cache
def example_site(variant: str = "plain") -> Path:
    """Its site, built once for each variant of the settings (see `site.settings_of`)."""
    project = site.folder() / f"example-{variant}"
    shutil.copytree(EXAMPLE, project)
    site.configure(project, site.settings_of(variant))
    program = site.PROGRAM.get(variant, "mkdocs")
    return site.build(project, "--strict", program=program, SOURCE_DATE_EPOCH=TODAY)


def pages_to_see() -> Iterator[tuple[str, str]]:
    """The names and addresses of all pages but those of items, and of an item of each kind.

    Views that are added later are found as well: they are pages of the site.
    """
    project, site = example_project(), example_site()
    places = Addresses(project)
    items = {id: places.url(places.page(id) or "") for id in project.items}
    permanent = {places.url(places.permanent(id) or "") for id in project.items}
    for file in sorted(site.rglob("index.html")):
        path = file.relative_to(site).as_posix().removesuffix("index.html")
        if path not in permanent | set(items.values()):
            yield path.strip("/").replace("/", "-") or "home", path
    first = {item.kind: item.id for item in reversed([*project.items.values()])}
    for id in dict.fromkeys([*SHOWN, *(i for k, i in first.items() if not _is_shown(k))]):
        yield f"item-{project.items[id].kind.replace(' ', '-')}-{id}", items[id]


def _is_shown(kind: str) -> bool:
    return any(example_project().items[id].kind == kind for id in SHOWN)
