"""What real tests show of a real project decides what `pmdocs check` says of it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.proven import RESULTS, planned, proof, root, run_tests
from tests.test_cli_check import run
from tests.test_history_branches import git

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["root"]


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


@pytest.mark.verifies("US-58.AC-2", "US-122.AC-1")
@pytest.mark.parametrize(("days", "told"), [(100_000, 0), (30, 1)])
def test_what_a_person_has_shown_expires(root: Path, days: int, told: int) -> None:
    (root / "mkdocs.yml").write_text(
        f"site_name: x\ndocs_dir: content\nplugins: [pmdocs: {{evidence: {{manual_days: {days}}}}}]\n"
    )
    shown = "verification: manual, evidence: {date: 2020-01-01, by: harbour office}"
    planned(root, "{id: AC-1, text: it shines}", f"{{id: AC-1, text: it shines, {shown}}}")
    # A test shows it, too.
    assert proof(root) == []
    for results in ((), ("--evidence", "reports/other.xml")):
        (root / "reports" / "other.xml").write_text('<testsuite><testcase name="x"/></testsuite>')
        words = ("check", "--format", "json", "--select", "PM862,PM867", *results)
        found = json.loads(run(root, *words).stdout)
        assert [(one["item"], one["code"], one["severity"]) for one in found] == [
            ("US-2.AC-1", "PM862", "error")
        ] * told
    planned(root, "prd: PRD-2, status: done", "prd: PRD-2, status: ready")
    found = json.loads(run(root, "check", "--format", "json", "--select", "PM862,PM867").stdout)
    assert [(one["code"], one["severity"]) for one in found] == [("PM867", "warning")] * told


@pytest.mark.verifies("US-122.AC-1", "US-124.AC-1")
def test_a_test_that_was_begun_shows_something_when_it_is_written(root: Path) -> None:
    """From the criterion to the proof, with pmdocs' own plugin for pytest and without git."""
    planned(root, "status: ready", "status: done")
    begun = ("criteria", "US-3", "--format", "pytest", "--output", "test_turn.py")
    assert run(root, *begun).returncode == 0

    def judged() -> list[str]:
        plugin = ("-p", "pmdocs.hosts.pytest_plugin", "--pmdocs", "--strict-markers")
        command = [sys.executable, "-B", "-m", "pytest", "-p", "no:cacheprovider", *plugin]
        environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTEST")}
        subprocess.run(
            [*command, "--pmdocs-results", "reports/turn.json", "test_turn.py"],
            cwd=root,
            check=False,
            capture_output=True,
            env={**environment, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        )
        return proof(root, "--evidence", "reports/turn.json")

    assert judged() == ["US-3.AC-1 PM860 error"]
    path = root / "test_turn.py"
    path.write_text(path.read_text().replace('pytest.skip("not written yet")', "assert 1 + 1 == 2"))
    assert judged() == []
    planned(root, "it turns", "it turns twice a minute")
    assert proof(root, "--evidence", "reports/turn.json") == ["US-3.AC-1 PM862 error"]
    path.write_text(path.read_text().replace("== 2", "== 3"))
    assert judged() == ["US-3.AC-1 PM861 error"]


def test_where_no_test_has_run_only_the_missing_results_are_told(root: Path) -> None:
    planned(root, "status: ready", "status: done")
    words = ("--evidence", "reports/none.xml", "--format", "concise", "--select", "PM8")
    told = run(root, "check", *words).stdout.splitlines()
    assert [line.split(" ")[2] for line in told] == ["PM854"]
