"""Pictures of the site of Lighthouse, to be looked at: `python -m tests.screenshots [WORD …]`.

They are written to `tests/screenshots/`, which git passes over: desktop, dark and phone. With
words, only pages are taken whose names hold one of them: `python -m tests.screenshots roadmap`.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.example import example_site, pages_to_see
from tests.site import served

PICTURES = Path(__file__).parent / "screenshots"
SCREENS = {"desktop": (1280, "light"), "dark": (1280, "dark"), "phone": (375, "light")}


def main() -> None:
    """Build the site and take its pictures."""
    words = sys.argv[1:]
    pages = {n: p for n, p in pages_to_see() if not words or any(word in n for word in words)}
    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as playwright, served(example_site()) as root:
        program = shutil.which("chromium") or shutil.which("chromium-browser")
        flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=program, args=flags)
        for screen in SCREENS:
            _take(browser, root, screen, pages)
        browser.close()


def _take(browser: Browser, root: str, screen: str, pages: dict[str, str]) -> None:
    width, scheme = SCREENS[screen]
    viewport, dark = {"width": width, "height": 900}, scheme == "dark"
    tab = browser.new_page(viewport=viewport, color_scheme="dark" if dark else "light")  # type: ignore[arg-type]
    for name, path in pages.items():
        tab.goto(root + path)
        tab.wait_for_load_state("networkidle")
        tab.screenshot(path=PICTURES / f"{name}-{screen}.png", full_page=True)
    tab.close()


if __name__ == "__main__":
    main()
