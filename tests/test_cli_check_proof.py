"""What real tests show of a real project decides what `pmdocs check` says of it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.test_cli_check import run
from tests.test_history_branches import git

if TYPE_CHECKING:
    from pathlib import Path

PLAN = """\
- {id: REL-1, title: First light, version: "1", date: 2099-01-01}
- {id: RM-1, title: A light, outcome: it is seen, release: REL-1}
- {id: PRD-1, title: Blink, problem: b, item: RM-1}
- {id: PRD-2, title: Shine, problem: b, item: RM-1}
- id: US-1
  title: Blink
  as_a: skipper
  i_want: a pattern
  prd: PRD-1
  status: done
  criteria:
    - {id: AC-1, text: the light blinks twice}
    - {id: AC-2, text: the light blinks at night}
- {id: US-2, title: Shine, as_a: b, i_want: c, prd: PRD-2, status: done, criteria: [{id: AC-1, text: it shines}]}
- {id: US-3, title: Turn, as_a: b, i_want: c, status: ready, criteria: [{id: AC-1, text: it turns}]}
"""
TESTS = """\
import subprocess
import pytest

@pytest.fixture(scope="session", autouse=True)
def commit(record_testsuite_property):
    head = subprocess.run(["git", "rev-parse", "HEAD"], capture_output=True, text=True)
    record_testsuite_property("commit", head.stdout.strip())

def blinks():
    return 2

def test_blinks_twice(record_property):
    record_property("verifies", "US-1.AC-1")
    assert blinks() == 2

@pytest.mark.parametrize("hour", [22, 3])
def test_blinks_at_night(record_property, hour):
    record_property("verifies", "US-1.AC-2")
    assert blinks()

def test_shines(record_property):
    record_property("verifies", "US-2.AC-1")

def test_helper():
    pass
