"""What git tells about a project, from real repositories."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pmdocs.errors import PmdocsError
from pmdocs.history.git import Git
from tests.test_history_branches import commit, git, repository


def told(error: pytest.ExceptionInfo[PmdocsError]) -> str:
    return f"{error.value.message}: {error.value.hint}"


def shallow(tmp_path: Path, depth: int = 1) -> Path:
    server = repository(tmp_path / "server")
    commit(server, {"a.yaml": "- id: US-1\n"})
    commit(server, {"a.yaml": "- id: US-2\n"})
    git(tmp_path, "clone", "-q", "--depth", str(depth), f"file://{server}", "here")
    return tmp_path / "here"


def test_a_folder_without_a_repository_is_told_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(PmdocsError) as error:
        Git.of(tmp_path)
    assert "is in no git repository: run `git init` and commit your files" in told(error)
    assert Git.find(tmp_path) is None


def test_a_machine_without_git_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(PmdocsError, match="the program `git` is not on this machine"):
        Git.of(tmp_path)


def test_a_repository_of_somebody_else_is_told_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = repository(tmp_path / "a")
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(PmdocsError) as error:
        Git.of(root)
    assert f"run `git config --global --add safe.directory {root}`" in told(error)


def test_a_project_in_a_folder_of_a_repository_sees_only_itself(tmp_path: Path) -> None:
    root = repository(tmp_path / "a")
    commit(root, {"shop/roadmap/ü 1.yaml": "id: US-3\n", "shop/mkdocs.yml": "x: 1\n"})
    here = Git.of(root / "shop")
    assert (here.top, here.prefix) == (root, "shop/")
    assert set(here.tree("HEAD")) == {"roadmap/ü 1.yaml", "mkdocs.yml"}
    assert set(here.tree("HEAD", "roadmap")) == {"roadmap/ü 1.yaml"}
    assert [change.path for one in here.log("HEAD") for change in one.changes] == [
        "mkdocs.yml",
        "roadmap/ü 1.yaml",
    ]


def test_many_blobs_are_read_at_once_and_long_ones_cut(tmp_path: Path) -> None:
    root = repository(tmp_path / "a")
    files: dict[str, str | None] = {f"f{n}.yaml": f"{n}\n" * n for n in range(300)}
    commit(root, {**files, "empty.yaml": ""})
    here = Git.of(root)
    tree = here.tree("HEAD")
    data = here.blobs([blob.id for blob in tree.values()])
    assert all(data[tree[f"f{n}.yaml"].id] == f"{n}\n".encode() * n for n in range(300))
    assert data[tree["empty.yaml"].id] == b""
    cut = here.blobs([tree["f250.yaml"].id, tree["f1.yaml"].id], limit=10)
    assert cut == {tree["f250.yaml"].id: b"250\n250\n25", tree["f1.yaml"].id: b"1\n"}
    assert here.blobs([]) == {}
    assert here.blobs(["0" * 40]) == {}


def test_links_are_told_and_submodules_are_not(tmp_path: Path) -> None:
    other, root = repository(tmp_path / "other"), repository(tmp_path / "a")
    git(root, "submodule", "add", "-q", str(other), "inner")
    (root / "link.yaml").symlink_to("a.yaml")
    commit(root, {})
    tree = Git.of(root).tree("HEAD")
    assert set(tree) == {".gitmodules", "a.yaml", "b.md", "link.yaml"}
    assert tree["link.yaml"].is_link
    assert not tree["a.yaml"].is_link


def test_the_log_tells_renames_and_what_a_merge_made_itself(tmp_path: Path) -> None:
    root = repository(tmp_path / "a")
    git(root, "checkout", "-qb", "side")
    commit(root, {"side.yaml": "id: US-9\n"})
    git(root, "checkout", "-q", "main")
    git(root, "mv", "a.yaml", "z.yaml")
    commit(root, {})
    git(root, "merge", "-q", "--no-commit", "side")
    commit(root, {"b.md": "made in the merge\n"})
    log = list(Git.of(root).log("HEAD"))
    merge = log[0]
    assert len(merge.parents) == 2
    assert [(c.status, c.path) for c in merge.changes] == [("M", "b.md")]
    renamed = next(c for one in log for c in one.changes if c.status == "R")
    assert (renamed.old_path, renamed.path) == ("a.yaml", "z.yaml")
    assert renamed.blob == renamed.old_blob
    first = list(Git.of(root).log("HEAD", first_parent=True))
    assert [sorted(c.path for c in one.changes) for one in first] == [
        ["b.md", "side.yaml"],
        ["z.yaml"],
        ["a.yaml", "b.md"],
    ]
    assert first[-1].parents == ()
    assert first[-1].changes[0].old_blob == ""
    assert [one.subject for one in Git.of(root).log("side..HEAD")] == ["change", "change"]


def test_a_log_with_odd_names_and_times_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = repository(tmp_path / "a")
    monkeypatch.setenv("GIT_AUTHOR_DATE", "@99999999999 +0000")
    commit(root, {":100644 \n.md": "x", "tab\t'\".md": "y"})
    git(root, "commit", "-q", "--allow-empty", "-m", ":000000 \x1f\x02 odd")
    newest = next(iter(Git.of(root).log("HEAD")))
    assert {c.path for c in newest.changes} == {":100644 \n.md", "tab\t'\".md"}
    assert newest.authored.year > 5000
    assert newest.authored.tzinfo is not None


@pytest.mark.parametrize(
    ("revision", "hint"),
    [
        ("mian", "did you mean `main`?"),
        ("origin/main", "run `git fetch origin main:refs/remotes/origin/main`, and name it"),
        ("HEAD~7", "the history of `HEAD` does not go back so far"),
        ("nothing", "`git branch --all` lists the branches"),
        ("--output=x", "write a branch, a tag or a commit, such as `main`"),
        ("", "write a branch, a tag or a commit, such as `main`"),
        ("main:a.yaml", "`git branch --all` lists the branches"),
    ],
)
def test_an_unknown_revision_is_told_with_what_to_write(
    tmp_path: Path, revision: str, hint: str
) -> None:
    here = Git.of(repository(tmp_path / "a"))
    with pytest.raises(PmdocsError) as error:
        here.resolve(revision)
    assert hint in told(error)


def test_a_branch_that_is_only_on_the_server_is_meant(tmp_path: Path) -> None:
    server = repository(tmp_path / "server")
    git(server, "branch", "topic")
    git(tmp_path, "clone", "-q", str(server), "here")
    here = Git.of(tmp_path / "here")
    assert here.main_branch() == "origin/HEAD"
    with pytest.raises(PmdocsError) as error:
        here.resolve("topic")
    assert "did you mean `origin/topic`?" in told(error)


def test_a_repository_without_commits_says_so(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    with pytest.raises(PmdocsError, match="there is no commit here yet"):
        Git.of(tmp_path).resolve("HEAD")
    assert Git.of(tmp_path).main_branch() is None


@pytest.mark.parametrize(
    ("variable", "hint"),
    [
        ("", "run `git fetch --unshallow`"),
        ("GITHUB_ACTIONS", "give `actions/checkout` the option `fetch-depth: 0`"),
        ("GITLAB_CI", "set the variable `GIT_DEPTH: 0` for the job"),
    ],
)
def test_a_shallow_clone_says_what_to_fetch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str, hint: str
) -> None:
    for name in ("GITHUB_ACTIONS", "GITLAB_CI"):
        monkeypatch.delenv(name, raising=False)
    if variable:
        monkeypatch.setenv(variable, "true")
    root = shallow(tmp_path)
    here = Git.of(root)
    assert here.is_shallow
    assert here.boundary == {here.resolve("HEAD")}
    with pytest.raises(PmdocsError) as error:
        here.resolve("HEAD~1")
    assert hint in told(error)
    git(root, "checkout", "-q", "--orphan", "other")
    commit(root, {"a.yaml": "- id: US-4\n"})
    with pytest.raises(PmdocsError) as error:
        here.merge_base("origin/main", "HEAD")
    assert hint in told(error)


def test_branches_without_a_common_commit_are_told_apart(tmp_path: Path) -> None:
    root = repository(tmp_path / "a")
    assert Git.of(root).boundary == frozenset()
    git(root, "checkout", "-q", "--orphan", "other")
    commit(root, {"a.yaml": "- id: US-4\n"})
    with pytest.raises(PmdocsError, match="`main` and `other` have no commit in common"):
        Git.of(root).merge_base("main", "other")


def test_the_merge_base_is_where_a_branch_left(tmp_path: Path) -> None:
    root = repository(tmp_path / "a")
    left = Git.of(root).resolve("HEAD")
    git(root, "checkout", "-qb", "work")
    commit(root, {"c.yaml": "id: US-7\n"})
    git(root, "checkout", "-q", "main")
    commit(root, {"d.yaml": "id: US-8\n"})
    assert Git.of(root).merge_base("main", "work") == left


@pytest.mark.verifies("US-92.AC-1")
def test_nothing_that_a_repository_names_is_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = repository(tmp_path / "a")
    mark = tmp_path / "mark"
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {mark}\ncat\n")
    trap.chmod(0o755)
    for name in [
        "core.pager",
        "core.fsmonitor",
        "diff.external",
        "core.sshCommand",
        "gpg.program",
        "pager.log",
        "diff.x.textconv",
        "filter.x.smudge",
        "filter.x.clean",
        "core.alternateRefsCommand",
        "credential.helper",
    ]:
        git(root, "config", name, str(trap))
    git(root, "config", "log.showSignature", "true")
    commit(root, {".gitattributes": "* diff=x filter=x\n"})
    mark.unlink(missing_ok=True)
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", str(trap))
    monkeypatch.setenv("GIT_PAGER", str(trap))
    here = Git.of(root)
    tree = here.tree(here.resolve("HEAD"))
    assert here.blobs([blob.id for blob in tree.values()])
    assert list(here.log("HEAD"))
    assert here.merge_base("main", "HEAD")
    assert not mark.exists()


def test_a_folder_that_poses_as_a_repository_is_none(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "--bare", "posing")
    assert Git.find(tmp_path / "posing") is None


@pytest.mark.verifies("US-92.AC-2")
def test_a_partial_clone_asks_no_server_for_what_it_lacks(tmp_path: Path) -> None:
    server = repository(tmp_path / "server")
    commit(server, {"a.yaml": "- id: US-2\n"})
    git(server, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "-q", "--filter=blob:none", f"file://{server}", "here")
    here = Git.of(tmp_path / "here")
    old = here.tree("HEAD~1")["a.yaml"].id
    assert here.blobs([old]) == {}


def test_a_hook_that_sets_the_place_of_git_does_not_lead_astray(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = repository(tmp_path / "a"), repository(tmp_path / "b")
    commit(one, {"only-here.md": ""})
    monkeypatch.setenv("GIT_DIR", os.fspath(other / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", os.fspath(other / ".git/index"))
    assert "only-here.md" in Git.of(one).tree("HEAD")
