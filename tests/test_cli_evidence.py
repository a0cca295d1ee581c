"""`pmdocs evidence` says what results of tests show, and joins those of several jobs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pmdocs.history.git import Git
from pmdocs.history.wording import Wording
from pmdocs.model.digest import digest_of
from pmdocs.project.load import load
from tests.conftest import Write
from tests.test_cli_check import CLEAN, run
from tests.test_history_branches import commit, git, repository

STORY = """\
- id: US-1
  title: See it
  as_a: a
  i_want: b
  so_that: c
  prd: PRD-1
  criteria:
    - {id: AC-1, text: it blinks}
    - {id: AC-2, text: it is green}
    - {id: AC-3, text: it is loud}
    - {id: AC-4, text: it smells of the sea, verification: manual, evidence: {date: 2026-05-20, by: tester}}
"""
CONFIG = "site_name: x\ndocs_dir: content\nplugins:\n  - pmdocs: {evidence: [reports/*]}\n"
UNIT = """\
<testsuite timestamp="2026-06-01T12:00:00Z">
  <testcase name="blinks [US-1.AC-1]"/>
  <testcase name="green [US-1.AC-2]"><failure message="blue"/></testcase>
  <testcase name="sharp"/>
  <testcase name="old [US-1.AC-9]"/>
