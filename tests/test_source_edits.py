"""Edits change what they name and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmdocs.diagnostics import Edit
from pmdocs.source.edits import edited, overlap
from pmdocs.text import Source

TEXT = "id: US-1\r\ntitle: Öl  # what for?\n"


def edit(source: Source, old: str, new: str) -> Edit:
    start = source.text.index(old)
    return Edit(source.span(start, start + len(old)), new)


def test_every_other_character_stays() -> None:
    source = Source("a.yaml", TEXT)
    made = edited(source, [edit(source, "Öl", "Oil"), edit(source, "US-1", "US-20")])
    assert made == "id: US-20\r\ntitle: Oil  # what for?\n"


def test_an_edit_that_two_ask_for_is_made_once() -> None:
    source = Source("a.yaml", TEXT)
    assert edited(source, [edit(source, "US-1", "US-2")] * 2).startswith("id: US-2\r\n")


def test_edits_of_the_same_characters_are_refused() -> None:
    source = Source("a.yaml", TEXT)
    one, other = edit(source, "US-1", "a"), edit(source, "S-1", "b")
    assert overlap(one, other)
    with pytest.raises(ValueError, match="same characters"):
        edited(source, [one, other])


def test_edits_of_another_file_are_refused() -> None:
    source = Source("a.yaml", TEXT)
    with pytest.raises(ValueError, match=r"b\.yaml"):
        edited(source, [edit(Source("b.yaml", TEXT), "US-1", "a")])


def test_two_texts_at_one_place_have_no_order() -> None:
    source = Source("a.yaml", TEXT)
    here = source.span(3, 3)
    assert overlap(Edit(here, "a"), Edit(here, "b"))
    assert not overlap(Edit(here, "a"), Edit(here, "a"))
    assert not overlap(Edit(here, "a"), Edit(source.span(5, 5), "b"))


@given(st.text(), st.data())
def test_what_is_taken_out_and_put_back_is_the_same(text: str, data: st.DataObject) -> None:
    source = Source("a", text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert edited(source, [Edit(source.span(start, end), text[start:end])]) == text
