"""What a clone that holds only a part of its repository is told to fetch."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from pmdocs.cli import main
from pmdocs.errors import PmdocsError
from pmdocs.history.git import Git
from tests.test_history_branches import commit, git, repository
from tests.test_history_git import shallow, told


@pytest.mark.verifies("US-88.AC-4")
@pytest.mark.parametrize("name", ["origin/main", "main", "other", "origin/other"])
@pytest.mark.parametrize("depth", [(), ("--depth", "1")])
def test_a_clone_of_one_branch_says_how_to_get_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, depth: tuple[str, ...]
) -> None:
    for variable in ("GITHUB_ACTIONS", "GITLAB_CI"):
        monkeypatch.delenv(variable, raising=False)
    server = repository(tmp_path / "server")
    git(server, "branch", "other")
    git(server, "checkout", "-qb", "topic")
    commit(server, {"a.yaml": "- id: US-4\n"})
    how = ("--single-branch", "--branch", "topic", *depth)
    git(tmp_path, "clone", "-q", *how, f"file://{server}", "here")
    with pytest.raises(PmdocsError) as error:
        Git.of(tmp_path / "here").merge_base(name, "HEAD")
    full = f"origin/{name.removeprefix('origin/')}"
    said = re.search("run `git (.*)`, and name it `(.*)`", told(error))
    assert said is not None
    assert said[2] == full
    assert ("--unshallow" in said[1]) == bool(depth)
    git(tmp_path / "here", *said[1].split())
    here = Git.of(tmp_path / "here")
    assert here.merge_base(full, "HEAD") == here.resolve(full)


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("nosuch", "`git branch --all` lists the branches"),
        ("origin/mian", "did you mean `origin/main`?"),
        ("origin/nosuch", "`git fetch --unshallow origin nosuch:refs/remotes/origin/nosuch`"),
        ("0123abcdef", "run `git fetch --unshallow`"),
    ],
)
def test_a_shallow_clone_tells_a_misspelled_branch_from_what_is_older(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, hint: str
) -> None:
    for variable in ("GITHUB_ACTIONS", "GITLAB_CI"):
        monkeypatch.delenv(variable, raising=False)
    root = shallow(tmp_path)
    git(root, "config", "remote.origin.fetch", "+refs/heads/*:refs/remotes/origin/*")
    with pytest.raises(PmdocsError) as error:
        Git.of(root).resolve(name)
    assert hint in told(error)
    assert ("unshallow" in told(error)) == ("unshallow" in hint)


def test_without_a_main_branch_it_is_told_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = repository(tmp_path / "a", "trunk")
    commit(root, {"mkdocs.yml": "site_name: x\nplugins: [pmdocs]\n"})
    git(root, "remote", "add", "-t", "trunk", "origin", "https://example.org/x.git")
    monkeypatch.chdir(root)
    result = CliRunner().invoke(main, ["diff"])
    assert "run `git fetch origin main:refs/remotes/origin/main`" in result.output
    assert result.exit_code == 2