</testsuite>
"""
BROKEN = (
    "reports/broken.xml:1:12: error PM850 this is not XML: no element found"
    " (make the file anew: the run of the tests may have been stopped)"
)
PRODUCT = {**CLEAN, "mkdocs.yml": CONFIG, "roadmap/us.yaml": STORY, "reports/unit.xml": UNIT}


@pytest.fixture(autouse=True)
def _june(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780300800")


@pytest.mark.verifies("US-117.AC-1", "US-117.AC-2")
def test_what_was_read_is_told_with_the_state_of_each_criterion(write: Write) -> None:
    root = write({**PRODUCT, "reports/broken.xml": "<testsuite>"})
    done = run(root, "evidence")
    assert done.returncode == 1
    assert done.stdout.splitlines()[:-1] == [
        "file                format     tests  naming a criterion",
        "reports/broken.xml  JUnit XML  0      0",
        "reports/unit.xml    JUnit XML  4      3",
        "",
        "criterion  state    tests  day",
        "US-1.AC-1  passing  1      2026-06-01",
        "US-1.AC-2  failing  1      2026-06-01  green [US-1.AC-2]",
        "US-1.AC-4  manual   0      2026-05-20  shown by tester",
        "",
        "reports/unit.xml:5:3: nothing is called `US-1.AC-9` (did you mean `US-1.AC-4`?)",
        "",
        "4 tests, 2 of 4 criteria proven, 1 failing, 1 untested",
        "",
    ]
    assert done.stdout.splitlines()[-1] == BROKEN


@pytest.mark.verifies("US-117.AC-1", "US-117.AC-2")
def test_the_same_is_told_to_programs(write: Write) -> None:
    done = run(write(PRODUCT), "evidence", "--format", "json")
    told = json.loads(done.stdout)
    assert done.returncode == 0
    assert told["files"] == [
        {"path": "reports/unit.xml", "format": "JUnit XML", "tests": 4, "naming": 3}
    ]
    assert {one["id"]: one["state"] for one in told["criteria"]} == {
        "US-1.AC-1": "passing",
        "US-1.AC-2": "failing",
        "US-1.AC-3": "untested",
        "US-1.AC-4": "manual",
    }
    assert told["criteria"][1]["tests"][0] == {
        "name": "green [US-1.AC-2]",
        "outcome": "failed",
        "at": "2026-06-01T12:00:00+00:00",
        "commit": None,
        "url": None,
        "path": "reports/unit.xml",
        "line": 3,
    }
    assert [(one["id"], one["meant"]) for one in told["unknown"]] == [("US-1.AC-9", "US-1.AC-4")]
    assert told["findings"] == []


@pytest.mark.verifies("US-117.AC-1")
def test_a_dropped_story_counts_as_little_as_everywhere_else(write: Write) -> None:
    dropped = STORY.replace("US-1\n", "US-2\n  status: dropped\n", 1)
    unnamed = "    - {text: it has no id}\n"
    unit = UNIT.replace("[US-1.AC-9]", "[US-2.AC-1]")
    root = write(
        {**PRODUCT, "roadmap/us.yaml": STORY + unnamed + dropped, "reports/unit.xml": unit}
    )
    told = run(root, "evidence").stdout
    assert "US-2.AC" not in told
    assert "4 tests, 2 of 5 criteria proven, 1 failing, 2 untested" in told
    gate = run(root, "check", "--require-proof", "100%")
    assert "2 of 5 criteria" in gate.stdout + gate.stderr
    criteria = json.loads(run(root, "evidence", "--format", "json").stdout)["criteria"]
    assert [one["id"] for one in criteria] == [f"US-1.AC-{n}" for n in range(1, 5)]


@pytest.mark.verifies("US-117.AC-3")
def test_the_results_of_several_jobs_are_joined_into_one_file(write: Write) -> None:
    other = '{"format": "pmdocs-results", "version": 1, "commit": "%s", "tests": [%s]}'
    test = '{"name": "loud", "outcome": "passed", "ids": ["US-1.AC-3"], "digests": {"US-1.AC-3": "0123456789abcdef"}}'
    root = write({**PRODUCT, "reports/other.json": other % ("b" * 40, test)})
    url = "https://ci.example/runs/7"
    for _ in range(2):
        # What was joined before is not read again.
        options = ("--merge", "reports/all.json", "--commit", "a" * 40, "--url", url)
        done = run(root, "evidence", *options)
        assert (done.returncode, done.stderr) == (0, "wrote 5 tests into reports/all.json\n")
    tests = json.loads((root / "reports" / "all.json").read_text("utf-8"))["tests"]
    assert [(t["name"], t["commit"][0], t["url"]) for t in tests] == [
        ("loud", "b", url),
        ("blinks [US-1.AC-1]", "a", url),
        ("green [US-1.AC-2]", "a", url),
        ("old [US-1.AC-9]", "a", url),
        ("sharp", "a", url),
    ]
    assert tests[0]["digests"] == {"US-1.AC-3": "0123456789abcdef"}
    whole = json.loads(run(root, "evidence", "--format", "json").stdout)["criteria"]
    alone = run(root, "evidence", "reports/all.json", "--format", "json")
    joined = json.loads(alone.stdout)["criteria"]
    assert [one["state"] for one in whole] == ["passing", "failing", "stale", "manual"]
    assert [one["state"] for one in joined] == ["passing", "failing", "stale", "manual"]


@pytest.mark.verifies("US-117.AC-3")
def test_nothing_is_joined_while_a_file_is_broken(write: Write) -> None:
    root = write({**PRODUCT, "reports/broken.xml": "<testsuite>"})
    done = run(root, "evidence", "--merge", "all.json")
    assert done.returncode == 1
    assert done.stderr == "pmdocs: `all.json` was not written, because of reports/broken.xml\n"
    assert not (root / "all.json").exists()


@pytest.mark.parametrize(
    ("options", "line"),
    [
        ((), "pmdocs: nobody has named files with results"),
        (("a.xml", "roadmap"), "pmdocs: `roadmap` is a folder"),
        (("a.xml", "--commit", "main"), "pmdocs: `main` is not the id of a commit"),
        (("a.xml", "--url", "here"), "pmdocs: `here` is no address"),
        (("a.xml", "--merge", "gone/all.json"), "pmdocs: there is no folder `gone`"),
    ],
)
def test_a_wrong_call_is_told(write: Write, options: tuple[str, ...], line: str) -> None:
    root = write({**CLEAN, "a.xml": UNIT})
    done = run(root, "evidence", *options)
    assert (done.returncode, done.stderr.splitlines()[0]) == (2, line)


def test_a_file_that_is_not_there_is_told_and_paths_are_seen_from_where_one_is(
    write: Write,
) -> None:
    root = write(PRODUCT)
    done = run(root / "reports", "evidence", "unit.xml", "gone.xml")
    assert done.returncode == 0
    assert "\nunit.xml  JUnit XML  4" in done.stdout
    assert "gone.xml:1:1: warning PM854 no file is called `reports/gone.xml`" in done.stdout


def test_the_schema_is_printed_outside_of_a_project_as_well(tmp_path: Path) -> None:
    done = run(tmp_path, "evidence", "--schema")
    assert json.loads(done.stdout)["properties"]["format"] == {"const": "pmdocs-results"}


def test_a_criterion_that_changed_after_the_tested_commit_is_stale(tmp_path: Path) -> None:
    root = repository(tmp_path / "a")
    commit(root, {**PRODUCT, "reports/unit.xml": UNIT.replace('<failure message="blue"/>', "")})
    tested = Git.of(root).resolve("HEAD")
    commit(root, {"roadmap/us.yaml": STORY.replace("it is green", "it is red")})
    done = run(root, "evidence", "--commit", tested)
    states = {
        line.split()[0]: line.split()[1] for line in done.stdout.splitlines() if "US-1." in line
    }
    assert (states["US-1.AC-1"], states["US-1.AC-2"]) == ("passing", "stale")
    assert f"the criterion has changed since commit {tested[:8]}" in done.stdout


def test_nobody_knows_the_words_of_a_commit_that_is_not_here(tmp_path: Path) -> None:
    root = repository(tmp_path / "a")
    commit(root, {**PRODUCT})
    tested = Git.of(root).resolve("HEAD")
    commit(
        root, {"roadmap/us.yaml": STORY.replace("AC-1, text: it blinks", "AC-1, text: it is red")}
    )
    git(tmp_path, "clone", "-q", "--depth=1", root.as_uri(), str(tmp_path / "b"))
    words = digest_of(load(root).parts["US-1.AC-2"].part)  # type: ignore[arg-type]
    here, shallow = (Wording(load(root), one) for one in (root, tmp_path / "b"))
    assert here("US-1.AC-2", tested) == words
    assert here("US-1.AC-1", tested) not in {None, here("US-1.AC-1", Git.of(root).resolve("HEAD"))}
    assert here("US-1.AC-9", tested) is None
    assert shallow("US-1.AC-2", tested) is None
    assert Wording(load(root), tmp_path)("US-1.AC-2", tested) is None
