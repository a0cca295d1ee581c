from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from pmdocs.project.select import select
from pmdocs.views.progress import View, build
from tests import test_views_script
from tests.charts import RESULTS
from tests.golden import assert_golden, values
from tests.lighthouse import empty, fixtures, product, rendered

open_page = test_views_script.open_page
project, view, html = fixtures(build, "progress/progress.html")

CHOICE = "RM-1 or PRD-1 or OBJ-4 or US-1 or OBJ-3 or RM-8"
MORE = "- {id: RM-8, title: Off we go, outcome: o, status: in progress, health: off track}\n"


def chosen() -> tuple[View, str]:
    project = product(
        RESULTS, MORE, "- {id: MET-1, title: t, measurements: [{date: 2027, value: 7}]}\n"
    )
    view = build(project, items=select(project, CHOICE))
    return view, rendered("progress/progress.html", view, project, embedded=True)


def test_values_and_html_are_as_before() -> None:
    view, html = chosen()
    assert_golden("views/progress.txt", values(view))
    assert_golden("views/progress.html", html)


def test_without_a_choice_it_shows_the_roadmap_items_that_were_not_dropped(view: View) -> None:
    assert [row.ref.id for row in view.rows] == ["RM-1", "RM-2", "RM-3", "RM-5", "RM-6"]


@pytest.mark.verifies("US-77.AC-3")
def test_items_are_told_by_their_stories_and_objectives_by_their_key_results() -> None:
    rows = {row.ref.id: (row.percent, row.words) for row in chosen()[0].rows}
    assert rows["RM-1"] == (50, "1 of 2 stories done")
    assert rows["PRD-1"] == (50, "1 of 2 stories done")
    assert rows["OBJ-4"] == (50, "1 of 3 key results reached")


def test_what_nothing_can_be_counted_for_is_shown_all_the_same() -> None:
    rows = {row.ref.id: (row.percent, row.words) for row in chosen()[0].rows}
    assert rows["US-1"] == rows["OBJ-3"] == (None, "nothing to count yet")


def test_only_a_health_that_needs_attention_has_a_sign(view: View, html: str) -> None:
    assert 'aria-label="at risk"' in html
    assert 'aria-label="off track"' in chosen()[1]
    assert {row.health for row in view.rows if row.ref.role == "done"} == {""}


def test_it_gives_no_anchors_away() -> None:
    assert " id=" not in chosen()[1]
    assert 'data-id="RM-1"' in chosen()[1]


def test_a_script_in_a_title_stays_text(html: str) -> None:
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_an_empty_choice_says_what_can_be_followed() -> None:
    found = rendered("progress/progress.html", build(empty()), empty())
    assert "There is nothing to follow here." in found


@pytest.mark.parametrize("width", [320, 375, 1280])
def test_it_fits_every_screen(open_page: Callable[..., Page], width: int) -> None:
    page = open_page(chosen()[1], width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for bar in page.locator(".pm-meter").all():
        assert bar.evaluate("e => e.offsetWidth") > 40
