"""What `pmdocs renumber` takes for a clash, and what it says where it cannot tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmdocs.project.load import load
from pmdocs.rules.catalogue import check
from tests.renaming import read
from tests.test_cli_check import run
from tests.test_cli_renumber import BASE
from tests.test_history_branches import commit, git


@pytest.fixture
def apart(tmp_path: Path) -> Path:
    """A repository with a branch `work`, on which nothing has happened yet."""
    git(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path, {**BASE})
    git(tmp_path, "branch", "work")
    return tmp_path


def on(root: Path, branch: str, files: dict[str, str | None]) -> None:
    """Commit files on a branch."""
    git(root, "checkout", "-q", branch)
    commit(root, files)


def idea(number: int, title: str, more: str = "") -> str:
    return f"- {{id: IDEA-{number}, title: {title}{more}}}\n"


def test_the_same_item_on_both_sides_is_no_clash(apart: Path) -> None:
    on(apart, "work", {"roadmap/i.yaml": idea(1, "one"), "roadmap/j.yaml": "[]\n"})
    on(apart, "main", {"roadmap/i.yaml": idea(1, "one", ", owner: Kim")})
    git(apart, "checkout", "-q", "work")
    done = run(apart, "renumber")
    assert done.stdout == "no id that is new here has another item on `main`\n"
    # Nor is an item that both know, and that one side calls otherwise.
    on(apart, "work", {"roadmap/people.yaml": BASE["roadmap/people.yaml"].replace("Kim", "Kai")})
    assert run(apart, "renumber").stdout == done.stdout


@pytest.mark.verifies("US-113.AC-2")
def test_several_clashes_get_numbers_that_were_never_used(apart: Path) -> None:
    on(apart, "main", {"roadmap/i.yaml": idea(1, "one") + idea(2, "two") + idea(5, "five")})
    on(apart, "main", {"roadmap/i.yaml": idea(1, "one") + idea(2, "two")})
    mine = idea(1, "red", ", notes: before IDEA-2") + idea(2, "green") + idea(3, "see IDEA-1")
    on(apart, "work", {"roadmap/mine.yaml": mine + idea(4, "four")})
    done = run(apart, "renumber")
    assert (done.stderr, done.returncode) == ("", 0)
    assert (apart / "roadmap/mine.yaml").read_text() == (
        idea(6, "red", ", notes: before IDEA-7")
        + idea(7, "green")
        + idea(3, "see IDEA-6")
        + idea(4, "four")
    )


def test_an_id_that_another_item_had_before_is_taken(apart: Path) -> None:
    on(
        apart,
        "main",
        {
            "roadmap/i.yaml": idea(9, "nine", ", aliases: [IDEA-1]"),
            "roadmap/see.yaml": idea(3, "see IDEA-1"),
        },
    )
    on(apart, "work", {"roadmap/mine.yaml": idea(1, "red") + idea(2, "see IDEA-1")})
    for state in ("before", "after"):
        if state == "after":
            git(apart, "checkout", "-q", ".")
            git(apart, "merge", "-q", "--no-edit", "main")
        done = run(apart, "renumber")
        assert (done.stderr, done.returncode) == ("", 0)
        assert (apart / "roadmap/mine.yaml").read_text() == idea(10, "red") + idea(2, "see IDEA-10")
    assert (apart / "roadmap/see.yaml").read_text() == idea(3, "see IDEA-1")
    assert check(load(apart)) == []


@pytest.mark.verifies("US-113.AC-3")
def test_a_line_that_both_wrote_alike_is_told(apart: Path) -> None:
    index = BASE["content/index.md"] + "\nNew: [[IDEA-1]]\n"
    on(apart, "main", {"roadmap/a.yaml": idea(1, "one"), "content/index.md": index})
    on(apart, "work", {"roadmap/b.yaml": idea(1, "red"), "content/index.md": index})
    git(apart, "merge", "-q", "--no-edit", "main")
    on(apart, "work", {"roadmap/c.yaml": idea(3, "later")})
    assert run(apart, "renumber").stdout.splitlines()[-2:] == [
        "Left as it is, please look at it yourself:",
        "  content/index.md:7:8  both branches wrote this line",
    ]


@pytest.mark.verifies("US-113.AC-3")
def test_references_in_a_page_that_was_renamed_stay_with_their_author(apart: Path) -> None:
    text = "".join(f"Line {n}.\n" for n in range(9))
    on(apart, "main", {"content/old.md": text})
    git(apart, "branch", "-f", "work")
    on(
        apart,
        "main",
        {"content/old.md": text + "\nTheirs: [[IDEA-1]]\n", "roadmap/a.yaml": idea(1, "one")},
    )
    on(
        apart,
        "work",
        {
            "content/old.md": None,
            "content/new.md": "Ours: [[IDEA-1]]\n\n" + text,
            "roadmap/b.yaml": idea(1, "red"),
        },
    )
    git(apart, "merge", "-q", "--no-edit", "main")
    run(apart, "renumber")
    page = (apart / "content/new.md").read_text()
    assert "Ours: [[IDEA-2]]" in page
    assert "Theirs: [[IDEA-1]]" in page


def test_two_branches_that_are_not_on_main_need_to_be_told_apart(apart: Path) -> None:
    git(apart, "branch", "other")
    on(apart, "other", {"roadmap/a.yaml": idea(1, "one") + idea(2, "see IDEA-1")})
    on(apart, "work", {"roadmap/b.yaml": idea(1, "red") + idea(3, "see IDEA-1")})
    git(apart, "merge", "-q", "--no-edit", "other")
    before = read(apart)
    done = run(apart, "renumber")
    assert done.stderr == (
        "pmdocs: two items have the id `IDEA-1`, and none of them is on `main`\n"
        "  say which revision has the one that keeps it: `pmdocs renumber --onto REVISION`\n"
    )
    assert read(apart) == before
    assert run(apart, "renumber", "--onto", "other").returncode == 0
    assert (apart / "roadmap/b.yaml").read_text() == idea(4, "red") + idea(3, "see IDEA-4")
    assert (apart / "roadmap/a.yaml").read_text() == idea(1, "one") + idea(2, "see IDEA-1")


def test_the_branch_of_the_server_counts_before_the_one_here(apart: Path) -> None:
    on(apart, "main", {"roadmap/a.yaml": idea(1, "one")})
    git(apart.parent, "clone", "-q", str(apart), "here")
    here = apart.parent / "here"
    git(here, "reset", "-q", "--hard", "HEAD~1")
    on(here, "main", {"roadmap/b.yaml": idea(1, "red")})
    done = run(here, "renumber")
    assert done.stdout.splitlines()[:2] == [
        "`IDEA-1` “red” is now `IDEA-2`",
        "  `IDEA-1` stays with “one”, which is on `origin/HEAD`",
    ]


def test_what_is_missing_is_told(apart: Path) -> None:
    done = run(apart, "renumber", "--onto", "mian")
    assert (done.returncode, done.stderr) == (
        2,
        "pmdocs: git knows no revision `mian`\n  did you mean `main`?\n",
    )
    git(apart, "branch", "-m", "main", "trunk")
    done = run(apart, "renumber")
    assert done.stderr == (
        "pmdocs: there is no branch `main` or `master` to compare with\n"
        "  say which branch keeps its ids: `pmdocs renumber --onto BRANCH`\n"
    )


def test_three_items_with_one_id_are_too_many(apart: Path) -> None:
    on(apart, "main", {"roadmap/a.yaml": idea(1, "one")})
    on(apart, "main", {"roadmap/b.yaml": idea(1, "red") + idea(1, "green")})
    done = run(apart, "renumber")
    assert done.stderr.startswith("pmdocs: 3 items have the id `IDEA-1`")
