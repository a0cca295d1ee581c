"""Time the roadmap's timeline: made by Python, and shown by Chromium inside Material: see README.md."""

from __future__ import annotations

import argparse
import datetime as dt
import gzip
import os
import shutil
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

from pmdocs.project.load import load
from pmdocs.site.pages import Site
from pmdocs.views import roadmap
from tests.bench.clock import program, run
from tests.bench.product import SETTINGS, WELCOME, as_yaml
from tests.bench.prose import title, wish
from tests.site import served

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

SIZES = (60, 1_000, 5_000)
TURNS = 5
STATES = ("done", "done", "in progress", "planned", "planned", "at risk", "discovery")
FIRST = dt.date(2026, 1, 5)
SPREAD = 700

# From the start of the navigation until the script is done and the result was painted.
READY = """() => new Promise((done) => {
  const look = () => document.querySelector('.pm-roadmap[data-pm-ready]')
    ? requestAnimationFrame(() => setTimeout(() => done(performance.now())))
    : setTimeout(look, 2);
  look();
})"""
PAINTED = "() => performance.getEntriesByName('first-contentful-paint')[0]"
# An action of the reader, until what follows from it was laid out and painted.
ACTION = """(act) => new Promise((done) => {
  const start = performance.now();
  new Function(act)();
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
})"""
FILTER = """const box = document.querySelector('.pm-tools input');
box.value = box.value ? '' : 'export'; box.dispatchEvent(new Event('input'));"""
ZOOM = """const month = document.querySelector('.pm-seg [aria-pressed=false]'); month.click();"""
FOLD = """document.querySelector('.pm-toggle').click();"""


def items(count: int) -> list[dict[str, object]]:
    """Objectives, and so many roadmap items over two years, each of which waits for another."""
    goals = max(4, count // 12)
    result: list[dict[str, object]] = [
        {
            "id": f"OBJ-{n}",
            "title": title(n, ("Reach",)),
            "period": "2026",
            "key_results": [{"id": "KR-1", "text": wish(n), "baseline": 0, "target": 9}],
        }
        for n in range(1, goals + 1)
    ]
    for n in range(1, count + 1):
        start = FIRST + dt.timedelta(days=n * 37 % SPREAD)
        one: dict[str, object] = {
            "id": f"RM-{n}",
            "title": title(n, ("Improve",)),
            "outcome": wish(n),
            "status": STATES[n % len(STATES)],
            "owner": f"owner {n % 9}",
            "team": f"team {n % 5}",
            "start": start.isoformat(),
            "end": (start + dt.timedelta(days=20 + n * 13 % 60)).isoformat(),
            "confidence": ("low", "medium", "high")[n % 3],
            "objectives": [f"OBJ-{1 + n % goals}"],
        }
        if n > goals:
            one["depends_on"] = [f"RM-{n - goals}"]
        result.append(one)
    return result


def write(folder: Path, count: int) -> None:
    """Write a project that has nothing but a roadmap."""
    for name in ("content", "roadmap"):
        (folder / name).mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    (folder / "content" / "index.md").write_text(WELCOME, encoding="utf-8")
    found = items(count)
    for start in range(0, len(found), 100):
        text = as_yaml(found[start : start + 100])
        (folder / "roadmap" / f"plan-{start:05}.yaml").write_text(text, encoding="utf-8")


def fastest(action: Callable[[], Any]) -> float:
    """The milliseconds of the fastest of some runs."""
    took = []
    for _ in range(TURNS):
        start = time.perf_counter()
        action()
        took.append(time.perf_counter() - start)
    return min(took) * 1000


def in_python(folder: Path) -> tuple[float, float]:
    """The milliseconds to compute the values, and to fill the template."""
    project = load(folder)
    site = Site(project, ())
    view = roadmap.build(project)
    fill = site.rendering.fill
    return (
        fastest(lambda: roadmap.build(project)),
        fastest(lambda: fill("roadmap/roadmap.html", "roadmap.md", view=view)),
    )


def in_chromium(page: Page, address: str) -> dict[str, float]:
    """The milliseconds until the timeline is ready, and of what a reader does there."""
    ready = []
    for _ in range(TURNS):
        page.goto(address, wait_until="commit")
        ready.append(page.evaluate(READY))
    page.wait_for_function(PAINTED)
    paint = page.evaluate(f"({PAINTED})().startTime")
    acts = {"filter": FILTER, "zoom": ZOOM, "fold": FOLD}
    return {
        "first paint": paint,
        "ready": min(ready),
        **{
            name: min(page.evaluate(ACTION, act) for _ in range(TURNS))
            for name, act in acts.items()
        },
    }


def measure(folder: Path, count: int) -> None:
    """Write, build, open and print one size."""
    write(folder, count)
    values, template = in_python(folder)
    start = time.perf_counter()
    done = run((program("mkdocs") or "mkdocs", "build"), folder)
    took = time.perf_counter() - start
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    html = (folder / "site" / "roadmap" / "index.html").read_bytes()
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright, served(folder / "site") as root:
        chromium = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=chromium, args=flags)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        found = in_chromium(page, f"{root}roadmap/")
        browser.close()
    size = f"{len(html) / 1000:7,.0f} kB {len(gzip.compress(html, 9)) / 1000:6.1f} kB gzipped"
    print(f"\n{count:,} items: page {size}; whole build {took:.1f} s")
    print(f"  Python     values {values:6.1f} ms   template {template:6.1f} ms")
    times = "   ".join(f"{name} {value:6.1f} ms" for name, value in found.items())
    print(f"  Chromium   {times}", flush=True)


def main() -> None:
    """Print all sizes in one run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, action="append", help="only these sizes")
    sizes = parser.parse_args().items or SIZES
    print(f"{os.cpu_count()} cores; the fastest of {TURNS}; the whole page, inside Material")
    for count in sizes:
        with TemporaryDirectory(prefix="bench-") as folder:
            measure(Path(folder), count)


if __name__ == "__main__":
    main()
