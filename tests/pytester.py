"""Runs of pytest with our plugin, in a product of their own."""

from __future__ import annotations

import json
from importlib.metadata import entry_points
from typing import Any

import pytest

from tests.conftest import MKDOCS_YML

PLUGIN = "pmdocs.hosts.pytest_plugin"
# Where pmdocs is installed, pytest finds its plugin by itself.
KNOWN = any(one.value == PLUGIN for one in entry_points(group="pytest11"))
STORY = """\
- id: US-1
  title: a
  as_a: b
  i_want: c
  criteria:
    - {id: AC-1, text: d}
    - {id: AC-2, text: e}
    - {id: AC-3, text: f}
- {id: PRD-2, title: a, problem: b, item: RM-1, requirements: [{id: NFR-1, text: c}]}
"""


def lay_out(pytester: pytest.Pytester) -> pytest.Pytester:
    """Write a product with one story into the folder of a test."""
    (pytester.path / "roadmap").mkdir()
    (pytester.path / "mkdocs.yml").write_text(MKDOCS_YML)
    (pytester.path / "roadmap" / "a.yaml").write_text(STORY)
    pytester.makeini("[pytest]\naddopts = -p no:cacheprovider --strict-markers\n")
    return pytester


def run(pytester: pytest.Pytester, *options: str) -> pytest.RunResult:
    """Run pytest in a process of its own, with our plugin."""
    plugin = () if KNOWN else ("-p", PLUGIN)
    return pytester.runpytest_subprocess(*plugin, *options)


def results(pytester: pytest.Pytester, name: str = "out.json") -> dict[str, Any]:
    """What stands in the file with results."""
    return json.loads((pytester.path / name).read_text("utf-8"))  # type: ignore[no-any-return]


def ended(pytester: pytest.Pytester) -> dict[str, str]:
    """How each test ended, with the ids that it names, by its short name."""
    return {
        test["name"].partition("::")[2]: " ".join([test["outcome"], *test.get("ids", [])])
        for test in results(pytester)["tests"]
    }
