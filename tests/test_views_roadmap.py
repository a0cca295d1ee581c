from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from html import unescape

import pytest

from pmdocs.analysis.progress import Progress, progress_of
from pmdocs.model.dates import Date, Period
from pmdocs.project.project import Project
from pmdocs.views.roadmap import View, build
from pmdocs.views.roadmap.lanes import Row
from pmdocs.views.roadmap.scale import Place, scale_of
from tests.golden import assert_golden, values
from tests.lighthouse import TODAY, empty, fixtures, product, rendered

project, view, html = fixtures(build, "roadmap/roadmap.html")


def row(view: View, id: str) -> Row:
    return next(row for lane in view.lanes for row in lane.rows if row.id == id)


def test_values_are_as_before(view: View) -> None:
    assert_golden("views/roadmap.txt", values(view))


def test_html_is_as_before(html: str) -> None:
    assert_golden("views/roadmap.html", html)


def test_a_quarter_is_drawn_as_the_whole_quarter_and_in_doubt(view: View) -> None:
    place = row(view, "RM-3").place
    assert (place.start, place.days) == (0, 92)
    assert (place.early, place.late) == (92, 92)


def test_a_day_and_a_month_are_drawn_without_doubt(view: View) -> None:
    assert row(view, "RM-1").place == Place(92, 181, early=0, late=91)
    assert row(view, "RM-2").place == Place(137, 34)


def test_the_scale_is_the_quarters_that_are_needed(view: View) -> None:
    assert view.scale is not None
    assert [tick.label for tick in view.scale.majors] == ["Q4 2026", "Q1 2027", "Q2 2027"]
    assert view.scale.first + dt.timedelta(view.scale.days) == dt.date(2027, 7, 1)
    assert view.scale.first + dt.timedelta(view.scale.today or 0) == TODAY


@pytest.mark.parametrize(
    ("end", "majors", "zoom"),
    [
        ("2027-Q1", "Q1 2027", "month"),
        ("2028", "Q1 2027", "quarter"),
        ("2040", "2027", "year"),
        ("2300", "2020s", "all"),
        ("9998", "from 2000", "all"),
    ],
)
def test_a_long_plan_has_wider_headings(end: str, majors: str, zoom: str) -> None:
    scale = scale_of([Period(Date.parse("2027-02"), Date.parse(end))], TODAY)
    assert scale is not None
    assert scale.majors[0].label == majors
    assert scale.zoom == zoom
    assert len(scale.majors) <= 80
    assert sum(tick.days for tick in scale.minors) == scale.days


def test_the_first_year_of_the_calendar_is_no_special_case() -> None:
    scale = scale_of([Period(Date.parse("0001"), Date.parse("0001"))], TODAY)
    assert scale is not None
    assert (scale.first.year, scale.days, scale.today) == (1, 365, None)


def test_today_outside_the_plan_is_not_drawn() -> None:
    project = product()
    later = replace(project, today=dt.date(2031, 1, 1))
    html = rendered("roadmap/roadmap.html", build(later), later)
    assert "pm-today" not in html


@pytest.mark.verifies("US-47.AC-1")
def test_an_item_stands_in_the_lane_of_its_first_objective(view: View) -> None:
    lanes = {lane.title: [row.id for row in lane.rows] for lane in view.lanes}
    assert lanes == {
        "Nobody is lost in fog": ["RM-1", "RM-2"],
        "The keeper sleeps at night": ["RM-3"],
        "No objective": ["RM-4"],
    }


@pytest.mark.parametrize(
    ("group", "titles"),
    [
        ("theme", ["Light", "No theme"]),
        ("team", ["Lamp", "No team"]),
        ("release", ["First light", "No release"]),
    ],
)
def test_lanes_can_be_of_something_else(project: Project, group: str, titles: list[str]) -> None:
    assert [lane.title for lane in build(project, group).lanes] == titles  # type: ignore[arg-type]


def test_a_dropped_item_does_not_count_for_its_lane(view: View) -> None:
    lane = view.lanes[-1]
    assert (lane.done, lane.total, lane.percent) == (0, 0, 0)


def test_progress_is_the_share_of_stories_without_the_dropped_ones(project: Project) -> None:
    assert progress_of(project, "RM-1") == Progress(1, 2)
    assert progress_of(project, "PRD-1") == Progress(1, 2)
    assert Progress(1, 2).percent == 50
    assert Progress(1, 2).words == "1 of 2 stories done"


