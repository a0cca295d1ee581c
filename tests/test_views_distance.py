from __future__ import annotations

import pytest

from pmdocs.model.dates import Date
from pmdocs.views.distance import distance, on, span
from tests.lighthouse import TODAY

DISTANCES = {
    "2027-02-10": "today",
    "2027-02-11": "tomorrow",
    "2027-02-12": "in 2 days",
    "2027-02-23": "in 13 days",
    "2027-02-24": "in 2 weeks",
    "2027-03-31": "in 7 weeks",
    "2027-06-10": "in 4 months",
    "2030-02-10": "in 3 years",
    "2027-02-09": "1 day ago",
    "2027-01-15": "4 weeks ago",
    "2027-02": "this month",
    "2027-Q1": "this quarter",
    "2027-H1": "this half-year",
    "2027": "this year",
    "2027-03": "within 7 weeks",
    "2027-Q2": "within 5 months",
    "2028": "within 23 months",
    "2026-Q4": "6 weeks ago",
}


@pytest.mark.parametrize("date", DISTANCES)
def test_how_far_a_date_is(date: str) -> None:
    assert distance(Date.parse(date), TODAY) == DISTANCES[date]


def test_days_become_weeks_months_and_years() -> None:
    spans = [span(days) for days in (0, 1, 13, 14, 90, 91, 729, 730, 3652)]
    assert spans == [
        "0 days",
        "1 day",
        "13 days",
        "2 weeks",
        "13 weeks",
        "3 months",
        "24 months",
        "2 years",
        "10 years",
    ]


def test_a_date_within_a_sentence() -> None:
    assert [on(Date.parse(d)) for d in ("2027-03-31", "2027-03")] == [
        "on 31 Mar 2027",
        "in Mar 2027",
    ]
