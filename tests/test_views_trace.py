"""The trace of one item: who stands around it, where, and what a change affects."""

from __future__ import annotations

import random
import re
from itertools import combinations, pairwise

import pytest

from pmdocs.project.project import Project
from pmdocs.views.trace import View, build, sections
from pmdocs.views.trace.layout import lay_out
from tests.conftest import project_of
from tests.golden import assert_golden, values
from tests.lighthouse import fixtures, product, rendered
from tests.test_views_matrix import VISIONS

WITH_VISION = (
    VISIONS
    + "- {id: OBJ-6, title: Bright, status: active, period: 2027, vision: VIS-1, key_results: [{id: KR-1, text: t, baseline: 0, target: 1}]}\n"
)
project, view, html = fixtures(lambda project: build(project, "RM-1"), "trace/trace.html")


def boxes(view: View, side: str = "") -> list[str]:
    return [node.ref.id for node in view.nodes if node.side == (side or node.side)]


def draw(project: Project, id: str) -> str:
    return rendered("trace/trace.html", build(project, id), project)


def test_values_are_as_before(view: View) -> None:
    assert_golden("views/trace.txt", values(view))


def test_html_is_as_before(html: str) -> None:
    assert_golden("views/trace.html", html)


@pytest.mark.verifies("US-65.AC-1")
def test_the_chain_stands_in_columns_from_left_to_right() -> None:
    view = build(product(VISIONS), "PRD-1")
    assert view.heads == ("Objective", "Roadmap item", "PRD", "Story", "Criterion")
    assert {node.ref.id: node.x for node in view.nodes} == {
        "PRD-1": 2,
        "RM-1": 1,
        "OBJ-1": 0,
        "OBJ-2": 0,
        "US-1": 3,
        "US-1.AC-1": 4,
        "US-1.AC-2": 4,
        "US-2": 3,
        "US-3": 3,
    }


def test_what_an_item_serves_is_shown_up_to_the_vision() -> None:
    view = build(product(VISIONS), "PRD-8")
    assert boxes(view, "up") == ["RM-8", "OBJ-1", "OBJ-4", "VIS-1"]
    assert boxes(view, "down") == []


def test_two_links_down_are_enough_unless_more_are_asked_for() -> None:
    project = product()
    assert "US-1" not in boxes(build(project, "OBJ-1"))
    assert "US-1.AC-1" in boxes(build(project, "OBJ-1", depth=4))
    assert boxes(build(project, "US-1", depth=1)) == ["US-1", "PRD-1", "US-1.AC-1", "US-1.AC-2"]


def test_what_is_linked_outside_the_chain_is_told_with_its_link() -> None:
    beside = [(one.ref.id, one.reason) for one in build(product(), "RM-2").beside]
    assert beside == [("RM-1", "depends on"), ("RM-3", "depends on"), ("REL-1", "part of")]
    assert ("RM-2", "blocks") in [(b.ref.id, b.reason) for b in build(product(), "RM-1").beside]


def test_an_item_outside_the_chain_stands_between_what_it_serves_and_what_serves_it() -> None:
    project = project_of(
        a__yaml="- {id: REL-1, title: r, version: '1', date: 2027}\n"
        "- {id: CH-1, title: c, purpose: p, sponsor: s, manager: m, start: 2027, delivers: [REL-1]}\n"
        "- {id: RSK-1, title: r, effect: e, probability: 1, impact: 1, threatens: [CH-1]}\n"
    )
    view = build(project, "CH-1")
    assert view.heads == ("Serves", "Charter", "Served by")
    assert [(node.ref.id, node.x) for node in view.nodes] == [
        ("CH-1", 1),
        ("REL-1", 0),
        ("RSK-1", 2),
    ]
    assert build(project, "RSK-1", depth=2).heads == ("Further", "Serves", "Risk")


def test_a_part_has_a_trace_of_its_own() -> None:
    project = product(VISIONS)
    requirement = build(project, "PRD-1.FR-1")
    assert requirement.heads[2:4] == ("PRD", "Requirement")
    assert boxes(requirement, "down") == ["US-1", "US-1.AC-1", "US-1.AC-2"]
    assert len(requirement.lines) == 7
    result = build(project, "OBJ-1.KR-1")
    assert result.heads == ("Serves", "Key result", "Served by")
    assert boxes(result) == ["OBJ-1.KR-1", "OBJ-1", "RM-1"]


