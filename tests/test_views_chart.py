from __future__ import annotations

import re
from typing import Any

import pytest

from pmdocs.project.project import Project
from pmdocs.project.select import select
from pmdocs.views.chart import TYPES, build
from pmdocs.views.chart.values import Bars, Chart, Goals, Plot, Ring, Squares
from tests.charts import EVERY, everything, html_of, page_of_all
from tests.golden import assert_golden, values
from tests.lighthouse import empty, product


@pytest.fixture(scope="module")
def project() -> Project:
    return everything()


def chart(project: Project, **options: Any) -> Chart:
    return build(project, **options)


@pytest.mark.parametrize("name", ["donut", "bars", "velocity", "metric", "objectives", "risks"])
def test_values_and_html_are_as_before(project: Project, name: str) -> None:
    found = build(project, **EVERY[name])
    assert_golden(f"views/chart-{name}.txt", values(found))
    assert_golden(f"views/chart-{name}.html", html_of(found, project))


def test_a_ring_tells_the_items_of_each_status_in_the_usual_order() -> None:
    found = chart(product(), type="donut")
    assert isinstance(found.figure, Ring)
    words = [(s.count.word, s.count.count, s.count.role) for s in found.figure.slices]
    assert words == [
        ("done", 1, "done"), ("in progress", 1, "in-progress"), ("planned", 1, "planned"),
        ("discovery", 2, "discovery"), ("dropped", 1, "dropped"),
    ]  # fmt: skip
    assert found.title == "Roadmap items by status"
    assert (
        found.says == "6 roadmap items: 1 done, 1 in progress, 1 planned, 2 discovery, 1 dropped."
    )


def test_values_without_an_order_begin_with_the_most_frequent(project: Project) -> None:
    found = chart(project, type="bars", by="theme")
    assert found.data
    assert [row[:2] for row in found.data.rows] == [
        ("Light", "1"),
        ("People", "1"),
        ("no theme", "34"),
    ]


def test_a_fixed_set_of_words_keeps_its_order() -> None:
    more = "".join(
        f"- {{id: US-{n}, title: t, as_a: a, i_want: b, priority: {word}}}\n"
        for n, word in enumerate(["could", "could", "should", "must", '"won\'t"'], 20)
    )
    found = product(more)
    rows = chart(found, type="bars", items=select(found, "priority:*"), by="priority").data.rows  # type: ignore[union-attr]
    assert [row[0] for row in rows] == ["must", "should", "could", "won't"]


def test_an_item_with_two_tags_counts_for_both(project: Project) -> None:
    found = chart(project, type="donut", by="tags")
    assert isinstance(found.figure, Ring)
    assert found.figure.total == 36
    assert [(s.count.word, s.count.count) for s in found.figure.slices] == [
        ("a", 30), ("b, c", 30), ("no tags", 6),
    ]  # fmt: skip


def test_links_are_counted_with_their_titles(project: Project) -> None:
    rows = chart(project, type="bars", by="objectives").data.rows  # type: ignore[union-attr]
    assert ("OBJ-2 The keeper sleeps at night", "2", "5%") in rows


def test_more_slices_than_can_be_told_apart_are_put_together(project: Project) -> None:
    found = chart(project, type="donut", by="owner")
    assert isinstance(found.figure, Ring)
    assert len(found.figure.slices) == 7
    assert "others" in [one.count.word for one in found.figure.slices]
    assert found.data
    assert len(found.data.rows) == 11


def test_a_choice_of_kinds_is_called_items() -> None:
    found = product()
    assert (
        chart(found, type="donut", items=select(found, "PRD-1 or US-1"), by="kind").title
        == "Items by kind"
    )
    assert chart(found, type="donut", items=select(found, "kind:prd")).title == "PRDs by status"
    assert chart(found, type="donut", items=select(found, "kind:prd"), title="Mine").title == "Mine"


def test_velocity_draws_the_last_twelve_sprints_within_their_outlines(project: Project) -> None:
    found = chart(project, type="velocity")
    assert isinstance(found.figure, Plot)
    assert [label.text for label in found.figure.labels] == [f"SPR-{n}" for n in range(1, 13)]
    done, committed = found.figure.bars[-2:]
    assert (done.role, committed.outlined) == ("done", True)
    assert (done.x, done.width) == (committed.x, committed.width)
    assert done.height < committed.height <= 100
    assert found.figure.lines[0].label == "average 96.5"
    assert "96.5 points were done in 12 sprints" in found.says


def test_a_metric_is_drawn_between_its_baseline_and_its_target(project: Project) -> None:
    found = chart(project, type="metric", metric="MET-1")
    assert isinstance(found.figure, Plot)
    lines = {line.label: line for line in found.figure.lines}
    assert list(lines) == ["baseline 12", "target 2", "now 5"]
    ends = [lines[word].points[0][1] for word in ("baseline 12", "target 2")]
    assert all(ends[0] <= y <= ends[1] for _, y in lines["now 5"].points)
    assert [x for x, _ in lines["now 5"].points] == sorted(x for x, _ in lines["now 5"].points)
    assert (
        found.says
        == "From 12 in Jun 2026 to 5 boats a month in Q4 2026: 70% of the way from 12 to 2."
    )


