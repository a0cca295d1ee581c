"""Beginnings of tests in JavaScript or TypeScript, for Playwright and Vitest."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pmdocs.exchange.skeletons.sketch import comment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pmdocs.exchange.skeletons.sketch import Sketch, Task


def as_playwright(sketches: Sequence[Sketch]) -> str:
    """A file of tests for Playwright, each of which is left out until it is written."""
    head = 'import { test } from "@playwright/test";'
    skip = 'test.fixme(true, "not written yet");'
    return _file(sketches, (head, "test.describe", "async ({ page })", skip))


def as_vitest(sketches: Sequence[Sketch]) -> str:
    """A file of tests for Vitest, each of which is left out until it is written."""
    head = 'import { describe, test } from "vitest";'
    return _file(sketches, (head, "describe", "({ skip })", 'skip("not written yet");'))


def _file(sketches: Sequence[Sketch], words: tuple[str, str, str, str]) -> str:
    head, describe, given, skip = words
    lines = [head]
    for sketch in sketches:
        title = _quoted(f"{sketch.id}: {sketch.title}")
        lines += ["", *comment([sketch.wish], "//"), f"{describe}({title}, () => {{"]
        for index, task in enumerate(sketch.tasks):
            lines += [*([""] if index else []), *_test(task, given, skip)]
        lines += ["});"]
    return "\n".join(lines) + "\n"


def _test(task: Task, given: str, skip: str) -> Iterator[str]:
    yield f"  test({_quoted(f'{task.title} [{task.id}]')}, {given} => {{"
    yield from comment(task.lines, "    //")
    yield f"    {skip}"
    yield "  });"


def _quoted(text: str) -> str:
    """A text as a string of JavaScript: JSON is one, and knows no way out of itself."""
    return json.dumps(text, ensure_ascii=False)
