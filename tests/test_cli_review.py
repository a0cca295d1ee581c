"""`pmdocs review`: links to read again, in real repositories."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pmdocs.history.past import past_of
from pmdocs.project.load import load
from pmdocs.rules.catalogue import check
from tests.test_history_branches import QUIET, commit, git
from tests.test_history_past import PRD, SETTINGS, story

FAST, SLOW = PRD.format(status="draft", seconds=5), PRD.format(status="draft", seconds=9)
STORIES = story(1, more="  so_that: I find it\n  prd: PRD-1.FR-1\n") + story(
    2, more="  so_that: I pay less\n  prd: PRD-1.FR-2\n"
)
PAGE = "content/PRD-1-search.md"


def pmdocs(root: Path, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pmdocs", *arguments]
    environment = {**os.environ, **QUIET, "SOURCE_DATE_EPOCH": "1780300800", **env}
    return subprocess.run(
        command, cwd=root, env=environment, capture_output=True, text=True, check=False
    )


def output(root: Path, *arguments: str) -> str:
    done = pmdocs(root, *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


def refused(root: Path, *arguments: str, **env: str) -> str:
    done = pmdocs(root, *arguments, **env)
    assert done.returncode == 2, done.stdout
    assert done.stdout.count("recorded") == 0
    return done.stderr


def told(root: Path, since: str | None = None) -> list[str]:
    """The places and codes of what rules say that look back."""
    project = load(root)
    with past_of(root, project, since) as past:
        found = check(project, past)
    return [f"{d.span} {d.code}" for d in found if d.code.startswith("PM70")]


def messages(root: Path, *which: str) -> str:
    command = ["git", "log", "--format=%B", *which]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A product in which a requirement changed after the story for it was written."""
    root = tmp_path / "product"
    root.mkdir()
    git(root, "init", "-q", "-b", "main")
    commit(root, {"mkdocs.yml": SETTINGS, PAGE: FAST, "roadmap/s.yaml": STORIES})
    commit(root, {PAGE: SLOW})
    return root


@pytest.mark.verifies("US-54.AC-1")
def test_a_link_to_changed_words_is_told_at_its_place_and_its_neighbour_is_not(root: Path) -> None:
    assert told(root) == ["roadmap/s.yaml:6:8 PM701"]
    shown = pmdocs(root, "check", "--select", "PM701").stdout
    assert "`PRD-1.FR-1` says something else than when `US-1` was last touched" in shown
    assert "in `FR-1` `9` instead of `5`" in shown
    assert "run `pmdocs review US-1` if it is still right" in shown


@pytest.mark.verifies("US-54.AC-2")
def test_who_touches_the_item_has_looked_at_it(root: Path) -> None:
    commit(root, {"roadmap/s.yaml": STORIES.replace("to search", "to search slowly", 1)})
    assert told(root) == []


def test_words_that_are_as_they_were_are_no_change(root: Path) -> None:
    commit(root, {PAGE: FAST})
    assert told(root) == []


@pytest.mark.verifies("US-54.AC-3")
def test_a_review_holds_until_the_target_changes_again(root: Path) -> None:
    assert "recorded in commit" in output(root, "review", "US-1", "-m", "nine is fine")
    assert told(root) == []
    assert "Read US-1 again\n\nnine is fine\n\nReviewed-link: US-1 PRD-1.FR-1 " in messages(root)
    commit(root, {PAGE: SLOW.replace("status: draft", "status: in review")})
    assert told(root) == []
    commit(root, {PAGE: PRD.format(status="draft", seconds=10)})
    assert len(told(root)) == 1
    # What is shown is what changed since the review, and not since the story was touched.
    assert "FR-1: The search answers within [-9-]{+10+} seconds." in output(root, "review")
    shown = pmdocs(root, "check", "--select", "PM701").stdout
    assert "`PRD-1.FR-1` says something else than when it was last reviewed for `US-1`" in shown
    assert "in `FR-1` `10` instead of `9`" in shown


