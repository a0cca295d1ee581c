"""The action for GitHub is right by its schema, and linters find nothing in it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.actions import ACTION, STEPS, not_in_the_manual
from tests.conftest import ROOT

BIN = Path(sys.executable).parent
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))


def program(*words: str | Path) -> None:
    """Run a program that must not complain."""
    done = subprocess.run([*map(str, words)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.verifies("US-98.AC-1")
def test_the_action_and_our_workflows_are_right_by_their_schemas() -> None:
    check = BIN / "check-jsonschema"
    program(check, "--builtin-schema", "vendor.github-actions", ROOT / "action.yml")
    program(check, "--builtin-schema", "vendor.github-workflows", *WORKFLOWS)


@pytest.mark.verifies("US-98.AC-1", "US-98.AC-5")
def test_a_linter_for_security_finds_nothing() -> None:
    linter = [str(BIN / "zizmor"), "--offline", "--no-progress", "--persona", "pedantic"]
    program(*linter, ROOT / "action.yml")
    program(BIN / "zizmor", "--offline", "--no-progress", *WORKFLOWS)


@pytest.mark.verifies("US-98.AC-1")
@pytest.mark.parametrize("step", [s for s in STEPS if "run" in s], ids=lambda s: s["name"])
def test_a_linter_for_shells_finds_nothing(step: dict[str, Any], tmp_path: Path) -> None:
    script = tmp_path / "step.bash"
    script.write_text(f"#!/bin/bash\nset -eo pipefail\n{step['run']}", "utf-8")
    program(BIN / "shellcheck", script)


@pytest.mark.verifies("US-98.AC-5")
def test_no_expression_stands_in_a_script_and_every_action_is_named_by_its_commit() -> None:
    scripts = [step["run"] for step in STEPS if "run" in step]
    assert not [script for script in scripts if "${{" in script]
    text = "".join(path.read_text("utf-8") for path in (ROOT / "action.yml", *WORKFLOWS))
    used = re.findall(r"uses: (\S+)(.*)", text)
    assert len(used) >= 4
    for name, comment in used:
        if name != "./":
            assert re.search(r"@[0-9a-f]{40}$", name), name
            assert re.match(r" # v\d+\.\d+\.\d+$", comment), comment


@pytest.mark.verifies("US-98.AC-1")
def test_every_input_is_explained_and_used() -> None:
    text = (ROOT / "action.yml").read_text("utf-8")
    for name, one in ACTION["inputs"].items():
        assert one["description"]
        assert f"inputs.{name}" in text
    assert all(one["description"] for one in ACTION["outputs"].values())


def test_the_manual_explains_every_input() -> None:
    assert not_in_the_manual(ACTION["inputs"]) == []


def test_our_own_workflow_uses_the_action() -> None:
    workflow = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text("utf-8"))
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    assert [step for step in steps if step.get("uses") == "./"]
