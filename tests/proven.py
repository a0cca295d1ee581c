"""A project of which real tests prove three of four criteria, and how to run them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.test_cli_check import run
from tests.test_history_branches import git

if TYPE_CHECKING:
    from pathlib import Path

PLAN = """\
- {id: REL-1, title: First light, version: "1", date: 2099-01-01}
- {id: RM-1, title: A light, outcome: it is seen, release: REL-1}
- {id: PRD-1, title: Blink, problem: b, item: RM-1}
- {id: PRD-2, title: Shine, problem: b, item: RM-1}
- id: US-1
  title: Blink
  as_a: skipper
  i_want: a pattern
  prd: PRD-1
  status: done
  criteria:
    - {id: AC-1, text: the light blinks twice}
    - {id: AC-2, text: the light blinks at night}
- {id: US-2, title: Shine, as_a: b, i_want: c, prd: PRD-2, status: done, criteria: [{id: AC-1, text: it shines}]}
- {id: US-3, title: Turn, as_a: b, i_want: c, status: ready, criteria: [{id: AC-1, text: it turns}]}
"""
TESTS = """\
import subprocess
import pytest

@pytest.fixture(scope="session", autouse=True)
def commit(record_testsuite_property):
    head = subprocess.run(["git", "rev-parse", "HEAD"], capture_output=True, text=True)
    record_testsuite_property("commit", head.stdout.strip())

def blinks():
    return 2

def test_blinks_twice(record_property):
    record_property("verifies", "US-1.AC-1")
    assert blinks() == 2

@pytest.mark.parametrize("hour", [22, 3])
def test_blinks_at_night(record_property, hour):
    record_property("verifies", "US-1.AC-2")
    assert blinks()

def test_shines(record_property):
    record_property("verifies", "US-2.AC-1")

def test_helper():
    pass
"""
RESULTS = ("--evidence", "reports/pytest.xml")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "mkdocs.yml").write_text("site_name: x\ndocs_dir: content\nplugins: [pmdocs]\n")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "index.md").write_text("# Lights\n")
    (tmp_path / "roadmap").mkdir()
    (tmp_path / "roadmap" / "a.yaml").write_text(PLAN)
    (tmp_path / "test_light.py").write_text(TESTS)
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "First light")
    run_tests(tmp_path)
    return tmp_path


def run_tests(root: Path, old: str = "", new: str = "") -> None:
    """Run the tests of the project for real, after a change of them."""
    path = root / "test_light.py"
    path.write_text(path.read_text().replace(old, new) if old else path.read_text())
    command = [sys.executable, "-B", "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTEST")}
    environment["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    subprocess.run(
        [*command, "--junitxml", "reports/pytest.xml"],
        cwd=root,
        check=False,
        capture_output=True,
        env=environment,
    )


def planned(root: Path, old: str, new: str) -> None:
    path = root / "roadmap" / "a.yaml"
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new))


def proof(root: Path, *arguments: str) -> list[str]:
    """What the rules about proof say: place, code and message."""
    words = ("check", "--format", "json", "--select", "PM8", *RESULTS, *arguments)
    found = json.loads(run(root, *words).stdout)
    return [f"{one['item']} {one['code']} {one['severity']}" for one in found]
