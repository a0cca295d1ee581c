"""Items in the search of the theme."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.conftest import OpenTab
from tests.site import build, lay, lighthouse, served


@pytest.mark.verifies("US-29.AC-1")
def test_items_are_in_the_search_index_and_views_do_not_flood_it() -> None:
    found = json.loads((lighthouse() / "search/search_index.json").read_text("utf-8"))["docs"]
    at = {one["location"]: one for one in found}
    assert "Tell our light from a star" in at["items/US-1/"]["title"]
    assert "a pattern that I can look up" in at["items/US-1/"]["text"]
    assert "Light patterns" in at["prds/PRD-1-light-patterns/"]["title"]
    assert at["items/RM-1/"]["tags"] == ["light", "night"]
    for view in ("roadmap/", "traceability/", "health/", "items/stories/"):
        entries = [one for one in found if one["location"].startswith(view)]
        assert sum(len(one["text"]) for one in entries) == 0, view
    assert [
        one["location"] for one in found if not one["text"] and "#pm-ac" in one["location"]
    ] == []


def test_each_part_is_found_at_its_place_and_its_words_are_not_kept_twice() -> None:
    index = json.loads((lighthouse() / "search/search_index.json").read_text("utf-8"))["docs"]
    at = {one["location"]: one for one in index}
    assert "blinks within one minute" in at["items/US-1/#pm-ac-2"]["text"]
    assert at["items/US-1/#pm-ac-2"]["title"].startswith("AC-2 ")
    assert "blinks" not in at["items/US-1/"]["text"]
    assert at["items/CH-1/#pm-t-1"]["title"].startswith("T-1 lay the ground ")
    assert "90 dB" in at["items/PRD-2/#pm-q-1"]["text"]
    # Of a page that people wrote, too.
    assert "to see every other" not in at["prds/PRD-1-light-patterns/"]["text"]
    assert at["prds/PRD-1-light-patterns/#pm-fr-1"]["title"].startswith("FR-1 ")
    assert "a pattern of its own" in at["prds/PRD-1-light-patterns/#pm-fr-1"]["text"]
    # The theme takes the first entry of a page for the page.
    places = [one["location"] for one in index]
    for place in places:
        assert places.index(place.partition("#")[0]) <= places.index(place), place
    assert len(places) == len(set(places))


def test_a_part_without_an_id_of_its_own_is_found_with_its_item() -> None:
    story = "id: US-1\ntitle: t\nas_a: x\ni_want: y\ncriteria: [seagulls, {id: AC-1, text: a}, {id: AC-1, text: b}]\n"
    site = build(lay("loose", {"roadmap/a.yaml": story}))
    index = json.loads((site / "search/search_index.json").read_text("utf-8"))["docs"]
    at = {one["location"]: one["text"] for one in index}
    assert "seagulls" in at["items/US-1/"]
    assert at["items/US-1/#pm-ac-1"] == "<p>a</p>"


FOUND = {
    "US-2": "items/US-2/",
    "PRD-1": "prds/PRD-1-light-patterns/",
    "RM-1": "items/RM-1/",
    "postcards": "items/RM-4/",
    "fog horn": "items/RM-2/",
}


def test_the_search_of_the_theme_finds_an_item(browser: Browser) -> None:
    tab = browser.new_page()
    with served(lighthouse("below-instant")) as root:
        for typed, wanted in FOUND.items():
            tab.goto(root)
            tab.get_by_role("textbox", name="Search").click()
            tab.get_by_role("textbox", name="Search").type(typed)
            tab.wait_for_selector(".md-search-result__item a")
            first = tab.locator(".md-search-result__link").first.get_attribute("href") or ""
            assert first.split("?")[0].split("#")[0] == root + wanted
        tab.locator(".md-search-result__link").first.click()
        tab.wait_for_selector(".pm-item")
    tab.close()


SHOWN = {
    "US-2": ("items/US-2/", "US-2 Look the pattern up", "Story"),
    "postcards": ("items/RM-4/", "RM-4 A tower that tourists may climb", "Roadmap item"),
    "patterns light": ("prds/PRD-1-light-patterns/", "PRD-1 Light patterns", "PRD"),
    "salt": ("items/RSK-1/", "RSK-1 The lamp breaks in a storm", "Risk"),
    "difference": ("items/EXP-1/", "EXP-1 Blink at the harbour wall", "Experiment"),
}


def typed(tab: Page, words: str) -> None:
    box = tab.get_by_role("textbox", name="Search")
    box.click()
    box.fill("")
    box.type(words)
    tab.wait_for_selector(".md-search-result__item a")


def kind_of(result: Locator) -> str:
    """What the stylesheet shows behind the title of a result."""
    shown = "mark => getComputedStyle(mark, '::after').content"
    return str(result.locator("[data-kind]").first.evaluate(shown)).strip('"')


@pytest.mark.verifies("US-76.AC-1")
def test_results_show_what_kind_of_item_they_are(open_tab: OpenTab) -> None:
    with served(lighthouse("below-instant")) as root:
        for words, (place, title, kind) in SHOWN.items():
            tab = open_tab(root)
            typed(tab, words)
            first = tab.locator(".md-search-result__link").first
            assert (first.get_attribute("href") or "").split("?")[0] == root + place
            assert first.locator("h1").inner_text().startswith(title)
            assert kind_of(first) == kind
        # Only search results tell it in this way: a page that people wrote stays as it was.
        tab.goto(root + "prds/PRD-1-light-patterns/")
        assert tab.locator("article [data-kind], .md-tags").count() == 0
        assert tab.title() == "PRD-1 Light patterns - Lighthouse"


@pytest.mark.verifies("US-76.AC-2")
def test_a_word_of_a_criterion_leads_to_the_criterion(open_tab: OpenTab) -> None:
    with served(lighthouse("below-instant")) as root:
        tab = open_tab(root)
        typed(tab, "hears click")
        result = tab.locator(".md-search-result__item").first
        assert "US-1 Tell our light from a star" in result.inner_text()
        part = result.locator("a", has_text="hears a click")
        assert kind_of(part) == "Criterion"
        part.click()
        tab.wait_for_url("**/items/US-1/*#pm-ac-2")


@pytest.mark.verifies("US-76.AC-3")
def test_the_name_of_a_view_finds_the_view_first(open_tab: OpenTab) -> None:
    with served(lighthouse("below-instant")) as root:
        tab = open_tab(root)
        typed(tab, "roadmap")
        first = tab.locator(".md-search-result__link").first
        assert first.get_attribute("href") == root + "roadmap/"


def test_the_search_says_where_enter_leads(open_tab: OpenTab) -> None:
    with served(lighthouse("below-instant")) as root:
        tab = open_tab(root)
        typed(tab, "us-1.ac-2")
        said = tab.locator(".pm-jump-hint")
        expect(said).to_have_text("Enter goes to US-1 Tell our light from a star")
        typed(tab, "horn")
        expect(said).to_be_hidden()
        tab.get_by_role("textbox", name="Search").fill("us1")
        said.get_by_role("link").click()
        tab.wait_for_url(root + "items/US-1/")


def test_the_way_that_a_project_chose_to_search_stays() -> None:
    plugins = [{"search": {"pipeline": ["stemmer"]}}, "pmdocs"]
    site = build(
        lay(
            "searched", {"roadmap/a.yaml": "id: RM-1\ntitle: t\noutcome: o\n"}, {"plugins": plugins}
        )
    )
    found = json.loads((site / "search/search_index.json").read_text("utf-8"))
    assert found["config"]["pipeline"] == ["stemmer"]


def test_a_site_without_the_search_or_with_another_theme_is_built() -> None:
    files = {"roadmap/a.yaml": "id: RM-1\ntitle: t\noutcome: o\n"}
    others: list[dict[str, object]] = [{"plugins": ["pmdocs"]}, {"theme": "mkdocs"}]
    for number, settings in enumerate(others):
        site = build(lay(f"unsearched-{number}", files, settings))
        assert "RM-1" in (site / "items/RM-1/index.html").read_text("utf-8")
