"""Texts without what stays inside: every way to name an internal item, or to lead to its page."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmdocs.project.redaction import Redaction

REDACTION = Redaction(
    frozenset({"RM-9", "RM-10", "US-9"}),
    frozenset({"a/plan.md", "b/index.md", "c/memo.md"}),
    frozenset({"index.md", "d/plan.md", "a/RM-1.md"}),
    "content",
)
TEXTS = {
    "RM-9 and RM-1": "internal item and RM-1",
    "RM-9, (RM-10) us-9.AC-2: RM-99 XRM-9 RM-90": (
        "internal item, (internal item) internal item: RM-99 XRM-9 RM-90"
    ),
    r"RM\-9 RM‑9 RM-009 RM-9-the-plan RM-1-RM-9": (
        "internal item internal item internal item internal item RM-1-internal item"
    ),
    "[[RM-9]] [[RM-9|the words]] [[RM-9.AC-1]] [[RM-1|RM-9 it is]]": (
        "internal item the words internal item [[RM-1|internal item it is]]"
    ),
    r"\[[RM-9]] [[RM-9\|in a table]] [[ RM-9 | blanks ]]": "internal item in a table blanks",
    "[x](a/plan.md) [y](a/plan.md#top 'RM-9') [z](<a/plan.md>)": "x y z",
    "[x](/a/plan/) [y](content/d/plan.md) ![z](RM-9.png) [w](b/)": "x [y](content/d/plan.md) z w",
    "[x](https://a.org/RM-9) [y](https://a.org/RM-1)": "x [y](https://a.org/RM-1)",
    "https://a.org/RM-9?q=1. <https://a.org/RM-9>": "internal item. internal item",
    "[x][m], [m], [m][] and [n]\n\n[m]: a/plan.md 'x'\n[n]: d/plan.md\n": (
        "x, m, m and [n]\n\n\n[n]: d/plan.md\n"
    ),
    '<a class="k" href="a/plan/">x</a> <img src=\'RM-9.png\'>': '<a class="k">x</a> <img>',
    "see content/a/plan.md#x, memo.md and ../c/memo.html.": (
        "see internal item, internal item and internal item."
    ),
    "d/plan.md, plan.md, a/RM-1.md, index.md, and/or": "d/plan.md, plan.md, a/RM-1.md, index.md, and/or",
    "`RM-9` and\n\n    RM-9\n": "`internal item` and\n\n    internal item\n",
    "x\n\n```pmdocs\ncards: RM-9\n```\n\n```pmdocs\ncards: RM-1\n```\n": (
        "x\n\n\n\n```pmdocs\ncards: RM-1\n```\n"
    ),
}


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_loses_what_is_internal_and_nothing_else(text: str) -> None:
    assert REDACTION.text(text) == TEXTS[text]


def test_addresses_are_meant_from_the_page_that_they_stand_on() -> None:
    assert REDACTION.text("[x](plan.md) [y](../b/index.md)", "a/other.md") == "x y"
    assert REDACTION.text("[x](plan.md)", "d/other.md") == "[x](plan.md)"
    # As a browser counts, a page is a folder.
    assert REDACTION.text("<a href='../plan/'>x</a>", "a/other.md") == "<a>x</a>"


PIECES = [
    "RM-9",
    "RM-1",
    "[[",
    "]]",
    "|",
    "\\",
    "[",
    "](",
    ")",
    "`",
    "<",
    ">",
    "a/plan.md",
    "/",
    "-",
]
PIECES += ["\n", " ", "https://x.org/", "```pmdocs\n", "```", "x", "9", "]: ", '"', ".AC-1", "rm"]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_whatever_a_text_is_made_of_no_internal_id_is_left_in_it(text: str) -> None:
    left = REDACTION.text(text)
    assert not re.search(r"(?<![a-z0-9])rm\\?-0*(?:9|10)(?![0-9])", left, re.IGNORECASE), left
    assert REDACTION.text(left) == left
