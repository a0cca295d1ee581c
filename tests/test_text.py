"""Places in texts, as an editor counts them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmdocs.text import Position, Source, Span

BREAKS = {
    "line feeds": "a\nbc\n\nd",
    "CRLF": "a\r\nbc\r\n\r\nd",
    "lone CR": "a\rbc\r\rd",
    "mixed": "a\r\nbc\r\nd"[:3] + "bc\r\nd"[:2] + "\n\rd",
}


@pytest.mark.parametrize("name", BREAKS)
def test_every_line_break_counts_once(name: str) -> None:
    source = Source("a.md", BREAKS[name])
    assert [source.line(n) for n in range(1, 5)] == ["a", "bc", "", "d"]
    assert source.position(source.text.index("c")) == (2, 2)
    assert source.position(source.text.index("d")) == (4, 1)


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c"])
def test_what_editors_do_not_take_for_a_line_break_is_none(sign: str) -> None:
    source = Source("a.md", f"a{sign}b\nc")
    assert source.line(1) == f"a{sign}b"
    assert source.position(2) == (1, 3)
    assert source.line(2) == "c"


def test_signs_beyond_the_basic_plane_are_one_column_each() -> None:
    source = Source("a.md", "🚀🚀x\n𝒳y")
    assert source.position(source.text.index("x")) == (1, 3)
    assert source.position(source.text.index("y")) == (2, 2)
    assert source.offset(Position(2, 2)) == source.text.index("y")


def test_the_ends_of_a_text_are_places_too() -> None:
    source = Source("a.md", "ab\n")
    assert source.start == Span("a.md", Position(1, 1), Position(1, 1))
    assert source.position(2) == (1, 3)
    assert source.position(3) == (2, 1)
    assert Source("a.md", "").position(0) == (1, 1)


@pytest.mark.parametrize(
    ("number", "words"), [(0, ""), (-1, ""), (1, "ab"), (2, "c"), (3, ""), (99, "")]
)
def test_a_line_that_does_not_exist_is_empty(number: int, words: str) -> None:
    assert Source("a.md", "ab\r\nc\r\n").line(number) == words


def test_a_span_is_written_as_editors_read_it() -> None:
    assert str(Source("roadmap/a.yaml", "a\nbcd").span(3, 5)) == "roadmap/a.yaml:2:2"


def test_spans_are_in_the_order_of_files_lines_and_columns() -> None:
    a, b = Source("a.md", "xx\nxx"), Source("b.md", "xx")
    spans = [b.span(0, 1), a.span(3, 4), a.span(1, 2), a.span(0, 2), a.span(0, 1)]
    assert sorted(spans) == [a.span(0, 1), a.span(0, 2), a.span(1, 2), a.span(3, 4), b.span(0, 1)]


TEXTS = st.text(st.sampled_from("ab\n\r\t\u2028🚀é"), max_size=40)


@given(TEXTS, st.data())
def test_an_offset_becomes_a_place_and_an_offset_again(text: str, data: st.DataObject) -> None:
    source = Source("a.md", text)
    offset = data.draw(st.integers(0, len(text)))
    place = source.position(offset)
    assert source.offset(place) == offset
    assert place.line >= 1
    assert place.column >= 1


@given(TEXTS)
def test_lines_are_what_an_editor_shows(text: str) -> None:
    source = Source("a.md", text)
    expected = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert [source.line(n) for n in range(1, len(expected) + 1)] == expected
