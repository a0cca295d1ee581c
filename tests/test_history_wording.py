"""Changed words are stale or told, also where the commit of a result is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.test_cli_check import run
from tests.test_history_branches import git

if TYPE_CHECKING:
    from pathlib import Path

CONFIG = "site_name: x\ndocs_dir: content\nplugins: [pmdocs: {evidence: [reports/*]}]\n"
STORY = """\
- id: US-1
  title: Blink
  as_a: skipper
  i_want: a pattern
  so_that: I know the light
  status: done
  criteria: [{id: AC-1, text: WORDS}]
"""
CASE = '<testcase name="a [US-1.AC-1]"/><testcase name="b [US-1.AC-1]"/>'


def plan(root: Path, words: str) -> None:
    (root / "roadmap" / "us.yaml").write_text(STORY.replace("WORDS", words))


def commit(root: Path, day: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_COMMITTER_DATE", f"2026-05-{day:02}T12:00:00Z")
    git(root, "add", "--all")
    git(root, "commit", "-qm", "words")


def results(root: Path, at: str) -> None:
    (root / "reports").mkdir(exist_ok=True)
    (root / "reports" / "a.xml").write_text(f'<testsuite timestamp="{at}">{CASE}</testsuite>')


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose criterion was worded anew on the third of May."""
    made = tmp_path / "made"
    (made / "content").mkdir(parents=True)
    (made / "roadmap").mkdir()
    (made / "content" / "index.md").write_text("# Lights\n")
    (made / "mkdocs.yml").write_text(CONFIG)
    git(made, "init", "-q", "-b", "main")
    plan(made, "the light blinks twice")
    commit(made, 1, monkeypatch)
    plan(made, "the light blinks three times")
    commit(made, 3, monkeypatch)
    return made


def told(root: Path) -> tuple[str, int]:
    """The state of the criterion, and how often it is said that nobody knows."""
    shown = run(root, "evidence", "reports/a.xml").stdout
    checked = run(root, "check", "--format", "concise", "--select", "PM8").stdout
    assert shown.count("PM856") == checked.count("PM856")
    state = next(line.split()[1] for line in shown.splitlines() if "US-1.AC-1" in line)
    assert ("PM862" in checked) == (state == "stale")
    return state, shown.count(" PM856 ")


@pytest.mark.verifies("US-58.AC-1")
@pytest.mark.parametrize(
    ("at", "state"),
    [
        ("2026-04-30T12:00:00Z", "passing"),
        ("2026-05-02T12:00:00Z", "stale"),
        ("2026-05-03T13:00:00+02:00", "stale"),
        ("2026-05-03T12:00:00Z", "passing"),
    ],
)
def test_without_a_commit_the_last_one_before_the_run_counts(
    root: Path, at: str, state: str
) -> None:
    results(root, at)
    assert told(root) == (state, 0)


def test_what_was_merged_after_the_run_was_not_there_yet(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(root, "switch", "-qc", "other")
    plan(root, "the light blinks four times")
    commit(root, 5, monkeypatch)
    git(root, "switch", "-q", "main")
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-05-07T12:00:00Z")
    git(root, "merge", "-q", "--no-ff", "-m", "merge", "other")
    results(root, "2026-05-06T12:00:00Z")
    assert told(root) == ("stale", 0)


@pytest.mark.verifies("US-58.AC-1")
def test_a_shallow_clone_says_once_that_it_does_not_hold_the_commit(
    root: Path, tmp_path: Path
) -> None:
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth=1", root.as_uri(), str(clone))
    results(clone, "2026-05-02T12:00:00Z")
    assert told(clone) == ("passing", 1)
    assert "`git fetch --unshallow`" in run(clone, "evidence").stdout
    results(clone, "2026-05-04T12:00:00Z")
    assert told(clone) == ("passing", 0)
    results(clone, "2026-05-02T12:00:00Z")
    git(clone, "fetch", "-q", "--unshallow")
    assert told(clone) == ("stale", 0)


@pytest.mark.verifies("US-58.AC-1")
def test_a_commit_that_is_nowhere_is_told_but_not_without_git(root: Path, tmp_path: Path) -> None:
    results(root, "2026-05-04T12:00:00Z")
    wrong = ("evidence", "reports/a.xml", "--commit", "0123abcd0123abcd")
    shown = run(root, *wrong).stdout
    assert shown.count(" PM856 ") == 1
    assert "since commit `0123abcd`, which is not in this clone" in shown
    assert "unshallow" not in shown
    (root / ".git").rename(tmp_path / "gone")
    assert "PM856" not in run(root, *wrong).stdout
