"""What is said of a Markdown page whose list, heading, name or front matter has a slip."""

from __future__ import annotations

import pytest

from pmdocs.project.reader import build
from pmdocs.rules.catalogue import check
from pmdocs.text import Source
from tests.mended import Texts, mended

PATH = "content/prds/PRD-1-tea.md"
GOOD = "- **FR-1** (must) A guest orders."
PAGE = f"""---
title: Tea
---

# Tea

## Problem

It is cold.

## Requirements

{GOOD}
- **NFR-1** (should) In one minute.
"""
STORY = "id: US-1\ntitle: t\nas_a: a\ni_want: b\nso_that: c\nprd: PRD-1.FR-1\n"


def told(page: str, path: str = PATH) -> list[str]:
    """The errors of a page beside a story that links to its first requirement."""
    project = build([Source(path, page), Source("roadmap/a.yaml", STORY)])
    return [
        f"{d.span.start.line}:{d.span.start.column} {d.code} {d.finding.message}"
        + (f" | {d.finding.hint}" if d.finding.hint else "")
        for d in check(project)
        if d.code < "PM3" and d.severity == "error"
    ]


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("• ", "`•` (bullet) begins no item of a list, so that this line would be lost"),
        ("– ", "`–` (en dash) begins no item of a list, so that this line would be lost"),
        ("·\t", "`·` (middle dot) begins no item of a list, so that this line would be lost"),
        ("-\u00a0", "behind this `-` stands a blank that is none for Markdown, copied from Word"),
    ],
)
def test_a_requirement_from_word_is_told_and_mended(written: str, message: str) -> None:
    page = PAGE.replace(GOOD, written + GOOD.removeprefix("- "))
    assert told(page) == [f"13:1 PM102 {message} | begin the line with `- `"]
    assert mended(page, PATH) == PAGE


def test_a_whole_list_from_word_is_read() -> None:
    page = PAGE.replace("- **", "•\u00a0**")
    assert [line.split()[0] for line in told(page)] == ["13:1", "14:1"]
    assert mended(page, PATH) == PAGE


@pytest.mark.parametrize("before", ["", "\n"])
def test_a_requirement_without_its_hyphen_is_told(before: str) -> None:
    page = PAGE.replace("- **NFR-1**", f"{before}**NFR-1**")
    (one,) = told(page)
    assert "PM102 this line is no item of the list, so that `NFR-1` would be lost" in one
    assert mended(page, PATH) == PAGE.replace("- **NFR-1**", f"{before}- **NFR-1**")


@pytest.mark.parametrize(
    "text",
    [
        "- **FR-1** (must) A guest\n– in a hurry – orders.",
        f"{GOOD}\n\n```text\n• no item\n```",
        "These are all:\n– said somebody –\n\n" + GOOD,
    ],
)
def test_dashes_in_sentences_and_code_are_left_alone(text: str) -> None:
    assert told(PAGE.replace(GOOD, text)) == []


def test_a_requirement_that_is_gone_is_not_guessed_to_be_another_kind() -> None:
    page = PAGE.replace(f"{GOOD}\n", "")
    (one,) = told(page)
    assert one.endswith("which does not exist | write the id of a PRD or a requirement")
    files = {PATH: page, "roadmap/a.yaml": STORY}
    assert "roadmap/a.yaml" not in Texts(files).mend(unsafe=True).texts


@pytest.mark.parametrize("word", ["high", "must have", "optional", "P1", "musst"])
def test_a_word_that_is_no_priority_is_told(word: str) -> None:
    (one,) = told(PAGE.replace("(must)", f"({word})"))
    assert one.startswith(f"13:13 PM103 `{word}` is not one of the words for this field")


@pytest.mark.parametrize("word", ["new", "see below", "EU only"])
def test_other_words_in_brackets_are_text(word: str) -> None:
    assert told(PAGE.replace("(must)", f"({word})")) == []


def test_a_missing_section_is_told_as_a_section() -> None:
    assert told(PAGE.replace("## Problem\n\nIt is cold.\n", "")) == [
        "2:1 PM101 `problem` is missing | add the section `## Problem`, and a text below it"
    ]


def test_an_empty_section_is_told_at_its_heading() -> None:
    assert told(PAGE.replace("It is cold.\n", "")) == [
        "7:4 PM101 the section `Problem` is empty | write a text below its heading"
    ]


def test_a_slip_in_a_heading_is_told_once() -> None:
    page = PAGE.replace("## Requirements", "## Requirments").replace("## Problem", "## Probelm")
    assert told(page) == [
        "7:4 PM104 `Probelm` is no section that is known here | did you mean `## Problem`?",
        "11:4 PM104 `Requirments` is no section that is known here | did you mean `## Requirements`?",
    ]
    assert mended(page, PATH, unsafe=True) == PAGE


def test_a_page_that_lacks_front_matter_is_told() -> None:
    page = PAGE.removeprefix("---\ntitle: Tea\n---\n\n")
    message = "this page is named like `PRD-1`, and is no item: it does not begin with `---`"
    hint = "write two lines `---` at the top, and `id: PRD-1` between them"
    assert told(page) == [f"1:3 PM111 {message} | {hint}"]
    assert told(mended(page, PATH, unsafe=True)) == []


@pytest.mark.parametrize("page", ["# Notes\n\nOn tea.\n", "# Notes\n\n## Background\n\nTea.\n"])
def test_a_page_without_a_section_of_its_kind_is_ordinary(page: str) -> None:
    assert [line for line in told(page) if "PM111" in line] == []


@pytest.mark.parametrize("above", ["\n", "\r\n \r\n"])
def test_front_matter_below_an_empty_line_is_read_and_told(above: str) -> None:
    page = above + PAGE
    (one,) = told(page)
    assert "PM001 the front matter begins here, and not on the first line" in one
    assert one.endswith("| remove the empty line above `---`")
    assert mended(page, PATH) == PAGE


def test_rules_below_an_empty_line_are_no_front_matter() -> None:
    assert told("\n---\n\nWords.\n\n---\n", "content/a.md") == told("# A\n", "content/a.md")
