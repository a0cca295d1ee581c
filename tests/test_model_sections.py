"""A Markdown page is an item: its sections fill the fields of the same name."""

from __future__ import annotations

import pytest

from pmdocs.model.kinds.prd import Prd
from pmdocs.model.kinds.story import Story
from pmdocs.project.project import Project
from pmdocs.project.reader import build
from pmdocs.text import Source
from tests.conftest import findings, lines

PRD = """\
---
status: approved
owner: Maria
---

# Light patterns

Whatever comes first is prose.

## Problem

From the sea, our light looks
like any other.

### How often

Every night.

## Goals

- a skipper knows our light
- nobody is lost
  in fog

## Requirements

- **FR-1** (must) The light shows a pattern.
- **FR-2** (could): It is green.
- __NFR-1__ Visible from ten miles.
- FR-3: Short words
- **FR-4** – after a dash
- [ ] **FR-5** a box

## Non-goals

* Radio

## Open questions

- **Q-1** Who pays?

## Something else

Free prose, with `US-1` in code.
"""
STORY = """\
---
as_a: skipper
i_want: a light
so_that: I am home
---
# See the light

## Acceptance criteria

"""


def page(text: str, path: str = "content/prds/PRD-3-light.md") -> Project:
    return build([Source(path, text)])


def prd(text: str = PRD) -> Prd:
    (found,) = page(text).of(Prd)
    return found


@pytest.mark.verifies("US-5.AC-1", "US-5.AC-3", "US-5.AC-4")
def test_a_page_gives_its_fields() -> None:
    found = prd()
    assert (found.id, found.title, found.owner) == ("PRD-3", "Light patterns", "Maria")
    assert found.problem.startswith("From the sea, our light looks\nlike any other.")
    assert found.problem.endswith("### How often\n\nEvery night.")
    assert found.goals == ("a skipper knows our light", "nobody is lost\nin fog")
    assert found.out_of_scope == ("Radio",)
    assert [(q.id, q.text) for q in found.open_questions] == [("Q-1", "Who pays?")]
    assert found.page == "content/prds/PRD-3-light.md"
    assert page(PRD).problems == ()


@pytest.mark.verifies("US-5.AC-2")
def test_a_list_item_that_begins_with_an_id_is_a_part() -> None:
    assert [(r.id, r.priority, r.text) for r in prd().requirements] == [
        ("FR-1", "must", "The light shows a pattern."),
        ("FR-2", "could", "It is green."),
        ("NFR-1", None, "Visible from ten miles."),
        ("FR-3", None, "Short words"),
        ("FR-4", None, "after a dash"),
        ("FR-5", None, "a box"),
    ]


@pytest.mark.verifies("US-5.AC-5")
@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_a_wrong_value_in_the_front_matter_is_at_its_line(line_break: str) -> None:
    text = PRD.replace("approved", "aproved").replace("\n", line_break)
    (found,) = [d for d in findings(text, "content/PRD-3.md") if d.code == "PM103"]
    assert (found.span.start, found.span.end) == ((2, 9), (2, 16))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "(must)",
            "(Must)",
            (
                "27:13 PM103 `Must` is not one of the words for this field | did you mean `must`? "
                "The words are `must`, `should`, `could`, `won't`"
            ),
        ),
        (
            "(could)",
            "(won’t)",
            (
                "28:13 PM103 `won’t` is not one of the words for this field | did you mean `won't`? "
                "The words are `must`, `should`, `could`, `won't`"
            ),
        ),
        ("**FR-2** (could):", "**XX-2**", "28:5 PM106 `XX-2` is not an id of a requirement"),
        ("**FR-2** (could): It", "It", "28:3 PM101 this requirement has no id | give it an id"),
        ("It is green.", "", "28:20 PM102 this text is empty"),
        ("**FR-2**", "**FR-1**", "28:5 PM202 `PRD-3` has `FR-1` twice | write `FR-6`"),
    ],
)
def test_a_mistake_in_a_section_is_at_its_place(old: str, new: str, expected: str) -> None:
    found = lines(PRD.replace(old, new), "content/PRD-3.md")
    assert next(line for line in found if "PM207" not in line).startswith(expected)


def test_a_field_is_written_in_one_place() -> None:
    text = PRD.replace("owner: Maria", "problem: somewhere else")
    (found,) = page(text).problems
    assert found.message == ("`problem` is written twice: as this section and in the front matter")
    assert (found.span.start, found.span.end) == ((10, 4), (10, 11))
    assert [(n.span.start, n.text) for n in found.notes] == [((3, 1), "first written here")]
    assert prd(text).problem == "somewhere else"


def test_two_sections_do_not_fill_one_field() -> None:
    (found,) = page(f"{PRD}\n## Out of scope\n\n- Gas\n").problems
    assert found.message == "`out_of_scope` is written twice: in two sections"
    assert found.notes[0].span.start == (34, 4)


