"""Everybody can read every page of a full site: looked at by axe-core in a real browser."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import axe_playwright_python
import pytest

from tests.example import example_site, pages_to_see
from tests.site import served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

PAGES = dict(pages_to_see())
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# On what pmdocs makes, the advice that goes beyond the standard is followed as well.
RUN = """async ([all, more]) => [
  await axe.run(document, { runOnly: all }),
  await axe.run(".md-content", { runOnly: more }),
].flatMap((found) => found.violations)"""


@pytest.fixture(scope="module")
def root() -> Iterator[str]:
    with served(example_site()) as address:
        yield address


@pytest.fixture(scope="module")
def tabs(browser: Browser) -> Iterator[dict[str, Page]]:
    made = {
        scheme: browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme=scheme)
        for scheme in ("light", "dark")
    }
    yield {scheme: context.new_page() for scheme, context in made.items()}
    for context in made.values():
        context.close()


@cache
def script() -> str:
    return AXE.read_text("utf-8")


def violations(tab: Page) -> list[str]:
    """What axe-core finds on the page that is open, a line for each kind of barrier."""
    tab.evaluate(script())
    found: list[dict[str, Any]] = tab.evaluate(RUN, [WCAG, ["best-practice"]])
    return [
        f"{one['id']} ({len(one['nodes'])}): {one['nodes'][0]['html'][:200]}"
        f" {one['nodes'][0]['failureSummary'][:300]}"
        for one in found
    ]


@pytest.mark.verifies("US-82.AC-1")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_no_barrier(tabs: dict[str, Page], root: str, name: str, scheme: str) -> None:
    tab = tabs[scheme]
    tab.goto(root + PAGES[name])
    tab.wait_for_load_state("networkidle")
    assert violations(tab) == []


def test_axe_would_find_one(tabs: dict[str, Page], root: str) -> None:
    tab = tabs["light"]
    tab.goto(root + "roadmap/")
    tab.evaluate("document.querySelector('.pm-tools input').removeAttribute('aria-label')")
    tab.evaluate("document.querySelector('.pm-tools input').placeholder = ''")
    assert any(line.startswith("label ") for line in violations(tab))


@pytest.mark.verifies("US-83.AC-3")
@pytest.mark.parametrize("width", [375, 640])
def test_no_page_scrolls_sideways(browser: Browser, root: str, width: int) -> None:
    """640 pixels are what is left of a screen of 1280 at a zoom of 200 %."""
    tab = browser.new_page(viewport={"width": width, "height": 800})
    wide = []
    for name, path in PAGES.items():
        tab.goto(root + path)
        if tab.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(name)
    tab.close()
    assert wide == []
