"""Time `pmdocs check` beside doorstop and TRLC on the same content: see README.md."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tests.bench.clock import Contender, asked, best, commit, present, setting, succeeds
from tests.bench.peers import write_doorstop, write_trlc
from tests.bench.product import Entry, entries, write

if TYPE_CHECKING:
    from collections.abc import Sequence

SMALL, LARGE = 1_000, 10_000

NOTES = """\
doorstop keeps one item a file and rewrites every file when it checks; `--no-reformat` makes it read
only, which is what pmdocs and trlc do. Its items were settled by one run before the clock started.
In brackets: how many times as long as pmdocs in the same column."""


def commands(found: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """The command lines to compare, by the name that is printed."""
    known = {
        "pmdocs check": ("pmdocs", "check", "--fail-on", "warning"),
        "doorstop": ("doorstop",),
        "doorstop --no-reformat": ("doorstop", "--no-reformat"),
        "trlc": ("trlc", "."),
    }
    return {label: (found[name], *rest) for label, (name, *rest) in known.items() if name in found}


def lay_out(folder: Path, items: Sequence[Entry]) -> dict[str, Path]:
    """Write the product for everybody, and return the folders by program and items a file."""
    folders = {name: folder / name for name in ("pmdocs 1", "pmdocs 50", "trlc 1", "trlc 50")}
    folders["doorstop 1"] = folder / "doorstop"
    for per_file in (1, 50):
        write(folders[f"pmdocs {per_file}"], items, per_file)
        write_trlc(folders[f"trlc {per_file}"], items, per_file)
        commit(folders[f"pmdocs {per_file}"])
    write_doorstop(folders["doorstop 1"], items)
    commit(folders["doorstop 1"])
    return folders


def contenders(found: dict[str, str], folders: dict[str, Path], count: int) -> list[Contender]:
    """Every command in every folder that it can read."""
    return [
        Contender(f"{label} {place.rpartition(' ')[2]}", command, folder, runs_of(label, count))
        for label, command in commands(found).items()
        for place, folder in folders.items()
        if label.split()[0] == place.split()[0]
    ]


def runs_of(label: str, count: int) -> int:
    """How often to run: doorstop takes minutes over a large product, and is run once there."""
    return 1 if count >= LARGE and label.startswith("doorstop") else 3


def settle(found: dict[str, str], folder: Path) -> None:
    """Let doorstop fill in its fingerprints, so that the clock sees no first-time work."""
    if "doorstop" in found:
        subprocess.run([found["doorstop"]], cwd=folder, check=True, capture_output=True)
        commit(folder)


def prove(found: dict[str, str], folder: Path) -> None:
    """See each program pass a sound product, and fail one in which a link leads nowhere."""
    sound = entries(40)
    broken = [*sound[:-1], replace(sound[-1], links={**sound[-1].links, "depends_on": "US-999"})]
    for name, items, wanted in (("sound", sound, True), ("broken", broken, False)):
        folders = lay_out(folder / name, items)
        for each in contenders(found, folders, len(items)):
            if succeeds(each.command, each.folder) is not wanted:
                sys.exit(f"nothing to compare: {each.name} gets the {name} product wrong")


def line(label: str, took: dict[str, float]) -> str:
    """A row of the table: seconds in files of 1 and of 50, each with its ratio to pmdocs."""
    cells = [cell(label, per_file, took) for per_file in ("1", "50")]
    return f"{label:24}{cells[0]:>22}{cells[1]:>22}"


def cell(label: str, per_file: str, took: dict[str, float]) -> str:
    """The seconds and the ratio; doorstop has files of 1 only, set against both columns."""
    mine = took.get(f"{label} {per_file}", took[f"{label} 1"])
    ours = took.get(f"pmdocs check {per_file}")
    ratio = f"({mine / ours:5.2f} x)" if ours else ""
    return f"{mine:8.2f} s {ratio:>9}"


def measure(found: dict[str, str], count: int, folder: Path, *, cpu: bool) -> None:
    """Write, settle, time and print one size."""
    folders = lay_out(folder, entries(count))
    settle(found, folders["doorstop 1"])
    took = best(contenders(found, folders, count), cpu=cpu)
    once = " (doorstop: one run)" if count >= LARGE else ""
    print(f"\n{count:,} items, best of 3 runs{once}")
    print(f"{'':24}{'files of 1':>22}{'files of 50':>22}")
    for label in commands(found):
        print(line(label, took), flush=True)


def main() -> None:
    """Print everything in one run."""
    options = asked(__doc__ or "", LARGE)
    sizes = [SMALL, LARGE] if options.large else [SMALL]
    found = present(["pmdocs", "doorstop", "trlc"])
    print(f"{setting(cpu=options.cpu)}\n{NOTES}")
    with TemporaryDirectory(prefix="bench-") as folder:
        prove(found, Path(folder))
    for count in sizes:
        with TemporaryDirectory(prefix="bench-") as folder:
            measure(found, count, Path(folder), cpu=options.cpu)


if __name__ == "__main__":
    main()