"""
RESULTS = ("--evidence", "reports/pytest.xml")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "mkdocs.yml").write_text("site_name: x\ndocs_dir: content\nplugins: [pmdocs]\n")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "index.md").write_text("# Lights\n")
    (tmp_path / "roadmap").mkdir()
    (tmp_path / "roadmap" / "a.yaml").write_text(PLAN)
    (tmp_path / "test_light.py").write_text(TESTS)
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "First light")
    run_tests(tmp_path)
    return tmp_path


def run_tests(root: Path, old: str = "", new: str = "") -> None:
    """Run the tests of the project for real, after a change of them."""
    path = root / "test_light.py"
    path.write_text(path.read_text().replace(old, new) if old else path.read_text())
    command = [sys.executable, "-B", "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTEST")}
    environment["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    subprocess.run(
        [*command, "--junitxml", "reports/pytest.xml"],
        cwd=root,
        check=False,
        capture_output=True,
        env=environment,
    )


def planned(root: Path, old: str, new: str) -> None:
    path = root / "roadmap" / "a.yaml"
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new))


def proof(root: Path, *arguments: str) -> list[str]:
    """What the rules about proof say: place, code and message."""
    words = ("check", "--format", "json", "--select", "PM8", *RESULTS, *arguments)
    found = json.loads(run(root, *words).stdout)
    return [f"{one['item']} {one['code']} {one['severity']}" for one in found]


@pytest.mark.verifies("US-122.AC-4")
def test_a_broken_test_turns_its_criterion_its_story_and_its_prd_alone(root: Path) -> None:
    share = ("--require-proof", "100% of US-1", "--require-proof", "100% of PRD-1")
    others = ("--require-proof", "100% of US-2", "--require-proof", "100% of PRD-2")
    assert proof(root) == []
    assert run(root, "check", *RESULTS, *share, *others).returncode == 0
    run_tests(root, "return 2", "return 3")
    assert proof(root) == ["US-1.AC-1 PM861 error"]
    told = run(root, "check", *RESULTS, *share, *others).stdout
    assert told.splitlines()[-6:] == [
        "proof of US-1: 50%, but 100% is required (1 of 2 criteria proven, 1 failing)",
        "  US-1.AC-1    failing   test_light › test_blinks_twice",
        "proof of PRD-1: 50%, but 100% is required (1 of 2 criteria proven, 1 failing)",
        "  US-1.AC-1    failing   test_light › test_blinks_twice",
        "proof of US-2: 100%, and 100% is required (1 of 1 criterion proven)",
        "proof of PRD-2: 100%, and 100% is required (1 of 1 criterion proven)",
    ]


@pytest.mark.verifies("US-122.AC-5")
def test_a_criterion_with_another_number_is_never_silently_green(root: Path) -> None:
    planned(root, "{id: AC-2, text: the light", "{id: AC-5, text: the light")
    assert proof(root) == ["US-1.AC-2 PM863 warning", "US-1.AC-5 PM860 error"]


@pytest.mark.verifies("US-58.AC-1", "US-122.AC-1")
def test_a_criterion_with_other_words_is_stale_until_its_test_runs_again(root: Path) -> None:
    planned(root, "blinks twice", "blinks three times")
    assert proof(root) == ["US-1.AC-1 PM862 error"]
    git(root, "commit", "-qam", "Blink three times")
    assert proof(root) == ["US-1.AC-1 PM862 error"]
    run_tests(root)
    assert proof(root) == []


@pytest.mark.verifies("US-122.AC-1")
@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("    assert blinks() == 2", "    assert blinks() == 9", "PM861"),
        ('    record_property("verifies", "US-1.AC-1")', "    pass", "PM860"),
        ("    assert blinks() == 2", "    pytest.skip()", "PM860"),
    ],
)
def test_done_is_not_believed_without_proof(root: Path, old: str, new: str, code: str) -> None:
    run_tests(root, old, new)
    assert proof(root) == [f"US-1.AC-1 {code} error"]
    answer = run(root, "check", *RESULTS)
    assert answer.returncode == 1
    assert "US-1.AC-1" in answer.stdout


@pytest.mark.verifies("US-122.AC-2")
def test_nothing_is_said_where_no_results_are_named(root: Path) -> None:
    assert run(root, "check", "--select", "PM8").returncode == 0
    (root / "mkdocs.yml").write_text(
        "site_name: x\ndocs_dir: content\nplugins: [pmdocs: {evidence: [reports/*.xml]}]\n"
    )
    assert run(root, "check", "--select", "PM86").returncode == 0
    run_tests(root, "return 2", "return 3")
    assert run(root, "check", "--select", "PM86").returncode == 1
    # The build says the same.
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=root,
        check=False,
        capture_output=True,
        text=True,
    )
    assert built.returncode == 1
    assert "PM861" in built.stderr


@pytest.mark.verifies("US-122.AC-3")
def test_an_unknown_id_is_told_at_its_place_in_the_results(root: Path) -> None:
    run_tests(root, '"US-2.AC-1"', '"US-2.AC-7"')
    (root / "reports" / "more.xml").write_text(
        '<testsuite>\n<testcase name="a [US-44.AC-1]"/>\n<testcase name="b [US-44.AC-1]"/>\n'
        '<testcase name="c [US-2.AC-1]"/></testsuite>\n'
    )
    words = ("check", "--format", "concise", "--select", "PM863", *RESULTS)
    # A shell makes several words of `reports/*.xml`.
    told = run(root, *words, "reports/more.xml").stdout.splitlines()
    assert told[0].startswith(
        "reports/more.xml:2:1: warning PM863 `a [US-44.AC-1]` and 1 more name `US-44.AC-1`"
    )
    assert any("test_shines` names `US-2.AC-7`" in line and "US-2.AC-1" in line for line in told)


@pytest.mark.verifies("US-123.AC-1", "US-123.AC-2")
@pytest.mark.parametrize(
    ("share", "lines"),
    [
        ("75%", ["proof of the whole project: 75%, and 75% is required (3 of 4 criteria proven)"]),
        (
            "75.5%",
            [
                "proof of the whole project: 75%, but 75.5% is required (3 of 4 criteria proven)",
                "  US-3.AC-1    untested",
            ],
        ),
        ("100 of REL-1", ["proof of REL-1: 100%, and 100% is required (3 of 3 criteria proven)"]),
        (
            "100% of release:REL-1",
            ["proof of release:REL-1: 100%, and 100% is required (3 of 3 criteria proven)"],
        ),
        (
            "1% of kind:story status:ready",
            [
                "proof of kind:story status:ready: 0%, but 1% is required (0 of 1 criterion proven)",
                "  US-3.AC-1    untested",
            ],
        ),
        (
            "1% of status:draft kind:story",
            ["proof of status:draft kind:story: there are no criteria, and 1% is required"],
        ),
    ],
)
def test_a_share_is_required_of_all_or_of_a_part(root: Path, share: str, lines: list[str]) -> None:
    answer = run(root, "check", "--select", "PM8", *RESULTS, "--require-proof", share)
    assert answer.stdout.splitlines()[1:] == lines
    assert answer.returncode == (0 if "and" in lines[0] and "no criteria" not in lines[0] else 1)
    apart = run(root, "check", *RESULTS, "--require-proof", share, "--format", "json")
    assert json.loads(apart.stdout) is not None
    assert apart.stderr.splitlines() == lines


@pytest.mark.verifies("US-123.AC-3")
@pytest.mark.parametrize(
    ("share", "told"),
    [
        ("ninety", "`ninety` is not a share that can be required"),
        ("101%", "`101%` is not a share that can be required"),
        ("-5%", "`-5%` is not a share that can be required"),
        ("90% release:REL-1", "`90% release:REL-1` is not a share that can be required"),
        ("90% of US-404", "there is no `US-404`"),
        ("90% of kind:stroy", "column 6: "),
    ],
)
def test_a_share_that_makes_no_sense_is_told(root: Path, share: str, told: str) -> None:
    answer = run(root, "check", *RESULTS, "--require-proof", share)
    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr.startswith(f"pmdocs: {told}")


def test_a_share_needs_results(root: Path) -> None:
    answer = run(root, "check", "--require-proof", "90%")
    assert answer.returncode == 2
    assert answer.stderr.startswith("pmdocs: nobody has named files with results of tests")


def test_what_was_unproven_before_a_change_is_not_new(root: Path) -> None:
    run_tests(root, '    record_property("verifies", "US-2.AC-1")', "    pass")
    planned(root, "status: ready", "status: done")
    assert proof(root) == ["US-2.AC-1 PM860 error", "US-3.AC-1 PM860 error"]
    assert proof(root, "--since", "main", "--new") == ["US-3.AC-1 PM860 error"]


def test_what_is_unproven_can_be_recorded(root: Path) -> None:
    run_tests(root, "return 2", "return 3")
    assert run(root, "check", *RESULTS, "--write-baseline").returncode == 0
    assert proof(root) == []
    # Who does not look at the results does not take the entry for mended.
    assert run(root, "check", "--select", "PM9").returncode == 0
    assert "PM861" in (root / ".pmdocs-baseline.jsonl").read_text()
    run(root, "check", "--write-baseline")
    assert "PM861" in (root / ".pmdocs-baseline.jsonl").read_text()


@pytest.mark.verifies("US-124.AC-5")
def test_tests_are_begun_for_what_is_missing(root: Path) -> None:
    run_tests(root, '    record_property("verifies", "US-1.AC-2")', "    pass")
    words = ("criteria", "kind:story", "--missing", *RESULTS, "--format", "pytest")
    told = run(root, *words).stdout
    assert [line for line in told.splitlines() if line.startswith("@")] == [
        '@pytest.mark.verifies("US-1.AC-2")',
        '@pytest.mark.verifies("US-3.AC-1")',
    ]
    none = run(root, "criteria", "US-2", "--missing", *RESULTS)
    assert (none.returncode, none.stdout, none.stderr) == (
        *(0, ""),
        "none of these criteria is untested\n",
    )
    assert run(root, "criteria", "US-2", "--missing").returncode == 2


@pytest.mark.verifies("US-58.AC-2")
@pytest.mark.parametrize(("days", "told"), [(100_000, 0), (30, 1)])
def test_what_a_person_has_shown_expires(root: Path, days: int, told: int) -> None:
    (root / "mkdocs.yml").write_text(
        f"site_name: x\ndocs_dir: content\nplugins: [pmdocs: {{evidence: {{manual_days: {days}}}}}]\n"
    )
    shown = "verification: manual, evidence: {date: 2020-01-01, by: harbour office}"
    planned(root, "{id: AC-1, text: it shines}", f"{{id: AC-1, text: it shines, {shown}}}")
    found = json.loads(run(root, "check", "--format", "json", "--select", "PM867").stdout)
    assert [one["item"] for one in found] == ["US-2.AC-1"] * told
