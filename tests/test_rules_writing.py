"""What is said about the choice of words, and where."""

from __future__ import annotations

import pytest

from tests.conftest import findings, lines


def told(title: str) -> list[str]:
    return [line.split(" |")[0] for line in lines(f"id: IDEA-1\ntitle: {title}\n")]


@pytest.mark.parametrize(
    "words", ["<role>", "<goal or desire>", "<…>", "TODO", "TBD", "xxx", "lorem ipsum", "[role]"]
)
def test_remains_of_a_template_are_underlined(words: str) -> None:
    (found,) = findings(f"id: IDEA-1\ntitle: Sort for {words} by date\n")
    assert (found.code, found.span.start, found.span.end) == (
        "PM401",
        (2, 17),
        (2, 17 + len(words)),
    )


@pytest.mark.parametrize("text", ["n/a", "N/A", "'?'", "...", "0.0"])
def test_a_text_that_only_fills_a_field_is_found(text: str) -> None:
    column = 9 if text.startswith("'") else 8
    words = text.strip("'")
    assert told(text) == [f"2:{column} PM401 `{words}` is left over from a template"]


@pytest.mark.parametrize(
    "title",
    [
        "a <b>bold</b> word<br>",
        "'see `<role>` and `TODO`'",
        "a todo list",
        "see <https://example.org/a> or <me@example.org>",
        "the n/a rate, 0.0 to 1.0",
        "if a < b and c > d",
        "size xxl or xx",
        "'[role](roles.md)'",
        "List<String>",
    ],
)
def test_words_that_only_look_like_a_template_are_left_alone(title: str) -> None:
    assert told(title) == []


def test_template_text_is_found_in_lists_records_and_pages() -> None:
    text = "id: PRD-1\ntitle: A\nproblem: b\ngoals: [c, TBD]\nopen_questions: [{id: Q-1, text: TODO}]\n"
    assert [line[:10] for line in lines(text)] == ["4:12 PM401", "5:34 PM401"]
    page = "---\nid: PRD-1\n---\n# A\n\n## Problem\n\n```\nTODO\n```\n\nNobody knows. TODO\n"
    assert [line[:11] for line in lines(page, "content/a.md")] == ["12:15 PM401"]


@pytest.mark.parametrize(
    "want",
    [
        "to export the roadmap and to print it",
        "to export the roadmap, and also to print it",
        "to see the plan and I want to change it",
        "a CSV file and I'd like a calendar",
    ],
)
def test_two_wants_are_found(want: str) -> None:
    (line,) = lines(f'- {{id: US-1, title: A, as_a: user, so_that: b, i_want: "{want}"}}\n')
    assert "PM403 `US-1` asks for two things at once | write a story for each of them" in line


@pytest.mark.parametrize(
    "want",
    [
        "to search and replace",
        "to accept the terms and conditions",
        "to link stories to PRDs and to tests",
        "to write to my team and to the customers",
        "to be able to edit a country and its provinces",
        "a file of the stories and the criteria",
        "the documents that Bob and I share",
        "a button and to the left of it a field",
    ],
)
def test_an_and_between_two_words_is_no_second_want(want: str) -> None:
    assert lines(f'- {{id: US-1, title: A, as_a: user, so_that: b, i_want: "{want}"}}\n') == []


def test_a_prd_hears_once_what_it_lacks_and_how_to_write_it() -> None:
    yaml = "id: PRD-1\ntitle: A\nproblem: b\nstatus: approved\ngoals: [c]\n"
    message = "`PRD-1` is `approved`, and has no requirements and out of scope"
    hint = "add `requirements:` and `out_of_scope:`, each with a list"
    assert lines(yaml) == [f"1:5 PM404 {message} | {hint}"]
    page = "---\nid: PRD-1\nstatus: in review\n---\n# A\n\n## Problem\n\nb\n"
    (line,) = lines(page, "content/a.md")
    assert line.endswith(
        "| add `## Goals`, `## Requirements` and `## Out of scope`, each with a list"
    )


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("a dark\u200b theme", "U+200B (zero width space)"),
        ("a \u202edark theme", "U+202E (right-to-left override)"),
        ("a da\u00adrk theme", "U+00AD (soft hyphen)"),
        ("a dark\u200d theme", "U+200D (zero width joiner)"),
    ],
)
def test_hidden_characters_are_named_with_their_column(title: str, name: str) -> None:
    column = 8 + next(i for i, c in enumerate(title) if not c.isascii())
    assert told(title) == [
        f"2:{column} PM405 {name} is hidden here, in column {column}",
    ]


def test_a_hidden_character_is_found_where_it_is_escaped() -> None:
    assert told('"a dark\\u200b theme"') == [
        "2:8 PM405 U+200B (zero width space) is hidden here, in column 8"
    ]


@pytest.mark.parametrize(
    "title", ["\N{WOMAN}\u200d\N{PERSONAL COMPUTER} writes", "می\u200cخواهم", "Café à l'été"]
)
def test_joiners_that_other_scripts_need_are_left_alone(title: str) -> None:
    assert told(title) == []


def test_dropped_items_are_left_in_peace() -> None:
    text = "- {id: US-1, title: TODO, as_a: user, i_want: to a and to b, status: dropped}\n"
    assert lines(text) == []
