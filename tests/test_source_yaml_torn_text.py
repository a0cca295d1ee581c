"""A text in a record on one line that needs quotes is told as that, and gets them."""

from __future__ import annotations

import pytest

from tests.mended import mended
from tests.yaml_nodes import only

STORY = "id: US-1\ntitle: t\nas_a: a\ni_want: b\nso_that: c\ncriteria:\n"
RECORD = STORY + "  - {{id: AC-1, text: {0}}}\n  - {{id: AC-2, text: y}}\n"


@pytest.mark.parametrize(
    ("value", "quoted", "words"),
    [
        ("Note: hot", '"Note: hot"', "a `: ` inside"),
        ("'Tis hot", '"\'Tis hot"', "begins with a quote"),
        ('"hot" tea', "'\"hot\" tea'", "begins with a quote"),
        ("tea #5", '"tea #5"', "a ` #` inside"),
        ("#5 is hot", '"#5 is hot"', "a ` #` inside"),
        ("@you", '"@you"', "holds a sign"),
        ("100% & more: it's", '"100% & more: it\'s"', "a `: ` inside"),
    ],
)
def test_a_text_that_needs_quotes_gets_them(value: str, quoted: str, words: str) -> None:
    text = RECORD.format(value)
    finding = only(text)
    assert words in finding.message
    assert finding.hint == f"put the value in quotes: `text: {quoted}`"
    assert finding.span.start == (7, 22)
    assert mended(text) == RECORD.format(quoted)


def test_the_value_ends_where_the_next_name_begins() -> None:
    text = "- {id: IDEA-1, title: Note: hot, owner: me}\n- {id: IDEA-2, title: x, owner: me}\n"
    assert mended(text) == text.replace("Note: hot", '"Note: hot"')


def test_what_looks_like_a_name_may_be_a_part_of_the_text() -> None:
    fix = only("- {id: IDEA-1, title: Note: hot, strong: good}\n").fix
    assert fix is not None
    assert not fix.safe


@pytest.mark.parametrize("value", ["[a: b: c]", "{a: b: c}", '"hot'])
def test_brackets_and_open_quotes_are_told_as_before(value: str) -> None:
    assert "put the value in quotes" not in str(only(RECORD.format(value)).hint)


@pytest.mark.parametrize("value", ["“hot, strong”", "“hot, strong” tea"])
def test_a_text_with_a_comma_gets_quotes(value: str) -> None:
    assert mended(RECORD.format(value)) == RECORD.format(f'"{value}"')
