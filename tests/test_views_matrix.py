from __future__ import annotations

import re

import pytest

from pmdocs.views.matrix import View, build
from pmdocs.views.matrix.rows import Block
from tests.golden import assert_golden, values
from tests.lighthouse import empty, fixtures, product, rendered

project, view, html = fixtures(build, "matrix/matrix.html")


def block(view: View, id: str) -> Block:
    return next(block for block in view.blocks if block.id == id)


def gaps(block: Block) -> list[str]:
    return [cell.gap for row in block.rows for cell in row if cell.gap]


def test_values_are_as_before(view: View) -> None:
    assert_golden("views/matrix.txt", values(view))


def test_html_is_as_before(html: str) -> None:
    assert_golden("views/matrix.html", html)


def test_every_row_fills_all_columns(view: View) -> None:
    for one in view.blocks:
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


@pytest.mark.verifies("US-38.AC-1", "US-38.AC-2", "US-38.AC-3", "US-63.AC-2")
def test_gaps_are_marked_where_the_chain_ends(view: View) -> None:
    assert gaps(block(view, "RM-1")) == ["No story", "No acceptance criteria"]
    assert gaps(block(view, "RM-2")) == ["No PRD"]
    assert gaps(block(view, "RM-3")) == ["No story"]
    assert gaps(block(view, "RM-5")) == ["No objective", "No PRD"]
    assert gaps(block(view, "OBJ-3")) == ["No roadmap item"]


def test_what_hangs_on_nothing_is_in_the_last_group(view: View, html: str) -> None:
    last = view.groups[-1]
    assert last.heading == "Not connected"
    assert [block.id for block in last.blocks] == ["PRD-3", "US-4"]
    assert gaps(block(view, "PRD-3")) == ["No roadmap item", "No story"]
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
    assert gaps(block(view, "PRD-9")) == ["No story"]
    assert block(view, "PRD-9").rows[0][0].refs[0].id == "RM-7"


def test_an_unknown_requirement_leaves_the_story_with_its_prd() -> None:
    more = "- {id: US-9, title: Lost, as_a: cat, i_want: milk, prd: PRD-1.FR-9}\n"
    cells = [cell for row in block(build(product(more)), "RM-1").rows for cell in row]
    assert "US-9" in {ref.id for cell in cells for ref in cell.refs}


VISIONS = """\
- {id: VIS-1, title: Safe seas, target_customer: skippers, need: light, key_benefit: safety}
- {id: VIS-2, title: Warm rooms, target_customer: keepers, need: coal, key_benefit: warmth}
- {id: VIS-3, title: Dry feet, status: superseded, target_customer: a, need: b, key_benefit: c}
- {id: OBJ-4, title: Ships come home, status: active, period: 2027, vision: VIS-1,
   key_results: [{id: KR-1, text: ships, baseline: 1, target: 2}]}
- {id: OBJ-5, title: Calm ships, status: active, period: 2027, vision: VIS-1,
   key_results: [{id: KR-1, text: ships, baseline: 1, target: 2}]}
- {id: RM-8, title: A mirror, outcome: more light, objectives: [OBJ-1, OBJ-4], owner: Mara, theme: Light}
- {id: PRD-8, title: Polish, problem: rust, item: RM-8}
"""


@pytest.mark.verifies("US-63.AC-1")
def test_blocks_stand_below_the_vision_that_they_serve() -> None:
    groups = build(product(VISIONS)).groups
    headings = [group.vision.id if group.vision else group.heading for group in groups]
    assert headings == ["VIS-1", "VIS-2", "Serves no vision", "Not connected"]
    assert [block.id for block in groups[0].blocks] == ["RM-8", "OBJ-5"]


def test_an_objective_without_a_vision_is_a_gap_where_there_is_a_vision() -> None:
    view = build(product(VISIONS))
    assert gaps(block(view, "RM-2")) == ["No vision", "No PRD"]
    assert gaps(block(view, "RM-8")) == ["No vision: OBJ-1", "No story"]
    assert gaps(block(view, "OBJ-3")) == ["No vision", "No roadmap item"]
    assert gaps(block(view, "VIS-2")) == ["No objective"]


def test_a_vision_that_cannot_be_read_has_its_group() -> None:
    more = VISIONS + "- {id: VIS-9, title: Fog, target_customer: [1, {a: b}], need: c}\n"
    more += "- {id: OBJ-9, title: Less fog, status: active, period: 2027, vision: VIS-9, key_results: [{id: KR-1, text: t, baseline: 1, target: 2}]}\n"
    groups = build(product(more)).groups
    group = next(group for group in groups if group.vision and group.vision.id == "VIS-9")
    assert gaps(group.blocks[0]) == ["No roadmap item"]


def chosen(*ids: str) -> View:
    project = product(VISIONS)
    return build(project, items=[project.items[id] for id in ids])


def ids(view: View) -> set[str]:
    return {ref.id for b in view.blocks for row in b.rows for cell in row for ref in cell.refs}


@pytest.mark.verifies("US-63.AC-4")
@pytest.mark.parametrize(
    ("id", "shown"),
    [
        ("US-2", {"OBJ-1", "OBJ-2", "RM-1", "PRD-1", "US-2"}),
        ("PRD-8", {"OBJ-1", "OBJ-4", "RM-8", "PRD-8"}),
        ("RM-3", {"OBJ-2", "RM-3", "PRD-2"}),
        ("OBJ-4", {"OBJ-1", "OBJ-4", "RM-8", "PRD-8"}),
        ("VIS-1", {"OBJ-1", "OBJ-4", "OBJ-5", "RM-8", "PRD-8"}),
        ("US-4", {"US-4", "US-4.AC-1"}),
        ("RM-4", set()),
    ],
)
def test_the_chains_that_touch_an_item_can_be_chosen(id: str, shown: set[str]) -> None:
    assert ids(chosen(id)) == shown


def test_what_a_choice_leaves_out_is_no_gap() -> None:
    view = chosen("US-1")
    assert gaps(block(view, "RM-1")) == []
    assert len(block(view, "RM-1").rows) == 2
    assert [(f.count, f.total) for f in view.figures] == [(1, 1), (1, 1), (1, 1), (1, 1), (2, None)]


def test_a_choice_of_nothing_is_not_called_an_empty_product() -> None:
    view = build(product(), items=[])
    html = rendered("matrix/matrix.html", view, product())
    assert view.rows == 0
    assert "No chain touches" in html
    assert "pmdocs new" not in html


def test_an_id_of_former_times_leads_to_the_item() -> None:
    more = "- {id: RM-9, title: Renamed, outcome: o, aliases: [RM-90]}\n"
    more += "- {id: PRD-9, title: Of old, problem: p, item: RM-90}\n"
    assert gaps(block(build(product(more)), "RM-9")) == ["No objective", "No story"]


def test_inside_a_text_it_says_so() -> None:
    project = product()
    html = rendered("matrix/matrix.html", build(project), project, embedded=True)
    assert " data-embedded" in html
    assert not re.findall(r"\sid=", html)


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
