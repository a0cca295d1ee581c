"""Views with our stylesheet and our script in a real browser, from a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pmdocs.site.assets import assets
from tests.lighthouse import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

ASSETS = {f"pmdocs.{path.rpartition('.')[2]}": data for path, data in assets().items()}
PAGE = """\
<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title>
<style>html { font-size: 20px } body { margin: 1rem }</style>
<link rel="stylesheet" href="pmdocs.css"><script src="pmdocs.js" defer></script>
<body class="md-typeset" data-md-color-scheme="default">"""


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Opens HTML with our files beside it; in the end, asserts that all went well."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    problems: list[str] = []
    asked: list[str] = []

    def open_page(html: str, address: str = "", width: int = 1280) -> Page:
        for asset, data in ASSETS.items():
            (tmp_path / asset).write_bytes(data)
        (tmp_path / "view.html").write_text(PAGE + html, "utf-8")
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 900})
        page.clock.set_fixed_time(TODAY.isoformat() + "T12:00:00Z")
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        page.goto((tmp_path / "view.html").as_uri() + address)
        return page

    yield open_page
    context.close()
    assert problems == []
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []


def shown(page: Page, selector: str) -> list[str]:
    found = page.locator(selector).filter(visible=True).all()
    return [
        (
            one.get_attribute("data-id") or one.get_attribute("id") or one.inner_text().split()[0]
        ).upper()
        for one in found
    ]
