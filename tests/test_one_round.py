"""Whoever mends what is told finds nothing new behind it, and nothing is lost silently."""

from __future__ import annotations

import pytest

from tests.conftest import lines

STORY = "id: US-1\ntitle: t\nstatus: ready\nas_a: a\ni_want: b\n"
PAGE = "---\nid: US-1\ntitle: t\nas_a: a\ni_want: b\nso_that: c\n---\n"


def test_a_mistake_in_one_field_does_not_hide_what_is_wrong_with_others() -> None:
    assert [line.split(" ")[1] for line in lines(STORY + "points: many\n")] == [
        "PM301",
        "PM402",
        "PM102",
    ]


def test_a_mistake_in_a_field_is_not_told_by_the_rules_about_it_again() -> None:
    found = lines(STORY + "so_thta: x\ncriteria: none\n")
    assert [line.split(" ")[1] for line in found] == ["PM104", "PM102"]


@pytest.mark.parametrize(
    ("heading", "meant"),
    [
        ("Acceptance critera", "Acceptance criteria"),
        ("Acceptance Criterias", "Acceptance criteria"),
    ],
)
def test_a_heading_with_a_slip_does_not_lose_what_is_below(heading: str, meant: str) -> None:
    found = lines(f"{PAGE}\n## {heading}\n\n- **AC-1** it works\n", "content/a.md")
    assert found == [
        f"9:4 PM104 `{heading}` is no section that is known here | did you mean `## {meant}`?"
    ]


def test_another_heading_is_just_prose() -> None:
    assert lines(PAGE + "\n## How we found out\n\nBy asking.\n", "content/a.md") == []


def test_a_title_in_brackets_is_no_reference() -> None:
    found = lines(PAGE + "\nSee [[T]] and [[A thing]].\n", "content/a.md")
    assert found == [
        "9:7 PM210 there is no `T` | write the id, not the title: `US-1`",
        (
            "9:17 PM210 there is no `A thing` | write the id of an item that exists,"
            " or put it in backticks if it is no reference"
        ),
    ]


def test_an_id_is_taken_even_by_an_item_that_cannot_be_read() -> None:
    text = "- {id: US-1, title: t, as_a: a, i_want: b, so_that: c}\n- {id: US-1, title: u}\n"
    assert "2:8 PM202 the id `US-1` is taken already | write a number that is free" in lines(text)
    swapped = "".join(reversed(text.splitlines(keepends=True)))
    assert [line.split(" ")[1] for line in lines(swapped)].count("PM202") == 1


def test_a_date_as_people_write_it_is_understood_well_enough_to_help() -> None:
    found = lines(STORY.replace("status: ready\n", "updates: [{date: 31.12.2026, text: x}]\n"))
    assert found[-1].endswith("| write `2026-12-31`") or "write `2026-12-31`" in found[0]


def test_a_criterion_as_markdown_writes_it_gets_its_spelling_in_yaml() -> None:
    found = lines(STORY + "so_that: c\ncriteria:\n  - AC-5: it works\n")
    assert [line.partition(" | ")[2] for line in found] == ["write `{id: AC-5, text: …}`"]
