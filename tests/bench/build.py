"""Time a build with pmdocs beside plain Material, same pages: see README.md."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tests.bench.clock import Contender, asked, best, present, setting
from tests.bench.peers import write_markdown
from tests.bench.product import Entry, entries, write

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZES, LARGE = (300, 1_000), 3_000

OURS = "Material with pmdocs"
OUT_OF_NAV = "plain Material, items out of nav"
IN_NAV = "plain Material, items in nav"

NOTES = """\
Built from nothing. Plain Material gets one Markdown page an item with the words and links that
pmdocs puts on its page of that item, and no other page but the first; pmdocs also builds its views
and what items say about each other. Out of nav (`not_in_nav`) is how pmdocs does it, so it is the
fair peer; in nav is what a folder of pages does by itself."""


def lay_out(folder: Path, items: Sequence[Entry]) -> dict[str, Path]:
    """Write the three projects."""
    write(folder / "ours", items)
    write_markdown(folder / "out", items, in_nav=False)
    write_markdown(folder / "in", items, in_nav=True)
    return {OURS: folder / "ours", OUT_OF_NAV: folder / "out", IN_NAV: folder / "in"}


def contenders(found: dict[str, str], folders: dict[str, Path], count: int) -> list[Contender]:
    """The builds that can be made here; a large site with everything in nav takes gigabytes."""
    skipped = {OURS} if "pmdocs" not in found else set()
    skipped |= {IN_NAV} if count >= LARGE else set()
    return [
        Contender(name, (found["mkdocs"], "build"), folder, runs_of(name, count))
        for name, folder in folders.items()
        if name not in skipped
    ]


def runs_of(name: str, count: int) -> int:
    """How often to build: once where it takes long."""
    return 1 if name == IN_NAV and count > min(SIZES) else 3


def pages(folder: Path, items: Sequence[Entry]) -> int:
    """How many pages a site has, once it is sure that all items are among them."""
    for item in items:
        if not (folder / "site" / "items" / item.id / "index.html").exists():
            sys.exit(f"{folder}: no page for {item.id}")
    return sum(1 for _ in (folder / "site").rglob("*.html"))


def megabytes(folder: Path) -> float:
    """The size of all pages together."""
    return sum(page.stat().st_size for page in (folder / "site").rglob("*.html")) / 1e6


def measure(found: dict[str, str], count: int, folder: Path, *, cpu: bool) -> None:
    """Write, build and print one size."""
    items = entries(count)
    builds = contenders(found, lay_out(folder, items), count)
    took = best(builds, cpu=cpu)
    print(f"\n{count:,} items")
    for each in builds:
        ratio = f"{took[each.name] / took[OURS]:6.2f} x pmdocs" if OURS in took else ""
        runs = "one run" if each.runs == 1 else f"best of {each.runs}"
        size = f"{pages(each.folder, items):6} pages {megabytes(each.folder):8.1f} MB"
        print(f"{each.name:34}{took[each.name]:8.2f} s {ratio:17} {size}  {runs}", flush=True)


def main() -> None:
    """Print everything in one run."""
    options = asked(__doc__ or "", LARGE)
    sizes = (*SIZES, LARGE) if options.large else SIZES
    found = present(["mkdocs", "pmdocs"])
    print(f"{setting(cpu=options.cpu)}\n{NOTES}")
    for count in sizes:
        with TemporaryDirectory(prefix="bench-") as folder:
            measure(found, count, Path(folder), cpu=options.cpu)


if __name__ == "__main__":
    main()
