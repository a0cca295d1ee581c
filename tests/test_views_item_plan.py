"""How the pages of roadmap items, releases and sprints read."""

from __future__ import annotations

import pytest

from tests.kinds import html_of, own, product, text_of, view


@pytest.mark.verifies("US-67.AC-7")
def test_scores_are_computed_and_stand_beside_their_inputs() -> None:
    scores = own("RM-1", "scores")
    assert [(s.name, s.number) for s in scores.computed] == [
        ("RICE", "190"),
        ("WSJF", "4"),
        ("Value for effort", "1.6"),
    ]
    text = text_of(html_of("RM-1"))
    assert "reach 1,900 × impact 3 × confidence 60% ÷ effort 18" in text
    assert "(value 8 + criticality 5 + risk reduction 3) ÷ size 4" in text


def test_a_score_that_cannot_be_computed_keeps_its_inputs() -> None:
    scores = own("RM-4", "scores")
    assert [(s.name, s.number) for s in scores.computed] == [("RICE", None)]
    assert [(f.label, f.text) for f in scores.facts] == [("Value", "3")]


def test_what_an_item_waits_for_is_marked_when_it_is_late_or_blocked() -> None:
    waits = [(e.ref.id, e.gap) for e in own("RM-1", "waits-for").entries]
    assert waits == [("RM-2", "ends after this one starts"), ("RM-3", "")]
    waited = [(e.ref.id, e.gap) for e in own("RM-1", "waited-for").entries]
    assert waited == [("RM-4", "starts before this one ends")]
    assert own("RM-4", "waits-for").entries[0].ref.id == "RM-1"


def test_a_blocked_item_is_marked_where_somebody_waits_for_it() -> None:
    more = "- {id: RM-9, title: t, outcome: o, depends_on: RM-2}\n"
    assert own("RM-9", "waits-for", product(more)).entries[0].gap == "is blocked"


def test_the_work_behind_an_item_is_its_prds_with_their_stories() -> None:
    entries = own("RM-1", "work").entries
    assert [(e.ref.id, e.depth) for e in entries] == [
        *(("PRD-1", 0), ("US-1", 1), ("US-2", 1), ("US-3", 1), ("US-4", 1), ("PRD-2", 0)),
    ]
    assert view("RM-1").meter.words == "1 of 3 stories done"  # type: ignore[union-attr]


def test_the_head_of_an_item_tells_confidence_in_bars_and_health_by_a_shape() -> None:
    facts = {fact.label: fact for fact in view("RM-1").facts}
    assert facts["Confidence"].level == 3
    assert facts["Health"].role == "at-risk"
    assert facts["Release"].ids == ("REL-1",)


def test_a_release_brings_items_and_launches() -> None:
    assert [e.ref.id for e in own("REL-1", "contains").entries] == ["RM-1"]
    assert [e.ref.id for e in own("REL-1", "launches").entries] == ["LCH-1"]
    shown = [block.key for row in view("REL-1").rows if len(row) > 1 for block in row]
    assert shown == ["hypothesis", "success_threshold"]


def test_the_points_of_a_sprint_are_those_of_its_stories() -> None:
    shown = view("SPR-1")
    assert shown.meter
    assert shown.meter.words == "3 of 8 points done"
    facts = {fact.label: fact for fact in shown.facts}
    assert facts["Committed"].text == "8 points, more than fit in"
    assert facts["Without points"].text == "1"
    columns = [(c.word, [e.ref.id for e in c.stories]) for c in own("SPR-1", "board")]
    assert columns == [
        ("draft", ["US-3"]),
        ("in progress", ["US-1"]),
        ("done", ["US-2"]),
        ("dropped", ["US-4"]),
    ]
