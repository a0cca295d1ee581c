"""A share of proof can be required, of all or of a part of the plan."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.proven import RESULTS, root
from tests.test_cli_check import run

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["root"]


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


@pytest.mark.verifies("US-123.AC-1", "US-123.AC-3")
@pytest.mark.parametrize(
    ("require", "told"),
    [
        ("75%", []),
        ("75", []),
        ("[80%, 100% of REL-1]", ["PM869 75% of the whole project is proven, but 80% is required"]),
        ("5% of US-404", ["PM869 `5% of US-404` names `US-404`, which does not exist"]),
        ("5% of kind:stroy", ["PM869 `kind:stroy` is no query: no item has the kind `stroy`"]),
        ("5% of kind:persona", ["PM869 there are no criteria in kind:persona, and 5% is required"]),
        ("lots", ["PM110 `lots` is not a share that can be required"]),
        ("{a: b}", ["PM110 "]),
    ],
)
def test_a_share_can_be_required_in_the_settings(root: Path, require: str, told: list[str]) -> None:
    settings = f"plugins: [pmdocs: {{evidence: {{files: reports/*.xml, require: {require}}}}}]"
    (root / "mkdocs.yml").write_text(f"site_name: x\ndocs_dir: content\n{settings}\n")
    answer = run(root, "check", "--format", "json", "--select", "PM869", "--select", "PM110")
    found = json.loads(answer.stdout)
    assert [f"{one['code']} {one['message']}"[: len(told[0])] for one in found] == told
    assert all(one["path"] == "mkdocs.yml" and one["line"] == 3 for one in found)
    assert answer.returncode == int(bool(told))
