"""The marks of a merge that is not finished are told once, in every file, and nothing else is."""

from __future__ import annotations

import pytest

from pmdocs.project.reader import build
from pmdocs.rules.catalogue import check
from pmdocs.source.markdown import read_markdown
from pmdocs.text import Source
from tests.mended import mended
from tests.yaml_nodes import only, place, read

BOTH = "<<<<<<< HEAD\n{0}\n=======\n{1}\n>>>>>>> other\n"
IDEAS = "- id: IDEA-1\n  title: a\n- id: IDEA-2\n  title: b\n"
PRD = """\
---
title: Tea
status: draft
---

# Tea

## Problem

The queue is long.

## Requirements

- **FR-1** (must) tea
"""


def told(files: dict[str, str]) -> list[tuple[str, str]]:
    project = build([Source(path, text) for path, text in files.items()])
    return [(str(one.span), one.code) for one in check(project)]


def test_a_conflict_in_yaml_is_told_once_at_its_first_mark() -> None:
    finding = only("- id: IDEA-1\n" + BOTH.format("  title: a", "  title: b"))
    assert finding.code == "PM015"
    assert (
        finding.message
        == "a merge conflict: two branches changed the same lines, and git could not join them"
    )
    assert "remove the lines of git's marks" in str(finding.hint)
    assert place(finding) == (2, 1, 2, 13)
    assert [str(note.span) for note in finding.notes] == ["a.yaml:6:1"]
    assert finding.fix is None


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("half", ["=======", ">>>>>>> other", "<<<<<<< HEAD", "=======\n>>>>>>> x"])
def test_half_a_conflict_is_one_too(half: str, end: str) -> None:
    text = f"a: 1\n{half}\nb: 2\n".replace("\n", end)
    assert [(f.code, f.span.start.line) for f in read(text)[1]] == [("PM015", 2)]


def test_each_conflict_is_told() -> None:
    conflict = BOTH.format("a: 1", "a: 2")
    _, findings = read(conflict + "b: 1\n" + conflict + conflict)
    assert [f.span.start.line for f in findings] == [1, 7, 12]


@pytest.mark.parametrize(
    "text",
    ["a: |\n  <<<<<<< HEAD\n  =======\n  >>>>>>> x\n", "# =======\na: 1\n", 'a: "x ======= y"\n'],
)
def test_what_is_part_of_a_text_or_a_comment_is_no_conflict(text: str) -> None:
    assert not read(text)[1]


@pytest.mark.parametrize(
    "text",
    [
        PRD.replace("status: draft\n", BOTH.format("status: draft", "status: approved")),
        PRD.replace("- **FR-1**", BOTH.format("- **FR-2** a", "- **FR-2** b") + "- **FR-1**"),
        PRD.replace("- **FR-1**", ">>>>>>> other\n- **FR-1**"),
        PRD.replace("## Problem", BOTH.format("## Problem", "## Goals")),
    ],
)
def test_of_an_item_in_conflict_nothing_else_is_said(text: str) -> None:
    story = "- {id: US-1, title: t, as_a: a, i_want: b, so_that: c, prd: PRD-1.FR-2}\n"
    files = {"content/PRD-1-tea.md": text, "roadmap/stories.yaml": story}
    assert [code for _, code in told(files)] == ["PM015"]


def test_links_to_what_stands_in_a_conflict_are_not_called_broken() -> None:
    both = "- id: IDEA-1\n" + BOTH.format("  title: a\n- id: IDEA-2", "- id: IDEA-3")
    files = {"roadmap/a.yaml": both, "content/x.md": "See IDEA-1, IDEA-2 and IDEA-3.\n"}
    assert told(files) == [("roadmap/a.yaml:2:1", "PM015")]


def test_a_conflict_in_an_ordinary_page_is_told() -> None:
    page = (
        "# Tea\n\n" + BOTH.format("one [[IDEA-77]]", "two") + "\n<!-- pmdocs: ignore[PM201] -->\n"
    )
    assert told({"content/x.md": page}) == [("content/x.md:3:1", "PM015")]


@pytest.mark.parametrize(
    "text",
    [
        "Tea\n=======\n\nwords\n",
        "Tea\n=======\n\n>>>>>> quoted\n",
        "```text\n" + BOTH.format("a", "b") + "```\n",
    ],
)
def test_a_heading_a_quote_and_a_conflict_that_is_shown_are_none(text: str) -> None:
    assert not read_markdown(Source("content/x.md", text))[1]


def test_a_conflict_in_a_scenario_or_around_a_heading_is_one() -> None:
    for text in (
        "```gherkin\n" + BOTH.format("When a", "When b") + "```\n",
        "Tea\n=======\n\nwords\n>>>>>>> other\n",
    ):
        (finding,) = read_markdown(Source("content/x.md", text))[1]
        assert finding.code == "PM015"
        assert finding.span.start.line == (2 if "gherkin" in text else 5)


def test_nothing_is_mended_in_a_file_with_a_conflict() -> None:
    text = IDEAS + BOTH.format("  title:x", "  title: @y")
    assert mended(text, unsafe=True) == text
