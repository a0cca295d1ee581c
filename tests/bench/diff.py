"""Time `pmdocs diff` beside plain `git diff` and `pmdocs check`: see README.md."""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from pmdocs.analysis.changes.compare import slipping
from pmdocs.history.ends import ends_of
from pmdocs.history.git import Git
from pmdocs.history.snapshot import project_at
from pmdocs.project.load import load
from tests.bench.clock import Contender, best, commit, present, setting
from tests.bench.past import grow
from tests.bench.product import entries, write

if TYPE_CHECKING:
    from collections.abc import Callable

_SEED = 20261126
_DATED = "  end: 2027-Q{}\n"


def date(folder: Path, quarter: int, share: float) -> None:
    """Give some of the roadmap items an end, or a later one."""
    chance = random.Random(_SEED)  # noqa: S311 - any numbers will do
    for path in sorted((folder / "roadmap").glob("*.yaml")):
        lines = []
        for line in path.read_text("utf-8").splitlines(keepends=True):
            if line.startswith("  end: "):
                continue
            lines.append(line)
            if line.startswith("- id: RM-") and chance.random() < share:
                lines.append(_DATED.format(quarter))
        path.write_text("".join(lines), "utf-8")


def lay_out(folder: Path, count: int, per_file: int, commits: int) -> None:
    """A product with a history, and with changes that are not committed."""
    write(folder, entries(count), per_file)
    for quarter in (1, 2):
        date(folder, quarter, 1.0)
        commit(folder)
    grow(folder, commits, reworded=3)
    date(folder, 3, 0.5)
    for path in sorted((folder / "roadmap").glob("*.yaml"))[:: max(1, 20 // per_file)]:
        text = path.read_text("utf-8")
        path.write_text(text.replace("title: ", "title: Now ", 1), "utf-8")


def reading(folder: Path) -> float:
    """The seconds that all questions to git take, and the reading of what it answers."""
    now = load(folder)

    def ask() -> None:
        git = Git.of(folder)
        then = project_at(git, git.resolve("HEAD"), now)
        ends_of(git, "HEAD", then, slipping(then, now))

    return min(timed(ask) for _ in range(3))


def timed(work: Callable[[], None]) -> float:
    """How long something takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def measure(pmdocs: str, folder: Path, *, cpu: bool) -> dict[str, float]:
    """The seconds of each program, by its name."""
    programs = {
        "pmdocs diff": (pmdocs, "diff", "--format", "json"),
        "pmdocs check": (pmdocs, "check", "--fail-on", "never", "--format", "json"),
        "git diff": ("git", "--no-pager", "diff", "HEAD"),
    }
    return best([Contender(name, words, folder, 5) for name, words in programs.items()], cpu=cpu)


def main() -> None:
    """Print the seconds, how many times as long the others take, and the part of git."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, default=1000)
    parser.add_argument("--commits", type=int, default=200)
    parser.add_argument("--cpu", action="store_true", help="processor time, for a busy machine")
    told = parser.parse_args()
    print(f"{told.items:,} items, {told.commits:,} commits; {setting(cpu=told.cpu)}")
    with TemporaryDirectory() as name:
        for per_file in (1, 50):
            folder = Path(name) / str(per_file)
            lay_out(folder, told.items, per_file, told.commits)
            took = measure(present(["pmdocs"])["pmdocs"], folder, cpu=told.cpu)
            print(f"\nfiles of {per_file}")
            for program, seconds in took.items():
                print(
                    f"{program:14} {seconds:.2f} s ({seconds / max(took['git diff'], 0.01):.1f} x git diff)"
                )
            print(f"{'of it, the past':14} {reading(folder):.2f} s, in one process, by the clock")


if __name__ == "__main__":
    main()
