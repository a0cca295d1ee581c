"""Words that everybody understands differently."""

from __future__ import annotations

import pytest

from pmdocs.model.vague import may_be_vague, vague_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("it is fast and easy, and fast", ["fast", "easy"]),
        ("it is fast: 2 s", []),
        ("the label “Easy” and 'Fast' and \"Quick\"", []),
        ("rows, columns, etc.", ["etc"]),
        ("rows and so forth", ["and so forth"]),
        ("a name and/or a date", ["and/or"]),
        ("where possible, and as applicable", ["where possible", "as applicable"]),
        ("as needed, as expected", ["as needed", "as expected"]),
        ("the properties of a fast-path, fastened", []),
        ("when the user is possible", []),
        ("a quick answer, quick links and a quick start", ["quick"]),
        ("a slow reader, who reads slowly", ["slowly"]),
        ("", []),
    ],
)
def test_each_vague_word_is_told_once_at_its_first_place(text: str, words: list[str]) -> None:
    found = list(vague_words(text))
    assert [vague.word for vague in found] == words
    assert [text[vague.start : vague.end] for vague in found] == words
    assert [vague.start for vague in found] == sorted(vague.start for vague in found)
    assert may_be_vague(text) or not words


@pytest.mark.parametrize(
    "word",
    [
        *(
            "FASTER",
            "quickly",
            "slowly",
            "promptly",
            "performant",
            "easier",
            "easy",
            "user friendly",
        ),
        *(
            "user-friendly",
            "intuitively",
            "effortlessly",
            "conveniently",
            "appropriately",
            "proper",
        ),
        *("correctly", "robustly", "seamlessly", "smoothly", "nicely", "adequately", "reasonable"),
        *("reasonably", "sufficiently", "efficiently", "flexible", "flexibly", "as expected"),
        *("as usual", "state of the art", "state-of-the-art", "as appropriate", "as needed"),
        *("as applicable", "if possible", "where necessary", "whenever practicable", "if feasible"),
        *(
            "where appropriate",
            "to the extent possible",
            "etc",
            "and so on",
            "and so forth",
            "and/or",
        ),
    ],
)
def test_no_vague_word_is_passed_over_by_the_quick_look(word: str) -> None:
    assert may_be_vague(f"it is {word} here")
    assert [vague.word for vague in vague_words(f"it is {word} here")] == [word]


def test_each_sort_of_word_has_advice_of_its_own() -> None:
    text = "fast, easy, properly, as needed, etc, and/or"
    assert len({vague.hint for vague in vague_words(text)}) == len(list(vague_words(text))) == 6
