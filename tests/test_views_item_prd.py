"""How the page of a PRD reads."""

from __future__ import annotations

import pytest

from pmdocs.site.pages import Site
from tests.kinds import own, product, text_of, view
from tests.markup import Page


@pytest.mark.verifies("US-67.AC-3")
def test_each_requirement_is_covered_by_its_stories_or_marked_as_a_gap() -> None:
    found = own("PRD-1", "requirements")
    told = [
        (one.part.local, one.functional, [e.ref.id for e in one.stories], one.gap)
        for one in found.requirements
    ]
    assert told == [
        ("FR-1", True, ["US-1", "US-2"], ""),
        # Its only story was dropped.
        ("FR-2", True, [], "No story"),
        ("NFR-1", False, [], "No story"),
        # Nobody wants it.
        ("FR-3", True, [], ""),
    ]
    assert found.meter.words == "1 of 3 with a story"


def test_open_questions_come_before_answered_ones() -> None:
    asked = own("PRD-1", "open_questions")
    assert [(q.part.local, bool(q.answer)) for q in asked] == [("Q-2", False), ("Q-1", True)]


def test_approvals_are_told_with_a_shape_for_what_was_said() -> None:
    seals = own("PRD-1", "approvals")
    assert [(s.role, s.name, s.said, s.shape) for s in seals] == [
        ("harbour office", "Mara", "approved", "done"),
        ("keeper", "", "rejected", "blocked"),
        ("mayor", "", "requested", "planned"),
    ]


def test_the_stories_of_a_prd_tell_their_criteria() -> None:
    entries = own("PRD-1", "its-stories").entries
    told = {e.ref.id: e.gap or (e.meter.words if e.meter else "") for e in entries}
    assert told == {
        "US-1": "1 of 3 criteria met",
        "US-2": "1 of 1 criterion met",
        "US-3": "No criteria",
        "US-4": "",
    }


def test_a_prd_page_shows_coverage_without_the_words_of_its_sections() -> None:
    story = "- {id: US-9, title: Dry, as_a: x, i_want: y, prd: PRD-2.FR-1}\n"
    found = product(story)
    keys = [block.key for block in view("PRD-2", found).blocks]
    assert keys == ["coverage", "its-stories"]
    above, below = Site(found, ()).around(found.items["PRD-2"], "PRD-2-as-a-page.md")
    assert "0 of 1 story done" in text_of(above)
    assert "1 of 2 with a story" in text_of(below)
    assert "No story" in below
    assert "dry" not in below
    # The page itself has the anchors.
    assert not {"pm-fr-1", "pm-fr-2"} & set(Page(above + below).ids)
    assert Page(below).link("FR-1")["href"] == "#pm-fr-1"
