"""The roadmap as a stakeholder meets it: in the real site of the example, inside Material."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

import pytest
from playwright.sync_api import expect

from tests.example import TODAY, example_site
from tests.site import served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

ROWS = ".pm-body .pm-row[data-id]:visible"


@pytest.fixture(scope="module")
def root() -> Iterator[str]:
    with served(example_site()) as address:
        yield address


@pytest.fixture
def tab(browser: Browser, root: str) -> Iterator[Page]:
    """The roadmap, on the day until which the example was written; nothing may go wrong in it."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    tab = context.new_page()
    problems: list[str] = []
    tab.on("pageerror", lambda error: problems.append(str(error)))
    tab.clock.set_fixed_time(int(TODAY) * 1000)
    tab.goto(root + "roadmap/")
    tab.wait_for_selector(".pm-roadmap[data-pm-ready]")
    yield tab
    context.close()
    assert problems == []


def test_a_stakeholder_filters_zooms_and_sends_the_result(tab: Page) -> None:
    every = tab.locator(ROWS).count()
    tab.get_by_label("Status").select_option("blocked")
    assert 0 < tab.locator(ROWS).count() < every
    tab.get_by_role("button", name="Month").click()
    tab.locator(".pm-toggle:visible").first.click()
    left = tab.locator(ROWS).count()
    address = tab.url
    for part in ("status=blocked", "zoom=month", "shut="):
        assert part in address
    other = tab.context.new_page()
    other.goto(address)
    other.wait_for_selector(".pm-roadmap[data-pm-ready]")
    assert other.locator(ROWS).count() == left
    assert other.get_by_role("button", name="Month").get_attribute("aria-pressed") == "true"
    other.close()


@pytest.mark.verifies("US-50.AC-1")
def test_a_bar_opens_a_card_with_what_matters(tab: Page) -> None:
    tab.locator('.pm-row[data-id="RM-20"] .pm-bar').hover()
    card = tab.locator("#pm-peek")
    expect(card).to_be_visible()
    words = " ".join(card.inner_text().split())
    # The outcome, the dates, the confidence, a link and the latest news.
    assert "half an hour before it is too late" in words
    assert "7 Sep 2026 – 18 Dec 2026" in words
    assert "medium" in words
    assert "REL-6" in words
    assert "24 Nov 2026" in words
    tab.keyboard.press("Escape")
    expect(card).to_have_count(0)


def test_the_keyboard_reaches_a_row_and_its_card(tab: Page) -> None:
    tab.locator(".pm-toggle").first.focus()
    tab.keyboard.press("ArrowDown")
    row = tab.evaluate("document.activeElement.closest('.pm-row').dataset.id")
    expect(tab.locator("#pm-peek")).to_contain_text(row)
    tab.keyboard.press("Escape")
    assert tab.evaluate("document.activeElement.closest('.pm-row').dataset.id") == row


def test_other_lanes_are_a_page_away_with_the_same_filters(tab: Page, root: str) -> None:
    tab.get_by_label("Team").select_option(index=1)
    tab.get_by_role("navigation", name="Lanes").get_by_role("link", name="Theme").click()
    tab.wait_for_url(re.compile(re.escape(root) + r"roadmap/theme/\?team="))
    tab.wait_for_selector(".pm-roadmap[data-pm-ready]")
    lanes = tab.locator(".pm-lane-title:visible").all_inner_texts()
    assert set(lanes) & {"On board", "Berths", "Harbour desk", "Lights and fog", "Trust and safety"}
    tab.go_back()
    tab.wait_for_selector(".pm-roadmap[data-pm-ready]")
    assert "team=" in tab.url


def test_it_prints_on_paper_across_in_light_colours(tab: Page) -> None:
    tab.emulate_media(media="print", color_scheme="dark")
    wide = tab.locator(".pm-time").evaluate("e => e.scrollWidth - e.clientWidth")
    assert wide <= 0
    pdf = tab.pdf(prefer_css_page_size=True)
    size = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert size
    assert float(size[1]) > float(size[2])


def test_dark_follows_the_reader(browser: Browser, root: str) -> None:
    colours = []
    schemes: tuple[Literal["light"], Literal["dark"]] = ("light", "dark")
    for scheme in schemes:
        tab = browser.new_page(color_scheme=scheme)
        tab.goto(root + "roadmap/")
        colours.append(
            tab.locator(".pm-name").first.evaluate("e => getComputedStyle(e).backgroundColor")
        )
        tab.close()
    assert colours[0] != colours[1]


@pytest.mark.verifies("US-51.AC-1")
def test_without_javascript_every_item_is_there(browser: Browser, root: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(root + "roadmap/")
    assert tab.locator(f"{ROWS}, .pm-undated .pm-card").count() == 52
    assert not tab.locator(".pm-tools").first.is_visible()
    context.close()
