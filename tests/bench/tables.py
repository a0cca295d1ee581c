"""Time a table of 5,000 stories in Chromium: until it is ready, to filter, to sort.

Run as `python -m tests.bench.tables`; a number after it makes it larger or smaller.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import yaml
from playwright.sync_api import sync_playwright

from pmdocs.project.reader import build
from pmdocs.site.assets import assets
from pmdocs.text import Source
from pmdocs.views import table
from tests.bench.prose import title, wish
from tests.lighthouse import TODAY, rendered

if TYPE_CHECKING:
    from collections.abc import Iterable

    from playwright.sync_api import Page

PAGE = """\
<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title>
<style>html {{ font: 20px sans-serif }}</style>
<link rel="stylesheet" href="pmdocs.css"><script src="pmdocs.js" defer></script>
<body class="md-typeset" data-md-color-scheme="default">{}"""
ROUNDS = 5

# From the moment that something is asked for, to the moment that the screen shows it.
UNTIL_SHOWN = """async (act) => {
  await new Promise(requestAnimationFrame);
  const start = performance.now();
  eval(act);
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - start;
}"""
TYPE = "const box = document.querySelector('input'); box.value = {!r}; box.dispatchEvent(new Event('input'))"
CHOOSE = "const list = document.querySelector('select'); list.value = {!r}; list.dispatchEvent(new Event('change'))"
CLICK = "document.querySelector('th[data-key={}] button').click()"
ACTS = {
    "filter by a word": (TYPE.format("harbour"), TYPE.format("")),
    "filter by a status": (CHOOSE.format("ready"), CHOOSE.format("")),
    "sort by title": (CLICK.format("title"),),
    "sort by points": (CLICK.format("points"),),
    "show a column": ("document.querySelectorAll('.pm-menu input')[8].click()",) * 2,
}


def stories(numbers: Iterable[int]) -> str:
    """Stories with these numbers, in YAML, that fill eleven columns."""
    words = ("draft", "ready", "in progress", "done")
    people = ("Ada", "Ben", "Chloé", "Dev", "Emi")
    found = [
        {
            "id": f"US-{n}", "title": title(n), "status": words[n % 4], "owner": people[n % 5],
            "as_a": "product manager", "i_want": wish(n), "points": n % 13 + 1, "tags": ["beta"],
            "priority": "must", "prd": f"PRD-{n % 90 + 1}", "sprint": f"SPR-{n % 12 + 1}",
            "criteria": [{"id": "AC-1", "text": "it works"}],
        }
        for n in numbers
    ]  # fmt: skip
    return yaml.safe_dump(found, allow_unicode=True)


def page_of(count: int, folder: Path) -> Path:
    """Write the page with the table, and what it loads."""
    texts = (stories(range(n + 1, min(count, n + 1000) + 1)) for n in range(0, count, 1000))
    prds = "".join(f"- {{id: PRD-{n}, title: Spec {n}, problem: none}}\n" for n in range(1, 91))
    named = {f"roadmap/{n}.yaml": text for n, text in enumerate([prds, *texts])}
    project = build([Source(path, text) for path, text in named.items()], today=TODAY)
    view = table.build(project, project.settings.kinds.by_name["story"])
    html = rendered("table/table.html", view, project)
    for path, data in assets().items():
        (folder / f"pmdocs.{path.rpartition('.')[2]}").write_bytes(data)
    page = folder / "table.html"
    page.write_text(PAGE.format(html), "utf-8")
    print(
        f"{len(view.rows):,} rows, {len(view.columns)} columns, {page.stat().st_size / 1e6:.1f} MB"
    )
    return page


def ready(tab: Page, page: Path) -> float:
    """The milliseconds from the start of loading until the tools are there and all is drawn."""
    tab.goto(page.as_uri())
    tab.evaluate(UNTIL_SHOWN, "")
    return float(tab.evaluate("performance.now()"))


def timed(tab: Page, acts: Iterable[str]) -> list[float]:
    """The milliseconds of each act, some rounds of all of them."""
    return [float(tab.evaluate(UNTIL_SHOWN, act)) for _ in range(ROUNDS) for act in acts]


def main() -> None:
    """Make the page, and print how long everything takes: the middle and the longest of some."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        page = page_of(count, Path(folder))
        program = shutil.which("chromium") or shutil.which("chromium-browser")
        flags = ["--no-sandbox", "--disable-gpu"]
        browser = playwright.chromium.launch(executable_path=program, args=flags)
        tab = browser.new_page(viewport={"width": 1280, "height": 900})
        tell("ready", [ready(tab, page) for _ in range(ROUNDS)])
        for name, acts in ACTS.items():
            tell(name, timed(tab, acts))
        browser.close()


def tell(name: str, found: list[float]) -> None:
    """Print one line."""
    print(f"{name:20} {sorted(found)[len(found) // 2]:5.0f} ms, at most {max(found):5.0f} ms")


if __name__ == "__main__":
    main()