@pytest.mark.verifies("US-54.AC-4")
def test_without_an_id_the_words_that_changed_are_shown(root: Path) -> None:
    shown = output(root, "review")
    assert "US-1 realises PRD-1.FR-1, changed on" in shown
    assert "FR-1: The search answers within [-5-]{+9+} seconds." in shown
    assert "1 link to read again" in shown
    output(root, "review", "US-1")
    assert output(root, "review") == "no link has to be read again\n"


def test_a_dry_run_shows_the_message_and_commits_nothing(root: Path) -> None:
    before = messages(root)
    assert "Reviewed-link: US-1 PRD-1.FR-1 " in output(root, "review", "us-1", "--dry-run")
    assert messages(root) == before


def test_all_and_onto_choose_what_is_recorded(root: Path) -> None:
    changed = SLOW.replace("Nothing is sent", "Nothing at all is sent")
    commit(root, {PAGE: changed})
    assert len(told(root)) == 2
    output(root, "review", "--all", "--onto", "PRD-1.FR-2")
    assert told(root) == ["roadmap/s.yaml:6:8 PM701"]
    output(root, "review", "--all")
    assert told(root) == []
    assert output(root, "review", "--all") == "no link has to be read again\n"


@pytest.mark.verifies("US-54.AC-5")
def test_a_review_survives_a_merge_a_rebase_and_a_squash(root: Path) -> None:
    for way in ("merge", "rebase", "squash", "server"):
        git(root, "checkout", "-q", "-B", way, "main")
        output(root, "review", "US-1")
        git(root, "checkout", "-q", "-B", f"{way}-main", "main")
        commit(root, {"content/index.md": f"# {way}\n"})
        if way == "merge":
            git(root, "merge", "-q", "--no-edit", way)
        elif way == "rebase":
            git(root, "checkout", "-q", way)
            git(root, "rebase", "-q", f"{way}-main")
        elif way == "squash":
            git(root, "merge", "-q", "--squash", way)
            git(root, "commit", "-q", "--allow-empty", "--no-edit")
        else:
            # What a server writes when it squashes a pull request: all messages in one.
            review = messages(root, "-1", way).replace("\n", "\n  ")
            text = f"A title (#1)\n\n* {review}\n* More of it\n"
            git(root, "commit", "-q", "--allow-empty", "-m", text)
        assert told(root) == [], way


def test_a_rebase_onto_newer_words_accepts_nothing_that_was_not_seen(root: Path) -> None:
    git(root, "checkout", "-qb", "work")
    output(root, "review", "US-1")
    git(root, "checkout", "-q", "main")
    commit(root, {PAGE: PRD.format(status="draft", seconds=20)})
    git(root, "checkout", "-q", "work")
    git(root, "rebase", "-q", "main")
    assert "Reviewed-link" in messages(root)
    assert len(told(root)) == 1


def test_two_reviews_at_once_are_in_no_conflict(root: Path) -> None:
    commit(root, {PAGE: SLOW.replace("Nothing is sent", "Nothing at all is sent")})
    for id in ("US-1", "US-2"):
        git(root, "checkout", "-q", "-b", id, "main")
        output(root, "review", id)
    git(root, "checkout", "-q", "main")
    git(root, "merge", "-q", "--no-edit", "US-1", "US-2")
    assert told(root) == []


def test_on_a_branch_where_the_old_words_stood_a_touch_saw_the_old_words(root: Path) -> None:
    git(root, "checkout", "-q", "-b", "work", "HEAD~1")
    commit(root, {"roadmap/s.yaml": STORIES.replace("rider", "driver", 1)})
    assert told(root) == []
    git(root, "merge", "-q", "--no-edit", "main")
    assert told(root) == ["roadmap/s.yaml:6:8 PM701"]


def test_a_shallow_clone_tells_what_it_can_see(root: Path, tmp_path: Path) -> None:
    for depth, count in ((1, 0), (2, 1)):
        where = tmp_path / f"here{depth}"
        git(tmp_path, "clone", "-q", "--depth", str(depth), f"file://{root}", str(where))
        assert len(told(where)) == count


