from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from pmdocs.analysis.coverage import Coverage, Share
from pmdocs.views import matrix
from pmdocs.views.coverage import Row, View, build
from tests import browser as script
from tests.golden import assert_golden, values
from tests.lighthouse import empty, fixtures, product, rendered
from tests.test_views_matrix import VISIONS

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

open_page = script.open_page
project, view, html = fixtures(build, "coverage/coverage.html")

OBJECTIVES = "".join(
    f"- {{id: OBJ-{n}, title: Objective {n} of many, status: active, period: 2027,"
    " key_results: [{id: KR-1, text: t, baseline: 0, target: 1}]}\n"
    for n in range(10, 30)
)


def row(view: View, id: str) -> Row:
    return next(row for row in view.rows if row.item.id == id)


def test_values_are_as_before(view: View) -> None:
    assert_golden("views/coverage.txt", values(view))


def test_html_is_as_before(html: str) -> None:
    assert_golden("views/coverage.html", html)


@pytest.mark.verifies("US-64.AC-1")
def test_what_hangs_on_an_item_is_counted(view: View) -> None:
    assert row(view, "RM-1").found == Coverage(
        prds=1, requirements=Share(1, 2), stories=Share(1, 2), criteria=2, done=Share(1, 2)
    )
    assert row(view, "RM-2").found.prds == 0
    assert row(view, "RM-2").found.requirements.percent is None


def test_each_objective_of_an_item_has_its_dot(view: View, html: str) -> None:
    assert [ref.id for ref in view.objectives] == ["OBJ-1", "OBJ-2", "OBJ-3"]
    assert row(view, "RM-1").objectives == {0, 1}
    assert row(view, "RM-5").objectives == set()
    assert view.advanced == (2, 2, 0)
    assert html.count('class="pm-dot"') == 4


@pytest.mark.verifies("US-64.AC-3")
def test_the_last_row_says_the_same_as_the_figures_of_the_matrix(view: View) -> None:
    figures = matrix.build(product()).figures
    total = view.total
    shares = [(figure.count, figure.total) for figure in figures[2:4]]
    assert shares == [
        (total.requirements.count, total.requirements.total),
        (total.stories.count, total.stories.total),
    ]
    assert total.criteria == figures[4].count


def test_what_hangs_on_no_item_is_counted_by_itself(view: View) -> None:
    assert view.loose == Coverage(1, Share(0, 0), Share(1, 1), 1, Share(0, 1))
    found: list[Coverage] = [row.found for row in view.rows] + [view.loose]
    assert sum(one.done.total for one in found) == view.total.done.total
    assert sum(one.prds for one in found) == view.total.prds


@pytest.mark.verifies("US-64.AC-2")
def test_what_is_missing_is_said_with_a_shape_and_a_number(html: str) -> None:
    cells = re.findall(r"<td[^>]* pm-lack [^>]*>(.*?)</td>", html)
    assert cells
    assert all("pm-ico" in cell and re.search(r">0(/\d+)?<", cell) for cell in cells)


def test_a_product_without_objectives_has_no_columns_for_them() -> None:
    from tests.conftest import project_of

    bare = project_of(a__yaml="- {id: RM-1, title: A boat, outcome: o}\n")
    html = rendered("coverage/coverage.html", build(bare), bare)
    assert "pm-turned" not in html
    assert "A boat" in html


def test_a_product_without_items_says_so() -> None:
    assert "no roadmap items" in rendered("coverage/coverage.html", build(empty()), empty())


def test_only_the_chains_of_a_choice_are_counted() -> None:
    project = product(VISIONS)
    view = build(project, items=[project.items["US-1"], project.items["OBJ-4"]])
    assert [row.item.id for row in view.rows] == ["RM-1", "RM-8"]
    assert view.total.done == Share(1, 1)
    assert view.loose is None


def test_an_objective_that_cannot_be_read_has_its_column() -> None:
    more = "- {id: OBJ-9, title: Fog, period: [1]}\n- {id: RM-9, title: A bell, outcome: o, objectives: [OBJ-9]}\n"
    project = product(more)
    assert build(project).objectives[-1].status == "cannot be read"
    assert "OBJ-9" in rendered("coverage/coverage.html", build(project), project)


def test_inside_a_text_it_gives_no_anchors_away() -> None:
    html = rendered("coverage/coverage.html", build(product()), product(), embedded=True)
    assert " data-embedded" in html
    assert not re.findall(r"\sid=", html)


def ids(page: Page) -> list[str]:
    return page.locator(".pm-heat tbody .pm-id").filter(visible=True).all_inner_texts()


def last(page: Page) -> list[str]:
    return page.locator(".pm-total > *").all_inner_texts()


def test_a_click_sorts_by_share(open_page: Callable[..., Page], html: str) -> None:
    page = open_page(html)
    before = ids(page)
    head = page.get_by_role("columnheader", name="Stories with criteria")
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "ascending"
    assert ids(page)[-1] == "RM-1"
    head.get_by_role("button").click()
    assert ids(page)[0] == "RM-1"
    assert "sort=-stories+with+criteria" in page.url
    head.get_by_role("button").click()
    assert ids(page) == before
    assert "?sort" not in page.url


def test_the_last_row_tells_of_the_rows_that_are_shown(
    open_page: Callable[..., Page], html: str
) -> None:
    page = open_page(html)
    assert last(page) == ["All", "2", "2", "0", "3", "1/2", "3", "2/3", "3", "1/3"]
    page.get_by_label("Theme").select_option("Light")
    assert ids(page) == ["RM-1"]
    assert last(page) == ["Shown", "1", "1", "0", "1", "1/2", "2", "1/2", "2", "1/2"]
    assert not page.get_by_text("Not connected").is_visible()
    page.get_by_label("Theme").select_option("")
    page.get_by_label("Filter items").fill("OBJ-2")
    assert ids(page) == ["RM-1", "RM-3"]
    assert page.get_by_role("status").inner_text() == "2 of 5 items"
    assert "theme" not in page.url


def test_what_is_chosen_in_the_address_is_shown(open_page: Callable[..., Page], html: str) -> None:
    page = open_page(html, "?theme=People&sort=item")
    assert ids(page) == ["RM-5"]
    assert page.get_by_role("columnheader", name="Roadmap item").get_attribute("aria-sort")


@pytest.mark.parametrize("width", [320, 375, 700, 1280])
def test_many_objectives_scroll_inside_the_table(
    open_page: Callable[..., Page], width: int
) -> None:
    project = product(OBJECTIVES)
    page = open_page(rendered("coverage/coverage.html", build(project), project), width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_names_of_items_stay_while_the_table_scrolls(open_page: Callable[..., Page]) -> None:
    project = product(OBJECTIVES)
    page = open_page(rendered("coverage/coverage.html", build(project), project), width=1000)
    name = page.locator(".pm-heat tbody th").first
    before = name.bounding_box()
    page.locator(".pm-scroll").evaluate("e => { e.scrollLeft = 200 }")
    assert page.locator(".pm-scroll").evaluate("e => e.scrollLeft") > 0
    assert name.bounding_box() == before


def test_on_a_phone_nothing_covers_the_rows(open_page: Callable[..., Page], html: str) -> None:
    page = open_page(html, width=375)
    assert page.locator(".pm-heat thead").is_hidden()
    floating = page.locator(".pm-heat :is(th, td)").evaluate_all(
        "all => all.filter(one => getComputedStyle(one).position !== 'static').length"
    )
    assert floating == 0
