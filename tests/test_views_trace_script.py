"""The filters of the traceability views, in a real browser, from a file."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from pmdocs.views import matrix
from pmdocs.views import trace as trace_view
from tests import browser as script
from tests.lighthouse import product, rendered
from tests.test_views_matrix import VISIONS

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page

open_page = script.open_page
ROWS = "tbody:not(.pm-part) tr"
# Where each cell stands, as a reader sees it: its id, and how many rows it covers.
GRID = """rows => rows.filter(r => !r.hidden && !r.parentElement.hidden).map(r => [...r.cells].map(c =>
    (c.querySelector(".pm-id")?.textContent ?? c.textContent.trim()) + "*" + c.rowSpan).join(" "))"""


@pytest.fixture(scope="module")
def trace() -> str:
    more = "- {id: RM-9, title: A bell, outcome: noise, owner: Ole, theme: Sound}\n"
    project = product(VISIONS + more)
    return rendered("matrix/matrix.html", matrix.build(project), project)


def grid(page: Page) -> list[str]:
    return list(page.locator(ROWS).evaluate_all(GRID))


def test_cells_span_the_rows_that_are_left(open_page: Callable[..., Page], trace: str) -> None:
    page = open_page(trace)
    before = grid(page)
    page.get_by_label("Filter the chain").fill("it blinks")
    assert grid(page) == ["OBJ-1*1 RM-1*1 PRD-1*1 FR-1*1 US-1*1 AC-2*1"]
    assert page.get_by_role("status").inner_text() == f"1 of {len(before)} rows"
    assert "?text=it+blinks" in page.url
    page.get_by_label("Filter the chain").fill("US-1")
    assert grid(page) == ["OBJ-1*2 RM-1*2 PRD-1*2 FR-1*2 US-1*2 AC-1*1", "AC-2*1"]
    page.get_by_label("Filter the chain").fill("")
    assert grid(page) == before
    assert "text" not in page.url


def test_cells_stand_below_their_column_when_rows_are_hidden(
    open_page: Callable[..., Page], trace: str
) -> None:
    page = open_page(trace, "?text=look+the+pattern+up")
    for name, id in (("PRD", "PRD-1"), ("Story", "US-2"), ("Objective", "OBJ-2")):
        head = page.get_by_role("columnheader", name=name, exact=True).bounding_box()
        cell = page.locator(f'{ROWS} >> [data-id="{id}"] >> visible=true').bounding_box()
        assert head
        assert cell
        assert head["x"] <= cell["x"] < head["x"] + head["width"]


@pytest.mark.verifies("US-63.AC-3")
def test_only_the_rows_with_gaps_are_kept(open_page: Callable[..., Page]) -> None:
    project = product()
    page = open_page(rendered("matrix/matrix.html", matrix.build(project), project))
    page.get_by_role("button", name="Only gaps").click()
    assert "gaps=yes" in page.url
    assert grid(page)[0] == "OBJ-1*2 RM-1*2 PRD-1*2 FR-2*1 No story*1"
    assert grid(page)[-2:] == [
        "No roadmap item*1 PRD-3*1 the whole PRD*1 No story*1",
        "No PRD*1 US-4*1 AC-1*1",
    ]
    page.get_by_role("button", name="Only gaps").click()
    assert "?gaps" not in page.url


def test_a_heading_goes_when_nothing_is_left_below_it(
    open_page: Callable[..., Page], trace: str
) -> None:
    page = open_page(trace, "?owner=Mara&theme=Light")
    heads = page.locator(".pm-part-head").filter(visible=True).all_inner_texts()
    assert [head.split()[-1] for head in heads] == ["seas", "vision"]
    assert page.get_by_label("Owner").input_value() == "Mara"


def test_the_status_of_stories_is_a_filter(open_page: Callable[..., Page], trace: str) -> None:
    page = open_page(trace)
    page.get_by_label("Story status").select_option("ready")
    assert [row.split()[-4] for row in grid(page)] == ["US-2*1"]
    assert "status=ready" in page.url


def test_inside_a_text_the_address_is_left_alone(open_page: Callable[..., Page]) -> None:
    project = product()
    html = rendered("matrix/matrix.html", matrix.build(project), project, embedded=True)
    page = open_page(html, "?status=ready")
    assert page.get_by_label("Story status").input_value() == ""
    page.get_by_label("Filter the chain").fill("keeper")
    assert "keeper" not in page.url


def test_without_a_script_every_row_is_there(browser: Browser, trace: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.set_content(f"{script.PAGE}<style>{script.ASSETS['pmdocs.css'].decode()}</style>{trace}")
    cells = page.locator(".pm-matrix :is(td, th)").filter(visible=True).count()
    assert cells == len(re.findall(r"<t[dh] ", trace))
    assert not page.locator(".pm-tools").is_visible()
    context.close()


# The trace of one item


@pytest.fixture(scope="module")
def ego() -> str:
    project = product(VISIONS)
    shown = [trace_view.build(project, id, depth=6) for id in ("RM-1", "RM-8", "REL-1")]
    return "".join(rendered("trace/trace.html", view, project, embedded=True) for view in shown)


def test_boxes_and_their_words_stay_inside_and_apart(
    open_page: Callable[..., Page], ego: str
) -> None:
    page = open_page(ego, width=900)
    for section in page.locator(".pm-map").all():
        boxes = [one.bounding_box() for one in section.locator(".pm-node > :is(a, b)").all()]
        frame = section.bounding_box()
        assert frame
        for box in boxes:
            assert box
            assert frame["x"] <= box["x"]
            assert box["x"] + box["width"] <= frame["x"] + frame["width"] + 1
            assert box["y"] + box["height"] <= frame["y"] + frame["height"] + 1
            assert box["height"] >= 24
        for a, b in combinations(boxes, 2):
            assert a
            assert b
            apart = abs(a["x"] - b["x"]) >= a["width"] or abs(a["y"] - b["y"]) >= min(
                a["height"], b["height"]
            )
            assert apart


def test_lines_begin_and_end_at_boxes(open_page: Callable[..., Page], ego: str) -> None:
    page = open_page(ego, width=900)
    far = page.locator(".pm-map").evaluate_all("""maps => maps.flatMap(map => {
        const box = map.getBoundingClientRect();
        const boxes = [...map.querySelectorAll(".pm-node > :is(a, b)")].map(a => a.getBoundingClientRect());
        const path = map.querySelector("path");
        const toPage = path.getScreenCTM();
        return path.getAttribute("d").split("M").slice(1).map(line => {
            const n = line.match(/-?[\\d.]+/g).map(Number);
            const ends = [[n[0], n[1], "right"], [n.at(-2), n.at(-1), "left"]];
            return Math.max(...ends.map(([x, y, side]) => {
                const p = new DOMPoint(x, y).matrixTransform(toPage);
                return Math.min(...boxes.map(b => Math.hypot(b[side] - p.x, (b.top + b.bottom) / 2 - p.y)));
            }));
        });
    })""")
    assert len(far) == 14
    assert max(far) < 2


@pytest.mark.verifies("US-65.AC-3")
@pytest.mark.parametrize("width", [320, 375, 700])
def test_on_a_phone_the_trace_is_an_outline(
    open_page: Callable[..., Page], ego: str, width: int
) -> None:
    page = open_page(ego, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    first = page.locator(".pm-map").first
    assert not first.locator("svg").is_visible()
    lefts = dict(
        first.locator(".pm-node > :is(a, b)").evaluate_all(
            "all => all.map(a => [a.querySelector('.pm-id').textContent, a.getBoundingClientRect().x])"
        )
    )
    assert lefts["RM-1"] < lefts["PRD-1"] < lefts["US-1"] < lefts["US-1.AC-1"]
    assert first.get_by_text("realises PRD-1.FR-1").is_visible()


@pytest.mark.verifies("US-65.AC-4")
def test_without_a_script_the_trace_is_whole(browser: Browser, ego: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.set_content(f"{script.PAGE}<style>{script.ASSETS['pmdocs.css'].decode()}</style>{ego}")
    links = page.locator(".pm-map a, .pm-linked a")
    assert links.filter(visible=True).count() == links.count() == 19
    details = page.locator("details").first
    was_open = details.get_attribute("open") is not None
    page.locator("summary").first.click()
    assert details.locator("li").first.is_visible() is not was_open
    context.close()
