"""The numbers below are worked out by hand from (current - baseline) / (target - baseline)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmdocs.analysis.advance import Advance, advance_of
from pmdocs.analysis.key_results import reached
from pmdocs.analysis.measurements import measured, value_of
from pmdocs.model.kinds.metric import Metric
from pmdocs.model.kinds.objective import Objective
from pmdocs.project.project import Project
from tests.lighthouse import product

NUMBERS = st.floats(allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize(
    ("baseline", "current", "target", "percent"),
    [
        (0, 3, 10, 30),
        (12, 9, 2, 30),
        (0, 29, 100, 29),
        (0, 2, 3, 66),
        (0, 9.999, 10, 99),
        (0, 12, 10, 100),
        (10, 4, 20, 0),
        (-20, 0, 20, 50),
        (5, 5, 5, 100),
        (5, 6, 5, None),
        (0, None, 10, None),
    ],
)
def test_the_share_of_the_way_that_is_done(
    baseline: float, current: float | None, target: float, percent: int | None
) -> None:
    assert reached(baseline, current, target) == percent


@given(NUMBERS, NUMBERS, NUMBERS)
def test_it_is_a_percentage_whatever_the_numbers(
    baseline: float, current: float, target: float
) -> None:
    found = reached(baseline, current, target)
    assert found is None or 0 <= found <= 100


def objective(*results: str) -> tuple[Project, Objective]:
    listed = ", ".join(f"{{id: KR-{n}, text: t, {one}}}" for n, one in enumerate(results, 1))
    more = f"- {{id: OBJ-9, title: T, period: 2027, key_results: [{listed}]}}\n"
    found = product(more, METRIC)
    return found, next(o for o in found.of(Objective) if o.id == "OBJ-9")


METRIC = """\
- id: MET-1
  title: Boats
  baseline: 12
  target: 2
  measurements:
    - {date: 2027-02, value: 7}
    - {date: 2027-Q4, value: 4}
    - {date: 2027-01, value: 11}
"""


def of(*results: str) -> Advance | None:
    return advance_of(*objective(*results))


def test_an_objective_has_come_as_far_as_its_key_results_on_average() -> None:
    found = of("baseline: 0, target: 10, current: 10", "baseline: 0, target: 10, current: 5")
    assert found == Advance(75, "1 of 2 key results reached")


def test_what_nobody_measured_has_not_begun() -> None:
    found = of("baseline: 0, target: 10, current: 10", "baseline: 0, target: 10")
    assert found == Advance(50, "1 of 2 key results reached")


def test_nothing_is_said_where_nothing_was_measured() -> None:
    assert of("baseline: 0, target: 10") is None


def test_a_key_result_is_read_from_the_newest_measurement_of_its_metric() -> None:
    assert of("baseline: 12, target: 2, metric: MET-1") == Advance(80, "0 of 1 key result reached")


def test_a_number_that_was_written_wins_over_the_metric() -> None:
    found = of("baseline: 12, target: 2, metric: MET-1, current: 2")
    assert found == Advance(100, "1 of 1 key result reached")


def test_a_roadmap_item_has_come_as_far_as_its_stories() -> None:
    project = product()
    assert advance_of(project, project.items["RM-1"]) == Advance(50, "1 of 2 stories done")
    assert advance_of(project, project.items["RM-3"]) is None
    assert advance_of(project, project.items["US-1"]) is None


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("value: 3", 3),
        ("promoters: 50, passives: 30, detractors: 20", 30),
        ("promoters: 1, passives: 2, detractors: 5", -50),
        ("satisfied: 3, responses: 4", 75),
        ("satisfied: 0, responses: 4", 0),
        ("satisfied: 0, responses: 0", None),
        ("promoters: 0", None),
    ],
)
def test_a_measurement_comes_to_a_number(written: str, value: float | None) -> None:
    more = f"- {{id: MET-1, title: T, measurements: [{{date: 2027, {written}}}]}}\n"
    metric = next(product(more).of(Metric))
    assert value_of(metric.measurements[0]) == value
    assert len(measured(metric)) == (value is not None)


def test_measurements_are_in_the_order_of_their_dates() -> None:
    metric = next(product(METRIC).of(Metric))
    assert [one.value for one in measured(metric)] == [11, 7, 4]
