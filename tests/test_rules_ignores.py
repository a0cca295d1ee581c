"""Findings that a comment asks to pass over are gone, and comments in vain are told."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from pmdocs.project.load import load
from pmdocs.rules.catalogue import check as checked
from pmdocs.source.edits import edited
from pmdocs.text import Source
from tests.conftest import Write, findings

STORY = "- id: US-1\n  title: t\n  as_a: a\n  i_want: b\n  status: ready\n"


def codes(text: str, path: str = "roadmap/a.yaml") -> list[str]:
    return [d.code for d in findings(text, path)]


def mended(text: str, path: str = "roadmap/a.yaml") -> str:
    """The text after the safe fixes of unused comments."""
    fixes = [d.finding.fix for d in findings(text, path) if d.code == "PM901" and d.finding.fix]
    assert all(fix.safe for fix in fixes)
    return edited(Source(path, text), [edit for fix in fixes for edit in fix.edits])


def test_without_a_comment_both_findings_are_told() -> None:
    assert codes(STORY) == ["PM301", "PM402"]


@pytest.mark.verifies("US-102.AC-2")
def test_a_comment_beside_the_id_and_above_it_is_about_the_item() -> None:
    beside = STORY.replace("US-1", "US-1  # pmdocs: ignore[story-without-criteria, pm402]")
    assert codes(beside) == []
    above = f"# pmdocs: ignore[PM301]\n{STORY}{STORY.replace('US-1', 'US-2')}"
    assert codes(above) == ["PM402", "PM301", "PM402"]


@pytest.mark.verifies("US-102.AC-1")
def test_a_comment_at_a_line_is_about_that_line_only() -> None:
    assert codes("- id: IDEA-1\n  title: TODO  # pmdocs: ignore[PM401]\n  notes: TODO\n") == [
        "PM401"
    ]
    assert codes("- id: IDEA-1\n  # pmdocs: ignore[PM401]\n  notes: TODO\n  title: TODO\n") == [
        "PM401"
    ]


@pytest.mark.verifies("US-102.AC-3")
def test_a_comment_for_the_file_is_about_all_items() -> None:
    both = STORY + STORY.replace("US-1", "US-2")
    assert codes(f"# pmdocs: ignore-file[PM301, PM402] because it is old\n{both}") == []


@pytest.mark.verifies("US-102.AC-4")
def test_a_page_is_ignored_from_its_front_matter_or_by_section() -> None:
    page = "---\nid: PRD-1\ntitle: t\nowner: me\nstatus: draft\n---\n\n## Goals\n\n- TODO\n\n## Problem\n\nTODO\n"
    path = "content/PRD-1.md"
    assert codes(page, path).count("PM401") == 2
    assert "PM401" not in codes(page.replace("---\nid", "---\n# pmdocs: ignore[PM401]\nid"), path)
    section = page.replace("## Goals", "<!-- pmdocs: ignore[PM401] -->\n\n## Goals")
    assert codes(section, path).count("PM401") == 1


@pytest.mark.verifies("US-102.AC-6")
@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("# pmdocs: ignore[PM401]\n- {id: IDEA-1, title: t}\n", "- {id: IDEA-1, title: t}\n"),
        ("- {id: IDEA-1, title: t}  # pmdocs: ignore[PM401]\n", "- {id: IDEA-1, title: t}\n"),
        (
            "- {id: IDEA-1, title: t} # why # pmdocs: ignore[PM401]",
            "- {id: IDEA-1, title: t} # why",
        ),
        (
            "- {id: IDEA-1, title: t}\r\n  # pmdocs: ignore[PM401]\r\n",
            "- {id: IDEA-1, title: t}\r\n",
        ),
        (
            "# pmdocs: ignore[PM401, PM206,PM301] because x\n- {id: IDEA-1, title: TODO}\n",
            "# pmdocs: ignore[PM401] because x\n- {id: IDEA-1, title: TODO}\n",
        ),
        ("- {id: IDEA-1, title: t}\n# pmdocs: ignore[PM401]\n", "- {id: IDEA-1, title: t}\n"),
    ],
)
def test_an_unused_comment_is_told_and_its_fix_takes_it_away(text: str, rest: str) -> None:
    assert codes(text) == ["PM901"]
    assert mended(text) == rest
    assert codes(rest) == []


@pytest.mark.verifies("US-102.AC-6")
def test_in_markdown_too() -> None:
    page = "# T\n\nWords.\n\n<!-- pmdocs: ignore[PM401] -->\nMore <!-- pmdocs: ignore[PM401] -->.\n"
    assert mended(page, "content/a.md") == "# T\n\nWords.\n\nMore.\n"


@pytest.mark.verifies("US-102.AC-6")
def test_the_command_takes_away_what_is_unused_and_nothing_else(write: Write) -> None:
    text = "# Ideas\n- {id: IDEA-1, title: t}  # pmdocs: ignore[PM401] because x\n"
    used = "- {id: IDEA-2, title: TODO}  # pmdocs: ignore[PM401] because y\n"
    page = "# T\n\n<!-- pmdocs: ignore[PM401] -->\n\nWords.\n"
    root = write({"roadmap/a.yaml": text + used, "content/a.md": page})
    assert check(root, "--fix").returncode == 0
    assert (root / "roadmap/a.yaml").read_text() == "# Ideas\n- {id: IDEA-1, title: t}\n" + used
    assert (root / "content/a.md").read_text() == "# T\n\n\nWords.\n"
    assert "1 ignored" in check(root).stdout


def test_the_nearest_of_two_comments_is_the_one_of_use() -> None:
    text = "# pmdocs: ignore-file[PM401]\n- {id: IDEA-1, title: TODO}  # pmdocs: ignore[PM401]\n"
    assert mended(text) == "- {id: IDEA-1, title: TODO}  # pmdocs: ignore[PM401]\n"


def test_a_rule_that_is_off_leaves_its_comments_alone() -> None:
    text = "- {id: IDEA-1, title: t}  # pmdocs: ignore[PM904]\n"
    assert codes(text) == []


def test_a_comment_may_ignore_what_is_wrong_with_comments() -> None:
    text = "# pmdocs: ignore-file[PM901, PM902]\n- {id: IDEA-1, title: t}  # pmdocs: ignore[PM401, PM9999]\n"
    assert codes(text) == []


@pytest.mark.verifies("US-102.AC-7")
def test_an_unknown_rule_is_told_with_what_may_be_meant() -> None:
    [one] = findings("- {id: IDEA-1, title: t}  # pmdocs: ignore[vage-criterion]\n")
    assert f"{one.span} {one.code} {one.finding.message} | {one.finding.hint}" == (
        "roadmap/a.yaml:1:44 PM902 there is no rule `vage-criterion` | did you mean `vague-criterion`?"
    )


def test_what_reading_finds_can_be_ignored_where_the_file_is_understood() -> None:
    assert codes("- {id: IDEA-1, title: t, colour: red}  # pmdocs: ignore[PM104]\n") == []
    assert codes("- {id: IDEA-1, title: t, x: [}  # pmdocs: ignore[PM001]\n") == ["PM001"]


def test_settings_can_be_ignored_in_their_file(write: Write) -> None:
    settings = "docs_dir: content\nplugins:\n  - pmdocs:\n      nav: 3"
    assert [d.code for d in checked(load(write({"mkdocs.yml": settings})))] == ["PM110"]
    ignoring = settings + "  # pmdocs: ignore[PM110]\n"
    assert checked(load(write({"mkdocs.yml": ignoring}))) == []


@pytest.mark.verifies("US-102.AC-8")
def test_no_output_holds_what_is_ignored_and_the_closing_line_counts_it(write: Write) -> None:
    root = write({"roadmap/a.yaml": STORY.replace("US-1", "US-1  # pmdocs: ignore[PM301, PM402]")})
    done = check(root)
    assert done.stdout.startswith("checked ")
    assert "1 item, 0 links, 0 errors, 0 warnings, 2 ignored in" in done.stdout
    assert done.returncode == 0
    told = json.loads(check(root, "--format", "json").stdout)
    assert told == []


def check(root: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pmdocs", "check", *options]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