def test_the_first_metric_that_was_measured_is_drawn(project: Project) -> None:
    assert chart(project, type="metric").title == "Boats that call for help"
    assert chart(project, type="metric", metric="MET-2").says == "Nothing has been measured yet."
    assert chart(project, type="metric", metric="MET-9").says == "There is no metric to show."


def test_key_results_stand_below_their_objective(project: Project) -> None:
    found = chart(project, type="objectives")
    assert isinstance(found.figure, Goals)
    goal = next(goal for goal in found.figure.goals if goal.ref.id == "OBJ-4")
    assert [result.percent for result in goal.results] == [100, 70, None]
    assert goal.percent == 56
    assert found.says == "1 of 6 key results reached, 4 not measured yet."
    html = html_of(found, project)
    assert '<a class="pm-id" href="items/OBJ-4/#pm-kr-1" data-id="OBJ-4.KR-1">KR-1</a>' in html
    assert "A &lt;b&gt;loud&lt;/b&gt; horn" in html


def test_open_risks_stand_in_their_squares(project: Project) -> None:
    found = chart(project, type="risks")
    assert isinstance(found.figure, Squares)
    assert [row[0] for row in found.figure.rows] == [5, 4, 3, 2, 1]
    taken = {
        (probability, impact): [ref.id for ref in square.refs]
        for probability, squares in found.figure.rows
        for impact, square in enumerate(squares, 1)
        if square.refs
    }
    assert taken == {(4, 4): ["RSK-2", "RSK-3"], (2, 5): ["RSK-1"]}
    assert found.says == (
        "2 of 3 open risks score 15 or more; the highest is RSK-2 with 16. 1 closed one is left out."
    )


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"type": "donut"}, "There is nothing to count."),
        ({"type": "bars", "by": "owner"}, "There is nothing to count."),
        ({"type": "velocity"}, "There is no sprint yet."),
        ({"type": "metric"}, "There is no metric to show."),
        ({"type": "objectives"}, "There is no objective with key results yet."),
        ({"type": "risks"}, "No risk is written down yet."),
    ],
)
def test_a_chart_of_nothing_says_why(options: dict[str, Any], says: str) -> None:
    found = chart(empty(), **options)
    assert (found.figure, found.data, found.says) == (None, None, says)
    html = html_of(found, empty())
    assert says in html
    assert "<details" not in html


def test_sprints_without_points_say_so() -> None:
    more = "- {id: SPR-1, title: t, start: 2027-01-04, end: 2027-01-15, goal: g}\n"
    assert chart(product(more), type="velocity").says == "No story in a sprint has points yet."


@pytest.mark.parametrize("number", ["1e308", "-1e308", "1e-320", "0", "-0.0", "123456789.123"])
def test_no_number_is_too_strange_to_be_drawn(number: str) -> None:
    more = f"""\
- {{id: MET-1, title: T, baseline: 1e308, target: {number}, measurements: [{{date: 2027, value: {number}}}, {{date: 0001, value: -1e308}}]}}
- {{id: MET-2, title: T, measurements: [{{date: 2027, value: {number}}}]}}
"""
    found = product(more)
    for metric in ("MET-1", "MET-2"):
        html = html_of(chart(found, type="metric", metric=metric), found)
        assert "nan" not in html
        assert "inf" not in html


@pytest.mark.verifies("US-77.AC-1")
@pytest.mark.parametrize("name", EVERY)
def test_a_chart_says_what_it_shows_and_has_its_data(project: Project, name: str) -> None:
    found = build(project, **EVERY[name])
    html = html_of(found, project)
    assert found.says.endswith(".")
    assert ('role="img" aria-label="' + found.says in html) or 'data-id="' in html
    assert "<summary>Show data</summary>" in html
    assert found.data
    assert html.count("<tr>") >= len(found.data.rows) + 1
    assert " id=" not in html


def test_charts_have_no_links_within_the_picture(project: Project) -> None:
    """Inline SVG with `href` breaks instant navigation, and a picture has no focus inside."""
    html = page_of_all()
    for svg in re.findall(r"<svg.*?</svg>", html, re.DOTALL):
        assert "href" not in svg
    for name in ("donut", "bars", "velocity", "metric"):
        assert "<a " not in html_of(build(project, **EVERY[name]), project)


def test_every_type_is_tried_here() -> None:
    assert {options["type"] for options in EVERY.values()} == set(TYPES)


@pytest.mark.parametrize("name", ["bars", "bars-status"])
def test_bars_are_as_long_as_their_counts(project: Project, name: str) -> None:
    found = build(project, **EVERY[name])
    assert isinstance(found.figure, Bars)
    counts = [one.count for one in found.figure.counts]
    assert [round(length * max(counts) / 100) for length in found.figure.lengths] == counts
