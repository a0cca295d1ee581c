"""Beginnings of tests for pytest."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pmdocs.exchange.skeletons.sketch import comment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pmdocs.exchange.skeletons.sketch import Sketch, Task


def as_pytest(sketches: Sequence[Sketch]) -> str:
    """A file of tests, each of which is skipped until it is written."""
    lines = ["import pytest"]
    taken: set[str] = set()
    for sketch in sketches:
        lines += ["", "", *comment([f"{sketch.id}: {sketch.title}", sketch.wish], "#")]
        for task in sketch.tasks:
            lines += ["", "", *_test(task, _free(task.name, taken))]
    return "\n".join(lines) + "\n"


def _test(task: Task, name: str) -> Iterator[str]:
    yield f"@pytest.mark.verifies({json.dumps(task.id)})"
    yield f"def test_{name}():"
    yield from comment(task.lines, "    #")
    yield '    pytest.skip("not written yet")'


def _free(name: str, taken: set[str]) -> str:
    """A name that no other test has: the second of two would hide the first."""
    number = 2
    free = name
    while free in taken:
        free, number = f"{name}_{number}", number + 1
    taken.add(free)
    return free
