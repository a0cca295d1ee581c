"""What other branches hold, read from real repositories."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from pmdocs.history.branches import numbers_on_main

QUIET = {
    "GIT_AUTHOR_NAME": "Test",
    "GIT_AUTHOR_EMAIL": "test@example.org",
    "GIT_COMMITTER_NAME": "Test",
    "GIT_COMMITTER_EMAIL": "test@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}


def git(folder: Path, *arguments: str) -> None:
    """Run git, free of the settings of this machine."""
    command = ["git", "-C", str(folder), "-c", "protocol.file.allow=always", *arguments]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, **QUIET})


def commit(folder: Path, files: dict[str, str | None]) -> None:
    """Write or remove files, and commit that."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            path.unlink()
        else:
            path.write_text(text, "utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "-qm", "change")


def repository(folder: Path, branch: str = "main") -> Path:
    """A repository with one commit on a branch."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "-q", "-b", branch)
    commit(
        folder, {"a.yaml": "- id: US-1\n- id: US-8\n- id: PRD-3\n", "b.md": "see US-5 and xUS-9\n"}
    )
    return folder


def test_numbers_are_those_of_whole_ids_of_one_kind(tmp_path: Path) -> None:
    root = repository(tmp_path / "a")
    assert numbers_on_main(root, "US") == {1, 5, 8}
    assert numbers_on_main(root, "PRD") == {3}
    assert numbers_on_main(root, "RM") == set()


@pytest.mark.parametrize("branch", ["main", "master"])
def test_what_was_removed_on_this_branch_counts(tmp_path: Path, branch: str) -> None:
    root = repository(tmp_path / "a", branch)
    git(root, "checkout", "-qb", "work")
    commit(root, {"a.yaml": "- id: US-1\n"})
    assert numbers_on_main(root, "US") == {1, 5, 8}


def test_what_is_only_on_another_branch_does_not_count(tmp_path: Path) -> None:
    root = repository(tmp_path / "a")
    git(root, "checkout", "-qb", "work")
    commit(root, {"c.yaml": "id: US-77\n"})
    assert 77 not in numbers_on_main(root, "US")


def test_a_product_in_a_folder_of_a_larger_repository_looks_at_itself(tmp_path: Path) -> None:
    root = repository(tmp_path / "a")
    commit(root, {"shop/roadmap/s.yaml": "id: US-3\n"})
    assert numbers_on_main(root / "shop", "US") == {3}


def test_the_main_branch_of_the_server_counts_and_so_does_the_one_here(tmp_path: Path) -> None:
    server = repository(tmp_path / "server")
    git(tmp_path, "clone", "-q", str(server), "here")
    here = tmp_path / "here"
    commit(server, {"c.yaml": "id: US-20\n"})
    git(here, "fetch", "-q")
    assert numbers_on_main(here, "US") == {1, 5, 8, 20}
    commit(here, {"d.yaml": "id: US-30\n"})
    assert numbers_on_main(here, "US") == {1, 5, 8, 20, 30}


def test_a_shallow_clone_with_a_detached_head_is_read(tmp_path: Path) -> None:
    server = repository(tmp_path / "server")
    commit(server, {"c.yaml": "id: US-20\n"})
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{server}", "here")
    git(tmp_path / "here", "checkout", "-q", "--detach")
    assert numbers_on_main(tmp_path / "here", "US") == {1, 5, 8, 20}


def test_without_a_repository_or_a_commit_there_are_none(tmp_path: Path) -> None:
    assert numbers_on_main(tmp_path, "US") == set()
    git(tmp_path, "init", "-q", "-b", "main")
    assert numbers_on_main(tmp_path, "US") == set()


def test_without_git_there_are_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = repository(tmp_path / "a")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert numbers_on_main(root, "US") == set()


def test_a_repository_of_somebody_else_is_not_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = repository(tmp_path / "a")
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert numbers_on_main(root, "US") == set()
