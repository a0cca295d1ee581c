"""Boards in a real browser: filters, keys, phones, and no script at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page

from pmdocs.views.board import View, build
from tests import browser as script
from tests.lighthouse import fixtures, product
from tests.test_views_board import stories, written

open_page = script.open_page
project, view, html = fixtures(build, "board/board.html")


@pytest.fixture(scope="module")
def both(html: str) -> str:
    return f"<main><h1>Boards</h1>{html}</main>"


def shown(page: Page) -> list[str]:
    return script.shown(page, ".pm-card")


@pytest.mark.verifies("US-61.AC-3")
def test_words_and_choices_filter_cards_and_are_kept_in_the_address(
    open_page: Callable[..., Page], both: str
) -> None:
    page = open_page(both, "?theme=People")
    assert shown(page) == ["RM-5"]
    page.get_by_label("Theme").select_option("")
    page.get_by_label("Filter cards").fill("skippers")
    assert shown(page) == ["RM-1", "RM-2"]
    assert page.get_by_role("status").inner_text() == "2 of 5 cards"
    assert page.url.endswith("?text=skippers")


def test_a_filter_opens_the_strip_in_which_it_finds_something(
    open_page: Callable[..., Page], both: str
) -> None:
    page = open_page(both)
    assert "RM-3" not in shown(page)
    page.get_by_label("Filter cards").fill("cellar")
    assert shown(page) == ["RM-3"]


@pytest.mark.verifies("US-49.AC-2")
def test_a_place_that_the_filters_hide_clears_them(
    open_page: Callable[..., Page], both: str
) -> None:
    page = open_page(both, "?theme=People#rm-6")
    assert "RM-6" in shown(page)
    assert "theme" not in page.url


def test_a_board_within_text_leaves_the_address_alone(
    open_page: Callable[..., Page], view: View
) -> None:
    page = open_page(written(view, embedded=True), "?text=nothing")
    assert page.locator(".pm-card").filter(visible=True).count() == 4
    page.get_by_label("Filter cards").fill("boat")
    assert page.locator(".pm-card").filter(visible=True).count() == 1
    assert page.url.endswith("?text=nothing")


def test_arrow_keys_go_from_card_to_card(open_page: Callable[..., Page], both: str) -> None:
    page = open_page(both)

    def after(key: str) -> str:
        page.keyboard.press(key)
        found = page.evaluate("document.activeElement.closest('.pm-card')?.id")
        return str(found)

    page.locator("#rm-1 .pm-card-title").focus()
    moves = ["ArrowRight", "ArrowRight", "ArrowDown", "ArrowDown", "ArrowUp", "ArrowLeft"]
    assert [after(key) for key in moves] == ["rm-2", "rm-5", "rm-6", "rm-6", "rm-5", "rm-2"]


def test_the_focus_goes_through_the_tools_and_then_column_by_column(
    open_page: Callable[..., Page], both: str
) -> None:
    page = open_page(both)
    page.locator("h1").click()
    reached = []
    for _ in range(11):
        page.keyboard.press("Tab")
        name = (
            "document.activeElement.dataset.id ?? document.activeElement.getAttribute('aria-label')"
        )
        reached.append(page.evaluate(name))
    assert reached == [
        None,
        "Filter cards",
        "Theme",
        "RM-1",
        "OBJ-1",
        "RM-2",
        "OBJ-1",
        "RM-1",
        "RM-5",
        "RM-6",
        None,
    ]


@pytest.mark.verifies("US-61.AC-4")
@pytest.mark.parametrize("width", [320, 375, 700])
def test_on_a_phone_columns_are_stacked_and_nothing_scrolls_sideways(
    open_page: Callable[..., Page], both: str, width: int
) -> None:
    page = open_page(both + written(stories()), width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    lefts = "[...document.querySelectorAll('.pm-col')].map((c) => c.getBoundingClientRect().left)"
    assert len(set(page.evaluate(lefts))) == 1


def test_many_columns_scroll_within_their_own_region(open_page: Callable[..., Page]) -> None:
    page = open_page(written(stories()), width=900)
    assert page.evaluate("document.documentElement.scrollWidth") <= 900
    assert page.locator(".pm-columns").evaluate("e => e.scrollWidth > e.clientWidth")


def test_the_head_of_a_column_stays_while_its_cards_pass(
    open_page: Callable[..., Page],
) -> None:
    more = "".join(f"- {{id: RM-{n}, title: t, outcome: o, horizon: now}}\n" for n in range(20, 60))
    page = open_page(written(build(product(more))), width=375)
    page.evaluate("window.scrollTo(0, 1500)")
    head = page.locator(".pm-col-head").first.bounding_box()
    assert head
    assert head["y"] == 48


@pytest.mark.verifies("US-61.AC-5")
def test_without_a_script_nothing_is_missing(browser: Browser, both: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    css = script.ASSETS["pmdocs.css"].decode()
    page.set_content(f"{script.PAGE}<style>{css}</style>{both}")
    assert shown(page) == ["RM-1", "RM-2", "RM-5", "RM-6"]
    page.get_by_text("Recently done").click()
    assert "RM-3" in shown(page)
    assert not page.locator(".pm-tools").is_visible()
    context.close()
