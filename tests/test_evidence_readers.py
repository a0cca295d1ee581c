"""The results that test runners write are read as they meant them."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from pathlib import Path

import pytest

from pmdocs.evidence.result import Outcome
from tests.evidence import RECORDED, read, reading, said, told

UTC = dt.UTC
NESTED = """\
<testsuites timestamp="2026-06-01T10:00:00">
  <testsuite name="outer" timestamp="2026-06-01T12:00:00+02:00">
    <properties>
      <property name="commit" value="0123456789abcdef0123456789abcdef01234567"/>
      <property name="url" value="https://ci.example/runs/7"/>
      <property name="verifies" value="US-1.AC-1"/>
    </properties>
    <testsuite name="inner">
      <testcase name="a" time="1.5">
        <properties><property name="verifies" value="US-1.AC-2, US-1.AC-3 PRD-2.NFR-1"/></properties>
      </testcase>
      <testcase name="b" status="notrun"/>
    </testsuite>
  </testsuite>
  <testsuite name="other"><testcase name="c [US-2.AC-1]" time="nan" timestamp="nonsense"/></testsuite>
</testsuites>
"""


@pytest.mark.verifies("US-116.AC-1")
@pytest.mark.parametrize(
    ("runner", "results"),
    [
        (
            "vitest",
            [
                "passed US-12.AC-1",
                "failed US-12.AC-1 US-12.AC-2",
                "skipped US-12.AC-1 US-12.AC-3",
                "passed US-12.AC-1",
                "passed US-13.AC-1",
                "passed US-13.AC-2",
                "failed US-13.AC-2",
            ],
        ),
        (
            "jest",
            [
                "passed US-12.AC-1",
                "failed US-12.AC-1 US-12.AC-2",
                "skipped US-12.AC-1 US-12.AC-3",
                "passed US-12.AC-1",
                "passed US-13.AC-1",
                "passed US-13.AC-2",
                "failed US-13.AC-2",
            ],
        ),
        (
            "playwright",
            ["passed US-12.AC-1", "failed US-12.AC-2", "skipped US-12.AC-3", "passed US-13.AC-1"],
        ),
        (
            "surefire",
            [
                "passed US-12.AC-1",
                "failed US-12.AC-2",
                "skipped US-12.AC-3",
                "passed US-13.AC-1",
                "failed US-13.AC-2",
            ],
        ),
        (
            "gotestsum",
            [
                "passed US-12.AC-1",
                "failed US-12.AC-2",
                "skipped US-12.AC-3",
                "passed US-13.AC-2",
                "failed US-13.AC-2",
            ],
        ),
        (
            "nextest",
            ["passed US-12.AC-1", "failed US-12.AC-2", "passed US-13.AC-1", "passed US-13.AC-2"],
        ),
    ],
)
def test_what_a_runner_wrote_is_read(runner: str, results: list[str]) -> None:
    found = read(RECORDED / f"{runner}.xml")
    assert (told(found), said(found), found.format) == (results, [], "JUnit XML")


@pytest.mark.verifies("US-116.AC-2")
def test_of_a_scenario_that_is_tried_again_the_last_attempt_counts() -> None:
    found = read(RECORDED / "cucumber.ndjson")
    assert found.format == "Cucumber messages"
    assert told(found) == [
        "passed US-12 US-12.AC-1",
        "failed US-12 US-12.AC-2",
        "skipped US-12 US-12.AC-3",
        "passed US-12 US-13.AC-1",
        "passed US-12 US-13.AC-2",
        "failed US-12 US-13.AC-2",
    ]
    first = found.results[0]
    assert first.test == "features/export.feature › a row for each item"
    assert first.at == dt.datetime(2026, 11, 25, 23, 11, 44, 845000, UTC)
    assert found.results[1].message.startswith("AssertionError [ERR_ASSERTION]: 2 == 3")


@pytest.mark.verifies("US-116.AC-2")
def test_attempts_are_told_apart_where_nothing_is_said_of_a_retry(tmp_path: Path) -> None:
    text = (RECORDED / "cucumber.ndjson").read_text("utf-8")
    older = text.replace(',"willBeRetried":true', "").replace(',"willBeRetried":false', "")
    assert "willBeRetried" not in older
    assert told(reading(tmp_path, older)) == told(read(RECORDED / "cucumber.ndjson"))


@pytest.mark.verifies("US-116.AC-2")
def test_an_attempt_that_never_came_shows_nothing(tmp_path: Path) -> None:
    lines = (RECORDED / "cucumber.ndjson").read_text("utf-8").splitlines()
    second = {
        one["testCaseStarted"]["id"]
        for one in map(json.loads, lines)
        if one.get("testCaseStarted", {}).get("attempt")
    }
    kept = [line for line in lines if not any(id in line for id in second)]
    assert told(reading(tmp_path, "\n".join(kept))) == [
        "passed US-12 US-12.AC-1",
        "skipped US-12 US-12.AC-3",
        "passed US-12 US-13.AC-2",
    ]


def test_a_run_of_cucumber_tells_its_commit_and_its_page(tmp_path: Path) -> None:
    lines = (RECORDED / "cucumber.ndjson").read_text("utf-8").splitlines()
    meta = json.loads(lines[0])
    url, commit = "https://ci.example/runs/7", "0123456789abcdef0123456789abcdef01234567"
    git = {"remote": "https://git.example/shop", "revision": commit, "branch": "main"}
    meta["meta"]["ci"] = {"name": "CI", "url": url, "git": git}
    found = reading(tmp_path, "\n".join([json.dumps(meta), *lines[1:]]))
    assert {(r.commit, r.url) for r in found.results} == {(commit, url)}


def test_suites_hand_down_what_they_say(tmp_path: Path) -> None:
    found = reading(tmp_path, NESTED)
    a, b, c = found.results
    assert a.ids == ("US-1.AC-1", "US-1.AC-2", "US-1.AC-3", "PRD-2.NFR-1")
    assert (a.outcome, a.seconds, str(a.span)) == (Outcome.PASSED, 1.5, "results.xml:9:7")
    assert a.at == dt.datetime(2026, 6, 1, 10, tzinfo=UTC)
    assert (a.commit or "").startswith("0123")
    assert a.url == "https://ci.example/runs/7"
    assert (b.ids, b.outcome) == (("US-1.AC-1",), Outcome.SKIPPED)
    assert (c.ids, c.commit, c.url, c.seconds, c.at) == (("US-2.AC-1",), None, None, None, None)


def test_repeated_tests_of_one_name_all_count(tmp_path: Path) -> None:
    case = '<testcase name="a [US-1.AC-1]"%s>%s</testcase>'
    cases = case % ("", "") + case % ("", "<error/>") + case % (' status="failed"', "")
    assert told(reading(tmp_path, f"<testsuite>{cases}</testsuite>")) == [
        "passed US-1.AC-1",
        "failed US-1.AC-1",
        "failed US-1.AC-1",
    ]


def test_the_worst_of_one_test_counts(tmp_path: Path) -> None:
    text = (
        '<testsuite><testcase name="US_1_AC_1"><skipped/><failure message="x"/></testcase>'
        '<testcase name="US_1_AC_2"><failure>\n  y\n</failure><skipped/></testcase></testsuite>'
    )
    found = reading(tmp_path, text)
    assert told(found) == ["failed US-1.AC-1", "failed US-1.AC-2"]
    assert [r.message for r in found.results] == ["x", "y"]


@pytest.mark.verifies("US-57.AC-1")
def test_words_that_are_no_id_are_found_with_what_was_meant(tmp_path: Path) -> None:
    words = '<property name="verifies" value="US-12-AC-3 us_12.ac_3 nothing US-1.AC-1"/>'
    found = reading(tmp_path, f'<testsuite>\n<testcase name="a">{words}</testcase>\n</testsuite>')
    assert told(found) == ["passed US-1.AC-1"]
    assert said(found) == [
        "2:20 PM855 `US-12-AC-3` is not the id of a criterion | write `US-12.AC-3`",
        "2:20 PM855 `us_12.ac_3` is not the id of a criterion | write `US-12.AC-3`",
        "2:20 PM855 `nothing` is not the id of a criterion | write it as `US-12.AC-3`",
    ]


@pytest.mark.verifies("US-57.AC-2")
def test_tags_and_names_with_other_prefixes_are_no_ids(tmp_path: Path) -> None:
    feature = {
        "tags": ["US-12", "SHA-256"],
        "elements": [
            _scenario(tags=["AC-3", "JIRA-7.AC-1", "slow"], name="rows [SHA-256]", line=5),
            _scenario(tags=["US-12-AC-4"], name="rows [PRD-1.FR-2]", line=9),
        ],
    }
    found = reading(tmp_path, json.dumps([feature]), "results.json")
    assert told(found) == ["passed US-12 US-12.AC-3", "passed US-12 PRD-1.FR-2"]
    assert [line.partition(" ")[2] for line in said(found)] == [
        "PM855 `US-12-AC-4` is not the id of a criterion | write `US-12.AC-4`"
    ]


def _scenario(tags: list[str], name: str, line: int) -> dict[str, object]:
    return {
        "type": "scenario",
        "name": name,
        "location": f"a.feature:{line}",
        "tags": tags,
        "status": "passed",
    }


FEATURE = """\
@US-12
Feature: Export
  @US-12.AC-1
  Scenario: a row for each item
    Given 2 items
  @US-12.AC-2
  Scenario: the order
    Given 3 items
  @US-12.AC-3
  Scenario: nobody wrote this
    Given a spreadsheet
