"""Tests that name criteria which are not there, or not any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pmdocs.history.past import past_of
from pmdocs.project.load import load
from pmdocs.rules.catalogue import check
from tests.test_history_branches import commit, git

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Write

STORY = """\
- id: US-1
  title: Export
  as_a: planner
  i_want: a file
  so_that: I can sort
  criteria: [{id: AC-2, text: the file has 3 rows}]
"""


def told(root: Path) -> list[str]:
    project = load(root)
    with past_of(root, project) as past:
        found = check(project, past)
    return [f"{d.span} {d.finding.message}" for d in found if d.code == "PM333"]


@pytest.fixture
def root(write: Write) -> Path:
    root = write({"roadmap/a.yaml": STORY})
    git(root, "init", "-b", "main")
    commit(root, {})
    return root


@pytest.mark.verifies("US-121.AC-1")
@pytest.mark.parametrize(
    ("path", "text", "place"),
    [
        ("tests/test_a.py", '@pytest.mark.verifies("US-1.AC-{}")\ndef test_a(): ...\n', "1:24"),
        (
            "tests/test_a.py",
            '    @verifies(\n        "US-1.AC-2",\n        "US-1.AC-{}",\n    )\n',
            "3:10",
        ),
        ("tests/test_a.py", "def test_US_1_AC_{}_rows(): ...\n", "1:10"),
        ("a.test.ts", "x\n  test('[US-1.AC-{}] rows', () => {{}})\n", "2:10"),
        ("a.spec.js", "it.only(`[US-1.AC-{}] rows`)\n", "1:11"),
        ("a_test.go", "func TestUS_1_AC_{}(t *testing.T) {{\n", "1:10"),
        ("e2e/rows.feature", "Feature: x\n  @slow @US-1.AC-{}\n  Scenario: y\n", "2:10"),
    ],
)
def test_a_test_for_a_criterion_that_is_not_there(
    root: Path, path: str, text: str, place: str
) -> None:
    file = root / path
    file.parent.mkdir(exist_ok=True)
    file.write_text(text.format(1))
    assert told(root) == [
        f"{path}:{place} this test is for `US-1.AC-1`, and there is no such criterion"
    ]
    file.write_text(text.format(2))
    assert told(root) == []


@pytest.mark.verifies("US-121.AC-2")
def test_ids_that_a_test_only_works_with_are_left_alone(root: Path) -> None:
    (root / "tests").mkdir()
    (root / "tests/test_a.py").write_text(
        'TEXT = "US-1.AC-1"\nassert read("[US-1.AC-1]")\n'
        '@verifies("US-99.AC-1", "SHA-1.AC-1")\ndef test_b(): ...\n'
    )
    (root / "elsewhere.py").write_text('@verifies("US-1.AC-1")\n')
    assert told(root) == []


@pytest.mark.verifies("US-121.AC-1")
def test_a_story_that_was_removed_is_told(root: Path) -> None:
    (root / "tests").mkdir()
    (root / "tests/test_a.py").write_text('@verifies("US-1.AC-2")\ndef test_b(): ...\n')
    (root / "roadmap/a.yaml").write_text(STORY.replace("US-1", "US-2"))
    commit(root, {})
    assert told(root) == [
        "tests/test_a.py:1:12 this test is for `US-1.AC-2`, and that story is gone"
    ]
    (root / "roadmap/a.yaml").write_text(STORY.replace("US-1", "US-2\n  aliases: [US-1]"))
    assert told(root) == []


@pytest.mark.verifies("US-121.AC-2")
def test_no_link_is_followed_and_no_odd_file_is_read(root: Path, tmp_path: Path) -> None:
    outside = tmp_path.parent / f"{tmp_path.name}-tests"
    outside.mkdir()
    bad = '@verifies("US-1.AC-1")\n'
    (outside / "test_a.py").write_text(bad)
    (root / "tests").symlink_to(outside)
    (root / "test_link.py").symlink_to(outside / "test_a.py")
    (root / "test_binary.py").write_bytes(b"\0" + bad.encode())
    (root / "test_latin.py").write_bytes(b"caf\xe9\n" + bad.encode())
    (root / "test_large.py").write_text(bad + "#" * 1_000_000)
    assert told(root) == []
    # A story that is half read may have it.
    (root / "test_a.py").write_text(bad)
    assert len(told(root)) == 1
    (root / "roadmap/a.yaml").write_text(STORY + "  criteria: what\n")
    assert told(root) == []