def test_an_item_without_links_has_no_trace() -> None:
    for id in ("RM-6", "US-4", "REL-2"):
        view = build(product(), id)
        assert (view.nodes, view.impact.steps, sections(view)) == ((), (), ())
        assert draw(product(), id).strip() == ""


def test_only_items_of_a_choice_are_shown() -> None:
    project = product()
    some = [project.items[id] for id in ("RM-1", "OBJ-1", "US-1")]
    assert boxes(build(project, "PRD-1", items=some)) == [
        "PRD-1",
        "RM-1",
        "OBJ-1",
        "US-1",
        "US-1.AC-1",
        "US-1.AC-2",
    ]


def hub(stories: int) -> Project:
    story = "- {{id: US-{0}, title: s, as_a: a, i_want: b, prd: PRD-1, criteria: [{{id: AC-1, text: t}}]}}\n"
    return project_of(
        a__yaml="- {id: PRD-1, title: p, problem: p}\n"
        + "".join(story.format(number) for number in range(1, stories + 1))
    )


def test_what_there_is_no_room_for_is_counted() -> None:
    project = hub(30)
    view = build(project, "PRD-1")
    assert [(more.count, more.x) for more in view.more] == [(22, 1), (22, 2)]
    assert len(view.nodes) == 1 + 8 + 8
    assert "and 22 more" in draw(project, "PRD-1")
    assert not build(project, "PRD-1", limit=400).more


@pytest.mark.parametrize(("linked", "shown", "left_out"), [(8, 8, 0), (9, 9, 0), (12, 8, 4)])
def test_nothing_is_left_out_where_to_say_so_takes_as_much_room(
    linked: int, shown: int, left_out: int
) -> None:
    many = "".join(
        f"- {{id: RM-{n}, title: t, outcome: o, depends_on: [RM-1]}}\n"
        for n in range(2, linked + 2)
    )
    view = build(project_of(a__yaml="- {id: RM-1, title: t, outcome: o}\n" + many), "RM-1")
    assert (len(view.beside), view.left_out) == (shown, left_out)
    assert not build(hub(9), "PRD-1").more
    assert len(build(hub(9), "PRD-1").nodes) == 1 + 9 + 9


def test_a_large_picture_has_a_limit() -> None:
    view = build(hub(400), "PRD-1", limit=400)
    assert 100 < len(view.nodes) <= 400
    assert view.more[0].count == 400 - 57


def test_links_to_a_wrong_kind_draw_no_line_backwards() -> None:
    project = project_of(
        a__yaml="- {id: PRD-1, title: p, problem: p, item: US-1}\n"
        "- {id: PRD-2, title: p, problem: p, item: PRD-1}\n"
        "- {id: US-1, title: s, as_a: a, i_want: b, prd: PRD-2}\n"
    )
    for id in ("PRD-1", "PRD-2", "US-1"):
        assert_drawn_well(build(project, id, depth=5))


# The layout


def assert_drawn_well(view: View) -> None:
    """No two boxes overlap, lines lead to the right from box to box."""
    places = {(node.x, node.y): node.ref.id for node in view.nodes}
    there = [(node.x, node.y) for node in view.nodes] + [(more.x, more.y) for more in view.more]
    assert all(0.5 <= y <= view.height - 0.5 + 1e-6 for _, y in there)
    for (x, y), (other, z) in combinations(there, 2):
        assert x != other or abs(y - z) >= 0.99
    for line in view.lines:
        assert line[0] in places
        assert line[-1] in places
        assert [x for x, _ in line] == list(range(line[0][0], line[0][0] + len(line)))
        for x, y in line[1:-1]:
            assert all(x != other or abs(y - z) > 0.5 for other, z in there)


