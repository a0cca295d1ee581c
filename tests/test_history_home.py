"""A product that moved inside its repository is compared with itself."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pmdocs.cli import main
from tests.pull_request import FILES, ITEMS_FILE, change, make
from tests.test_history_branches import commit, git

LATER = change(ITEMS_FILE, "end: 2027-Q1   # agreed", "end: 2027-Q3   # agreed")


@pytest.fixture
def top(tmp_path: Path) -> Path:
    """A repository with a product in `docs/prod`, and on a branch in `docs/prod2`."""
    top = tmp_path / "top"
    top.mkdir()
    git(top, "init", "-q", "-b", "main")
    first = {**FILES, ITEMS_FILE: FILES[ITEMS_FILE].replace("2027-Q1", "2026-Q4")}
    other = FILES["mkdocs.yml"].replace("Ferry timetable", "Another one")
    commit(top, {f"docs/prod/{path}": text for path, text in first.items()})
    commit(top, {f"docs/prod/{ITEMS_FILE}": FILES[ITEMS_FILE], "docs/other/mkdocs.yml": other})
    git(top, "checkout", "-qb", "work")
    git(top, "mv", "docs/prod", "docs/prod2")
    make(top / "docs/prod2", LATER)
    return top


def pmdocs(folder: Path, monkeypatch: pytest.MonkeyPatch, *words: str) -> Result:
    monkeypatch.chdir(folder)
    return CliRunner().invoke(main, words)


@pytest.mark.verifies("US-88.AC-1")
@pytest.mark.parametrize("committed", [True, False])
def test_a_slip_is_told_though_the_whole_product_moved(
    top: Path, monkeypatch: pytest.MonkeyPatch, *, committed: bool
) -> None:
    if committed:
        git(top, "commit", "-qam", "Move the product")
    here = top / "docs/prod2"
    told = pmdocs(here, monkeypatch, "diff", "--fail-on", "warning")
    assert "1 item changes" in told.output.splitlines()[0]
    assert "slips from 2027-Q1 to 2027-Q3, six months; it is the second slip" in told.output
    assert "PM726" in told.output
    assert told.exit_code == 1
    checked = pmdocs(here, monkeypatch, "check", "--since", "main", "--format", "concise")
    assert "PM726" in checked.output
    assert "PM703" not in checked.output


def test_two_commits_are_compared_though_the_files_here_are_in_a_third_place(
    top: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(top, "commit", "-qam", "Move the product")
    git(top, "mv", "docs/prod2", "prod3")
    told = pmdocs(top / "prod3", monkeypatch, "diff", "main..work")
    assert "1 item changes" in told.output.splitlines()[0]
    git(top, "reset", "-q", "--hard")
    git(top, "checkout", "-q", "main")
    told = pmdocs(top / "docs/prod", monkeypatch, "diff", "main..work")
    assert "1 item changes" in told.output.splitlines()[0]


@pytest.mark.parametrize("command", [("diff",), ("check", "--since", "main", "--quiet")])
def test_a_product_that_was_not_there_is_told_as_such(
    top: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    git(top, "reset", "-q", "--hard", "main")
    shutil.copytree(top / "docs/prod", top / "docs/copy")
    told = pmdocs(top / "docs/copy", monkeypatch, *command)
    assert "there was no product in this folder then, so all of it is new" in told.output
    assert "there was no product" not in pmdocs(top / "docs/prod", monkeypatch, *command).output
