"""The script and the stylesheet, on the views, in a real browser, from a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pmdocs.views import matrix, roadmap, table
from tests.browser import ASSETS, PAGE, open_page, shown
from tests.lighthouse import product, rendered

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page

__all__ = ["open_page"]


@pytest.fixture(scope="module")
def timeline() -> str:
    project = product()
    return rendered("roadmap/roadmap.html", roadmap.build(project), project)


@pytest.fixture(scope="module")
def items() -> str:
    project = product()
    kind = project.settings.kinds.by_name["item"]
    return rendered("table/table.html", table.build(project, kind), project)


def test_words_filter_rows_and_cards_and_are_kept_in_the_address(
    open_page: Callable[..., Page], timeline: str
) -> None:
    page = open_page(timeline)
    page.get_by_label("Filter items").fill("keeper")
    assert shown(page, ".pm-row[data-id], .pm-card") == ["RM-5"]
    assert page.get_by_role("status").inner_text() == "1 of 7 items"
    assert "?text=keeper" in page.url
    assert not page.get_by_text("No objective").is_visible()


def test_the_status_in_the_address_is_chosen(open_page: Callable[..., Page], timeline: str) -> None:
    page = open_page(timeline, "?status=in+progress")
    assert shown(page, ".pm-row[data-id]") == ["RM-1"]
    assert page.get_by_label("Status").input_value() == "in progress"


def test_a_status_that_nothing_has_is_no_filter(
    open_page: Callable[..., Page], timeline: str
) -> None:
    page = open_page(timeline, "?status=nonsense")
    assert len(shown(page, ".pm-row[data-id]")) == 4


@pytest.mark.verifies("US-49.AC-2")
def test_a_place_that_the_filters_hide_clears_them(
    open_page: Callable[..., Page], timeline: str
) -> None:
    page = open_page(timeline, "?status=planned#rm-3")
    assert "RM-3" in shown(page, ".pm-row[data-id]")
    assert "status" not in page.url


def test_zoom_makes_days_wider(open_page: Callable[..., Page], timeline: str) -> None:
    page = open_page(timeline, "?zoom=year")
    narrow = page.locator(".pm-time").evaluate("e => e.offsetWidth")
    page.get_by_role("button", name="Month").click()
    assert page.locator(".pm-time").evaluate("e => e.offsetWidth") > narrow
    assert "zoom=month" in page.url


def test_today_is_in_the_left_third_at_first(open_page: Callable[..., Page], timeline: str) -> None:
    page = open_page(timeline, "?zoom=month", width=900)
    line, label = (page.locator(s).first.bounding_box() for s in (".pm-today", ".pm-name"))
    box = page.locator(".pm-scroll").bounding_box()
    assert line
    assert label
    assert box
    start = label["x"] + label["width"]
    assert 0.2 < (line["x"] - start) / (box["x"] + box["width"] - start) < 0.4


def test_a_lane_is_shut_and_its_arrows_go_with_it(
    open_page: Callable[..., Page], timeline: str
) -> None:
    page = open_page(timeline)
    arrow = page.locator(".pm-clash")
    assert arrow.get_attribute("d")
    page.locator(".pm-toggle").first.click()
    assert shown(page, ".pm-row[data-id]") == ["RM-3", "RM-4"]
    assert arrow.get_attribute("d") == ""


@pytest.mark.verifies("US-86.AC-1")
def test_arrow_keys_move_and_only_one_row_is_a_tab_stop(
    open_page: Callable[..., Page], timeline: str
) -> None:
    page = open_page(timeline)
    assert page.locator('.pm-row > .pm-name > [tabindex="0"]').count() == 1
    page.locator(".pm-toggle").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('.pm-row').id") == "rm-2"
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowLeft")
    assert page.locator(".pm-toggle").first.get_attribute("aria-expanded") == "false"


@pytest.mark.verifies("US-59.AC-1")
@pytest.mark.parametrize("width", [320, 375, 700])
def test_a_phone_never_scrolls_sideways(
    open_page: Callable[..., Page], timeline: str, items: str, width: int
) -> None:
    project = product()
    trace = rendered("matrix/matrix.html", matrix.build(project), project)
    page = open_page(timeline + items + trace, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_click_sorts_up_then_down_then_as_it_was(
    open_page: Callable[..., Page], items: str
) -> None:
    page = open_page(items)
    head = page.get_by_role("columnheader", name="When")
    rows = ".pm-table tbody tr"
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "ascending"
    assert shown(page, rows)[:4] == ["RM-3", "RM-1", "RM-2", "RM-4"]
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    assert shown(page, rows)[:4] == ["RM-4", "RM-2", "RM-1", "RM-3"]
    assert "sort=-when" in page.url
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") is None
    assert shown(page, rows)[:4] == ["RM-1", "RM-2", "RM-3", "RM-4"]


def test_choices_filter_a_table(open_page: Callable[..., Page], items: str) -> None:
    page = open_page(items, "?confidence=low")
    assert shown(page, ".pm-table tbody tr") == ["RM-2"]
    assert page.get_by_role("status").inner_text() == "1 of 7"
    page.get_by_role("combobox", name="Confidence").select_option("")
    page.get_by_role("combobox", name="Status").select_option("done")
    assert shown(page, ".pm-table tbody tr") == ["RM-3"]


@pytest.mark.verifies("US-51.AC-1", "US-83.AC-1")
def test_without_a_script_nothing_is_missing(browser: Browser, timeline: str, items: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    css = ASSETS["pmdocs.css"].decode()
    page.set_content(f"{PAGE}<style>{css}</style>{timeline}{items}")
    assert len(shown(page, ".pm-row[data-id], .pm-card, .pm-table tbody tr")) == 14
    assert not page.locator(".pm-tools").first.is_visible()
    context.close()


@pytest.mark.parametrize("name", ["pmdocs.css", "pmdocs.js"])
def test_what_every_page_loads_is_small(name: str) -> None:
    import gzip

    assert len(gzip.compress(ASSETS[name], 9)) < 12_000
    assert b"http://" not in ASSETS[name].replace(b"http://www.w3.org/2000", b"")
    assert b"https://" not in ASSETS[name]
