"""Items in the search of the theme."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Browser

from tests.site import build, lay, lighthouse, served


@pytest.mark.verifies("US-29.AC-1")
def test_items_are_in_the_search_index_and_views_do_not_flood_it() -> None:
    found = json.loads((lighthouse() / "search/search_index.json").read_text("utf-8"))["docs"]
    at = {one["location"]: one for one in found}
    assert "Tell our light from a star" in at["items/US-1/"]["title"]
    assert "blinks within one minute" in at["items/US-1/"]["text"]
    assert "Light patterns" in at["prds/PRD-1-light-patterns/"]["title"]
    assert at["items/RM-1/"]["tags"] == ["light", "night"]
    for view in ("roadmap/", "traceability/", "health/", "items/stories/"):
        entries = [one for one in found if one["location"].startswith(view)]
        assert sum(len(one["text"]) for one in entries) == 0, view
    assert [one["location"] for one in found if not one["text"] and "#pm-" in one["location"]] == []


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
