"""Pictures of the site of Lighthouse, to be looked at: `python -m tests.screenshots [WORD …]`.

They are written to `tests/screenshots/`, which git passes over: desktop, dark and phone. With
words, only pages are taken whose names hold one of them: `python -m tests.screenshots roadmap`.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from pmdocs.site.addresses import Addresses
from tests.example import example_project, example_site
from tests.site import served

PICTURES = Path(__file__).parent / "screenshots"
SCREENS = {"desktop": (1280, "light"), "dark": (1280, "dark"), "phone": (375, "light")}
# The items whose pages show most of their kind; of other kinds the first one is taken.
SHOWN = ["RM-20", "US-24", "US-6", "PRD-3", "OBJ-2", "MET-2", "REL-3", "LCH-1", "RES-4", "SPR-7"]


def main() -> None:
    """Build the site and take its pictures."""
    words = sys.argv[1:]
    pages = {n: p for n, p in _pages() if not words or any(word in n for word in words)}
    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as playwright, served(example_site()) as root:
        program = shutil.which("chromium") or shutil.which("chromium-browser")
        flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=program, args=flags)
        for screen in SCREENS:
            _take(browser, root, screen, pages)
        browser.close()


def _pages() -> Iterator[tuple[str, str]]:
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
