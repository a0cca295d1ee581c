"""What a reader does with the timeline, in a real browser."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from pmdocs.views import roadmap
from pmdocs.views.roadmap.lanes import Group
from tests.browser import open_page, shown
from tests.lighthouse import product, rendered

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

__all__ = ["open_page"]

ROWS = ".pm-row[data-id]"
MORE = """
- {id: RM-20, title: A path to the tower, outcome: visitors come, status: planned, start: 2027-03,
   owner: Mara, team: Stone, theme: Path, objectives: [OBJ-2]}
- {id: RM-21, title: A gate, outcome: goats stay out, status: planned, start: 2027-04,
   owner: Ole, team: Lamp, confidence: low, objectives: [OBJ-2]}
"""


@pytest.fixture(scope="module")
def timeline() -> str:
    project = product(MORE)
    return rendered("roadmap/roadmap.html", roadmap.build(project), project)


@pytest.fixture(scope="module")
def embedded() -> str:
    project = product(MORE)
    view = roadmap.build(project, items=[project.items["RM-1"], project.items["RM-20"]], whole=True)
    return rendered("roadmap/roadmap.html", view, project, embedded=True)


@pytest.mark.verifies("US-46.AC-1", "US-49.AC-1")
@pytest.mark.parametrize(
    ("label", "value", "left"),
    [
        ("Team", "Lamp", ["RM-1", "RM-21"]),
        ("Owner", "Mara", ["RM-1", "RM-20"]),
        ("Status", "planned", ["RM-2", "RM-20", "RM-21"]),
    ],
)
def test_a_choice_leaves_what_fits_and_is_sent_along(
    open_page: Callable[..., Page], timeline: str, label: str, value: str, left: list[str]
) -> None:
    page = open_page(timeline)
    page.get_by_label(label).select_option(value)
    assert sorted(shown(page, ROWS)) == sorted(left)
    again = open_page(timeline, page.url.partition("view.html")[2])
    assert sorted(shown(again, ROWS)) == sorted(left)


@pytest.mark.verifies("US-46.AC-2", "US-46.AC-3")
def test_choices_narrow_each_other(open_page: Callable[..., Page], timeline: str) -> None:
    page = open_page(timeline, "?owner=Mara&team=Lamp&text=star")
    assert shown(page, ROWS) == ["RM-1"]
    assert page.get_by_role("status").inner_text() == "1 of 9 items"


@pytest.mark.verifies("US-46.AC-4")
def test_one_button_removes_all_filters(open_page: Callable[..., Page], timeline: str) -> None:
    page = open_page(timeline, "?owner=Mara&team=Lamp&text=star")
    page.get_by_role("button", name="Clear filters").click()
    assert page.get_by_role("status").inner_text() == "9 of 9 items"
    assert page.get_by_label("Owner").input_value() == ""
    assert page.url.endswith("view.html")
    assert not page.get_by_role("button", name="Clear filters").is_visible()


@pytest.mark.verifies("US-48.AC-1", "US-48.AC-2")
def test_each_zoom_makes_a_day_wider_and_today_stays_in_view(
    open_page: Callable[..., Page], timeline: str
) -> None:
    page = open_page(timeline, "?zoom=year", width=900)
    widths = []
    for zoom in ("Year", "Quarter", "Month", "Week"):
        page.get_by_role("button", name=zoom).click()
        widths.append(page.locator(".pm-time").evaluate("e => e.offsetWidth"))
        line, box = (page.locator(one).bounding_box() for one in (".pm-today", ".pm-scroll"))
        assert line
        assert box
        assert box["x"] < line["x"] < box["x"] + box["width"]
    assert widths == sorted(widths)
    assert widths[3] > 2 * widths[2]


@pytest.mark.verifies("US-48.AC-3")
def test_weeks_begin_on_mondays_below_their_months(
    open_page: Callable[..., Page], timeline: str
) -> None:
    page = open_page(timeline)
    page.get_by_role("button", name="Week").click()
    labels = page.locator(".pm-week:not(.pm-month)").all_inner_texts()
    first = dt.date.fromisoformat(str(page.locator(".pm-time").get_attribute("data-first")))
    monday = first + dt.timedelta(days=-first.weekday() % 7)
    assert labels[0] == f"{monday.day} {monday:%b}"
    assert page.locator(".pm-month").first.inner_text() == f"{first:%B %Y}"
    assert not page.locator(".pm-major").first.is_visible()
    assert "zoom=week" in page.url
    week = page.locator(".pm-week:not(.pm-month)").first.bounding_box()
    assert week
    assert week["width"] > 60


@pytest.mark.verifies("US-49.AC-1")
def test_shut_lanes_are_sent_along(open_page: Callable[..., Page], timeline: str) -> None:
    page = open_page(timeline)
    page.locator('[data-lane="OBJ-1"] .pm-toggle').click()
    assert "shut=OBJ-1" in page.url
    again = open_page(timeline, page.url.partition("view.html")[2])
    assert not again.locator("#rm-1").is_visible()
    assert again.locator("#rm-20").is_visible()
    again.locator('[data-lane="OBJ-1"] .pm-toggle').click()
    assert "shut=" not in again.url


def test_other_lanes_keep_the_choices(open_page: Callable[..., Page], timeline: str) -> None:
    page = open_page(timeline)
    page.get_by_label("Owner").select_option("Mara")
    page.locator('[data-lane="OBJ-1"] .pm-toggle').click()
    href = page.get_by_role("navigation", name="Lanes").get_by_role("link", name="Theme")
    assert str(href.get_attribute("href")).endswith("roadmap/theme/?owner=Mara")


@pytest.mark.verifies("US-47.AC-3")
def test_the_lanes_are_chosen_without_a_script(timeline: str) -> None:
    for group in ("theme", "team", "release"):
        assert f'href="roadmap/{group}/"' in timeline
    assert '<a href="roadmap/" aria-current="page">Objective</a>' in timeline


def test_a_timeline_in_prose_leaves_the_address_alone(
    open_page: Callable[..., Page], embedded: str
) -> None:
    page = open_page(embedded, "?owner=Nobody&zoom=week")
    assert shown(page, ROWS) == ["RM-1", "RM-20"]
    before = page.url
    page.get_by_label("Filter items").fill("path")
    page.get_by_role("button", name="Month").click()
    assert shown(page, ROWS) == ["RM-20"]
    assert page.url == before


def test_a_timeline_in_prose_takes_no_anchor(embedded: str) -> None:
    assert ' id="' not in embedded
    assert "<h2" not in embedded


def test_two_timelines_on_a_page_do_not_meddle(
    open_page: Callable[..., Page], embedded: str
) -> None:
    page = open_page(embedded + embedded)
    page.get_by_label("Filter items").first.fill("path")
    assert shown(page, ROWS) == ["RM-20", "RM-1", "RM-20"]


def test_the_whole_range_fits_in_prose(open_page: Callable[..., Page], embedded: str) -> None:
    page = open_page(embedded, width=900)
    wide = page.locator(".pm-scroll").evaluate("e => e.scrollWidth - e.clientWidth")
    assert wide <= 0


@pytest.mark.verifies("US-83.AC-2", "US-51.AC-2")
def test_a_printed_timeline_is_as_wide_as_the_paper(
    open_page: Callable[..., Page], timeline: str
) -> None:
    page = open_page(timeline, "?zoom=week", width=1000)
    page.emulate_media(media="print")
    wide = page.locator(".pm-time").evaluate("e => e.scrollWidth")
    assert wide <= 1000
    assert len(shown(page, ROWS)) == 6
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")


@pytest.mark.verifies("US-59.AC-2")
def test_on_a_phone_a_title_stands_above_its_bar(
    open_page: Callable[..., Page], timeline: str
) -> None:
    page = open_page(timeline, width=320)
    for row in page.locator(ROWS).all():
        title, bar = row.locator(".pm-name a").bounding_box(), row.locator(".pm-bar").bounding_box()
        assert title
        assert bar
        assert title["y"] + title["height"] <= bar["y"] + 1
        assert bar["x"] + bar["width"] <= 320


@pytest.mark.verifies("US-47.AC-2")
@pytest.mark.parametrize("group", ["theme", "team", "release"])
def test_what_has_no_lane_stands_in_a_lane_of_its_own_at_the_end(group: Group) -> None:
    lanes = roadmap.build(product(MORE), group).lanes
    assert lanes[-1].title == f"No {group}"
    assert all(lane.title != f"No {group}" for lane in lanes[:-1])
