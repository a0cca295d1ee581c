"""How the pages of objectives and metrics read."""

from __future__ import annotations

import pytest

from tests.kinds import html_of, own, product, text_of, view


@pytest.mark.verifies("US-67.AC-4")
def test_a_key_result_goes_from_its_baseline_to_its_target_also_downwards() -> None:
    results = own("OBJ-1", "key_results").results
    assert [(r.current, r.percent) for r in results] == [
        ("7", 50),
        # Beyond the target is all of the way.
        ("95", 100),
        ("", None),
        # Read from the newest measurement of its metric.
        ("25", 50),
    ]
    html = html_of("OBJ-1")
    assert "not measured yet" in text_of(html)
    assert 'style="--p:50"' in html


def test_the_items_that_advance_an_objective_name_their_key_results() -> None:
    (entry,) = own("OBJ-1", "advancing").entries
    assert (entry.ref.id, entry.note, entry.meter.words) == (
        "RM-1",
        "KR-1, KR-2",
        "1 of 3 stories done",
    )


def test_measurements_are_a_curve_in_the_order_of_time_with_baseline_and_target() -> None:
    data = own("MET-1", "measurements")
    assert [(p.x, p.number) for p in data.curve.points] == [(0, "10"), (66.3, "40"), (100, "36")]
    heights = {level.name: level.y for level in data.curve.levels}
    assert heights == {"Baseline": 92, "Target": 8}
    assert view("MET-1").lead.moved == "down by 4 boats"  # type: ignore[attr-defined]
    assert view("MET-1").lead.role == "at-risk"  # type: ignore[attr-defined]


def test_labels_of_a_curve_do_not_cover_each_other() -> None:
    more = "- {id: MET-9, title: t, baseline: 50, target: 51, measurements: [{date: 2027-01, value: 0}]}\n"
    levels = own("MET-9", "measurements", product(more)).curve.levels
    assert abs(levels[0].label_y - levels[1].label_y) >= 13
    assert levels[1].label_y < levels[0].label_y


def test_answers_of_people_become_nps_and_csat() -> None:
    rows = own("MET-2", "measurements").table.groups[0].rows
    assert [row.cells[-1].text for row in rows] == ["NPS +30", "CSAT 25%"]


def test_a_metric_without_measurements_says_what_it_is_to_be() -> None:
    shown = view("MET-3")
    assert [block.key for block in shown.blocks] == []
    assert [(f.label, f.text) for f in shown.facts] == [("Target", "1")]
