"""What is said about acceptance criteria, and where."""

from __future__ import annotations

import pytest

from tests.conftest import findings, lines

STORY = """\
- id: US-1
  title: Export the roadmap
  as_a: product manager
  i_want: a CSV file
  so_that: I can sort it
  criteria:
"""
PAGE = """\
---
as_a: product manager
i_want: a CSV file
so_that: I can sort it
---
# Export the roadmap

## Acceptance criteria

"""


def told(criteria: str) -> list[str]:
    return [line.split(" |")[0] for line in lines(STORY + criteria)]


def told_of_page(body: str) -> list[str]:
    return lines(PAGE + body, "content/US-1.md")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the export is fast", ["fast"]),
        ("the export is fast, in less than 2 seconds", []),
        ("pages 1 and 2 open quickly", ["quickly"]),
        ("it works correctly and as expected", ["correctly", "as expected"]),
        ("names, dates, etc.", ["etc"]),
        ("a name and/or a date", ["and/or"]),
        ("the form is user-friendly", ["user-friendly"]),
        ("the button says “Easy”", []),
        ("the option `fast` is on", []),
        ("the correct password opens it", []),
        ("builds use fail-fast", []),
        ("a breakfast with etching", []),
    ],
)
def test_vague_words_are_underlined_themselves(text: str, words: list[str]) -> None:
    found = findings(f"{STORY}    - id: AC-1\n      text: {text}\n")
    assert [d.code for d in found] == ["PM304"] * len(words)
    assert [(d.span.start.column, d.span.end.column) for d in found] == [
        (13 + text.index(word), 13 + text.index(word) + len(word)) for word in words
    ]


def test_a_vague_word_is_found_once_in_folded_and_quoted_text() -> None:
    folded = "    - id: AC-1\n      text: >-\n        a `fast` list\n        is fast and fast\n"
    assert told(folded) == ["10:12 PM304 `fast` can mean anything in a criterion"]
    quoted = '    - {id: AC-1, given: a, when: b, then: ["it\'s \\u0066ast", "it is easy"]}\n'
    assert [line[:10] for line in told(quoted)] == ["7:44 PM304", "7:69 PM304"]


def test_a_vague_word_is_found_in_a_page() -> None:
    (line,) = told_of_page("- **AC-1** The file is complete.\n- **AC-2** It opens quickly.\n")
    assert line.startswith("11:21 PM304 `quickly` can mean anything in a criterion | say how long")


def test_steps_without_then_are_underlined_at_the_last_step() -> None:
    assert told("    - {id: AC-1, given: a, when: b}\n") == [
        "7:34 PM302 `US-1.AC-1` does not say what must follow"
    ]
    scenario = "    - id: AC-1\n      scenario: |\n        Given a\n        When b\n        And c\n"
    assert told(scenario) == ["11:13 PM302 `US-1.AC-1` does not say what must follow"]


def test_a_when_behind_a_then_points_at_both() -> None:
    text = "    - scenario: |\n        When a\n        Then b\n        And c\n        When d\n"
    found = [d for d in findings(STORY + text) if d.code == "PM303"]
    assert [str(d.span) for d in found] == ["roadmap/a.yaml:11:14"]
    assert found[0].finding.message == "criterion 1 of `US-1` goes on with a When after its Then"
    assert str(found[0].finding.notes[0].span) == "roadmap/a.yaml:10:13"


def test_scenarios_one_after_the_other_are_not_one() -> None:
    page = """\
Scenario: AC-1 rows
  When I export 3 items
  Then the file has 3 rows

Scenario: AC-2 columns
  When I export 3 items
  Then the file has 5 columns
"""
    assert told_of_page(page) == []
    assert [
        line.split(" |")[0] for line in told_of_page(page.replace("\nScenario: AC-2 columns\n", ""))
    ] == ["13:8 PM303 `US-1.AC-1` goes on with a When after its Then"]


def test_the_same_words_are_found_however_they_are_written() -> None:
    text = """\
    - {id: AC-1, text: "Given a, when b, then c."}
    - {id: AC-2, given: a, when: b, then: c}
"""
    assert told(text) == ["8:12 PM305 `US-1.AC-2` says the same as `US-1.AC-1`"]


def test_criteria_without_ids_get_the_next_free_ones() -> None:
    text = "    - {id: AC-4, text: a}\n    - b\n    - text: c\n    - {id: US-1.AC-2, text: d}\n"
    assert lines(STORY + text) == [
        "8:7 PM307 criterion 2 of `US-1` has no id | write it as `{id: AC-5, text: …}`",
        "9:7 PM307 criterion 3 of `US-1` has no id | add `id: AC-6`",
    ]
    assert told_of_page("- The file is complete.\n") == [
        "10:3 PM307 criterion 1 of `US-1` has no id | begin it with `**AC-1**`"
    ]


def test_an_empty_criterion_is_not_also_called_incomplete() -> None:
    assert told("    - {id: AC-1}\n    - {id: AC-2}\n") == [
        "7:12 PM308 `US-1.AC-1` says nothing",
        "8:12 PM308 `US-1.AC-2` says nothing",
    ]


def test_a_page_without_criteria_is_told_to_add_a_section() -> None:
    text = "---\nid: US-1\nstatus: ready\nas_a: user\ni_want: a\nso_that: b\n---\n# Export\n"
    (line,) = lines(text, "content/export.md")
    assert "add a section `## Acceptance criteria` with a list: `- **AC-1** …`" in line


@pytest.mark.parametrize(
    ("prd", "story", "told"),
    [
        ("draft", "ready", True),
        ("in review", "done", True),
        ("in review", "draft", False),
        ("approved", "ready", False),
        ("draft", "dropped", False),
    ],
)
def test_a_story_waits_for_the_approval_of_its_prd(prd: str, story: str, *, told: bool) -> None:
    text = f"""\
- id: PRD-1
  title: Share
  problem: mails
  goals: [none]
  requirements: [{{id: FR-1, text: a link}}]
  out_of_scope: [comments]
  status: {prd}
- id: US-1
  title: Share
  as_a: user
  i_want: a link
  so_that: it is seen
  criteria: [{{id: AC-1, text: it opens}}]
  status: {story}
  prd: PRD-1.FR-1
"""
    found = findings(text)
    assert [(d.code, d.span.start) for d in found] == ([("PM306", (14, 11))] if told else [])
    assert [str(n.span) for d in found for n in d.finding.notes] == (
        ["roadmap/a.yaml:7:11"] if told else []
    )


def test_dropped_stories_are_left_in_peace() -> None:
    text = STORY.replace("  criteria", "  status: dropped\n  criteria")
    assert lines(text + "    - {text: fast}\n    - {id: AC-2}\n    - {given: a}\n") == []
