"""Tables in a real browser: filters, the choice of columns, the file, the address, the keyboard."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from pmdocs.project.select import select
from pmdocs.views import table
from tests import test_views_script
from tests.lighthouse import product, rendered

open_page = test_views_script.open_page
Open = Callable[..., Page]

MORE = """\
- {id: RM-11, title: A bell, outcome: heard, tags: [fog, "horn, big"], team: Lamp, health: on track}
- {id: RM-12, title: '=HYPERLINK("http://x")', outcome: heard, tags: [horn], owner: "@Ann, the \\"keeper\\""}
"""
NUMBERS = """\
- {id: US-10, title: Ten, as_a: cat, i_want: milk, points: 1234.5}
- {id: US-11, title: Eleven, as_a: cat, i_want: fish, points: 0.25}
- {id: US-12, title: Twelve, as_a: cat, i_want: fish, points: 0.5}
"""


def html_of(kind: str = "item", *more: str) -> str:
    project = product(*more)
    return rendered(
        "table/table.html", table.build(project, project.settings.kinds.by_name[kind]), project
    )


def rows(page: Page) -> list[str]:
    return [
        row.locator(".pm-id").first.inner_text() for row in page.locator("tbody tr:visible").all()
    ]


def heads(page: Page) -> list[str]:
    return page.locator("thead th:visible").all_inner_texts()


def asked(page: Page) -> str:
    return urlsplit(page.url).query


def saved(page: Page) -> tuple[str, bytes]:
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV").click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def cells(page: Page) -> list[list[str]]:
    text = saved(page)[1].decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


def tick(page: Page, name: str) -> None:
    page.get_by_role("button", name="Columns").click()
    page.get_by_role("checkbox", name=name, exact=True).click()
    page.keyboard.press("Escape")


@pytest.mark.verifies("US-69.AC-1")
def test_a_column_is_shown_and_hidden_again(open_page: Open) -> None:
    page = open_page(html_of())
    assert "Confidence" not in heads(page)
    tick(page, "Confidence")
    assert heads(page)[-1] == "Confidence"
    assert page.locator("tbody tr").first.get_by_text("medium").is_visible()
    tick(page, "Owner")
    assert "Owner" not in heads(page)


def test_the_columns_fill_the_width_whichever_are_shown(open_page: Open) -> None:
    page = open_page(html_of())
    for name in ("Owner", "When", "Horizon"):
        tick(page, name)
    edges = page.locator("thead tr").evaluate(
        "row => [row, [...row.cells].filter((c) => c.offsetWidth).pop()].map((e) => e.getBoundingClientRect().right)"
    )
    assert edges[0] - edges[1] < 1


@pytest.mark.verifies("US-69.AC-2")
def test_the_choice_of_columns_is_kept_in_the_address(open_page: Open) -> None:
    page = open_page(html_of())
    tick(page, "Owner")
    assert "columns=id.title.status.when" in page.url
    address = page.url.rpartition("view.html")[2]
    again = open_page(html_of(), address)
    assert "Owner" not in heads(again)
    tick(again, "Owner")
    assert asked(again) == ""


def test_the_title_stays_whatever_the_address_says(open_page: Open) -> None:
    page = open_page(html_of(), "?columns=owner.nonsense")
    assert heads(page) == ["Title", "Owner"]


@pytest.mark.verifies("US-69.AC-3")
def test_columns_are_chosen_with_the_keyboard_alone(open_page: Open) -> None:
    page = open_page(html_of())
    button = page.get_by_role("button", name="Columns")
    button.focus()
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert "ID" not in heads(page)
    page.keyboard.press("Escape")
    assert button.get_attribute("aria-expanded") == "false"
    assert page.evaluate("document.activeElement.textContent") == "Columns"


def test_the_menu_shuts_when_the_focus_leaves_it(open_page: Open) -> None:
    page = open_page(html_of())
    page.get_by_role("button", name="Columns").click()
    page.get_by_role("searchbox").click()
    assert not page.get_by_role("checkbox", name="Owner").is_visible()


@pytest.mark.verifies("US-86.AC-2")
def test_sorting_needs_no_mouse(open_page: Open) -> None:
    page = open_page(html_of())
    page.get_by_role("button", name="Title").focus()
    page.keyboard.press("Enter")
    assert page.get_by_role("columnheader", name="Title").get_attribute("aria-sort") == "ascending"
    assert rows(page)[0] == "RM-3"


@pytest.mark.verifies("US-70.AC-1")
def test_the_file_holds_what_is_shown(open_page: Open) -> None:
    page = open_page(html_of(), "?columns=id.status.owner&sort=-id&status=in+progress")
    name, data = saved(page)
    assert name == "roadmap-items.csv"
    assert (
        data
        == "\ufeffID,Title,Status,Owner\r\nRM-1,A light that can be told from a star,In progress,Mara\r\n".encode()
    )


def test_the_file_has_the_order_of_the_rows(open_page: Open) -> None:
    page = open_page(html_of("story", NUMBERS), "?columns=id.points&sort=-points")
    assert cells(page)[:6] == [
        ["ID", "Title", "Points"],
        ["US-10", "Ten", "1234.5"],
        ["US-4", "A story without a PRD", "13"],
        ["US-1", "Tell our light from a star", "3"],
        ["US-12", "Twelve", "0.5"],
        ["US-11", "Eleven", "0.25"],
    ]


@pytest.mark.verifies("US-70.AC-2")
@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "＝", "＠"])
def test_no_cell_of_the_file_is_a_formula(open_page: Open, begin: str) -> None:
    more = f"- {{id: RM-11, title: '{begin}cmd|calc', outcome: heard, owner: '{begin}1, \"x\"'}}\n"
    page = open_page(html_of("item", more), "?columns=id.owner&text=cmd")
    assert cells(page)[1:] == [["RM-11", f"'{begin}cmd|calc", f'\'{begin}1, "x"']]


def test_ids_and_tags_are_apart_in_the_file(open_page: Open) -> None:
    page = open_page(html_of("item", MORE), "?columns=id.objectives.tags&sort=id")
    found = {row[0]: row[2:] for row in cells(page)}
    assert found["RM-1"] == ["OBJ-1.KR-1, OBJ-2", ""]
    assert found["RM-11"] == ["", "fog, horn, big"]


def test_a_tag_filters_though_its_column_is_hidden(open_page: Open) -> None:
    page = open_page(html_of("item", MORE))
    picker = page.get_by_role("combobox", name="Tags")
    assert picker.locator("option").all_inner_texts() == ["Tags: all", "Fog", "Horn", "Horn, big"]
    picker.select_option("horn, big")
    assert rows(page) == ["RM-11"]
    assert "tags=horn" in page.url


def test_a_filter_comes_with_its_column(open_page: Open) -> None:
    page = open_page(html_of())
    assert not page.get_by_role("combobox", name="Confidence").is_visible()
    tick(page, "Confidence")
    assert page.get_by_role("combobox", name="Confidence").is_visible()


def test_everything_in_the_address_is_brought_back(open_page: Open) -> None:
    page = open_page(html_of(), "?text=keeper&sort=-title&columns=title.horizon&horizon=later")
    assert rows(page) == ["RM-5"]
    assert heads(page) == ["Title", "Horizon"]
    assert page.get_by_role("searchbox").input_value() == "keeper"
    assert page.get_by_role("status").inner_text() == "1 of 7"
    assert page.get_by_role("columnheader", name="Title").get_attribute("aria-sort") == "descending"


def test_numbers_are_sorted_as_numbers(open_page: Open) -> None:
    page = open_page(html_of("story", NUMBERS), "?sort=points")
    assert rows(page) == ["US-11", "US-12", "US-1", "US-4", "US-10", "US-2", "US-3"]


def test_the_script_sorts_as_the_page_was_made(open_page: Open) -> None:
    project = product(NUMBERS)
    stories = select(project, "kind:story")
    for key in ("points", "-points", "title", "-title", "status", "prd", "-prd"):
        view = table.build(project, items=stories, sort=key)
        page = open_page(
            rendered("table/table.html", table.build(project, items=stories), project),
            f"?sort={key}",
        )
        assert rows(page) == [row.id for row in view.rows], key


def test_a_table_that_is_made_sorted_goes_back_to_that(open_page: Open) -> None:
    project = product(NUMBERS)
    view = table.build(project, items=select(project, "kind:story"), sort="-points")
    page = open_page(rendered("table/table.html", view, project))
    first = rows(page)
    page.get_by_role("button", name="ID").click()
    assert rows(page)[0] == "US-1"
    assert "sort=id" in page.url
    page.get_by_role("button", name="ID").click()
    page.get_by_role("button", name="ID").click()
    assert rows(page) == first
    assert asked(page) == ""


def test_a_table_in_prose_leaves_the_address_alone(open_page: Open) -> None:
    project = product()
    view = table.build(project, items=list(project.items.values()))
    html = rendered("table/table.html", view, project, embedded=True)
    page = open_page(html + html, "?text=nonsense&sort=-id")
    total = f"of {len(view.rows)}"
    assert page.get_by_role("status").first.inner_text() == f"{len(view.rows)} {total}"
    page.get_by_role("searchbox").first.fill("keeper sleeps")
    assert page.get_by_role("status").all_inner_texts() == [
        f"1 {total}",
        f"{len(view.rows)} {total}",
    ]
    assert page.url.endswith("?text=nonsense&sort=-id")


def test_a_short_table_in_prose_has_no_tools(open_page: Open) -> None:
    project = product()
    view = table.build(project, items=select(project, "kind:story"))
    page = open_page(rendered("table/table.html", view, project, embedded=True))
    assert page.get_by_role("searchbox").count() == 0
    page.get_by_role("button", name="Title").click()
    assert rows(page)[0] == "US-3"


def test_a_phone_can_sort_and_choose_columns(open_page: Open) -> None:
    page = open_page(html_of(), width=375)
    page.get_by_role("combobox", name="Sort").select_option("-title")
    assert rows(page)[0] == "RM-4"
    page.get_by_role("button", name="Columns").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
    assert open_page(html_of()).get_by_role("combobox", name="Sort").count() == 0


@pytest.mark.verifies("US-71.AC-1")
def test_rows_beyond_the_first_hundred_are_filtered_sorted_and_saved(open_page: Open) -> None:
    more = "".join(
        f"- {{id: US-{n}, title: Story {n}, as_a: cat, i_want: milk, points: {n}}}\n"
        for n in range(1000, 1250)
    )
    page = open_page(html_of("story", more), "?sort=-points&text=story+12&columns=points")
    assert page.get_by_role("status").inner_text() == "50 of 254"
    found = [row[0] for row in cells(page)[1:]]
    assert found == [f"Story {n}" for n in range(1249, 1199, -1)]
    heights = page.locator("tbody").evaluate_all(
        "all => all.map((one) => one.style.getPropertyValue('--rows'))"
    )
    assert sum(map(int, heights)) == 50


def test_paper_gets_a_plain_table_with_a_head_on_each_sheet(open_page: Open) -> None:
    page = open_page(html_of())
    page.emulate_media(media="print")
    assert (
        page.locator("thead").evaluate("e => getComputedStyle(e).display") == "table-header-group"
    )
    assert not page.get_by_role("button", name="Columns").is_visible()
