"""`pmdocs diff`, on real repositories and folders."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pmdocs.cli import main
from tests.test_history_branches import commit, git

CONFIG = "site_name: x\ndocs_dir: content\nplugins:\n  - pmdocs\n"
ITEM = "- {id: RM-1, title: Share, outcome: plans are read, status: planned, end: %s}\n"
STORY = (
    "- {id: US-1, title: A link, as_a: manager, i_want: a link, status: ready, criteria: [%s]}\n"
)


def diff(folder: Path, *arguments: str, monkeypatch: pytest.MonkeyPatch) -> Result:
    """Run the command in a folder."""
    monkeypatch.chdir(folder)
    return CliRunner().invoke(main, ["diff", *arguments])


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with a small product, on a branch."""
    root = tmp_path / "here"
    root.mkdir()
    git(root, "init", "-q", "-b", "main")
    commit(root, {"mkdocs.yml": CONFIG, "roadmap/a.yaml": ITEM % "2027-Q1"})
    git(root, "checkout", "-qb", "work")
    return root


def put(root: Path, name: str, text: str) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text, "utf-8")


@pytest.mark.verifies("US-52.AC-1", "US-88.AC-1")
def test_a_later_end_on_a_branch_is_one_sentence_with_both_dates(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(repository, {"roadmap/a.yaml": ITEM % "2027-Q2"})
    git(repository, "checkout", "-q", "main")
    commit(repository, {"roadmap/b.yaml": STORY % ""})
    git(repository, "checkout", "-q", "work")
    result = diff(repository, monkeypatch=monkeypatch)
    assert "  - slips from 2027-Q1 to 2027-Q2, three months\n" in result.output
    # What came to the main branch meanwhile is no change of this branch.
    assert "US-1" not in result.output
    assert result.exit_code == 0
    put(repository, "roadmap/a.yaml", ITEM % "2027-Q3")
    assert "to 2027-Q3, six months" in diff(repository, monkeypatch=monkeypatch).output


@pytest.mark.verifies("US-52.AC-2")
def test_a_branch_without_a_change_in_the_documents_gives_no_sentence(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(repository, {"code.py": "x = 1\n", "roadmap/a.yaml": "# why\n" + ITEM % "2027-Q1"})
    result = diff(repository, monkeypatch=monkeypatch)
    assert result.output.splitlines()[0].startswith("Nothing in the documents changes.")
    assert len(result.output.splitlines()) == 1


@pytest.mark.verifies("US-52.AC-3")
def test_slips_are_counted_through_renames_and_moves(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(repository, {"roadmap/a.yaml": ITEM % "2027-Q2"})
    git(repository, "mv", "roadmap/a.yaml", "roadmap/b.yaml")
    commit(repository, {"roadmap/b.yaml": ITEM % "2027-05"})
    commit(repository, {"roadmap/b.yaml": ITEM % "2027-05" + STORY % "" + "# a long text\n" * 30})
    moved = {"roadmap/b.yaml": STORY % "" + "# a long text\n" * 30}
    commit(repository, {**moved, "roadmap/c.yaml": ITEM % "2027-Q3"})
    put(repository, "roadmap/c.yaml", ITEM % "2027-Q4")
    result = diff(repository, "HEAD", monkeypatch=monkeypatch)
    assert "from 2027-Q3 to 2027-Q4, three months; it is the third slip" in result.output


@pytest.mark.verifies("US-52.AC-3", "US-88.AC-4")
def test_a_shallow_clone_says_at_least_and_what_to_fetch(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("GITHUB_ACTIONS", "GITLAB_CI"):
        monkeypatch.delenv(name, raising=False)
    for end in ("2027-Q2", "2027-Q3", "2027-Q4"):
        commit(repository, {"roadmap/a.yaml": ITEM % end})
    git(repository, "checkout", "-q", "main")
    shallow = ("--depth", "3", "--no-single-branch", "--branch", "work")
    git(tmp_path, "clone", "-q", *shallow, f"file://{repository}", "clone")
    clone = tmp_path / "clone"
    result = diff(clone, "HEAD~1..HEAD", monkeypatch=monkeypatch)
    assert "it is at least the second slip" in result.output
    result = diff(clone, monkeypatch=monkeypatch)
    assert result.exit_code == 2
    assert "run `git fetch --unshallow`" in result.output


@pytest.mark.verifies("US-88.AC-2")
def test_revisions_mean_what_they_mean_in_git(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(repository, {"roadmap/a.yaml": ITEM % "2027-Q2"})
    git(repository, "checkout", "-q", "main")
    commit(repository, {"roadmap/b.yaml": STORY % ""})
    git(repository, "checkout", "-q", "--detach", "work")

    def told(*arguments: str) -> set[str]:
        output = diff(repository, *arguments, monkeypatch=monkeypatch).output
        return {id for id in ("RM-1", "US-1") if f"\n{id}  " in output}

    assert told("main..work") == {"RM-1", "US-1"}
    assert told("main...work") == {"RM-1"}
    assert told("main...") == {"RM-1"}
    assert told("work...main") == {"US-1"}
    assert told("main", "work") == {"RM-1", "US-1"}
    git(repository, "branch", "topic/roadmap", "work")
    git(repository, "branch", "roadmap", "work")
    assert told("main", "topic/roadmap") == {"RM-1", "US-1"}
    assert told("main", "roadmap") == {"RM-1", "US-1"}
    assert told("heads/roadmap") == set()
    assert told("HEAD") == set()
    assert told("main") == {"RM-1", "US-1"}
    assert told() == {"RM-1"}


def test_a_merge_tells_all_that_it_brought(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(repository, {"roadmap/b.yaml": STORY % ""})
    git(repository, "checkout", "-q", "main")
    commit(repository, {"roadmap/a.yaml": ITEM % "2027-Q2"})
    git(repository, "merge", "-q", "--no-edit", "work")
    output = diff(repository, "HEAD~1..HEAD", monkeypatch=monkeypatch).output
    assert "US-1" in output
    assert "RM-1" not in output


@pytest.mark.verifies("US-88.AC-3")
def test_two_folders_are_compared_without_git(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "old"
    shutil.copytree(repository, old, ignore=shutil.ignore_patterns(".git"))
    shutil.copytree(old, tmp_path / "new")
    put(tmp_path / "new", "roadmap/a.yaml", ITEM % "2027-Q2")
    monkeypatch.setenv("PATH", "")
    result = diff(tmp_path, "old", "new", monkeypatch=monkeypatch)
    assert "slips from 2027-Q1 to 2027-Q2" in result.output
    assert "new, compared with old" in result.output


@pytest.mark.verifies("US-88.AC-4")
@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        ([], "run `git init` and commit your files, or compare two folders: `pmdocs diff OLD NEW`"),
        (["old", "nothing/there"], "there is no folder `nothing/there`"),
    ],
)
def test_without_a_repository_the_message_says_what_to_do(
    repository: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    hint: str,
) -> None:
    old = tmp_path / "old"
    shutil.copytree(repository, old, ignore=shutil.ignore_patterns(".git"))
    where = old if not arguments else tmp_path
    result = diff(where, *arguments, monkeypatch=monkeypatch)
    assert result.exit_code == 2
    assert hint in result.output


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["mian"], "git knows no revision `mian`\n  did you mean `main`?"),
        (["roadmap"], "`roadmap` is a folder, and there is nothing to compare it with"),
        (["main..x"], "git knows no revision `x`"),
        (["--", "--upload-pack=x"], "git knows no revision `--upload-pack=x`"),
        (["a", "b", "c"], "more than two things cannot be compared"),
    ],
)
def test_what_cannot_be_compared_is_told(
    repository: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], words: str
) -> None:
    result = diff(repository, *arguments, monkeypatch=monkeypatch)
    assert result.exit_code == 2
    assert words in result.output


def test_a_repository_without_a_main_branch_asks_for_a_name(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(repository, "branch", "-q", "-m", "main", "trunk")
    result = diff(repository, monkeypatch=monkeypatch)
    assert "no branch `main` or `master` is known here" in result.output
    assert result.exit_code == 2


@pytest.mark.verifies("US-53.AC-7")
def test_the_exit_code_tells_of_new_findings_from_a_severity_on(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(repository, "roadmap/a.yaml", ITEM % "2027-Q2")

    def code(level: str) -> int:
        return diff(repository, "--fail-on", level, monkeypatch=monkeypatch).exit_code

    assert (code("never"), code("error"), code("warning")) == (0, 0, 1)
    put(
        repository,
        "mkdocs.yml",
        CONFIG.replace("- pmdocs", "- pmdocs: {rules: {later-end: error}}"),
    )
    assert code("error") == 1
    put(repository, "roadmap/a.yaml", ITEM % "2027-Q1")
    put(
        repository,
        "roadmap/b.yaml",
        STORY % "" + "- {id: US-2, title: x, as_a: y, i_want: z, prd: PRD-9}\n",
    )
    assert code("error") == 1


@pytest.mark.verifies("US-91.AC-5")
def test_new_and_mended_findings_are_told_apart_from_those_that_stay(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stays = "- {id: RM-2, title: b, outcome: c, depends_on: RM-77}\n"
    mended = "- {id: RM-3, title: b, outcome: c, depends_on: RM-88}\n"
    git(repository, "checkout", "-q", "main")
    commit(repository, {"roadmap/b.yaml": stays + mended})
    put(repository, "roadmap/b.yaml", "# moved down\n\n" + stays.replace("title: b", "title: d"))
    put(
        repository,
        "roadmap/c.yaml",
        mended.replace("RM-88", "RM-1") + stays.replace("RM-2", "RM-4"),
    )
    output = diff(repository, "HEAD", monkeypatch=monkeypatch).output
    found, _, gone = output.partition("\nNew findings: 1\n")[2].partition("\nMended: 1\n")
    assert "`RM-4` names `RM-77`" in found
    assert "RM-2" not in found + gone
    assert "+ PM201 `RM-3` names `RM-88`, which does not exist" in gone


def test_the_settings_and_the_pages_are_told_as_well(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(repository, "mkdocs.yml", CONFIG.replace("- pmdocs", "- pmdocs: {rules: {PM301: off}}"))
    put(repository, "content/index.md", "# Home\n")
    output = diff(repository, monkeypatch=monkeypatch).output
    assert "the setting rules.PM301 is off; it was not set" in output
    assert "the page content/index.md is new" in output


def test_what_git_alone_knows_is_found_as_well(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prd = "- {id: PRD-1, title: Links, problem: mail, item: RM-1}\n"
    git(repository, "checkout", "-q", "main")
    commit(repository, {"roadmap/b.yaml": prd})
    put(
        repository,
        "roadmap/a.yaml",
        (ITEM % "2027-Q1").replace("plans are read", "plans are shown"),
    )
    assert "PM701" in diff(repository, monkeypatch=monkeypatch).output


def test_the_main_branch_is_named_with_its_day(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-11-25T10:00:00+00:00")
    git(repository, "commit", "-q", "--amend", "--no-edit", "--date=2026-11-20T10:00:00+00:00")
    git(repository, "branch", "-f", "main")
    output = diff(repository, monkeypatch=monkeypatch).output
    assert "the files here, compared with main as it was on 25 Nov 2026 (" in output
    output = diff(repository, "HEAD", monkeypatch=monkeypatch).output
    assert "the files here, compared with the last commit (" in output


def test_without_a_main_branch_the_advice_names_a_commit_that_is_there(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(repository, "branch", "-q", "-D", "main")
    output = diff(repository, monkeypatch=monkeypatch).output
    assert "HEAD~1" not in output
    assert "`pmdocs diff HEAD`" in output
    commit(repository, {"roadmap/a.yaml": ITEM % "2027-Q2"})
    assert "`pmdocs diff HEAD~1`" in diff(repository, monkeypatch=monkeypatch).output