def test_progress_is_unknown_without_stories(project: Project) -> None:
    assert progress_of(project, "RM-3") is None
    assert progress_of(project, "RM-2") is None


def test_two_thirds_are_never_called_all() -> None:
    assert Progress(199, 200).percent == 99
    assert Progress(1, 1).words == "1 of 1 story done"


def test_a_start_that_is_certainly_too_early_is_a_clash(view: View) -> None:
    clashes = {(arrow.source, arrow.target): arrow.violated for arrow in view.arrows}
    assert clashes == {("RM-1", "RM-2"): True, ("RM-3", "RM-2"): False, ("RM-1", "RM-4"): False}


def test_dates_that_overlap_are_no_clash() -> None:
    items = """\
- {id: RM-11, title: first, outcome: x, start: 2027-Q1, end: 2027-Q2}
- {id: RM-12, title: then, outcome: x, start: 2027-05, depends_on: [RM-11]}
"""
    arrows = {arrow.target: arrow.violated for arrow in build(product(items)).arrows}
    assert arrows["RM-12"] is False


def test_marks_are_releases_and_milestones_by_date(view: View) -> None:
    assert [(mark.id, mark.state) for mark in view.marks] == [
        ("REL-2", "overdue"),
        ("CH-1.MS-2", "reached"),
        ("REL-1", "planned"),
        ("CH-1.MS-1", "expected"),
    ]


def test_marks_that_would_cover_each_other_stand_below_each_other(view: View) -> None:
    assert [mark.level for mark in view.marks] == [0, 1, 0, 2]


def test_items_without_dates_are_in_the_tray(view: View) -> None:
    trays = {tray.horizon: [item.id for item in tray.items] for tray in view.trays}
    assert trays == {"later": ["RM-5"], "": ["RM-6"]}
    assert view.trays[0].note == "Direction, not a promise"


def test_an_item_that_cannot_be_read_is_still_shown(view: View, html: str) -> None:
    assert [ref.id for ref in view.unread] == ["RM-7"]
    assert 'href="items/RM-7/"' in html


def test_no_item_is_lost(view: View, project: Project) -> None:
    shown = [row.id for lane in view.lanes for row in lane.rows]
    shown += [item.id for tray in view.trays for item in tray.items]
    shown += [ref.id for ref in view.unread]
    known = [id for id in (*project.items, *project.unread) if id.startswith("RM-")]
    assert sorted(shown) == sorted(known)
    assert view.total == len(known)


def test_a_script_in_a_title_stays_text(html: str) -> None:
    assert "<script>" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; a dry cellar" in html


def test_health_and_confidence_are_said_in_words(html: str) -> None:
    labels = [unescape(label) for label in re.findall(r' title="([^"]*)"', html)]
    about = next(label for label in labels if label.startswith("A light that"))
    assert "health: at risk" in about
    assert "medium confidence" in about


def test_arrows_are_svg_without_links(html: str) -> None:
    for svg in re.findall(r"<svg.*?</svg>", html, re.DOTALL):
        assert "href" not in svg
    assert html.count('class="pm-arrow pm-clash"') == 1


def test_the_view_is_not_searched_and_begins_with_a_block(html: str) -> None:
    assert html.lstrip().startswith("<section")
    assert "data-search-exclude" in html.partition(">")[0]


def test_an_empty_roadmap_says_what_to_write() -> None:
    view = build(empty())
    assert view.empty
    assert "pmdocs new item" in rendered("roadmap/roadmap.html", view, empty())


def test_a_roadmap_without_any_date_says_how_to_give_one() -> None:
    project = product()
    undated = {id: item for id, item in project.items.items() if id in {"RM-5", "RM-6"}}
    only = replace(project, items=undated)
    view = build(only)
    html = rendered("roadmap/roadmap.html", view, only)
    assert view.scale is None
    assert "start: 2027-Q1" in html
    assert "A second keeper" in html


def test_no_arrow_joins_items_that_are_both_done() -> None:
    done = "status: done, outcome: o, start: 2026-01, end: 2026-01"
    found = build(
        product(
            f"- {{id: RM-91, title: a, {done}}}\n"
            f"- {{id: RM-92, title: b, {done}, depends_on: [RM-91]}}\n"
            "- {id: RM-93, title: c, outcome: o, start: 2027-01, depends_on: [RM-92]}\n"
        )
    )
    ends = {(arrow.source, arrow.target) for arrow in found.arrows}
    assert ("RM-91", "RM-92") not in ends
    assert ("RM-92", "RM-93") in ends
