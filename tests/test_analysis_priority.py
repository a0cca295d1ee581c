from __future__ import annotations

import pytest

from pmdocs.analysis.priority import rice, value_for_effort, wsjf


@pytest.mark.parametrize(
    ("inputs", "score"),
    [
        ((1900, 3, 0.6, 18), 190.0),
        ((500, 0.25, 1.0, 0.5), 250.0),
        ((0, 3, 1.0, 1), 0.0),
    ],
)
def test_rice_is_reach_times_impact_times_confidence_by_effort(
    inputs: tuple[float, float, float, float], score: float
) -> None:
    assert rice(*inputs) == pytest.approx(score)


def test_wsjf_is_the_cost_of_delay_by_size() -> None:
    assert wsjf(8, 5, 3, 4) == 4.0
    assert wsjf(0, 0, 0, 4) == 0.0


def test_value_for_effort_is_a_quotient() -> None:
    assert value_for_effort(8, 5) == 1.6


def test_without_effort_there_is_no_score() -> None:
    assert rice(10, 3, 1.0, 0) is None
    assert wsjf(1, 1, 1, 0) is None
    assert value_for_effort(1, 0) is None
