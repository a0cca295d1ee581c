"""Programs from the shell, and the seconds that the whole process takes."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

PLAIN = {**os.environ, "NO_COLOR": "1", "NO_MKDOCS_2_WARNING": "1"}

GIT = ("git", "-c", "user.name=bench", "-c", "user.email=bench@example.org")


@dataclass(frozen=True, slots=True)
class Contender:
    """One command line to time, in one folder."""

    name: str
    command: tuple[str, ...]
    folder: Path
    runs: int = 3


def program(name: str) -> str | None:
    """Where a program is, beside this Python or else on the PATH."""
    beside = Path(sys.executable).parent / name
    return str(beside) if beside.exists() else shutil.which(name)


def present(names: Iterable[str]) -> dict[str, str]:
    """The programs that are installed; says how to install the others."""
    found = {}
    for name in names:
        path = program(name)
        if path is None:
            what = "-e ." if name == "pmdocs" else name
            print(f"skipped {name}: not installed (`pip install {what}` into this environment)")
        else:
            found[name] = path
    return found


def succeeds(command: Sequence[str], folder: Path) -> bool:
    """Whether a program ends with exit code 0."""
    return run(command, folder).returncode == 0


def run(command: Sequence[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a program to its end, whatever that end is."""
    return subprocess.run(
        command, cwd=folder, env=PLAIN, capture_output=True, text=True, check=False
    )


def seconds(contender: Contender, *, cpu: bool) -> float:
    """How long one run takes by the clock, or how much processor time it and its children use."""
    for left_over in ("site", ".cache"):
        shutil.rmtree(contender.folder / left_over, ignore_errors=True)
    start = now(cpu=cpu)
    done = run(contender.command, contender.folder)
    took = now(cpu=cpu) - start
    if done.returncode:
        # nothing was measured
        sys.exit(f"{contender.name} failed:\n{(done.stdout + done.stderr)[-3000:]}")
    return took


def now(*, cpu: bool) -> float:
    """The seconds on the clock, or those that finished children have used so far."""
    used = os.times()
    return used.children_user + used.children_system if cpu else time.perf_counter()


def best(contenders: Sequence[Contender], *, cpu: bool) -> dict[str, float]:
    """The fastest run of each by name, taken in turns so that a busy minute hits them all."""
    result: dict[str, float] = {}
    for turn in range(max(contender.runs for contender in contenders)):
        for contender in contenders:
            if turn < contender.runs:
                known = result.get(contender.name, float("inf"))
                result[contender.name] = min(known, seconds(contender, cpu=cpu))
    return result


def asked(about: str, large: int) -> argparse.Namespace:
    """What the caller wants: `large` sizes too, and `cpu` time instead of the clock."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--large", action="store_true", help=f"also {large:,} items (minutes)")
    parser.add_argument("--cpu", action="store_true", help="processor time, for a busy machine")
    return parser.parse_args()


def commit(folder: Path) -> None:
    """Put all that is in a folder into a git repository of its own."""
    for step in (["init", "-q"], ["add", "-A"], ["commit", "-q", "--allow-empty", "-m", "All"]):
        subprocess.run([*GIT, *step], cwd=folder, check=True, capture_output=True)


def setting(*, cpu: bool) -> str:
    """What the figures depend on, and what they are."""
    version = ".".join(str(number) for number in sys.version_info[:3])
    what = "processor time of" if cpu else "wall clock, for"
    return f"{os.cpu_count()} cores, Python {version}; {what} the whole process"
