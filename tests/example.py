"""Lighthouse, the fictional product that comes with pmdocs, for tests of whatever shows it."""

from __future__ import annotations

import functools
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pmdocs.project.load import load
from tests import site
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pmdocs.project.project import Project

EXAMPLE = ROOT / "pmdocs" / "cli" / "example"
# The day until which it was written: 2026-11-25.
TODAY = "1795608000"


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
