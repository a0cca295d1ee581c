"""What `pmdocs rename` refuses or leaves alone, and that nothing has changed then."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.renaming import read
from tests.test_cli_check import run
from tests.test_cli_rename import root
from tests.test_history_branches import commit, git

__all__ = ["root"]

REFUSED = {
    ("US-21", "US-22"): "there is no item `US-21`\n  did you mean `US-12`?",
    ("US-12", "PRD-5"): "`PRD-5` is no id for a story\n  write `US-` and a number, such as `US-120`",
    ("US-12", "us-5"): "`us-5` is no id for a story\n  write `US-` and a number, such as `US-120`",
    ("US-12", "US-12"): "`US-12` is the id that it has\n  write another one",
    ("US-12", "US-13"): "the id `US-13` is taken: After US-12\n  write a number that is free; no id is used twice",
    ("US-12", "US-7"): "the id `US-7` was that of `US-8`\n  write a number that is free; no id is used twice",
    ("US-12", "US-41"): "the id `US-41` was used on the branch `main`\n  write a number that is free; no id is used twice",
    ("US-12", "US-40"): "the id `US-40` is used on the branch `main`\n  write a number that is free; no id is used twice",
    ("US-7", "US-12"): "`US-7` is called `US-8` today\n  write `US-8` instead",
    ("US-50", "US-51"): "two items have the id `US-50`\n  `pmdocs renumber` gives the newer one another id",
    ("US-12.AC-1", "US-13.AC-2"): "`US-12.AC-1` is a part of `US-12`, and stays there\n  write an id such as `US-12.AC-7`",
    ("US-12.AC-1", "US-12.FR-2"): "`US-12.FR-2` is no id for a criterion\n  write an id such as `US-12.AC-7`",
    ("US-12.AC-1", "US-12.AC-1"): "`US-12.AC-1` is the id that it has\n  write another one",
    ("US-12.AC-9", "US-12.AC-1"): "there is no item `US-12.AC-9`\n  did you mean `US-12.AC-1`?",
}  # fmt: skip


@pytest.mark.verifies("US-111.AC-8")
@pytest.mark.parametrize(("ids", "told"), REFUSED.items())
def test_what_cannot_be_is_refused_in_words(root: Path, ids: tuple[str, str], told: str) -> None:
    story = "as_a: PER-1, i_want: a, so_that: b"
    commit(root, {"roadmap/gone.yaml": f"- {{id: US-40, title: Gone, {story}}}\n"})
    page = "content/stories/US-41-gone.md"
    commit(root, {page: "---\ntitle: t\n---\n"})
    commit(root, {page: None})
    git(root, "checkout", "-qb", "work")
    more = (
        f"- {{id: US-8, title: Eight, aliases: [US-7], {story}}}\n"
        f"- {{id: US-50, title: One, {story}}}\n- {{id: US-50, title: Two, {story}}}\n"
    )
    commit(root, {"roadmap/more.yaml": more, "roadmap/gone.yaml": None})
    before = read(root)
    done = run(root, "rename", *ids)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"pmdocs: {told}\n"
    assert read(root) == before


@pytest.mark.verifies("US-111.AC-8")
def test_a_file_that_names_the_id_and_cannot_be_read_stops_it(root: Path) -> None:
    commit(root, {"roadmap/broken.yaml": "- {id: US-60, title: [, depends_on: US-12}\n"})
    before = read(root)
    done = run(root, "rename", "US-12", "US-99")
    assert done.stderr == (
        "pmdocs: `roadmap/broken.yaml` names `US-12`, and cannot be read\n"
        "  nothing was written; `pmdocs check` says what is wrong there\n"
    )
    assert read(root) == before
    assert run(root, "rename", "US-13", "US-99").returncode == 0


def test_files_that_are_not_utf_8_are_left_alone_and_told(root: Path) -> None:
    (root / "tests/latin.py").write_bytes(b"# \xe9 US-12\n")
    (root / "tests/picture.png").write_bytes(b"\x89PNG\0US-12\n")
    done = run(root, "rename", "US-12", "US-99")
    assert "  tests/latin.py  not UTF-8" in done.stdout.splitlines()
    assert (root / "tests/latin.py").read_bytes() == b"# \xe9 US-12\n"
    assert (root / "tests/picture.png").read_bytes() == b"\x89PNG\0US-12\n"
    (root / "roadmap/stray.md").write_bytes(b"\xe9 US-13\n")
    before = read(root)
    done = run(root, "rename", "US-13", "US-98")
    assert done.stderr.startswith("pmdocs: `roadmap/stray.md` is not what was read")
    assert read(root) == before


def test_nothing_is_changed_when_the_new_name_of_a_file_is_taken(root: Path) -> None:
    (root / "content/stories/US-99-export.md").write_text("# Mine\n")
    before = read(root)
    done = run(root, "rename", "US-12", "US-99")
    assert "US-99-export.md` cannot be written: it is there already" in done.stderr
    assert read(root) == before


@pytest.mark.verifies("US-111.AC-8")
def test_an_id_that_is_written_with_escapes_stays(root: Path) -> None:
    commit(
        root,
        {
            "roadmap/odd.yaml": '- {id: "IDEA\\x2d1", title: Odd}\n- {id: IDEA-2, title: as IDEA-1}\n'
        },
    )
    before = read(root)
    done = run(root, "rename", "IDEA-1", "IDEA-9")
    assert done.stderr == (
        "pmdocs: the id `IDEA-1` is written in a way that no command can change\n"
        "  write it plainly in roadmap/odd.yaml:1:8: `id: IDEA-1`\n"
    )
    assert read(root) == before


def test_what_said_the_new_id_already_is_told(root: Path) -> None:
    text = (root / "content/index.md").read_text()
    (root / "content/index.md").write_text(text.replace("# Home", "# Home [[US-99]] `US-99`"))
    done = run(root, "rename", "US-12", "US-99")
    told = "  content/index.md:1:10  says `US-99` already, which means this from now on"
    assert told in done.stdout.splitlines()
    assert "index.md:1:1" not in done.stdout.replace(told, "")
