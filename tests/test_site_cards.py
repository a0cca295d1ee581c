"""Cards that open at links to items, on a real site in a real browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, expect
from playwright.sync_api import Page as Tab

from tests.conftest import OpenTab
from tests.site import lighthouse, served
from tests.test_site_hostile import bad, hostile

CARD = ".pm-peek"
AWAY = "h1"
MATRIX_LINK = '.pm-matrix a[data-id="RM-1"]'
OTHER_LINK = '.pm-matrix a[data-id="PRD-1"]'


@pytest.fixture(scope="module")
def root() -> Iterator[str]:
    with served(lighthouse("below-instant")) as root:
        yield root


def hovered(tab: Tab, selector: str) -> Locator:
    """The card that opens when the pointer rests on a link."""
    tab.locator(selector).first.hover()
    card = tab.locator(CARD)
    card.wait_for()
    return card


@pytest.mark.verifies("US-74.AC-1", "US-50.AC-1")
def test_a_card_opens_where_the_pointer_rests(open_tab: OpenTab, root: str) -> None:
    tab = open_tab(root + "traceability/")
    card = hovered(tab, MATRIX_LINK)
    words = " ".join(card.inner_text().split())
    assert words.startswith("In progress Roadmap item RM-1 A light that can be told from a star")
    for told in ("within ten seconds", "0 of 2 stories done", "Q1 2027 – Q2 2027", "keeper"):
        assert told in words, told
    assert "Confidence ●○○ low" in words
    assert "Health at risk" in words
    assert "2 Feb 2027 at risk: the lamp is late, see US-1" in words
    tab.hover(AWAY)
    expect(card).to_have_count(0)


def test_only_one_card_is_open_at_a_time(open_tab: OpenTab, root: str) -> None:
    tab = open_tab(root + "traceability/")
    hovered(tab, MATRIX_LINK)
    tab.hover(OTHER_LINK)
    expect(tab.locator(CARD)).to_contain_text("Light patterns")
    assert tab.locator(CARD).count() == 1


@pytest.mark.verifies("US-74.AC-3")
def test_the_pointer_may_go_into_a_card_and_follow_its_links(open_tab: OpenTab, root: str) -> None:
    tab = open_tab(root + "traceability/")
    card = hovered(tab, MATRIX_LINK)
    card.hover()
    tab.wait_for_timeout(400)
    assert card.is_visible()
    card.get_by_text("First light").click()
    tab.wait_for_url("**/items/REL-1/")
    expect(tab.locator(CARD)).to_have_count(0)


@pytest.mark.verifies("US-74.AC-3", "US-50.AC-3")
def test_escape_closes_a_card_until_the_pointer_comes_back(open_tab: OpenTab, root: str) -> None:
    tab = open_tab(root + "traceability/")
    card = hovered(tab, MATRIX_LINK)
    tab.keyboard.press("Escape")
    expect(card).to_have_count(0)
    tab.mouse.move(*middle(tab.locator(MATRIX_LINK).first, 1))
    tab.wait_for_timeout(300)
    assert card.count() == 0
    tab.hover(AWAY)
    hovered(tab, MATRIX_LINK)


@pytest.mark.verifies("US-74.AC-2", "US-50.AC-2")
def test_a_card_opens_at_once_when_the_keyboard_comes_to_a_link(
    open_tab: OpenTab, root: str
) -> None:
    tab = open_tab(root + "items/US-2/")
    link = tab.locator(".pm-links a[data-id]").first
    link.focus()
    tab.keyboard.press("Shift+Tab")
    tab.keyboard.press("Tab")
    card = tab.locator(CARD)
    card.wait_for()
    assert link.get_attribute("aria-describedby") == card.get_attribute("id")
    assert card.get_attribute("role") == "tooltip"
    # Its links are for the pointer: the keyboard goes on to the next link of the page.
    assert card.locator("a:not([tabindex='-1'])").count() == 0
    tab.keyboard.press("Escape")
    expect(card).to_have_count(0)
    assert link.get_attribute("aria-describedby") is None
    tab.keyboard.press("Shift+Tab")
    tab.keyboard.press("Tab")
    card.wait_for()
    tab.keyboard.press("Shift+Tab")
    expect(link).not_to_have_attribute("aria-describedby", "pm-peek")


def test_a_click_leaves_no_card_behind_although_it_gives_focus(
    open_tab: OpenTab, root: str
) -> None:
    tab = open_tab(root + "items/US-2/")
    tab.evaluate("addEventListener('click', (e) => e.preventDefault(), true)")
    tab.locator(".pm-links a[data-id]").first.click()
    tab.hover(AWAY)
    tab.wait_for_timeout(300)
    assert tab.locator(CARD).count() == 0


def test_the_title_of_a_link_is_away_while_the_card_is_open(open_tab: OpenTab, root: str) -> None:
    tab = open_tab(root + "guide/deep/")
    link = tab.locator("a.pm-ref").first
    title = link.get_attribute("title")
    assert title
    card = hovered(tab, "a.pm-ref")
    assert link.get_attribute("title") is None
    tab.hover(AWAY)
    expect(card).to_have_count(0)
    assert link.get_attribute("title") == title


def test_the_card_of_a_part_shows_its_steps_and_its_item(open_tab: OpenTab, root: str) -> None:
    tab = open_tab(root + "traceability/")
    words = " ".join(hovered(tab, 'a[data-id="US-1.AC-2"]').inner_text().split())
    assert words.startswith("Criterion US-1.AC-2 Given it is night When the light is switched on")
    assert words.endswith("Of US-1 Tell our light from a star")


@pytest.mark.parametrize(
    ("path", "selector", "told"),
    [
        ("roadmap/", '.pm-bar[data-id="RM-2"]', "A horn for fog"),
        ("roadmap/", '.pm-name a[data-id="RM-2"]', "A horn for fog"),
        ("items/stories/", 'td a[data-id="US-2"]', "Look the pattern up"),
        ("items/US-1/", '.pm-part a[data-id="US-2"]', "Look the pattern up"),
        ("items/US-1/", '.pm-links a[data-id="PRD-1.FR-1"]', "shows a pattern of its own"),
    ],
)
def test_links_have_cards_wherever_they_stand(
    open_tab: OpenTab, root: str, path: str, selector: str, told: str
) -> None:
    tab = open_tab(root + path)
    assert told in hovered(tab, selector).inner_text()


def test_an_item_has_no_card_on_its_own_page(open_tab: OpenTab, root: str) -> None:
    tab = open_tab(root + "items/RM-1/")
    tab.evaluate(
        """document.querySelector("h1").insertAdjacentHTML("afterend",
        '<p><a class="mine" data-id="RM-1" href="../../items/RM-1/#pm-links">mine</a></p>')"""
    )
    tab.hover(".mine")
    tab.wait_for_timeout(400)
    assert tab.locator(CARD).count() == 0


def test_a_link_to_nothing_has_no_card_and_keeps_its_title(open_tab: OpenTab, root: str) -> None:
    tab = open_tab(root + "items/RM-1/")
    tab.evaluate(
        """for (const id of ["US-999", "__proto__", "XX-1", "</script>"]) {
            const link = document.querySelector("h1").appendChild(document.createElement("a"));
            Object.assign(link, { className: "lost", title: "a title", href: "../US-999/", textContent: id });
            link.dataset.id = id;
        }"""
    )
    for link in tab.locator(".lost").all():
        link.hover()
        tab.wait_for_timeout(250)
        assert tab.locator(CARD).count() == 0
        assert link.get_attribute("title") == "a title"


def test_a_tap_follows_the_link_and_opens_no_card(open_tab: OpenTab, root: str) -> None:
    tab = open_tab(root + "items/US-2/", width=375, height=700, has_touch=True, is_mobile=True)
    tab.evaluate("addEventListener('click', (e) => e.preventDefault(), true)")
    tab.locator('.pm-links a[data-id="US-1"]').first.tap()
    tab.wait_for_timeout(400)
    assert tab.locator(CARD).count() == 0


@pytest.mark.verifies("US-74.AC-4")
def test_a_card_stays_within_the_window(open_tab: OpenTab, root: str) -> None:
    tab = open_tab(root + "items/roadmap-items/")
    # A desktop, a low window, a phone, and a phone's and a desktop's page at 200 %.
    for width, height in ((1280, 900), (1280, 300), (375, 600), (188, 300), (640, 360)):
        tab.set_viewport_size({"width": width, "height": height})
        for id in ("RM-1", "RM-4"):
            link = tab.locator(f'td.pm-title-col a[data-id="{id}"]')
            link.scroll_into_view_if_needed()
            link.hover()
            expect(tab.locator(CARD)).to_contain_text(id)
            box = tab.locator(CARD).bounding_box()
            assert box
            assert min(box["x"], box["y"]) >= 0, (width, id)
            assert box["x"] + box["width"] <= width, (width, id)
            assert box["y"] + box["height"] <= height, (width, id)
            tab.keyboard.press("Escape")
            tab.mouse.move(0, 0)


def test_a_card_follows_its_link_when_the_page_is_scrolled(open_tab: OpenTab, root: str) -> None:
    tab = open_tab(root + "items/US-1/", height=500)
    link = tab.locator('.pm-links a[data-id="PRD-1.FR-1"]')
    link.focus()
    tab.keyboard.press("Shift+Tab")
    tab.keyboard.press("Tab")
    tab.locator(CARD).wait_for()
    tab.evaluate("scrollBy(0, -60)")
    tab.wait_for_timeout(200)
    box, at = tab.locator(CARD).bounding_box(), link.bounding_box()
    assert box
    assert at
    assert min(abs(box["y"] - at["y"] - at["height"]), abs(at["y"] - box["y"] - box["height"])) < 8
    tab.evaluate("scrollTo(0, 0)")
    expect(tab.locator(CARD)).to_have_count(0)


def test_no_card_survives_a_navigation_and_they_open_again_after_going_back(
    open_tab: OpenTab, root: str
) -> None:
    tab = open_tab(root + "traceability/")
    tab.evaluate("window.same = true")
    hovered(tab, MATRIX_LINK)
    tab.locator(MATRIX_LINK).first.click()
    tab.wait_for_selector(".pm-item")
    expect(tab.locator(CARD)).to_have_count(0)
    hovered(tab, ".pm-links a[data-id]")
    tab.go_back()
    tab.wait_for_selector(".pm-matrix")
    expect(tab.locator(CARD)).to_have_count(0)
    hovered(tab, OTHER_LINK)
    assert tab.evaluate("window.same") is True


@pytest.mark.verifies("US-74.AC-5")
@pytest.mark.parametrize("variant", ["files-instant", "files"])
def test_cards_open_on_a_site_without_a_server(open_tab: OpenTab, variant: str) -> None:
    site = lighthouse(variant).as_uri()
    tab = open_tab(f"{site}/traceability.html")
    hovered(tab, MATRIX_LINK).get_by_text("First light").click()
    tab.wait_for_selector("h1 >> text=First light")
    assert tab.url == f"{site}/items/REL-1.html"


def test_cards_do_not_move_for_readers_who_do_not_want_that(open_tab: OpenTab, root: str) -> None:
    for motion, name in (("reduce", "none"), ("no-preference", "pm-peek")):
        tab = open_tab(root + "traceability/", reduced_motion=motion)
        card = hovered(tab, MATRIX_LINK)
        assert card.evaluate("card => getComputedStyle(card).animationName") == name


def test_without_a_script_links_keep_their_titles(open_tab: OpenTab, root: str) -> None:
    tab = open_tab(root + "guide/deep/", java_script_enabled=False)
    tab.locator("a.pm-ref").first.hover()
    assert tab.locator("a.pm-ref").first.get_attribute("title")
    assert tab.locator(CARD).count() == 0


def test_text_in_a_card_is_only_ever_text(open_tab: OpenTab) -> None:
    with served(hostile()) as root:
        tab = open_tab(root + "items/RM-2/")
        card = hovered(tab, '.pm-links a[data-id="RM-1"]')
        words = card.inner_text()
        for number in (1, 2, 4, 5, 9):
            assert f"window.hacked={number}</script>" in words, number
        assert bad(1) in words
        assert tab.evaluate("window.hacked ?? null") is None
        assert card.locator("script").count() == 0


def middle(locator: Locator, beside: int = 0) -> tuple[float, float]:
    box = locator.bounding_box()
    assert box
    return box["x"] + box["width"] / 2 + beside, box["y"] + box["height"] / 2
