"""`pmdocs criteria` prints criteria, and writes beginnings of tests that the real runners take."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.test_cli_check import run

if TYPE_CHECKING:
    from pathlib import Path

PLAN = """\
- {id: REL-1, title: First, version: "1", date: 2027-01-01}
- {id: RM-1, title: a, outcome: b, release: REL-1}
- {id: PRD-1, title: a, problem: b, item: RM-1, requirements: [{id: FR-1, text: c}]}
- id: US-12
  title: Find our "light"
  as_a: skipper
  i_want: the light */ on the `chart`
  prd: PRD-1.FR-1
  criteria:
    - {id: AC-1, text: 'the chart shows "the" light'}
    - {id: AC-2, given: it is night, when: it is lit, then: it blinks}
    - {id: AC-3, text: it looks well, verification: manual}
    - text: it has no id
- {id: US-13, title: b, as_a: c, i_want: d, status: ready, criteria: [{id: AC-1, text: e}]}
- {id: US-14, title: b, as_a: c, i_want: d}
- {id: US-15, title: b, as_a: c, i_want: d, status: dropped, criteria: [{id: AC-1, text: e}]}
- {id: US-16, title: b, as_a: c, i_want: d, criteria: [{id: AC-1, text: e, verification: manual}]}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "mkdocs.yml").write_text("site_name: x\ndocs_dir: content\nplugins: [pmdocs]\n")
    (tmp_path / "roadmap").mkdir()
    (tmp_path / "roadmap" / "a.yaml").write_text(PLAN)
    return tmp_path


def heads(text: str) -> list[str]:
    return [line.split()[0] for line in text.splitlines() if not line.startswith(" ")]


@pytest.mark.verifies("US-124.AC-3")
@pytest.mark.parametrize(
    ("words", "stories"),
    [
        ("US-12", "US-12"),
        ("us-13 US-12", "US-13 US-12"),
        ("PRD-1", "US-12"),
        ("PRD-1.FR-1", "US-12"),
        ("REL-1", "US-12"),
        ("kind:story status:ready", "US-13"),
        ("kind:prd", "US-12"),
        ("kind:story", "US-12 US-13 US-14 US-16"),
    ],
)
def test_stories_are_chosen_by_ids_and_by_queries(root: Path, words: str, stories: str) -> None:
    assert heads(run(root, "criteria", *words.split()).stdout) == stories.split()


def test_one_criterion_can_be_chosen(root: Path) -> None:
    told = run(root, "criteria", "US-12.AC-2", "US-13", "--format", "gherkin").stdout
    tags = [line.strip() for line in told.splitlines() if line.strip().startswith("@")]
    assert tags == ["@US-12", "@US-12.AC-2", "@US-13", "@US-13.AC-1"]


def test_criteria_are_printed_in_words(root: Path) -> None:
    assert run(root, "criteria", "US-12").stdout == (
        'US-12 Find our "light"\n'
        '  AC-1    the chart shows "the" light\n'
        "  AC-2    Given it is night, When it is lit, Then it blinks\n"
        "  AC-3    it looks well\n"
        "  (no id) it has no id\n"
    )


@pytest.mark.verifies("US-124.AC-4")
def test_a_file_that_is_there_is_not_written_over(root: Path) -> None:
    words = ("criteria", "US-12", "--format", "pytest", "--output", "tests/test_light.py")
    first = run(root, *words)
    assert (first.returncode, first.stdout) == (0, "wrote tests/test_light.py\n")
    assert first.stderr.splitlines() == [
        "left out US-12.AC-3: shown by a person",
        "left out a criterion of US-12 that has no id: it has no id",
    ]
    (root / "tests" / "test_light.py").write_text("mine")
    again = run(root, *words)
    assert (again.returncode, again.stderr.splitlines()[0]) == (
        2,
        "pmdocs: `tests/test_light.py` is there already",
    )
    assert (root / "tests" / "test_light.py").read_text() == "mine"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["US-404"], "pmdocs: there is no `US-404`\n"),
        (["US-12.AC-33"], "pmdocs: there is no `US-12.AC-33`\n  did you mean `US-12.AC-3`?"),
        (["kind:stroy"], "pmdocs: column 6: "),
        (["US-14"], "pmdocs: there are no such criteria\n  name a story that has some"),
        (["US-15"], "pmdocs: there are no such criteria"),
        (["US-16", "--format", "pytest"], "pmdocs: no such criterion is to be shown by a test\n"),
    ],
)
def test_what_cannot_be_chosen_is_told(root: Path, words: list[str], told: str) -> None:
    answer = run(root, "criteria", *words)
    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr.startswith(told), answer.stderr


@pytest.mark.verifies("US-124.AC-1")
def test_pytest_takes_the_tests_and_skips_them(root: Path) -> None:
    run(root, "criteria", "US-12", "US-13", "--format", "pytest", "--output", "test_light.py")
    told = runner(root, "pytest", "-p", "no:cacheprovider", "-rs", "-v", "--strict-markers", *MARKS)
    assert told.returncode == 0, told.stdout
    assert "3 skipped" in told.stdout
    assert "not written yet" in told.stdout


@pytest.mark.verifies("US-124.AC-1")
def test_behave_finds_the_steps_that_are_missing(root: Path) -> None:
    (root / "features" / "steps").mkdir(parents=True)
    out = ("--output", "features/light.feature")
    run(root, "criteria", "US-12", "US-13", "--format", "gherkin", *out)
    told = runner(root, "behave", "--no-color", "--tags", "@US-12.AC-2")
    assert told.returncode == 1, told.stdout
    # Nothing counts as shown before somebody has written the steps.
    assert "0 scenarios passed" in told.stdout
    assert "3 undefined" in told.stdout


MARKS = ("-o", "markers=verifies(id): the criteria that a test shows")


def runner(root: Path, module: str, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", module, *words]
    env = {**os.environ, "NO_COLOR": "1"}
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False, env=env)