@pytest.mark.verifies("US-65.AC-2")
@pytest.mark.parametrize(
    "id", ["OBJ-1", "RM-1", "RM-8", "PRD-1", "US-1", "REL-1", "VIS-1", "PRD-1.FR-1"]
)
@pytest.mark.parametrize("depth", [None, 1, 6])
def test_boxes_do_not_overlap_and_lines_lead_to_the_right(id: str, depth: int | None) -> None:
    view = build(product(WITH_VISION), id, depth=depth)
    assert view.nodes
    assert_drawn_well(view)


def test_every_box_but_the_item_is_at_an_end_of_a_line() -> None:
    view = build(product(VISIONS), "RM-8", depth=6)
    ends = {end for line in view.lines for end in (line[0], line[-1])}
    assert {(node.x, node.y) for node in view.nodes} == ends


def test_a_tree_is_drawn_without_a_crossing() -> None:
    shuffled = random.Random(4)  # noqa: S311 - no secret
    stories = [f"s{n}" for n in range(12)]
    links = [(f"p{n // 3}", story) for n, story in enumerate(stories)]
    links += [("r", f"p{n}") for n in range(4)]
    shuffled.shuffle(stories)
    layout = lay_out([["r"], ["p2", "p0", "p3", "p1"], stories], links)
    lines = [(layout.places[a], layout.places[b]) for a, b in links if a != "r"]
    assert not [1 for (a, b), (c, d) in combinations(lines, 2) if (a - c) * (b - d) < 0]


def test_any_boxes_keep_their_distance_and_get_the_same_places_again() -> None:
    chance = random.Random(7)  # noqa: S311 - no secret
    for _ in range(40):
        columns = [[f"{x}.{n}" for n in range(chance.randint(1, 9))] for x in range(5)]
        links = [
            (a, b)
            for x, y in combinations(range(5), 2)
            for a in columns[x]
            for b in columns[y]
            if chance.random() < 0.1
        ]
        layout = lay_out(columns, links)
        for column in columns:
            places = sorted(layout.places[box] for box in column)
            assert places[0] >= 0.5 - 1e-9
            assert all(b - a >= 1 - 1e-9 for a, b in pairwise(places))
        assert {len(layout.bends[a, b]) for a, b in links} <= {0, 1, 2, 3}
        assert lay_out(columns, links) == layout


# What a change affects


@pytest.mark.verifies("US-85.AC-1")
def test_what_is_affected_is_told_by_distance_with_the_reason(view: View) -> None:
    told = [
        (step.distance, entry.item.id, entry.reason, entry.criteria)
        for step in view.impact.steps
        for entry in step.entries
    ]
    assert told == [
        (1, "RM-2", "depends on RM-1", 0),
        (1, "PRD-1", "specifies RM-1", 0),
        (2, "REL-1", "RM-2 part of REL-1", 0),
        (2, "US-1", "realises PRD-1.FR-1", 2),
        (2, "US-2", "realises PRD-1", 0),
    ]
    assert view.impact.counts == (
        (2, "stories"),
        (1, "roadmap item"),
        (1, "PRD"),
        (1, "release"),
        (2, "acceptance criteria"),
    )


def test_a_long_list_of_what_is_affected_is_cut_and_counted() -> None:
    project = hub(120)
    impact = build(project, "PRD-1").impact
    assert sum(len(step.entries) for step in impact.steps) == 15
    assert (impact.more, impact.complete) == (85, False)
    html = draw(project, "PRD-1")
    assert "More than <b>100</b> stories and <b>100</b> acceptance criteria may be affected" in html
    assert "and 85 more, at least" in html
    assert '<details class="pm-impact">' in html


def test_titles_stay_text() -> None:
    html = draw(product(), "RM-3")
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_inside_a_text_it_gives_no_anchors_away_and_no_headings() -> None:
    project = product()
    html = rendered("trace/trace.html", build(project, "RM-1"), project, embedded=True)
    assert not re.findall(r"\sid=|<h\d", html)
    assert 'href="items/RM-1/" data-id="RM-1"' in html


def test_the_drawing_holds_no_links(html: str) -> None:
    drawing = re.search(r"<svg.*?</svg>", html, re.DOTALL)
    assert drawing
    assert "href" not in drawing[0]
    assert "<svg" not in html.replace(drawing[0], "")
