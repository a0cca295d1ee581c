"""Every rule is a page, and its examples show what it says."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pmdocs.analysis.proof.gather import gather
from pmdocs.history.git import Git
from pmdocs.history.past import past_of
from pmdocs.history.snapshot import project_at
from pmdocs.project.load import load
from pmdocs.rules.catalogue import builtin, check, find
from pmdocs.rules.history.intent import intent
from pmdocs.rules.rule import Rule
from tests.test_history_branches import QUIET

MKDOCS_YML = "site_name: x\ndocs_dir: content\nplugins:\n  - pmdocs: {rules: {%s: %s}}\n"
JUNE_2026 = "1780300800"


def lay_out(rule: Rule, which: str, root: Path) -> None:
    # A pedantic rule is off until the settings name it.
    text = MKDOCS_YML % (rule.code, rule.severity)
    examples = rule.examples(which)
    if any(example.path.startswith("reports/") for example in examples):
        text = text.replace("{rules", "{evidence: reports/*, rules")
    (root / "mkdocs.yml").write_text(text)
    for example in examples:
        if example.language == "sh":
            programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
            env = {**os.environ, **QUIET, "PATH": programs}
            subprocess.run(["sh", "-ec", example.text], cwd=root, check=True, env=env)
        else:
            path = root / example.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(example.text, "utf-8")


def told(rule: Rule, which: str, root: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", JUNE_2026)
    if rule.name == "python-rule-failed":
        # It can only fail where it is run.
        monkeypatch.setenv("PMDOCS_ALLOW_PYTHON", "1")
    lay_out(rule, which, root)
    project = load(root)
    if rule.on_demand and rule.topic == "history" and not rule.looks_back:
        # What is only found by comparing is compared with the last commit.
        git = Git.of(root)
        return [f"{f.span} {f.code} {f.message}" for f in intent(project_at(git, "HEAD"), project)]
    proofs = gather(project, root)
    with past_of(root, project) as past:
        return [f"{d.span} {d.code} {d.finding.message}" for d in check(project, past, proofs)]


def every_rule() -> pytest.MarkDecorator:
    return pytest.mark.parametrize("rule", builtin(), ids=lambda rule: rule.code)


@pytest.mark.verifies("US-12.AC-3")
@every_rule()
def test_a_bad_example_raises_its_own_code_and_nothing_else(
    rule: Rule, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = told(rule, "Bad", tmp_path, monkeypatch)
    assert {line.split(" ")[1] for line in found} == {rule.code}, found


@pytest.mark.verifies("US-12.AC-4")
@every_rule()
def test_a_good_example_raises_nothing(
    rule: Rule, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert told(rule, "Good", tmp_path, monkeypatch) == []


@pytest.mark.verifies("US-14.AC-1")
@every_rule()
def test_a_page_has_a_summary_a_text_and_both_examples(rule: Rule) -> None:
    assert rule.summary.endswith(".")
    assert rule.page.count("\n\n") >= 2
    assert rule.examples("Bad")
    assert rule.examples("Good")
    assert {e.language for w in ("Bad", "Good") for e in rule.examples(w)} <= {
        "yaml",
        "markdown",
        "gherkin",
        "sh",
        "xml",
        "json",
    }


@every_rule()
def test_a_file_is_named_after_its_rule(rule: Rule) -> None:
    name = rule.module.rpartition(".")[2]
    assert name == f"{rule.code.lower()}_{rule.name.replace('-', '_')}"


@every_rule()
def test_a_rule_is_found_by_its_code_and_its_name(rule: Rule) -> None:
    assert find(rule.code.lower()) is rule
    assert find(rule.name) is rule


def test_codes_names_and_topics_belong_together() -> None:
    def family(code: str) -> str:
        # The rules about proof share their first digit with those about goals.
        return "PM85" if code >= "PM850" and code.startswith("PM8") else code[:3]

    topics = {family(rule.code): rule.topic for rule in builtin()}
    names = [rule.name for rule in builtin()]
    assert topics == {
        "PM0": "reading",
        "PM1": "fields",
        "PM2": "links",
        "PM3": "criteria",
        "PM4": "writing",
        "PM5": "planning",
        "PM6": "governance",
        "PM7": "history",
        "PM8": "goals",
        "PM85": "proof",
        "PM9": "review",
    }
    assert len(set(names)) == len(names)
    assert all(rule.topic == topics[family(rule.code)] for rule in builtin())
