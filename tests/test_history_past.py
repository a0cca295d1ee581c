"""What git knows of items, from real repositories."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from pmdocs.history.past import past_of
from pmdocs.project.load import load
from tests.test_history_branches import commit, git

SETTINGS = "site_name: x\ndocs_dir: content\nplugins:\n  - pmdocs\n"
TODAY = "1780300800"
PRD = """---
title: Search offline
status: {status}
---
# Search offline

## Problem

Travellers lose the search in tunnels.

## Requirements

- **FR-1** (must) The search answers within {seconds} seconds.
- **FR-2** (must) Nothing is sent while the phone is offline.
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)
    root = tmp_path / "product"
    root.mkdir()
    git(root, "init", "-q", "-b", "main")
    return root


def story(number: int, want: str = "to search", more: str = "") -> str:
    return f"- id: US-{number}\n  title: Story {number}\n  as_a: rider\n  i_want: {want}\n{more}"


def on(monkeypatch: pytest.MonkeyPatch, day: str, root: Path, files: dict[str, str | None]) -> None:
    """Commit files on a day."""
    for name in ("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"):
        monkeypatch.setenv(name, f"{day}T12:00:00Z")
    commit(root, files)


def touched(root: Path, id: str) -> str | None:
    project = load(root)
    with past_of(root, project) as past:
        assert past is not None
        day = past.touched(project.items[id])
    return day.isoformat() if day else None


def reworded(root: Path, id: str, part: str = "") -> str | None:
    project = load(root)
    with past_of(root, project) as past:
        assert past is not None
        version = past.rewording(project.items[id], part)
    return version.day.isoformat() if version else None


