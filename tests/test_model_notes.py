"""Text behind a `#` that was meant to be read is told, and gets quotes."""

from __future__ import annotations

import pytest

from pmdocs.diagnostics import Diagnostic
from pmdocs.project.reader import build
from pmdocs.rules.catalogue import check
from pmdocs.text import Source
from tests.mended import mended


def told(text: str) -> list[Diagnostic]:
    return check(build([Source("roadmap/a.yaml", text)]))


def test_a_value_that_begins_with_a_hash_is_no_note() -> None:
    text = "id: IDEA-1\ntitle: #5 is best\n"
    (one,) = told(text)
    message = "`title` has no value: what begins with `#` is a note, and is not read"
    assert (one.code, one.finding.message) == ("PM101", message)
    assert one.finding.hint == 'if it is the value, put it in quotes: `title: "#5 is best"`'
    assert one.span.start == (2, 8)
    assert mended(text) == text.replace("#5 is best", '"#5 is best"')


def test_a_word_behind_a_hash_is_read_by_a_guess_alone() -> None:
    text = "id: IDEA-1\ntitle: #tea\n"
    assert mended(text) == text
    assert mended(text, unsafe=True) == text.replace("#tea", '"#tea"')


def test_a_note_for_an_empty_field_stays_one() -> None:
    (one,) = told("id: IDEA-1\ntitle: # later\n")
    assert "note" not in one.finding.message


def test_a_text_that_is_cut_off_before_a_number_is_told() -> None:
    text = "id: IDEA-1\ntitle: Order #5 the usual \nowner: me\n"
    (one,) = told(text)
    message = "`#5 the usual` is a note, and is not read: the text ends before it"
    assert (one.code, one.finding.message) == ("PM016", message)
    assert one.span.start == (2, 14)
    assert mended(text) == text
    wanted = text.replace("Order #5 the usual", '"Order #5 the usual"')
    assert mended(text, unsafe=True) == wanted


@pytest.mark.parametrize(
    "line", ["title: tea # 5 pots", "title: tea # why", 'title: "tea" #5', "title: tea#5"]
)
def test_a_note_behind_a_text_is_no_slip(line: str) -> None:
    assert not told(f"id: IDEA-1\n{line}\n")
