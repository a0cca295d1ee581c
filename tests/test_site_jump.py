"""Going to an item by its id, on a real site in a real browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, expect
from playwright.sync_api import Page as Tab

from tests.conftest import OpenTab
from tests.site import lighthouse, served


@pytest.fixture(scope="module")
def root() -> Iterator[str]:
    with served(lighthouse("below-instant")) as root:
        yield root


def search(tab: Tab, typed: str) -> None:
    """Type something into the search of the theme, and press Enter at once."""
    box = tab.get_by_role("textbox", name="Search")
    box.click()
    box.fill(typed)
    box.press("Enter")


def box_of(tab: Tab) -> Locator:
    return tab.get_by_role("combobox", name="Go to id")


MEANT = {
    "us-2": "items/US-2/",
    "US 2": "items/US-2/",
    "us1": "items/US-1/",
    " Us-01 ": "items/US-1/",
    "us-1.ac-2": "items/US-1/#pm-ac-2",
    "ch-1 t-2": "items/CH-1/#pm-t-2",
    "prd-1": "prds/PRD-1-light-patterns/",
    "rm-90": "items/RM-1/",
    "exp1": "items/EXP-1/",
}


@pytest.mark.verifies("US-75.AC-1")
def test_enter_in_the_search_goes_to_the_item_that_an_id_names(
    open_tab: OpenTab, root: str
) -> None:
    tab = open_tab(root)
    tab.evaluate("window.same = true")
    for typed, wanted in MEANT.items():
        search(tab, typed)
        tab.wait_for_url(root + wanted)
        tab.wait_for_selector(".pm-item")
        # The search is closed again, and no page was loaded anew.
        expect(tab.locator("#__search")).not_to_be_checked()
        assert tab.evaluate("window.same") is True, typed


def test_enter_in_the_search_knows_how_pages_are_named(open_tab: OpenTab) -> None:
    with served(lighthouse("files-instant")) as root:
        tab = open_tab(root)
        search(tab, "us-1.ac-2")
        tab.wait_for_url(root + "items/US-1.html#pm-ac-2")
        search(tab, "prd-1")
        tab.wait_for_url(root + "prds/PRD-1-light-patterns.html")


def test_the_box_works_from_a_file(open_tab: OpenTab) -> None:
    site = lighthouse("files").as_uri()
    tab = open_tab(f"{site}/items/index.html")
    box_of(tab).fill("us-1.ac-2")
    box_of(tab).press("Enter")
    tab.wait_for_url(f"{site}/items/US-1.html#pm-ac-2")


@pytest.mark.parametrize("typed", ["postcards", "postcards 99"])
def test_enter_in_the_search_is_the_themes_when_no_item_is_meant(
    open_tab: OpenTab, root: str, typed: str
) -> None:
    tab = open_tab(root)
    box = tab.get_by_role("textbox", name="Search")
    box.click()
    box.type(typed)
    tab.wait_for_selector(".md-search-result__item a")
    box.press("Enter")
    tab.wait_for_url("**/items/RM-4/*")


@pytest.mark.verifies("US-75.AC-2")
def test_words_of_a_title_are_completed(open_tab: OpenTab, root: str) -> None:
    tab = open_tab(root + "items/")
    box = box_of(tab)
    expect(box).to_have_attribute("aria-expanded", "false")
    box.type("LIGHT")
    options = tab.get_by_role("option")
    expect(options.first).to_contain_text("Light patterns")
    expect(box).to_have_attribute("aria-expanded", "true")
    # The kind is told, and those that begin with the word come first.
    found = [one.locator(".pm-id").inner_text() for one in options.all()]
    assert found == ["PRD-1", "RM-1", "REL-1", "US-1", "CH-1"]
    assert "PRD" in options.first.locator("small").inner_text()
    box.press("ArrowDown")
    box.press("ArrowDown")
    box.press("ArrowUp")
    chosen = tab.locator('[role="option"][aria-selected="true"]')
    assert chosen.get_attribute("id") == box.get_attribute("aria-activedescendant")
    assert chosen.inner_text().startswith("PRD-1")
    box.press("ArrowUp")
    assert options.last.get_attribute("aria-selected") == "true"
    box.press("ArrowDown")
    box.press("Enter")
    tab.wait_for_url(root + "prds/PRD-1-light-patterns/")


def test_a_click_on_an_option_goes_there(open_tab: OpenTab, root: str) -> None:
    tab = open_tab(root + "items/")
    box_of(tab).type("horn")
    tab.get_by_role("option").first.wait_for()
    # Beside the options nothing happens.
    tab.get_by_role("listbox").click(position={"x": 2, "y": 2})
    tab.get_by_role("option", name="Hear the horn").click()
    tab.wait_for_url(root + "stories/US-3-hear-the-horn/")


@pytest.mark.verifies("US-75.AC-3")
def test_an_id_that_nothing_has_gets_a_friendly_word(open_tab: OpenTab, root: str) -> None:
    tab = open_tab(root + "items/")
    box, said = box_of(tab), tab.locator(".pm-jump [role=status]")
    for typed, wanted in {
        "us-99": "There is no US-99. The nearest is US-3 Hear the horn.",
        "rm 0": "There is no RM 0. The nearest is RM-1 A light that can be told from a star.",
        "zz-1": "There is no ZZ-1.",
        "no such words": "No item is called “no such words”.",
    }.items():
        box.fill(typed)
        box.press("Enter")
        expect(said).to_have_text(wanted)
        assert tab.url == root + "items/"
    box.fill("us-99")
    box.press("Enter")
    said.get_by_role("link").click()
    tab.wait_for_url(root + "stories/US-3-hear-the-horn/")


def test_escape_shuts_the_list(open_tab: OpenTab, root: str) -> None:
    tab = open_tab(root + "items/")
    box_of(tab).type("us")
    tab.get_by_role("option").first.wait_for()
    box_of(tab).press("Escape")
    expect(tab.get_by_role("option")).to_have_count(0)
    assert box_of(tab).input_value() == "us"


@pytest.mark.verifies("US-75.AC-4")
def test_the_key_j_opens_the_box_on_any_page(open_tab: OpenTab, root: str) -> None:
    tab = open_tab(root + "roadmap/")
    tab.wait_for_selector("[data-pm-ready]")
    link = tab.locator(".md-tabs__link, .md-header a").first
    link.focus()
    tab.keyboard.press("j")
    dialog = tab.get_by_role("dialog", name="Go to an item")
    expect(box_of(tab)).to_be_focused()
    assert box_of(tab).input_value() == ""
    tab.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(link).to_be_focused()
    tab.keyboard.press("j")
    tab.keyboard.type("us-2")
    tab.keyboard.press("Enter")
    tab.wait_for_url(root + "items/US-2/")
    expect(dialog).to_have_count(0)


def test_the_key_j_is_a_letter_where_somebody_types(open_tab: OpenTab, root: str) -> None:
    tab = open_tab(root + "items/stories/")
    tab.get_by_label("Filter rows").type("j")
    tab.keyboard.press("Control+j")
    tab.get_by_role("textbox", name="Search").click()
    tab.keyboard.type("j")
    assert tab.locator("dialog").count() == 0
    assert tab.get_by_role("textbox", name="Search").input_value() == "j"


def test_the_key_j_can_be_switched_off(open_tab: OpenTab, root: str) -> None:
    tab = open_tab(root + "items/")
    tab.get_by_label("The key j").uncheck()
    tab.goto(root + "roadmap/")
    tab.wait_for_selector("[data-pm-ready]")
    tab.keyboard.press("j")
    assert tab.locator("dialog").count() == 0
    tab.goto(root + "items/")
    tab.get_by_label("The key j").check()
    tab.locator("h1").click()
    tab.keyboard.press("j")
    tab.locator("dialog").wait_for()


def test_without_a_script_there_is_no_box_that_does_nothing(open_tab: OpenTab, root: str) -> None:
    tab = open_tab(root + "items/", java_script_enabled=False)
    assert not tab.locator(".pm-jump").is_visible()