def begin(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files: dict[str, str | None] = {
        "mkdocs.yml": SETTINGS,
        "content/PRD-1-search.md": PRD.format(status="draft", seconds=5),
        "roadmap/s.yaml": story(1) + story(2),
    }
    on(monkeypatch, "2026-01-05", root, files)


def test_a_neighbour_in_the_same_file_is_no_matter(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(root, monkeypatch)
    text = story(1) + story(2, more="  status: ready\n")
    on(monkeypatch, "2026-02-05", root, {"roadmap/s.yaml": text})
    assert touched(root, "US-1") == "2026-01-05"
    assert touched(root, "US-2") == "2026-02-05"


def test_layout_and_comments_are_no_change(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(root, monkeypatch)
    text = "# all of them\n- {id: US-1, title: Story 1, as_a: rider,\n   i_want: to search}\n"
    on(monkeypatch, "2026-02-05", root, {"roadmap/s.yaml": text + story(2, '"to   search"')})
    assert touched(root, "US-1") == "2026-01-05"
    assert touched(root, "US-2") == "2026-01-05"


def test_an_item_that_moves_to_another_file_is_followed(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(root, monkeypatch)
    on(monkeypatch, "2026-02-05", root, {"roadmap/s.yaml": story(2), "roadmap/t.yaml": story(1)})
    git(root, "mv", "roadmap/t.yaml", "roadmap/u.yaml")
    on(monkeypatch, "2026-03-05", root, {})
    assert touched(root, "US-1") == "2026-01-05"
    text = story(1, "to find")
    on(monkeypatch, "2026-04-05", root, {"roadmap/u.yaml": text})
    assert touched(root, "US-1") == reworded(root, "US-1") == "2026-04-05"


def test_a_new_id_with_the_old_one_as_alias_is_followed(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(root, monkeypatch)
    text = story(1).replace("US-1", "US-7") + "  aliases: [US-1]\n" + story(2)
    on(monkeypatch, "2026-02-05", root, {"roadmap/s.yaml": text})
    assert touched(root, "US-7") == "2026-01-05"


def test_what_is_not_committed_counts_as_today(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(root, monkeypatch)
    (root / "roadmap/s.yaml").write_text(story(1) + story(2, "to find") + story(3))
    assert touched(root, "US-1") == "2026-01-05"
    assert touched(root, "US-2") == reworded(root, "US-2") == "2026-06-01"
    assert touched(root, "US-3") == "2026-06-01"


def test_status_owner_news_and_dates_are_not_what_an_item_says(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(root, monkeypatch)
    changed = PRD.format(
        status="in review\nowner: Ada\nupdates: [{date: 2026-02-01, text: a}]", seconds=5
    )
    on(monkeypatch, "2026-02-05", root, {"content/PRD-1-search.md": changed})
    assert touched(root, "PRD-1") == "2026-02-05"
    assert reworded(root, "PRD-1") is None


def test_a_requirement_has_words_of_its_own(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(root, monkeypatch)
    changed = PRD.format(status="draft", seconds=9)
    on(monkeypatch, "2026-02-05", root, {"content/PRD-1-search.md": changed})
    assert reworded(root, "PRD-1") == reworded(root, "PRD-1", "FR-1") == "2026-02-05"
    assert reworded(root, "PRD-1", "FR-2") is None


def test_a_merge_that_only_brings_a_change_is_not_the_change(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(root, monkeypatch)
    git(root, "checkout", "-qb", "work")
    on(monkeypatch, "2026-02-05", root, {"roadmap/s.yaml": story(1, "to find") + story(2)})
    git(root, "checkout", "-q", "main")
    on(monkeypatch, "2026-03-05", root, {"roadmap/s.yaml": story(1) + story(2) + story(3)})
    monkeypatch.setenv("GIT_AUTHOR_DATE", "2026-04-05T12:00:00Z")
    git(root, "merge", "-q", "--no-edit", "-X", "ours", "work")
    (root / "roadmap/s.yaml").write_text(story(1, "to find") + story(2) + story(3))
    git(root, "commit", "-qa", "--amend", "--no-edit")
    assert touched(root, "US-1") == "2026-02-05"
    assert touched(root, "US-2") == "2026-01-05"
    assert touched(root, "US-3") == "2026-03-05"


def test_what_a_merge_made_itself_is_a_change(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(root, monkeypatch)
    git(root, "checkout", "-qb", "work")
    on(monkeypatch, "2026-02-05", root, {"roadmap/s.yaml": story(1, "to find") + story(2)})
    git(root, "checkout", "-q", "main")
    on(monkeypatch, "2026-03-05", root, {"roadmap/s.yaml": story(1, "to look") + story(2)})
    git(root, "merge", "-q", "--no-commit", "-X", "ours", "work")
    on(monkeypatch, "2026-04-05", root, {"roadmap/s.yaml": story(1, "to find and look") + story(2)})
    assert touched(root, "US-1") == "2026-04-05"


def test_behind_the_end_of_a_shallow_clone_nothing_is_known(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(root, monkeypatch)
    on(monkeypatch, "2026-02-05", root, {"roadmap/s.yaml": story(1, "to look") + story(2)})
    on(monkeypatch, "2026-03-05", root, {"roadmap/s.yaml": story(1, "to find") + story(2)})
    git(tmp_path, "clone", "-q", "--depth", "2", f"file://{root}", "here")
    here = tmp_path / "here"
    assert touched(here, "US-1") == reworded(here, "US-1") == "2026-03-05"
    assert touched(here, "US-2") is None
    assert reworded(here, "US-2") is None


def test_another_worktree_and_a_folder_of_a_repository_are_read(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop = root / "shop"
    shop.mkdir()
    begin(shop, monkeypatch)
    git(root, "worktree", "add", "-q", str(tmp_path / "other"))
    on(monkeypatch, "2026-02-05", tmp_path / "other", {"shop/roadmap/s.yaml": story(1, "to find")})
    assert touched(shop, "US-1") == "2026-01-05"
    assert touched(tmp_path / "other/shop", "US-1") == "2026-02-05"


def test_items_written_in_any_form_are_found(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = "{title: Story 1, as_a: rider, i_want: a, id: US-1}"
    files: dict[str, str | None] = {
        "mkdocs.yml": SETTINGS,
        "roadmap/a.yaml": f"[{one},\n {one.replace('1', '2')}]\n",
        "roadmap/b.yaml": "---\n# a\n  - title: Story 3\n    as_a: rider\n    i_want: a\n    id: US-3\n",
        "content/c.md": "---\nid: US-4\nas_a: rider\ni_want: a\n---\n# Story 4\n\nWhy?\n",
    }
    on(monkeypatch, "2026-01-05", root, files)
    changed = {name: text.replace("i_want: a", "i_want: b") for name, text in files.items() if text}
    on(monkeypatch, "2026-02-05", root, {**changed})
    assert [reworded(root, f"US-{n}") for n in range(1, 5)] == ["2026-02-05"] * 4
    assert load(root).problems == ()


def test_the_prose_of_a_page_is_part_of_the_item_and_no_promise(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(root, monkeypatch)
    text = PRD.format(status="draft", seconds=5) + "\n## Design\n\nA box at the top.\n"
    on(monkeypatch, "2026-02-05", root, {"content/PRD-1-search.md": text})
    assert touched(root, "PRD-1") == "2026-02-05"
    assert reworded(root, "PRD-1") is None


def test_without_a_repository_a_commit_or_git_nothing_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mkdocs.yml").write_text(SETTINGS)
    project = load(tmp_path)
    with past_of(tmp_path, project) as past:
        assert past is None
    git(tmp_path, "init", "-q")
    with past_of(tmp_path, project) as past:
        assert past is None
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "Begin")
    with past_of(tmp_path, project) as past:
        assert past is not None
    monkeypatch.setenv("PATH", str(tmp_path))
    with past_of(tmp_path, project) as past:
        assert past is None


def test_a_damaged_repository_never_stops_a_check(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(root, monkeypatch)
    on(monkeypatch, "2026-02-05", root, {"roadmap/s.yaml": story(1, "to find") + story(2)})
    for path in (root / ".git/objects").rglob("*"):
        if path.is_file():
            path.chmod(0o600)
            path.write_bytes(b"")
    project = load(root)
    with past_of(root, project) as past:
        known = past and [past.touched(item) for item in project.items.values()]
    assert not known or set(known) <= {None, dt.date(2026, 6, 1)}
