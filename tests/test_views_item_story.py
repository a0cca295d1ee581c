"""How the page of a story reads."""

from __future__ import annotations

import json

import pytest

from tests.kinds import html_of, own, product, text_of
from tests.markup import Page


def test_a_criterion_is_met_when_somebody_has_shown_it_or_the_story_is_done() -> None:
    criteria = own("US-1", "criteria")
    assert [one.met for one in criteria.criteria] == [False, True, False]
    assert criteria.meter.words == "1 of 3 met"
    assert own("US-2", "criteria").meter.words == "1 of 1 met"


def test_a_scenario_is_set_as_steps_with_the_tables_and_words_that_are_in_it() -> None:
    steps = own("US-1", "criteria").criteria[2].steps
    assert [(step.word, step.text) for step in steps] == [
        ("Scenario:", "fog"),
        ("Given", "the beams"),
        ("When", "the fog comes"),
        ("Then", "the beam is <colour>"),
        ("But", 'not for "long"'),
    ]
    assert ("white", "10") in steps[1].table


@pytest.mark.parametrize(
    ("scenario", "words"),
    [
        ("# language: de\nAngenommen es ist Nacht\nDann leuchtet es", ["Angenommen", "Dann"]),
        ("# language: xx\nGiven a night", ["Given"]),
        ('Given a text\n"""\nWhen it holds\nmore\n"""\nThen it ends', ["Given", "Then"]),
        ("Givenness is no keyword", [""]),
        ("* a star\n| without | a step |", ["*"]),
    ],
)
def test_the_keywords_of_a_scenario_are_those_of_its_language(
    scenario: str, words: list[str]
) -> None:
    text = json.dumps(scenario)
    story = f"- {{id: US-9, title: t, as_a: x, i_want: y, criteria: [{{id: AC-1, scenario: {text}}}]}}\n"
    steps = own("US-9", "criteria", product(story)).criteria[0].steps
    assert [step.word for step in steps] == words


def test_how_a_criterion_was_shown_is_told_with_a_link() -> None:
    link = Page(html_of("US-1")).link("Shown by the keeper, 1 Feb 2027")
    assert link["href"] == "https://lamp.example.org/1"
    assert "Verified by analysis" in text_of(html_of("US-1"))


def test_each_criterion_has_a_link_to_itself_that_can_be_copied() -> None:
    html = html_of("US-1")
    for anchor, words in (("pm-ac-1", "AC-1"), ("pm-ac-3", "AC-3")):
        assert Page(html).link(words)["href"] == f"#{anchor}"
        assert f'<li id="{anchor}">' in html


def test_the_definition_of_done_is_that_of_the_product_unless_the_story_has_its_own() -> None:
    asked, own_words = own("US-1", "definition_of_done"), own("US-2", "definition_of_done")
    assert [(c.text, c.done) for c in asked.checks] == [("it was tried at night", False)]
    assert asked.note
    assert [(c.text, c.done) for c in own_words.checks] == [("it was printed", True)]
    assert not own_words.note