def test_a_section_that_should_be_a_list_and_is_none() -> None:
    text = PRD.replace("- a skipper knows our light\n- nobody", "Nobody")
    assert [line for line in lines(text, "content/PRD-3.md") if "PM207" not in line] == [
        "21:1 PM102 expected a list in the section of `goals` | begin each entry with a dash: `- …`"
    ]


def test_front_matter_wins_over_the_first_heading_and_the_name_of_the_file() -> None:
    found = prd(PRD.replace("owner: Maria", "id: PRD-7\ntitle: Another"))
    assert (found.id, found.title) == ("PRD-7", "Another")


def test_a_first_heading_is_a_title_and_never_a_section() -> None:
    found = prd(PRD.replace("# Light patterns", "# Problem"))
    assert (found.title, found.problem[:8]) == ("Problem", "From the")


@pytest.mark.parametrize("name", ["PRD-3", "PRD-3-a", "PRD-3_a b", "PRD-3 light", "PRD-3.light"])
def test_the_id_is_the_beginning_of_the_file_name(name: str) -> None:
    assert list(page(PRD, f"content/{name}.md").items) == ["PRD-3"]


@pytest.mark.parametrize("name", ["index", "PRD-3light", "a-PRD-3", "prd-3", "XX-3", "PRD-", "PRD"])
def test_other_pages_are_left_alone(name: str) -> None:
    text = "---\ntitle: Hello\nanything: [goes]\nstatus: redy\n---\n" + PRD.partition("---\n\n")[2]
    project = page(text, f"content/{name}.md")
    assert (project.items, project.unread, project.problems) == ({}, {}, ())
    assert list(project.pages) == [f"content/{name}.md"]


def test_a_page_without_front_matter_is_an_ordinary_page() -> None:
    assert page(PRD.partition("---\n\n")[2]).items == {}
    assert list(page(f"---\n---\n{PRD.partition('---')[2].partition('---')[2]}").items) == ["PRD-3"]


@pytest.mark.parametrize(
    "key", ["hide: [toc]", "search: {exclude: true}", "description: x", "icon: a/b", "template: x"]
)
def test_what_the_site_reads_from_front_matter_is_not_ours(key: str) -> None:
    assert page(PRD.replace("owner: Maria", key)).problems == ()


CRITERIA = [
    ("- **AC-1** a\n- **AC-2**: b", [("AC-1", "a"), ("AC-2", "b")]),
    ("- AC-1: a\n- AC-2 b", [("AC-1", "a"), ("AC-2", "b")]),
    ("- [ ] **AC-1** a\n- [x] **AC-2:** b", [("AC-1", "a"), ("AC-2", "b")]),
    ("* **US-1.AC-1** a\n+ AC-2 — b", [("US-1.AC-1", "a"), ("AC-2", "b")]),
    ("1. **AC-1** a\n2. **AC-2** (must) b", [("AC-1", "a"), ("AC-2", "(must) b")]),
    ("- a without an id", [("", "a without an id")]),
    ("- **AC-1** a\n\n  more of it\n- **AC-2** b", [("AC-1", "a\n\nmore of it"), ("AC-2", "b")]),
]


@pytest.mark.parametrize(("text", "expected"), CRITERIA)
def test_criteria_are_list_items(text: str, expected: list[tuple[str, str]]) -> None:
    project = page(STORY + text + "\n", "content/US-1.md")
    (story,) = project.of(Story)
    assert [(c.id, c.words) for c in story.criteria] == expected
    assert project.problems == ()


GHERKIN = """\
@AC-1
Scenario: the light is on
  Given it is night
  When the keeper wakes
  Then it blinks

Scenario: AC-2 the light is off
  Given it is day
  When the keeper sleeps
  Then nothing blinks
"""


@pytest.mark.parametrize("text", [GHERKIN, f"```gherkin\n{GHERKIN}```\n"])
def test_criteria_are_scenarios(text: str) -> None:
    project = page(STORY + text, "content/US-1.md")
    (story,) = project.of(Story)
    assert [(c.id, c.scenario) for c in story.criteria] == [
        ("AC-1", "Given it is night\nWhen the keeper wakes\nThen it blinks"),
        ("AC-2", "Given it is day\nWhen the keeper sleeps\nThen nothing blinks"),
    ]
    assert project.problems == ()
    assert lines(STORY + text, "content/US-1.md")[1:] == []


def test_a_step_with_a_slip_is_one_finding_at_its_line() -> None:
    text = STORY + "@AC-1\nScenario: the light\n  Givn it is night\n"
    found = [line for line in lines(text, "content/US-1.md") if "PM206" not in line]
    assert found == ["12:3 PM014 `Givn it is night` is not a step | did you mean `Given`?"]


def test_a_scenario_without_a_step_says_nothing() -> None:
    text = STORY + "@AC-1\nScenario: the light\n"
    found = [line for line in lines(text, "content/US-1.md") if "PM206" not in line]
    assert [line.partition(" | ")[0] for line in found] == ["10:2 PM308 `US-1.AC-1` says nothing"]
