"""What `pmdocs diff` writes, and where."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from pmdocs.cli import main
from pmdocs.report.diff import FORMATS, render
from pmdocs.report.diff.comparison import compare
from tests.states import project
from tests.test_cli_diff import CONFIG, ITEM, diff, put
from tests.test_history_branches import QUIET, commit, git


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with a small product, on a branch."""
    root = tmp_path / "there"
    root.mkdir()
    git(root, "init", "-q", "-b", "main")
    commit(root, {"mkdocs.yml": CONFIG, "roadmap/a.yaml": ITEM % "2027-Q1"})
    git(root, "checkout", "-qb", "work")
    return root


def test_an_output_file_is_written_whole(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(repository, "roadmap/a.yaml", ITEM % "2027-Q2")
    assert diff(repository, "--output", "x.txt", monkeypatch=monkeypatch).output == ""
    text = (repository / "x.txt").read_text("utf-8")
    assert "slips from" in text
    assert "\x1b" not in text
    result = diff(repository, "--output", "no/where.txt", monkeypatch=monkeypatch)
    assert result.exit_code == 2
    assert "`no/where.txt` cannot be written" in result.output


@pytest.mark.verifies("US-92.AC-3")
@pytest.mark.parametrize("style", FORMATS)
def test_the_same_states_give_the_same_bytes(repository: Path, style: str) -> None:
    files = {f"roadmap/f{n}.yaml": ITEM.replace("RM-1", f"RM-{n}") % "2027" for n in range(2, 30)}
    commit(repository, dict(files))
    for n in range(2, 30, 3):
        put(repository, f"roadmap/f{n}.yaml", ITEM.replace("RM-1", f"RM-{n}") % "2028")
    runs = set()
    for seed in ("1", "2", "3"):
        env = {**os.environ, **QUIET, "PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": "1780300800"}
        command = [sys.executable, "-m", "pmdocs", "diff", "HEAD", "--format", style]
        done = subprocess.run(command, cwd=repository, env=env, capture_output=True, check=True)
        runs.add(done.stdout)
    assert len(runs) == 1


def test_colours_are_only_for_a_terminal(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(repository, "roadmap/a.yaml", (ITEM % "2027-Q2").replace("Share", '"\\e[31mS\\a"'))
    monkeypatch.chdir(repository)
    plain = CliRunner().invoke(main, ["diff"])
    assert "\x1b" not in plain.output
    assert "\x07" not in plain.output
    found = compare(project(ITEM % "2027-Q1"), project(ITEM % "2027-Q2"), ("a", "b"))
    assert "\x1b[31m-\x1b[0m slips" in render(found, "text", colour=True)
