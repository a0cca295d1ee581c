from __future__ import annotations

import re

import pytest

from pmdocs.views.matrix import View, build
from pmdocs.views.matrix.rows import Block
from tests.golden import assert_golden, values
from tests.lighthouse import empty, fixtures, product, rendered

project, view, html = fixtures(build, "matrix/matrix.html")


def block(view: View, id: str) -> Block:
    return next(block for block in (*view.blocks, *view.loose) if block.id == id)


def gaps(block: Block) -> list[str]:
    return [cell.gap for row in block.rows for cell in row if cell.gap]


def test_values_are_as_before(view: View) -> None:
    assert_golden("views/matrix.txt", values(view))


def test_html_is_as_before(html: str) -> None:
    assert_golden("views/matrix.html", html)


def test_every_row_fills_all_columns(view: View) -> None:
    for one in (*view.blocks, *view.loose):
        taken: set[tuple[int, int]] = set()
        for y, row in enumerate(one.rows):
            for cell in row:
                area = {
                    (y + dy, cell.column + dx)
                    for dy in range(cell.height)
                    for dx in range(cell.width)
                }
                assert not area & taken
                taken |= area
        assert taken == {(y, x) for y in range(len(one.rows)) for x in range(len(view.columns))}


def test_a_cell_spans_the_rows_of_what_hangs_on_it(view: View) -> None:
    spans = [(cell.column, cell.height) for cell in block(view, "RM-1").rows[0]]
    assert spans == [(0, 4), (1, 4), (2, 4), (3, 2), (4, 2), (5, 1)]


@pytest.mark.verifies("US-38.AC-1", "US-38.AC-2", "US-38.AC-3")
def test_gaps_are_marked_where_the_chain_ends(view: View) -> None:
    assert gaps(block(view, "RM-1")) == ["No stories", "No acceptance criteria"]
    assert gaps(block(view, "RM-2")) == ["No PRD"]
    assert gaps(block(view, "RM-3")) == ["No stories"]
    assert gaps(block(view, "RM-5")) == ["No objective", "No PRD"]
    assert gaps(block(view, "OBJ-3")) == ["No roadmap item"]


def test_what_hangs_on_nothing_is_in_the_last_group(view: View, html: str) -> None:
    assert [block.id for block in view.loose] == ["PRD-3", "US-4"]
    assert gaps(block(view, "PRD-3")) == ["No roadmap item", "No stories"]
    assert gaps(block(view, "US-4")) == ["No PRD"]
    assert html.index("Not connected") > html.index("RM-6")


def test_what_was_dropped_is_left_out(view: View, html: str) -> None:
    for id in ("RM-4", "US-3", "PRD-4"):
        assert id not in html
    assert view.figures[0].total == 5


def test_a_story_of_the_whole_prd_stands_beside_no_requirement(view: View) -> None:
    row = block(view, "RM-1").rows[-1]
    assert [(cell.column, bool(cell.refs), cell.gap) for cell in row] == [
        (3, False, ""),
        (4, True, ""),
        (5, False, "No acceptance criteria"),
    ]


def test_figures_are_counted(view: View) -> None:
    assert [(f.label, f.count, f.total, f.percent) for f in view.figures] == [
        ("roadmap items with a PRD", 2, 5, 40),
        ("PRDs with stories", 1, 3, 33),
        ("requirements with a story", 1, 2, 50),
        ("stories with criteria", 2, 3, 66),
        ("acceptance criteria", 3, None, None),
    ]


def test_what_cannot_be_read_is_not_called_missing() -> None:
    more = "- {id: PRD-9, title: Of an unread item, problem: none, item: RM-7}\n"
    view = build(product(more))
    assert gaps(block(view, "PRD-9")) == ["No stories"]
    assert block(view, "PRD-9").rows[0][0].refs[0].id == "RM-7"


def test_an_unknown_requirement_leaves_the_story_with_its_prd() -> None:
    more = "- {id: US-9, title: Lost, as_a: cat, i_want: milk, prd: PRD-1.FR-9}\n"
    cells = [cell for row in block(build(product(more)), "RM-1").rows for cell in row]
    assert "US-9" in {ref.id for cell in cells for ref in cell.refs}


def test_it_is_a_real_table_with_spans(html: str) -> None:
    assert 'rowspan="4"' in html
    assert 'colspan="4"' in html
    assert html.count("<thead") == html.count("<table") == 1
    opened, closed = re.findall(r"<(t[dh])[ >]", html), re.findall(r"</(t[dh])>", html)
    assert len(opened) == len(closed)


def test_parts_are_linked_on_the_page_of_their_item(html: str) -> None:
    assert 'href="items/US-1/#pm-ac-1"' in html
    assert 'href="items/PRD-1/#pm-fr-2"' in html


def test_a_script_in_a_title_stays_text(html: str) -> None:
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_words_in_backticks_are_code(html: str) -> None:
    assert "the <code>list of lights</code>" in html


def test_an_empty_matrix_says_how_to_begin() -> None:
    view = build(empty())
    assert view.rows == 0
    assert "pmdocs new objective" in rendered("matrix/matrix.html", view, empty())
