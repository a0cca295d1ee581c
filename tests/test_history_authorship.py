"""What is new in a text is found by lines, and in them by words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmdocs.history.authorship import likeness, new_stretches


def new(before: str, after: str) -> list[str]:
    return [after[start:end] for start, end in new_stretches(before, after)]


CHANGES = {
    ("", ""): [],
    ("a\nb\n", "a\nb\n"): [],
    ("a\nb\n", "a\r\nb\r\n"): [],
    ("a\nb\n", "b\n"): [],
    ("", "US-1\n"): ["US-1\n"],
    ("a\nc\n", "a\nb\nc\n"): ["b\n"],
    ("see US-1 now\n", "see US-1 and US-1 now\n"): ["and", " ", "US-1", " "],
    ("depends_on: [US-1]\n", "depends_on: [US-1, US-2]\n"): [", US-2"],
    ("a US-1.\n", "a US-2.\n"): ["US-2"],
    ("a US-1\n", "a US-1.\n"): ["."],
}


@pytest.mark.parametrize(("texts", "told"), CHANGES.items())
def test_new_words(texts: tuple[str, str], told: list[str]) -> None:
    assert "".join(new(*texts)) == "".join(told)


lists = st.lists(st.sampled_from(["- a\n", "- b\n", "  c: d\n", "\n"]), max_size=30)


@given(lists, lists, st.integers(0, 30))
def test_a_line_that_was_put_in_is_new_and_nothing_else(
    lines: list[str], added: list[str], at: int
) -> None:
    marked = [f"{n} {line}" if line.strip() else f"{n}\n" for n, line in enumerate(added)]
    after = [*lines[:at], *marked, *lines[at:]]
    assert "".join(new("".join(lines), "".join(after))) == "".join(marked)


def test_likeness_is_of_lines() -> None:
    assert likeness("a\nb\n", "a\r\nb\r\n") == 1
    assert likeness("a\n", "b\n") == 0
