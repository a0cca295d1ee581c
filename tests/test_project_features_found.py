"""Where `.feature` files are looked for, and with what suspicion."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pmdocs.project.load import load
from tests.test_project_features import FEATURE, STORY

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Write


@pytest.mark.verifies("US-118.AC-5")
def test_the_setting_says_where_more_of_them_are(write: Write) -> None:
    settings = "site_name: x\ndocs_dir: content\nplugins:\n  - pmdocs: {features: %s}\n"
    files = {
        "roadmap/a.yaml": STORY,
        "features/pay.feature": FEATURE,
        "tests/e2e/more.feature": "Feature: x\n @US-12.AC-7\n Scenario: y\n  Then z\n",
        "features/.hidden/no.feature": "@US-99\nFeature: x\n Scenario: y\n  Then z\n",
    }
    for paths, expected in {
        "[]": [],
        "features": ["AC-3", "AC-4"],
        "[features, tests/e2e]": ["AC-3", "AC-4", "AC-7"],
        '["tests/**/m*.feature"]': ["AC-7"],
        '["**/*.feature"]': ["AC-3", "AC-4", "AC-7"],
    }.items():
        root = write({"mkdocs.yml": settings % paths, **files})
        read = load(root)
        assert [one.partition(".")[2] for one in read.parts] == expected, paths
        assert read.problems == ()
    read = load(write({"mkdocs.yml": settings % "feature", **files}))
    assert [(p.code, p.message, p.hint) for p in read.problems] == [
        ("PM110", "there is no folder `feature`", "did you mean `features`?")
    ]


@pytest.mark.verifies("US-118.AC-5")
def test_files_are_read_with_suspicion(write: Write, tmp_path: Path) -> None:
    outside = tmp_path.parent / f"{tmp_path.name}-outside"
    outside.mkdir()
    (outside / "x.feature").write_text(FEATURE)
    settings = "site_name: x\ndocs_dir: content\nplugins:\n  - pmdocs: {features: features}\n"
    root = write({"mkdocs.yml": settings, "roadmap/a.yaml": STORY, "features/a.feature": ""})
    (root / "features/link.feature").symlink_to(outside / "x.feature")
    (root / "features/folder").symlink_to(outside)
    (root / "features/latin.feature").write_bytes(b"Feature: caf\xe9\n")
    (root / "features/large.feature").write_bytes(b"#" * 1_000_001)
    read = load(root)
    assert not read.parts
    assert sorted((p.span.path, p.code) for p in read.problems) == [
        ("features/folder", "PM011"),
        ("features/large.feature", "PM004"),
        ("features/latin.feature", "PM003"),
        ("features/link.feature", "PM011"),
    ]
