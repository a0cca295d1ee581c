"""What the tests share."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, Page, sync_playwright

from pmdocs.diagnostics import Diagnostic
from pmdocs.project.project import Project
from pmdocs.project.reader import build
from pmdocs.rules.catalogue import check
from pmdocs.text import Source

os.environ["NO_MKDOCS_2_WARNING"] = "1"
# How quick something is gets measured in tests/bench: a busy machine fails no test.
settings.register_profile("pmdocs", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("pmdocs")
ROOT = Path(__file__).parent.parent
MKDOCS_YML = "site_name: Test\ndocs_dir: content\nplugins:\n  - search\n  - pmdocs\ntheme: {name: material, font: false}\n"

Write: TypeAlias = Callable[[dict[str, str]], Path]
OpenTab: TypeAlias = Callable[..., Page]


def project_of(**files: str) -> Project:
    """A project of one YAML text, or of several files (`a__yaml` is `roadmap/a.yaml`)."""
    return build([Source(_path(name), text) for name, text in files.items()])


# What is planned, and what is over, depends on the day.
TODAY = dt.date(2026, 11, 25)


def findings(text: str, path: str = "roadmap/a.yaml") -> list[Diagnostic]:
    """What pmdocs has to say about one file."""
    return check(build([Source(path, text)], today=TODAY))


def lines(text: str, path: str = "roadmap/a.yaml") -> list[str]:
    """The findings as `line:column CODE message | hint`."""
    return [
        f"{d.span.start.line}:{d.span.start.column} {d.code} {d.finding.message}"
        + (f" | {d.finding.hint}" if d.finding.hint else "")
        for d in findings(text, path)
    ]


def _path(name: str) -> str:
    stem, _, ending = name.rpartition("__")
    folder = "content" if ending == "md" else "roadmap"
    return f"{folder}/{stem.replace('_', '-')}.{ending}" if stem else f"roadmap/{name}.yaml"


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write files of a project into a folder, with a mkdocs.yml unless one is given."""

    def write(files: dict[str, str]) -> Path:
        for path, text in {
            "mkdocs.yml": MKDOCS_YML,
            "content/index.md": "# Home\n",
            **files,
        }.items():
            target = tmp_path / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, "utf-8")
        return tmp_path

    return write


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium. Without one, the tests that need it fail."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    assert program, "Chromium is not installed: `apt-get install chromium`"
    with sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        chromium = playwright.chromium.launch(executable_path=program, args=flags)
        yield chromium
        chromium.close()


@pytest.fixture
def open_tab(browser: Browser) -> Iterator[OpenTab]:
    """Opens a page in a window of its own; in the end, asserts that no script failed."""
    wrong: list[str] = []
    contexts = []

    def open_tab(url: str, width: int = 1280, height: int = 900, **settings: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, **settings)
        contexts.append(context)
        tab = context.new_page()
        tab.on("pageerror", lambda error: wrong.append(str(error)))
        tab.goto(url)
        return tab

    yield open_tab
    for context in contexts:
        context.close()
    assert wrong == []
