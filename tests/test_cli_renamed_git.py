"""After ids changed: what git has to be told, and merges that are not settled yet."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.test_cli_check import run
from tests.test_cli_renumber import BASE, STORY, merge
from tests.test_history_branches import commit, git

ADVICE = "a file has a new name: run `git add --all` before you commit"


def told(root: Path, *arguments: str) -> str:
    """What git says."""
    command = ["git", "-C", str(root), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A product in a repository, with a story in a file that is named after it."""
    git(tmp_path, "init", "-q", "-b", "main")
    story = STORY.format(id="US-2", title="an export", more="")
    commit(tmp_path, {**BASE, "roadmap/US-2-export.yaml": story})
    return tmp_path


def test_renaming_a_file_ends_with_what_git_has_to_be_told(root: Path) -> None:
    result = run(root, "rename", "US-2", "US-50")
    assert result.stdout.splitlines()[-1].startswith(ADVICE)
    git(root, "add", "--all")
    git(root, "commit", "-q", "-m", "Another number")
    assert "roadmap/US-50-export.yaml" in told(root, "ls-files")
    assert told(root, "status", "--porcelain") == ""


def test_where_no_file_is_renamed_or_nothing_is_written_there_is_no_advice(root: Path) -> None:
    assert "git add" not in run(root, "rename", "US-1", "US-60").stdout
    shown = run(root, "rename", "US-2", "US-50", "--dry-run")
    assert "git add" not in shown.stdout + shown.stderr


def test_outside_of_git_there_is_no_advice(tmp_path: Path) -> None:
    for path, text in {
        **BASE,
        "roadmap/US-2-x.yaml": STORY.format(id="US-2", title="x", more=""),
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    result = run(tmp_path, "rename", "US-2", "US-50")
    assert result.returncode == 0
    assert "git add" not in result.stdout


def test_renumbering_a_file_ends_with_what_git_has_to_be_told(root: Path) -> None:
    git(root, "checkout", "-q", "-b", "work", "main")
    commit(root, {"roadmap/US-3-b.yaml": STORY.format(id="US-3", title="a board", more="")})
    git(root, "checkout", "-q", "main")
    commit(root, {"roadmap/US-3-c.yaml": STORY.format(id="US-3", title="colours", more="")})
    git(root, "checkout", "-q", "work")
    merge(root, "main")
    assert run(root, "renumber").stdout.splitlines()[-1].startswith(ADVICE)
    git(root, "add", "--all")
    assert "R  roadmap/US-3-b.yaml -> roadmap/US-4-b.yaml" in told(root, "status", "--porcelain")


def test_two_stories_that_became_one_in_a_merge_are_not_passed_over(root: Path) -> None:
    first, second = (STORY.format(id="US-4", title=one, more="") for one in ("a board", "mails"))
    half = "".join(second.splitlines(keepends=True)[1:])
    (root / "roadmap/stories.yaml").write_text(first + half, "utf-8")
    result = run(root, "renumber")
    assert result.returncode == 2
    assert "says the same fields twice: `roadmap/stories.yaml`, line 10" in result.stderr
    assert "`- id:` above the second half" in result.stderr
