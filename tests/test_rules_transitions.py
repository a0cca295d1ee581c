"""Statuses that follow on each other, and what is told since a revision."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmdocs.errors import PmdocsError
from pmdocs.project.load import load
from tests.test_cli_review import output, pmdocs
from tests.test_history_branches import commit, git
from tests.test_history_past import PRD, on, story
from tests.test_rules_past import WAYS, root, told

__all__ = ["root"]


def becomes(root: Path, status: str) -> None:
    text = story(1, more=f"  status: {status}\n") + story(2, more="  status: ready\n")
    (root / "roadmap/s.yaml").write_text(text)


@pytest.mark.verifies("US-55.AC-1")
def test_a_status_that_skips_steps_is_told_with_the_way_that_is_allowed(root: Path) -> None:
    becomes(root, "done")
    (line,) = told(root)
    assert line == (
        "roadmap/s.yaml:5:11 PM702 `US-1` goes from `draft` to `done`"
        " | first `ready`, then `in progress`, then `in review`"
    )
    becomes(root, "in review")
    assert "first `ready`, then `in progress`" in told(root)[0]
    becomes(root, "ready")
    assert told(root) == []


@pytest.mark.verifies("US-55.AC-2")
def test_what_counts_is_where_the_branch_began(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(root, "checkout", "-qb", "work")
    for status in ("ready", "doing", "in review"):
        becomes(root, status)
        on(monkeypatch, "2026-05-25", root, {})
        assert told(root) == []
    (line,) = told(root, "main")
    assert "`US-1` goes from `draft` to `in review`" in line
    git(root, "checkout", "-q", "main")
    becomes(root, "ready")
    on(monkeypatch, "2026-05-26", root, {})
    git(root, "checkout", "-q", "work")
    assert len(told(root, "main")) == 1
    git(root, "merge", "-q", "--no-edit", "-X", "ours", "main")
    (line,) = told(root, "main")
    assert "`US-1` goes from `ready` to `in review`" in line


def test_a_status_from_which_no_way_leads_there_names_what_may_follow(root: Path) -> None:
    commit(root, {"roadmap/s.yaml": story(1, more="  status: doing\n")})
    becomes(root, "draft")
    assert "from `in progress` it may go to `in review` or `ready`" in told(root)[0]


@pytest.mark.verifies("US-55.AC-3")
def test_a_new_item_begins_anywhere_unless_the_settings_say_where(root: Path) -> None:
    text = story(1, more="  status: draft\n") + story(3, more="  status: done\n")
    (root / "roadmap/s.yaml").write_text(text)
    (line,) = told(root)
    assert line == (
        "roadmap/s.yaml:10:11 PM702 `US-3` is new, and begins as `done`"
        " | begin with `draft` or `ready`"
    )
    (root / "mkdocs.yml").write_text(WAYS.replace("          new: [draft, ready]\n", ""))
    assert told(root) == []


@pytest.mark.verifies("US-55.AC-4")
def test_unknown_words_in_the_setting_are_told_at_their_place(root: Path) -> None:
    wrong = WAYS.replace("story:\n", "storie:\n", 1)
    (root / "mkdocs.yml").write_text(wrong)
    assert [str(p.span) + " " + str(p.hint) for p in load(root).problems] == [
        "mkdocs.yml:7:9 did you mean `story`?"
    ]
    wrong = WAYS.replace("draft: [ready, dropped]", "drafd: [redy, dropped]")
    (root / "mkdocs.yml").write_text(wrong)
    assert [f"{p.span} {p.code} {p.message} | {p.hint}" for p in load(root).problems] == [
        "mkdocs.yml:9:11 PM110 `drafd` is not a status of a story | did you mean `draft`?",
        "mkdocs.yml:9:19 PM110 `redy` is not a status of a story | did you mean `ready`?",
    ]


def test_without_git_nothing_is_said_of_the_past(root: Path, tmp_path: Path) -> None:
    becomes(root, "done")
    (root / ".git").rename(tmp_path / "away")
    assert told(root) == []
    with pytest.raises(PmdocsError, match="is in no git repository"):
        told(root, "main")


@pytest.mark.verifies("US-54.AC-7")
def test_since_tells_only_what_became_suspect_on_the_branch(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    links = story(1, more="  prd: PRD-1.FR-1\n") + story(2, more="  prd: PRD-1.FR-2\n")
    page = "content/PRD-1-search.md"
    first = {page: PRD.format(status="draft", seconds=5), "roadmap/s.yaml": links}
    on(monkeypatch, "2026-05-21", root, {**first})
    on(monkeypatch, "2026-05-22", root, {page: PRD.format(status="draft", seconds=6)})
    git(root, "checkout", "-qb", "work")
    changed = PRD.format(status="draft", seconds=6).replace("Nothing is", "Nothing at all is")
    on(monkeypatch, "2026-05-23", root, {page: changed})
    assert [line.split(" ")[0] for line in told(root)] == [
        "roadmap/s.yaml:5:8",
        "roadmap/s.yaml:10:8",
    ]
    assert [line.split(" ")[0] for line in told(root, "main")] == ["roadmap/s.yaml:10:8"]
    assert told(root, "HEAD") == []
    assert output(root, "review", "--since", "main").startswith("US-2 realises PRD-1.FR-2")


@pytest.mark.verifies("US-54.AC-8")
def test_with_new_only_findings_are_told_that_were_not_there(root: Path) -> None:
    commit(root, {"roadmap/old.yaml": story(5, more="  prd: PRD-77\n")})
    text = "# moved down\n\n" + story(5, more="  prd: PRD-77\n") + story(6, more="  prd: PRD-78\n")
    (root / "roadmap/old.yaml").write_text(text)
    arguments = ("check", "--select", "PM201", "--format", "concise", "-q", "--since", "HEAD")
    lines = pmdocs(root, *arguments).stdout.splitlines()
    assert ["`PRD-77`" in lines[0], "`PRD-78`" in lines[1]] == [True, True]
    (line,) = pmdocs(root, *arguments, "--new").stdout.splitlines()
    assert "`PRD-78`" in line
    alone = pmdocs(root, "check", "--new")
    assert alone.returncode == 2
    assert "`--new` needs a revision" in alone.stderr


def test_since_tells_what_the_change_takes_away(root: Path) -> None:
    commit(root, {"content/PRD-1-search.md": PRD.format(status="approved", seconds=5)})
    weaker = PRD.format(status="approved", seconds=5).replace("**FR-1** (must)", "**FR-1** (could)")
    (root / "content/PRD-1-search.md").write_text(weaker)
    assert "PM721" in pmdocs(root, "check", "--format", "concise", "--since", "main").stdout
    assert "PM721" not in pmdocs(root, "check", "--format", "concise").stdout


def test_an_unknown_revision_and_a_clone_that_is_too_shallow_are_told(
    root: Path, tmp_path: Path
) -> None:
    for word in ("mian", "", "--help"):
        done = pmdocs(root, "check", f"--since={word}")
        assert f"git knows no revision `{word}`" in done.stderr
        assert done.returncode == 2
    git(root, "checkout", "-qb", "work")
    commit(root, {"content/a.md": "# A\n"})
    git(root, "checkout", "-q", "main")
    commit(root, {"content/b.md": "# B\n"})
    here = tmp_path / "here"
    git(tmp_path, "clone", "-q", "--depth", "1", "--no-single-branch", f"file://{root}", str(here))
    done = pmdocs(here, "check", "--since", "origin/work")
    assert done.returncode == 2
    assert "git fetch --unshallow" in done.stderr
