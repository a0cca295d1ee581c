"""Time `pmdocs check` in a long history, and in the same files without one: see README.md."""

from __future__ import annotations

import argparse
import random
import re
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.clock import GIT, PLAIN, Contender, best, commit, present, setting
from tests.bench.product import entries, write

_SEED = 20261125
_TITLE = re.compile(r"( *)title:")
_WISH = re.compile(r"( *(?:outcome|problem|i_want): )(?:In the year \d+, )?(\w.*)")


def grow(folder: Path, count: int, reworded: int) -> None:
    """Make commits that each change one item: the words in one of so many, else a remark."""
    chance = random.Random(_SEED)  # noqa: S311 - any numbers will do
    files = sorted((folder / "roadmap").glob("*.yaml"))
    for number in range(count):
        path = chance.choice(files)
        path.write_text(
            changed(path.read_text("utf-8"), chance, number, words=not number % reworded), "utf-8"
        )
        command = [*GIT, "commit", "-qam", f"Change {number}", "--allow-empty"]
        subprocess.run(command, cwd=folder, env=PLAIN, check=True, capture_output=True)
    # A clone has its history in one pack, too.
    subprocess.run([*GIT, "gc", "--quiet"], cwd=folder, env=PLAIN, check=True)


def changed(text: str, chance: random.Random, number: int, *, words: bool) -> str:
    """The text of a file with other words in an item, or with another owner of it."""
    lines = text.splitlines()
    key = _WISH if words else _TITLE
    place = chance.choice([n for n, line in enumerate(lines) if key.match(line)] or [0])
    if found := _WISH.match(lines[place]):
        lines[place] = f"{found[1]}In the year {number}, {found[2]}"
    elif found := _TITLE.match(lines[place]):
        follows = lines[place + 1].startswith(f"{found[1]}owner:")
        lines[place + 1 : place + 1 + follows] = [f"{found[1]}owner: team {number}"]
    return "\n".join([*lines, ""])


def main() -> None:
    """Print the seconds with and without the history, and how many times as long the first takes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, default=1000)
    parser.add_argument("--commits", type=int, default=500)
    parser.add_argument("--reworded", type=int, default=10, help="new words in one of so many")
    parser.add_argument("--cpu", action="store_true", help="processor time, for a busy machine")
    told = parser.parse_args()
    command = (present(["pmdocs"])["pmdocs"], "check", "--fail-on", "never", "--format", "json")
    print(f"{told.items:,} items, {told.commits:,} commits; {setting(cpu=told.cpu)}")
    with TemporaryDirectory() as name:
        for per_file in (1, 50):
            long, plain = Path(name) / f"{per_file} long", Path(name) / f"{per_file} plain"
            write(long, entries(told.items), per_file)
            commit(long)
            grow(long, told.commits, told.reworded)
            shutil.copytree(long, plain, ignore=shutil.ignore_patterns(".git"))
            runs = [Contender(one.name, command, one, 5) for one in (plain, long)]
            took = best(runs, cpu=told.cpu)
            without, with_past = took[plain.name], took[long.name]
            print(
                f"{per_file:>2} a file: {without:.2f} s without git, {with_past:.2f} s with it"
                f" ({with_past / without:.2f} times)"
            )


if __name__ == "__main__":
    main()
