"""How the pages of visions, personas, risks, decisions and launches read."""

from __future__ import annotations

from typing import Any

import pytest

from tests.kinds import html_of, own, product, text_of, view


@pytest.mark.verifies("US-67.AC-5")
def test_a_vision_is_told_in_moores_form() -> None:
    assert (
        "For people who sail at night who want to know where the rocks are, Lamp is a coastal "
        "beacon that tells them where they are. Unlike paper charts, it works in fog."
    ) in text_of(html_of("VIS-1"))


@pytest.mark.parametrize(
    ("slots", "words"),
    [
        ("", "is a product that c."),
        ("category: an aid", "is an aid that c."),
        ("category: oil lamp", "is an oil lamp that c."),
        ("alternative: x", "The alternative today: x."),
        ("differentiation: y", "Besides, it y."),
        ("alternative: x\n  differentiation: Lamp sees", "Unlike x, Lamp sees."),
    ],
)
def test_a_statement_reads_well_whichever_slots_are_filled(slots: str, words: str) -> None:
    more = (
        f"- id: VIS-9\n  title: t\n  target_customer: a\n  need: b\n  key_benefit: c\n  {slots}\n"
    )
    assert words in text_of(html_of("VIS-9", product(more)))


@pytest.mark.parametrize(
    ("name", "letters"),
    [("The night sailor", "NS"), ("Who", "W"), ("The", "T"), ("Élan & (x) Öl", "ÉÖ"), ("…", "")],
)
def test_a_persona_has_the_letters_of_the_words_that_matter(name: str, letters: str) -> None:
    more = f"- {{id: PER-9, title: '{name}', role: r, goals: [g], pains: [p]}}\n"
    assert view("PER-9", product(more)).lead.initials == letters  # type: ignore[attr-defined]


def test_goals_pains_and_jobs_stand_side_by_side() -> None:
    rows = [[block.key for block in row] for row in view("PER-1").rows]
    assert rows == [["goals", "pains", "jobs"], ["its-stories"]]


@pytest.mark.verifies("US-67.AC-6")
def test_the_score_of_a_risk_is_marked_in_a_grid() -> None:
    grid: Any = view("RSK-1").lead
    here = [
        (5 - y, x + 1) for y, row in enumerate(grid.rows) for x, cell in enumerate(row) if cell.here
    ]
    assert here == [(4, 5)]
    assert (grid.score, grid.level) == (20, "high")
    assert "Probability 4 of 5, impact 5 of 5" in html_of("RSK-1")


def test_a_decision_leads_to_the_one_that_replaced_it() -> None:
    assert "Superseded by" in html_of("DEC-1")
    assert view("DEC-1").lead.superseded_by == ("DEC-2",)  # type: ignore[attr-defined]
    assert view("DEC-2").lead.supersedes == ("DEC-1",)  # type: ignore[attr-defined]


def test_a_launch_has_prices_as_cards_and_a_checklist() -> None:
    assert [tier.price for tier in own("LCH-1", "pricing").tiers] == ["9 EUR", ""]
    assert own("LCH-1", "checklist").meter.words == "1 of 2 done"
    text = text_of(html_of("LCH-1"))
    for words in ("go, 20 May 2027", "What went well ships came", "Lamp is a product that"):
        assert words in text
