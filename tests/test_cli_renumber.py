"""Two branches took one number: real repositories, real merges, and `pmdocs renumber`."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from pmdocs.project.load import load
from pmdocs.project.project import Project
from pmdocs.rules.catalogue import check
from tests.renaming import read
from tests.test_cli_check import run
from tests.test_history_branches import commit, git

STORY = """\
- id: {id}
  title: {title}
  as_a: PER-1
  i_want: {title}
  so_that: it is better
  prd: PRD-1.FR-1
  depends_on: [US-1{more}]
  criteria:
    - {{id: AC-1, text: there is {title}}}
"""
PAGE = "content/prds/PRD-1-plan.md"
PRD = """\
---
title: Plan
status: draft
---

# Plan

## Problem

None so far.

## Goals

- A plan.

## Success metrics

- 20 people read it by 2027-05-01.

## Requirements

- **FR-1** (must) There is a plan.

## Out of scope

- The rest.
"""
BASE = {
    "mkdocs.yml": "site_name: Test\ndocs_dir: content\nplugins: [search, pmdocs]\n",
    "content/index.md": "# Home\n\nFirst [[US-1]].\n\nThat is all.\n",
    PAGE: PRD,
    "roadmap/people.yaml": "- {id: PER-1, title: Kim, role: planner, goals: [a plan], pains: [none]}\n",
    "roadmap/stories.yaml": STORY.format(id="US-1", title="a plan", more="").replace(
        "  depends_on: [US-1]\n", ""
    ),
    "tests/test_plan.py": '@verifies("US-1.AC-1")\ndef test_a(): ...\n',
}


def edit(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text()
    assert old in text
    (root / path).write_text(text.replace(old, new))


def ours(root: Path, where: str) -> None:
    """What this branch does: a story on an export, told of in many places."""
    story = STORY.format(id="US-2", title="an export", more="")
    if where == "in a list":
        (root / "roadmap/stories.yaml").write_text(
            (root / "roadmap/stories.yaml").read_text() + story
        )
    else:
        (root / "roadmap/US-2-an-export.yaml").write_text(story)
    (root / "roadmap/more.yaml").write_text(STORY.format(id="US-5", title="mails", more=", US-2"))
    edit(root, PAGE, "None so far.", "None so far, but no export either: [[US-2]].")
    edit(root, "content/index.md", "First [[US-1]].", "First [[US-1]], then the export: US-2.")
    (root / "tests/test_export.py").write_text(
        '@verifies("US-2.AC-1")\ndef test_US_2_AC_1(): ...\n'
    )
    edit(root, "tests/test_plan.py", "test_a", "test_a_before_US_2_AC_1")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "export")


def theirs(root: Path, where: str) -> None:
    """What the main branch does at the same time: a story on a board."""
    story = STORY.format(id="US-2", title="a board", more="")
    if where == "in a list":
        (root / "roadmap/stories.yaml").write_text(
            (root / "roadmap/stories.yaml").read_text() + story
        )
    else:
        (root / "roadmap/US-2-a-board.yaml").write_text(story)
    (root / "roadmap/other.yaml").write_text(
        STORY.format(id="US-7", title="colours", more=", US-2")
    )
    edit(root, PAGE, "- The rest.", "- The rest, but for the board ([[US-2]]).")
    edit(root, "content/index.md", "That is all.", "The board is US-2.\n\nThat is all.")
    (root / "tests/test_board.py").write_text('@verifies("US-2.AC-1")\ndef test_US_2_AC_1(): ...\n')
    git(root, "add", "-A")
    git(root, "commit", "-qm", "board")


@pytest.fixture(params=["in files of their own", "in a list"])
def parted(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, str]:
    """A repository in which `main` and `work` parted, and both have a story US-2."""
    git(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path, {**BASE})
    git(tmp_path, "checkout", "-qb", "work")
    ours(tmp_path, request.param)
    git(tmp_path, "checkout", "-q", "main")
    theirs(tmp_path, request.param)
    git(tmp_path, "checkout", "-q", "work")
    return tmp_path, request.param


def merge(root: Path, branch: str, *options: str, ours: str = "US-2") -> None:
    """Merge with git; where both appended to one list, keep what both appended."""
    try:
        git(root, "merge", "-q", "--no-edit", *options, branch)
    except subprocess.CalledProcessError:
        path = root / "roadmap/stories.yaml"
        assert "<<<<<<< " in path.read_text()
        stories = (("an export", ours), ("a board", "US-2"))
        added = (STORY.format(id=id, title=title, more="") for title, id in stories)
        path.write_text("".join([BASE["roadmap/stories.yaml"], *added]))


def assert_settled(root: Path, new: str = "US-8") -> None:
    """Two ids, no broken link, and each reference means what its author meant."""
    project = load(root)
    assert [f"{d.code} {d.finding.message}" for d in check(project)] == []
    assert project.title_of("US-2") == "a board"
    assert project.title_of(new) == "an export"
    assert links(project, "US-5") == ["US-1", new]
    assert links(project, "US-7") == ["US-1", "US-2"]
    assert project.aliases == {}
    page, index = (root / PAGE).read_text(), (root / "content/index.md").read_text()
    assert f"no export either: [[{new}]]." in page
    assert "but for the board ([[US-2]])." in page
    assert f"then the export: {new}." in index
    assert "The board is US-2." in index
    name = new.replace("-", "_")
    assert (root / "tests/test_export.py").read_text() == (
        f'@verifies("{new}.AC-1")\ndef test_{name}_AC_1(): ...\n'
    )
    assert (root / "tests/test_board.py").read_text() == (
        '@verifies("US-2.AC-1")\ndef test_US_2_AC_1(): ...\n'
    )
    assert f"test_a_before_{name}_AC_1" in (root / "tests/test_plan.py").read_text()


def links(project: Project, id: str) -> list[str]:
    return [link.target for link in project.graph.out(id, "depends_on")]


@pytest.mark.verifies("US-113.AC-1")
def test_before_the_merge(parted: tuple[Path, str]) -> None:
    root, where = parted
    done = run(root, "renumber", "--onto", "main")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[:2] == [
        "`US-2` “an export” is now `US-8`",
        "  `US-2` stays with “a board”, which is on `main`",
    ]
    if where != "in a list":
        assert (root / "roadmap/US-8-an-export.yaml").is_file()
    git(root, "add", "-A")
    git(root, "commit", "-qm", "renumber")
    merge(root, "main", ours="US-8")
    assert_settled(root)


@pytest.mark.verifies("US-113.AC-2", "US-113.AC-3")
@pytest.mark.parametrize("committed", [True, False])
@pytest.mark.parametrize("from_main", [True, False])
def test_after_and_during_a_merge_in_either_direction(
    parted: tuple[Path, str], *, committed: bool, from_main: bool
) -> None:
    root, where = parted
    if from_main:
        git(root, "checkout", "-q", "main")
    merge(root, "work" if from_main else "main", *([] if committed else ["--no-commit"]))
    if committed:
        git(root, "add", "-A")
        git(root, "commit", "-qm", "merge", *(["--allow-empty"] if where != "in a list" else []))
    assert "PM202" in {d.code for d in check(load(root))}
    done = run(root, "renumber")
    assert (done.stderr, done.returncode) == ("", 0)
    assert not re.search("[0-9a-f]{9}", done.stdout)
    assert_settled(root)
    assert run(root, "renumber").stdout == ("no id that is new here has another item on `main`\n")


@pytest.mark.verifies("US-113.AC-4")
def test_a_dry_run_shows_what_would_be_done(parted: tuple[Path, str]) -> None:
    root, _ = parted
    merge(root, "main")
    before = read(root)
    shown = run(root, "renumber", "--dry-run")
    assert read(root) == before
    patch = root.parent / f"{root.name}.diff"
    patch.write_bytes(shown.stdout.encode())
    git(root, "apply", str(patch))
    assert_settled(root)


def test_marks_of_a_conflict_have_to_be_gone_first(parted: tuple[Path, str]) -> None:
    root, where = parted
    if where == "in a list":
        with pytest.raises(subprocess.CalledProcessError):
            git(root, "merge", "-q", "main")
        before = read(root)
        done = run(root, "renumber")
        assert done.stderr == (
            "pmdocs: `roadmap/stories.yaml` holds the marks of a merge conflict\n"
            "  keep what both sides wrote, remove the marks, and run this again; where both added to"
            " one list, the second half needs a line `- id:` of its own\n"
        )
        assert read(root) == before
