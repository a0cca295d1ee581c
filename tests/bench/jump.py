"""Time the box that goes to an id, in a real browser: see README.md."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from pmdocs.project.load import load
from pmdocs.site.assets import assets
from pmdocs.site.lookup import lookup
from pmdocs.site.pages import Site
from tests.bench.product import entries, write

SIZES = (1_000, 5_000, 20_000)
TYPED = ("u", "us-4", "us-499", "buoy", "zzz", "a e i o")
PAGE = """\
<!doctype html><meta charset="utf-8"><title>x</title><body>
<input data-md-component="search-query"><section data-pm="jump" hidden></section>
"""
# The time from a keystroke until the list is there, and the longest of ten.
STROKE = """async (typed) => {
    const box = document.querySelector("[role=combobox]");
    let longest = 0;
    for (let n = 0; n < 10; n += 1) {
        box.value = typed;
        const start = performance.now();
        box.dispatchEvent(new Event("input"));
        await new Promise((done) => setTimeout(done));
        longest = Math.max(longest, performance.now() - start);
    }
    return longest;
}"""
LOADING = """async () => {
    const start = performance.now();
    document.querySelector("[role=combobox]").dispatchEvent(new Event("focus"));
    while (!document.querySelector("script[src*='/ids.']")) await new Promise(requestAnimationFrame);
    await new Promise((done) => document.querySelector("script[src*='/ids.']").addEventListener("load", done));
    return performance.now() - start;
}"""


def publish(project: Path, folder: Path) -> tuple[Path, int]:
    """Write a page with the script and all that it looks up; gives the size of the list of ids."""
    index, found = lookup(Site(load(project), ()))
    files = assets() | found
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    loaded = [path for path in assets() if path.endswith(".js")]
    scripts = "".join(f'<script src="{path}"></script>' for path in (*loaded, index))
    (folder / "page.html").write_text(PAGE + scripts, "utf-8")
    return folder / "page.html", next(len(d) for p, d in found.items() if "/ids." in p)


def main() -> None:
    """Print everything in one run."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        sys.exit("Chromium is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for count in SIZES:
            with TemporaryDirectory(prefix="bench-") as name:
                write(Path(name) / "product", entries(count))
                page, size = publish(Path(name) / "product", Path(name) / "site")
                tab = browser.new_page()
                tab.goto(page.as_uri())
                print(f"\n{count:,} items: list of ids {size / 1000:,.0f} kB", end=", ")
                print(f"loaded in {tab.evaluate(LOADING):.0f} ms")
                for typed in TYPED:
                    print(f"  {typed!r:10} {tab.evaluate(STROKE, typed):6.1f} ms a keystroke")
                tab.close()
        browser.close()


if __name__ == "__main__":
    main()
