"""The manual's reference pages say what the code says."""

from __future__ import annotations

import os

from tests.reference import MANUAL, main, pages, stale


def test_the_reference_pages_are_what_the_code_generates() -> None:
    if os.environ.get("UPDATE_REFERENCE"):
        main()
    differing = [
        path
        for path, text in pages().items()
        if not (MANUAL / path).is_file() or (MANUAL / path).read_text("utf-8") != text
    ]
    assert differing == [], "run `python -m tests.reference`"


def test_no_reference_page_is_left_over() -> None:
    assert stale(pages()) == []


def test_every_reference_page_says_that_it_is_generated() -> None:
    assert all("by `python -m tests.reference`: do not edit. -->" in t for t in pages().values())
