"""Pictures of every view of this repository's own site, to be looked at: `python -m tests.screenshots`.

They are written to `tests/screenshots/`, which git passes over: desktop, dark and phone.
"""

from __future__ import annotations

import shutil
import sys
import time
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.site import folder, run, served

ROOT = Path(__file__).parent.parent
PICTURES = Path(__file__).parent / "screenshots"
VIEWS = {
    "home": "",
    "roadmap": "roadmap/",
    "traceability": "traceability/",
    "coverage": "coverage/",
    "items": "items/",
    "stories": "items/stories/",
    "roadmap-items": "items/roadmap-items/",
    "health": "health/",
    "item-story": "items/US-27/",
    "item-story-page": "product/stories/US-25-a-page-for-each-item/",
    "item-prd-page": "product/prds/PRD-5-a-site-from-the-documents/",
    "item-charter": "items/CH-1/",
    "item-roadmap": "items/RM-9/",
    "item-persona": "items/PER-1/",
    "item-risk": "items/RSK-1/",
    "item-objective": "items/OBJ-1/",
}
SCREENS = {"desktop": (1280, "light"), "dark": (1280, "dark"), "phone": (375, "light")}


def main() -> None:
    """Build the site and take its pictures."""
    site, now = folder() / "own", str(int(time.time()))
    code, output = run("mkdocs", ROOT, "build", "-d", str(site), SOURCE_DATE_EPOCH=now)
    if code:
        sys.exit(output)
    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as playwright, served(site) as root:
        program = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for screen in SCREENS:
            _take(browser, root, screen)
        browser.close()


def _take(browser: Browser, root: str, screen: str) -> None:
    width, scheme = SCREENS[screen]
    viewport, dark = {"width": width, "height": 900}, scheme == "dark"
    tab = browser.new_page(viewport=viewport, color_scheme="dark" if dark else "light")  # type: ignore[arg-type]
    for name, path in VIEWS.items():
        tab.goto(root + path)
        tab.wait_for_load_state("networkidle")
        tab.screenshot(path=PICTURES / f"{name}-{screen}.png", full_page=True)
    tab.close()


if __name__ == "__main__":
    main()
