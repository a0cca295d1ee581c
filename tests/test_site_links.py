"""Every link leads somewhere, whatever the settings; the pages work in a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from tests.site import broken, lighthouse, page, pages, served

VIEWS = [
    "",
    "roadmap/",
    "traceability/",
    "items/",
    "health/",
    "items/stories/",
    "items/RM-1/",
    "prds/PRD-1-light-patterns/",
    "guide/deep/",
]


@pytest.fixture
def tab(browser: Browser) -> Iterator[Tab]:
    """A tab in which nothing may go wrong."""
    made = browser.new_page()
    wrong: list[str] = []
    made.on("pageerror", lambda error: wrong.append(str(error)))
    made.on("dialog", lambda dialog: wrong.append(dialog.message))
    yield made
    made.close()
    assert wrong == []


@pytest.mark.verifies("US-32.AC-1", "US-32.AC-2", "US-32.AC-3", "US-35.AC-3", "US-38.AC-4")
@pytest.mark.parametrize(
    "variant", ["plain", "files", "below-instant", "below-files-instant", "files-instant"]
)
def test_every_link_of_every_page_leads_to_a_page_and_an_anchor(variant: str) -> None:
    site = lighthouse(variant)
    assert sum(len(one.links) for _, one in pages(site)) > 500
    assert broken(site) == []


@pytest.mark.parametrize("variant", ["plain", "files"])
def test_bars_of_the_roadmap_and_items_of_the_matrix_are_links(variant: str) -> None:
    end = "/" if variant == "plain" else ".html"
    timeline = page(lighthouse(variant), f"roadmap{end}")
    bars = [a["href"] for a in timeline.links if a.get("class") == "pm-bar"]
    assert [href.split("/")[-2 if end == "/" else -1].removesuffix(end) for href in bars] == [
        "RM-1",
        "RM-2",
    ]
    matrix = page(lighthouse(variant), f"traceability{end}").article
    for id in ("RM-1", "PRD-1", "US-1", "US-3"):
        assert matrix.link(id)["href"]


def test_nothing_is_loaded_from_elsewhere() -> None:
    for variant in ("plain", "below-instant", "files-instant"):
        for path, one in pages(lighthouse(variant)):
            outside = [url for url in one.loaded if re.match(r"(?:[a-z]+:)?//", url)]
            assert outside == [], path
    for file in (lighthouse() / "assets/pmdocs").glob("pmdocs.*"):
        text = file.read_text("utf-8").replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"https?://|url\((?!['\"]?data:)|@import|fetch\(", text), file


@pytest.mark.verifies("US-33.AC-1")
def test_a_browser_asks_no_other_host(tab: Tab) -> None:
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    with served(lighthouse("below-instant")) as root:
        for view in [*VIEWS, "items/PRD-1/", "items/CH-1/", "items/EXP-1/", "items/roadmap-items/"]:
            tab.goto(root + view)
        tab.wait_for_load_state("networkidle")
        assert len(asked) > 50
        assert [
            url for url in asked if not url.startswith(root) and not url.startswith("data:")
        ] == []


def test_instant_navigation_keeps_the_views_alive(tab: Tab) -> None:
    with served(lighthouse("below-instant")) as root:
        tab.goto(root + "roadmap/")
        tab.wait_for_selector(".pm-roadmap[data-pm-ready]")
        tab.evaluate("window.same = true")
        tab.click(".pm-row[id] .pm-name a")
        tab.wait_for_selector(".pm-item")
        assert tab.url == root + "items/RM-1/"
        tab.go_back()
        tab.wait_for_selector(".pm-roadmap[data-pm-ready]")
        tab.get_by_label("Filter items").fill("horn")
        assert tab.locator(".pm-body .pm-row[id]:visible").count() == 1
        tab.click(".md-tabs__link:has-text('Product')")
        tab.wait_for_function("document.querySelector('h1').textContent == 'Overview'")
        tab.evaluate("document.querySelector('.md-sidebar a[href$=\"/items/\"]').click()")
        tab.wait_for_selector(".pm-cards")
        tab.click(".pm-cards >> text=Stories")
        tab.wait_for_selector(".pm-list[data-pm-ready] button")
        tab.get_by_label("Filter rows").fill("look")
        assert tab.locator(".pm-list tbody tr:visible").count() == 1
        tab.click(".pm-list tbody tr:visible a >> nth=1")
        tab.wait_for_selector(".pm-sentence")
        assert tab.url == root + "items/US-2/"
        tab.go_back()
        tab.wait_for_selector(".pm-list[data-pm-ready] button")
        assert tab.locator(".pm-list tbody tr:visible").count() == 1
        # All of it in one go: no page was loaded anew.
        assert tab.evaluate("window.same") is True


def test_a_filtered_view_does_not_open_the_search_of_the_theme(tab: Tab) -> None:
    with served(lighthouse("below-instant")) as root:
        tab.goto(root + "items/stories/")
        tab.get_by_label("Filter rows").fill("look")
        tab.wait_for_url("**/?*=look")
        tab.reload()
        tab.wait_for_selector(".pm-list[data-pm-ready] button")
        tab.wait_for_timeout(500)
        assert tab.locator(".pm-list tbody tr:visible").count() == 1
        assert not tab.locator("#__search").is_checked()


def test_a_redirect_is_followed_in_instant_navigation(browser: Browser) -> None:
    tab = browser.new_page()
    with served(lighthouse("below-instant")) as root:
        tab.goto(root)
        tab.evaluate("location.href = 'items/RM-90/#pm-outcome'")
        tab.wait_for_url("**/items/RM-1/#pm-outcome")
        tab.wait_for_selector(".pm-item")
    tab.close()


def test_the_site_works_from_files_without_a_server(tab: Tab) -> None:
    root = (lighthouse("files-instant")).as_uri()
    tab.goto(f"{root}/roadmap.html")
    tab.wait_for_selector(".pm-roadmap[data-pm-ready] input")
    tab.get_by_label("Filter items").fill("horn")
    assert tab.locator(".pm-body .pm-row[id]:visible").count() == 1
    tab.click(".pm-body .pm-row[id]:visible .pm-name a")
    tab.wait_for_selector(".pm-item")
    assert tab.url == f"{root}/items/RM-2.html"
    tab.goto(f"{root}/items/stories.html")
    tab.wait_for_selector(".pm-list[data-pm-ready] button")
    tab.click(".pm-list tbody >> text=Hear the horn")
    tab.wait_for_selector("h1 >> text=Hear the horn")
    tab.goto(f"{root}/items/PRD-1.html")
    tab.wait_for_url("**/prds/PRD-1-light-patterns.html")


@pytest.mark.verifies("US-26.AC-4")
def test_everything_is_there_without_a_script(browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    with served(lighthouse()) as root:
        tab.goto(root + "items/stories/")
        assert tab.locator("tbody tr:visible").count() == 3
        assert tab.locator(".pm-tools:visible").count() == 0
        tab.goto(root + "roadmap/")
        assert tab.locator(".pm-bar:visible").count() == 2
        assert tab.locator(".pm-card:visible").count() == 2
        tab.goto(root + "traceability/")
        assert tab.locator("tbody tr:visible").count() >= 4
        for view in VIEWS:
            tab.goto(root + view)
            assert tab.locator("h1:visible").count() == 1
    context.close()


@pytest.mark.verifies("US-26.AC-2", "US-26.AC-3")
def test_a_table_is_sorted_and_filtered(tab: Tab) -> None:
    with served(lighthouse()) as root:
        tab.goto(root + "items/roadmap-items/")
        ids = ".pm-table tbody tr:visible td:first-child"
        tab.get_by_role("button", name="Title").click()
        assert tab.locator(ids).all_inner_texts() == ["RM-3", "RM-2", "RM-1", "RM-4"]
        tab.get_by_role("button", name="Title").click()
        assert tab.locator(ids).all_inner_texts() == ["RM-4", "RM-1", "RM-2", "RM-3"]
        tab.get_by_label("Filter rows").fill("horn")
        assert tab.locator(ids).all_inner_texts() == ["RM-2"]


@pytest.mark.verifies(
    "US-35.AC-1", "US-35.AC-2", "US-36.AC-1", "US-36.AC-2", "US-37.AC-1", "US-37.AC-2"
)
def test_the_built_timeline_shows_dates_as_they_were_given(tab: Tab) -> None:
    with served(lighthouse()) as root:
        tab.goto(root + "roadmap/")
        time = tab.locator(".pm-time")
        first, days = time.get_attribute("data-first"), time.get_attribute("data-days")
        assert first is not None
        assert days is not None
        bar = tab.locator("#rm-1 .pm-bar")
        start, length = bar.evaluate(
            "b => [+b.style.getPropertyValue('--s'), +b.style.getPropertyValue('--d')]"
        )
        begins = tab.evaluate(
            "([first, day]) => new Date(Date.parse(first) + day * 864e5).toISOString().slice(0, 10)",
            [first, start],
        )
        ends = tab.evaluate(
            "([first, day]) => new Date(Date.parse(first) + day * 864e5).toISOString().slice(0, 10)",
            [first, start + length - 1],
        )
        assert (begins, ends) == ("2027-01-01", "2027-06-30")
        assert re.search(r"Q1( 2027)? – Q2 2027", tab.locator("#rm-1").text_content() or "")
        assert re.search(r"May( 2027)? – 20 Aug 2027", tab.locator("#rm-2").text_content() or "")
        assert tab.locator(".pm-card").evaluate_all("cards => cards.map(c => c.id)") == [
            "rm-4",
            "rm-3",
        ]
        assert tab.locator(".pm-today").count() == 1
        marks = tab.locator(".pm-mark").all_text_contents()
        assert [
            any(words in mark for mark in marks)
            for words in ("the tower stands", "the lamp burns", "First light")
        ] == [True] * 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_words_of_a_view_can_be_told_from_the_paper(browser: Browser, scheme: str) -> None:
    tab = browser.new_page(color_scheme="dark" if scheme == "dark" else "light")
    with served(lighthouse("below-instant")) as root:
        for view in ("roadmap/", "items/stories/", "items/US-1/", "health/", "traceability/"):
            tab.goto(root + view)
            wanted = {"light": "default", "dark": "slate"}[scheme]
            assert tab.locator("body").get_attribute("data-md-color-scheme") == wanted
            assert tab.evaluate(CONTRAST) == []
    tab.close()


@pytest.mark.parametrize("width", [1280, 375])
def test_no_page_is_wider_than_the_screen(browser: Browser, width: int) -> None:
    tab = browser.new_page(viewport={"width": width, "height": 800})
    with served(lighthouse()) as root:
        for view in VIEWS:
            tab.goto(root + view)
            assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth"), view
    tab.close()


@pytest.mark.parametrize("view", ["roadmap/", "items/stories/", "items/US-1/"])
def test_the_tab_key_reaches_what_can_be_used(tab: Tab, view: str) -> None:
    with served(lighthouse()) as root:
        tab.goto(root + view)
        tab.wait_for_load_state("networkidle")
        wanted = {
            "roadmap/": "Filter items",
            "items/stories/": "Filter rows",
            "items/US-1/": "AC-1",
        }[view]
        for _ in range(60):
            tab.keyboard.press("Tab")
            reached = tab.evaluate(
                "[document.activeElement.ariaLabel, document.activeElement.textContent.trim()]"
            )
            if wanted in reached:
                return
        raise AssertionError(wanted)


CONTRAST = """
() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (color) => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data]; };
  const over = ([r, g, b, a], under) => [r, g, b].map((c, i) => (c * a + under[i] * (255 - a)) / 255);
  const paper = (element) => { const chain = []; for (let e = element; e; e = e.parentElement) chain.push(e);
    return chain.reverse().reduce((under, e) => over(rgba(getComputedStyle(e).backgroundColor), under), [255, 255, 255]); };
  const light = (rgb) => { const [r, g, b] = rgb.map((c) => { c /= 255; return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const faint = [];
  for (const element of document.querySelectorAll("article *")) {
    const own = [...element.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
    if (!own || element.closest(".headerlink") || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const under = paper(element);
    const [a, b] = [light(over(rgba(getComputedStyle(element).color), under)), light(under)];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < 4.5) faint.push(`${element.tagName}.${element.className} ${element.textContent.trim().slice(0, 30)} ${contrast.toFixed(1)}`);
  }
  return faint.slice(0, 10);
}
"""