def test_another_worktree_records_on_its_own_branch(root: Path, tmp_path: Path) -> None:
    git(root, "worktree", "add", "-q", "-b", "other", str(tmp_path / "other"))
    output(tmp_path / "other", "review", "US-1")
    assert told(tmp_path / "other") == []
    assert len(told(root)) == 1


def test_hooks_of_the_repository_do_not_run(root: Path) -> None:
    hook = root / ".git/hooks/pre-commit"
    hook.write_text("#!/bin/sh\ntouch ran\nexit 1\n")
    hook.chmod(0o755)
    output(root, "review", "US-1")
    assert not (root / "ran").exists()


@pytest.mark.verifies("US-54.AC-6")
def test_it_refuses_what_would_do_something_else(root: Path, tmp_path: Path) -> None:
    assert "there is no `US-11`\n  did you mean `US-1`?" in refused(root, "review", "US-11")
    assert "nothing to review for `US-2`" in refused(root, "review", "US-2")
    (root / "new.txt").write_text("x")
    git(root, "add", "new.txt")
    assert "there are staged changes" in refused(root, "review", "US-1")
    git(root, "rm", "-qf", "new.txt")
    nobody = {name: "" for name in QUIET if "NAME" in name or "EMAIL" in name}
    assert "git does not know who you are" in refused(
        root, "review", "US-1", **nobody, HOME=str(tmp_path)
    )
    git(root, "checkout", "-q", "--detach")
    assert "no branch is checked out" in refused(root, "review", "US-1")
    git(root, "checkout", "-q", "main")
    git(root, "checkout", "-qb", "side", "HEAD~1")
    commit(root, {PAGE: PRD.format(status="draft", seconds=7)})
    assert subprocess.run(
        ["git", "merge", "main"],
        cwd=root,
        env={**os.environ, **QUIET},
        capture_output=True,
        check=False,
    ).returncode
    git(root, "checkout", "-q", "--ours", PAGE)
    git(root, "add", PAGE)
    assert "a merge is under way here" in refused(root, "review", "US-1")


def test_it_says_what_is_missing_without_a_repository_or_a_commit(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(SETTINGS)
    assert "is in no git repository" in refused(tmp_path, "review")
    git(tmp_path, "init", "-q")
    assert "there is no commit here yet" in refused(tmp_path, "review")


def test_the_settings_choose_which_links_count(root: Path) -> None:
    told_so = "{rules: {PM701: {fields: [item], severity: error}}}"
    commit(root, {"mkdocs.yml": SETTINGS.replace("- pmdocs", f"- pmdocs: {told_so}")})
    assert told(root) == []
    assert output(root, "review") == "no link has to be read again\n"


def test_what_a_stranger_wrote_cannot_move_the_cursor(root: Path) -> None:
    commit(root, {PAGE: SLOW.replace("answers", "answers \u202e")})
    assert "\u202e" not in output(root, "review")


def test_what_was_dropped_is_not_asked_and_what_is_done_only_where_the_settings_say_so(
    tmp_path: Path,
) -> None:
    for status, option, count in (
        ("dropped", "true", 0),
        ("done", "true", 1),
        ("done", "false", 0),
    ):
        root = tmp_path / f"{status}-{option}"
        root.mkdir()
        git(root, "init", "-q")
        settings = SETTINGS.replace(
            "- pmdocs", f"- pmdocs: {{rules: {{PM701: {{done: {option}}}}}}}"
        )
        stories = STORIES.replace("  prd:", f"  status: {status}\n  prd:", 1)
        commit(root, {"mkdocs.yml": settings, PAGE: FAST, "roadmap/s.yaml": stories})
        commit(root, {PAGE: SLOW})
        assert len(told(root)) == count, (status, option)


def test_a_review_holds_under_the_ids_that_both_ends_have_later(root: Path) -> None:
    output(root, "review", "US-1")
    for old, new in (("US-1", "US-31"), ("PRD-1", "PRD-31")):
        assert pmdocs(root, "rename", old, new).returncode == 0
        commit(root, {})
    assert told(root) == []