"""
STEPS = """\
from behave import given

@given("{count:d} items")
def items(context, count):
    assert count == 2, f"{count} items"
"""


@pytest.mark.verifies("US-116.AC-1", "US-116.AC-3")
def test_behave_is_read_from_both_of_its_files(tmp_path: Path) -> None:
    steps = tmp_path / "features" / "steps"
    steps.mkdir(parents=True)
    (tmp_path / "features" / "export.feature").write_text(FEATURE)
    (steps / "steps.py").write_text(STEPS)
    options = ["--junit", "--junit-directory", "out", "-f", "json", "-o", "behave.json"]
    done = subprocess.run(
        [sys.executable, "-m", "behave", *options], cwd=tmp_path, capture_output=True, check=False
    )
    assert done.returncode == 1, done.stderr
    found = read(tmp_path / "behave.json")
    assert (found.format, said(found)) == ("behave's JSON", [])
    expected = ["passed US-12.AC-1", "failed US-12.AC-2", "failed US-12.AC-3"]
    assert [line.replace("US-12 ", "") for line in told(found)] == expected
    assert "3 items" in found.results[1].message
    # The tags of scenarios stand in the output there, those of features nowhere.
    assert told(read(tmp_path / "out" / "TESTS-export.xml")) == expected


@pytest.mark.verifies("US-116.AC-1")
def test_pytest_is_read_with_all_that_can_happen_to_a_test(tmp_path: Path) -> None:
    (tmp_path / "test_a.py").write_text(
        "import pytest\n"
        "def test_a(record_property): record_property('verifies', 'US-1.AC-1')\n"
        "@pytest.fixture\n"
        "def bad():\n    yield\n    raise RuntimeError\n"
        "def test_US_1_AC_2(bad): pass\n"
        "@pytest.mark.skip\ndef test_US_1_AC_3(): pass\n"
        "@pytest.mark.parametrize('n', [1, 2])\ndef test_US_1_AC_4(n): assert n == 1\n"
        "def test_US_1_AC_5(subtests):\n    with subtests.test('x'): assert 0\n"
    )
    options = ["-p", "no:cacheprovider", "--junitxml=out.xml", "-q", "-o", "addopts="]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options], cwd=tmp_path, capture_output=True, check=False
    )
    assert done.returncode == 1, done.stdout
    found = read(tmp_path / "out.xml")
    assert told(found) == [
        "passed US-1.AC-1",
        "failed US-1.AC-2",
        "skipped US-1.AC-3",
        "passed US-1.AC-4",
        "failed US-1.AC-4",
        "failed US-1.AC-5",
    ]
    assert all(r.at and r.at.tzinfo for r in found.results)
