"""The pages of all kinds to the letter, and what holds for every one of them."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from pmdocs.model.registry import builtin
from pmdocs.views import item as item_view
from tests.golden import assert_golden, values
from tests.kinds import html_of, product, project, view
from tests.markup import Page

FORMS = [
    *("VIS-1", "OBJ-1", "RM-1", "REL-1", "MET-1", "RES-1", "IDEA-1", "PER-1", "STK-1", "PRD-1"),
    *("US-1", "SPR-1", "RSK-1", "DEC-2", "LCH-1", "PGM-1", "CH-1"),
]


@pytest.mark.parametrize("id", FORMS)
def test_values_are_as_before(id: str) -> None:
    shown = replace(view(id), serves=(), served_by=(), mentioned_in=())
    assert_golden(f"views/item/{id}.txt", values(shown))


@pytest.mark.parametrize("id", FORMS)
def test_html_is_as_before(id: str) -> None:
    html = html_of(id).split('<section class="pm-links"')[0]
    assert_golden(f"views/item/{id}.html", re.sub(r"\n\s*\n+", "\n", html))


@pytest.mark.verifies("US-67.AC-1")
def test_every_kind_has_a_form() -> None:
    assert {id.partition("-")[0] for id in FORMS} == {kind.prefix for kind in builtin()}


def test_every_link_to_an_item_says_which_one_it_is() -> None:
    for id in FORMS:
        html = html_of(id)
        for link in Page(html).links:
            if link["href"].startswith("../../items/") and "pm-ref" not in link.get("class", ""):
                assert project().find(link.get("data-id", "")), (id, link)


def test_the_sections_of_a_page_are_in_its_table_of_contents() -> None:
    made = item_view.sections(view("CH-1"))
    assert ("pm-raci", "Who does what") in made
    ids = Page(html_of("CH-1")).ids
    assert [anchor for anchor, _ in made if anchor not in ids] == []


def test_blocks_side_by_side_are_only_those_that_are_there() -> None:
    more = "- {id: PER-9, title: t, role: r, goals: [g], pains: [p]}\n"
    rows = [[block.key for block in row] for row in view("PER-9", product(more)).rows]
    assert rows == [["goals", "pains"]]
