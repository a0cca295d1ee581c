"""`pmdocs format`, on real files."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Write
from tests.test_cli_check import run

UNTIDY = "- id: IDEA-1  \n  title: t\n\n\n- {id: IDEA-2, title: u}"
TIDY = "- id: IDEA-1\n  title: t\n\n- {id: IDEA-2, title: u}\n"
FILES = {"roadmap/a.yaml": UNTIDY, "content/a.md": "# A\n"}


def text(root: Path, path: str = "roadmap/a.yaml") -> str:
    return (root / path).read_bytes().decode()


@pytest.mark.verifies("US-110.AC-1")
def test_files_are_put_in_order_and_named(write: Write) -> None:
    root = write(FILES)
    done = run(root, "format")
    assert (text(root), done.returncode) == (TIDY, 0)
    assert (done.stdout, done.stderr) == ("", "formatted roadmap/a.yaml\n")
    before = (root / "roadmap/a.yaml").stat().st_ino
    assert run(root, "format").stderr == "all files are in order\n"
    assert (root / "roadmap/a.yaml").stat().st_ino == before


@pytest.mark.verifies("US-110.AC-3")
@pytest.mark.parametrize("option", ["--check", "--diff"])
def test_looking_writes_nothing(write: Write, option: str) -> None:
    root = write(FILES)
    done = run(root, "format", option)
    assert (text(root), done.returncode) == (UNTIDY, 1)
    assert done.stderr == "would format roadmap/a.yaml\n"
    assert ("+  title" in done.stdout or "-- id: IDEA-1  " in done.stdout) is (option == "--diff")
    run(root, "format")
    assert run(root, "format", option).returncode == 0


@pytest.mark.verifies("US-110.AC-4")
def test_only_files_of_the_product_that_were_named_are_touched(write: Write) -> None:
    other = {"README.md": "# R \n", "roadmap/b.yaml": UNTIDY.replace("IDEA-", "IDEA-1")}
    root = write({**FILES, **other, "content/b.yaml": "a: 1 \n", "mkdocs.yml": MKDOCS})
    run(root, "format", str(root / "README.md"), str(root / "roadmap" / "b.yaml"))
    assert (text(root), text(root, "README.md")) == (UNTIDY, "# R \n")
    assert "  \n" not in text(root, "roadmap/b.yaml")
    run(root, "format")
    assert (text(root), text(root, "README.md")) == (TIDY, "# R \n")
    assert (text(root, "mkdocs.yml"), text(root, "content/b.yaml")) == (MKDOCS, "a: 1 \n")


MKDOCS = "site_name: x \n\n\ndocs_dir: content\nplugins:\n  - pmdocs\n"


@pytest.mark.verifies("US-110.AC-2")
def test_items_pages_and_findings_stay_the_same(write: Write) -> None:
    page = "---\ntitle: t \n---\n# T\n\n## Problem\n\none  \ntwo \n\n\n```\nx \n```\n"
    root = write({**FILES, "content/PRD-1.md": page})
    before = run(root, "check", "--format", "concise").stdout
    run(root, "format")
    assert text(root, "content/PRD-1.md") == page.replace("t \n", "t\n").replace("two \n", "two\n")
    assert run(root, "check", "--format", "concise").stdout == before


def test_a_path_that_is_not_there_is_told(write: Write) -> None:
    done = run(write(FILES), "format", "nowhere")
    assert (done.returncode, done.stderr.splitlines()[0]) == (
        2,
        "pmdocs: there is no file or folder `nowhere`",
    )
