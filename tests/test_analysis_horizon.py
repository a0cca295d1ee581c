"""Now, next or later, and what is late: told from status and dates."""

from __future__ import annotations

import datetime as dt

import pytest

from pmdocs.analysis.horizon import closing_day, horizon_of, is_recent, months_from
from pmdocs.analysis.lateness import days_late, days_unbegun, is_behind, time_over
from pmdocs.analysis.progress import Progress
from pmdocs.model.item import Item
from tests.conftest import project_of
from tests.lighthouse import TODAY


def item(fields: str) -> Item:
    text = f"{{id: RM-1, title: t, outcome: o, {fields}}}"
    return project_of(yaml=text).items["RM-1"]


HORIZONS = {
    "horizon: later, status: in progress": "later",
    "horizon: now": "now",
    "status: in progress": "now",
    "status: at risk, start: 2028": "now",
    "status: blocked": "now",
    "status: planned, start: 2027-02, end: 2027-03": "now",
    "status: discovery, start: 2027-02-10": "now",
    "status: planned, end: 2027-01": "now",
    "status: planned, start: 2027-02-11": "next",
    "status: planned, start: 2027-05-10": "next",
    "status: planned, start: 2027-Q2": "next",
    "status: planned, start: 2027-05-11": "later",
    "status: planned, start: 2027-H2": "later",
    "status: planned": "later",
    "status: discovery": "later",
}


@pytest.mark.verifies("US-61.AC-1")
@pytest.mark.parametrize("fields", HORIZONS)
def test_a_horizon_is_what_was_written_or_follows_from_status_and_dates(fields: str) -> None:
    assert horizon_of(item(fields), TODAY) == HORIZONS[fields]


RECENT = {
    "status: done, end: 2027-01": True,
    "status: done, end: 2026-11-10": True,
    "status: done, end: 2026-11-09": False,
    "status: done, end: 2027-12": True,
    "status: done": True,
    "status: in progress, end: 2027-01": False,
    "status: dropped, end: 2027-01": False,
    "status: done, end: 2026-06, updates: [{date: 2027-01-05, text: it shines}]": True,
    "status: done, end: 2026-06, updates: [{date: 2026-07, text: it shines}]": False,
}


@pytest.mark.parametrize("fields", RECENT)
def test_what_was_done_within_three_months_is_recent(fields: str) -> None:
    assert is_recent(item(fields), TODAY) is RECENT[fields]


def test_nothing_is_over_after_today() -> None:
    assert closing_day(item("status: done, end: 2030"), TODAY) == TODAY
    assert closing_day(item("status: done"), TODAY) is None


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        ("2027-02-10", 3, "2027-05-10"),
        ("2027-11-30", 3, "2028-02-29"),
        ("2027-01-31", -3, "2026-10-31"),
        ("2027-05-31", -3, "2027-02-28"),
        ("2027-12-01", 1, "2028-01-01"),
    ],
)
def test_months_are_counted_on_the_calendar(day: str, months: int, then: str) -> None:
    assert months_from(dt.date.fromisoformat(day), months).isoformat() == then


LATE = {
    "status: in progress, end: 2027-02-09": 1,
    "status: in progress, end: 2027-02-10": 0,
    "status: in progress, end: 2027-Q1": 0,
    "status: planned, end: 2027-01": 10,
    "status: done, end: 2027-01": 0,
    "status: dropped, end: 2027-01": 0,
    "status: in progress": 0,
}


@pytest.mark.parametrize("fields", LATE)
def test_what_is_open_after_its_last_day_is_late(fields: str) -> None:
    assert days_late(item(fields), TODAY) == LATE[fields]


UNBEGUN = {
    "status: planned, start: 2027-02-09, end: 2027-04": 1,
    "status: planned, start: 2027-02, end: 2027-04": 0,
    "status: discovery, start: 2027-01, end: 2027-04": 10,
    "status: in progress, start: 2027-01, end: 2027-04": 0,
    "status: planned, end: 2027-04": 0,
}


@pytest.mark.parametrize("fields", UNBEGUN)
def test_what_should_certainly_have_begun_is_told(fields: str) -> None:
    assert days_unbegun(item(fields), TODAY) == UNBEGUN[fields]


def test_how_much_of_a_time_is_over() -> None:
    assert time_over(item("start: 2027-02-01, end: 2027-02-20"), TODAY) == 45
    assert time_over(item("start: 2027-03, end: 2027-04"), TODAY) == 0
    assert time_over(item("start: 2026-03, end: 2026-04"), TODAY) == 100
    assert time_over(item("start: 2027-04, end: 2027-03"), TODAY) is None
    assert time_over(item("horizon: now"), TODAY) is None


@pytest.mark.parametrize(("done", "behind"), [(0, True), (2, True), (3, False)])
def test_stories_are_behind_when_they_lack_25_points(done: int, *, behind: bool) -> None:
    one = item("status: in progress, start: 2027-02-01, end: 2027-02-20")
    assert is_behind(one, Progress(done, 10), TODAY) is behind


def test_without_stories_or_dates_nothing_is_behind() -> None:
    assert not is_behind(item("status: in progress, start: 2027-01, end: 2027-02"), None, TODAY)
    assert not is_behind(item("status: in progress"), Progress(0, 9), TODAY)
    assert not is_behind(item("status: done, end: 2026-12"), Progress(0, 9), TODAY)
