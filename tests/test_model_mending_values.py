"""What amounts, dates, numbers, ids and addresses become when they are mended."""

from __future__ import annotations

import pytest

from tests.mended import mended

IDEA = "id: IDEA-1\ntitle: t\n"
ITEM = "id: RM-1\ntitle: t\noutcome: o\n"
STORY = "id: US-1\ntitle: t\nas_a: a\ni_want: b\nso_that: c\n"
CHARTER = "id: CH-1\ntitle: t\npurpose: p\nsponsor: s\nmanager: m\nstart: 2027\n"
BUDGET = f"{CHARTER}budget: {{limit: 1.250.000, currency: EUR}}\n"
TASK = f"{CHARTER}tasks: [{{id: T-1, title: t, work: 5}}]\n"

SAFE = {
    "a date in eight digits": (ITEM + "start: 20270314\n", "20270314", "2027-03-14"),
    "a date in German": (ITEM + "start: 14. März 2027\n", "14. März 2027", "2027-03-14"),
    "points for thousands": (BUDGET, "1.250.000", "1250000"),
    "a number as a word": (STORY + "points: three\n", "three", "3"),
    "an id in curly quotes": (IDEA.replace("IDEA-1", "“IDEA-1”"), "“IDEA-1”", "IDEA-1"),
    "an id with a dash": (IDEA.replace("IDEA-1", "IDEA–1"), "IDEA–1", "IDEA-1"),
    "hours with their unit": (TASK.replace("work: 5", "work: 5h"), "5h", "5"),
    "a decimal comma in braces": (TASK.replace("work: 5", "work: 1,5"), "1,5", "1.5"),
}
UNSAFE = {
    "days where hours are": (TASK.replace("work: 5", "work: 5d"), "5d", "40"),
    "an address without its beginning": (
        IDEA + "links: [{title: t, url: www.example.org}]\n",
        "www.example.org",
        '"https://www.example.org"',
    ),
}


@pytest.mark.parametrize("slip", SAFE)
def test_another_spelling_is_mended(slip: str) -> None:
    text, old, new = SAFE[slip]
    assert old in text
    assert mended(text) == text.replace(old, new)


@pytest.mark.parametrize("slip", UNSAFE)
def test_a_guess_is_made_only_when_it_is_asked_for(slip: str) -> None:
    text, old, new = UNSAFE[slip]
    assert mended(text) == text
    assert mended(text, unsafe=True) == text.replace(old, new)


@pytest.mark.parametrize("written", ["120.000", "lots"])
def test_an_amount_that_may_be_two_is_left_to_a_person(written: str) -> None:
    text = BUDGET.replace("1.250.000", written)
    assert mended(text, unsafe=True) == text
