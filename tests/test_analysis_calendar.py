"""How many days a project works."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmdocs.analysis.calendar import working_days
from pmdocs.model.kinds.charter import WorkCalendar

FULL = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def calendar(workdays: tuple[str, ...] = FULL[:5], holidays: str = "") -> WorkCalendar:
    return WorkCalendar.model_validate({"workdays": workdays, "holidays": holidays.split()})


@pytest.mark.parametrize(
    ("first", "last", "holidays", "days"),
    [
        ("2027-01-04", "2027-01-08", "", 5),
        ("2027-01-04", "2027-01-10", "", 5),
        ("2027-01-09", "2027-01-10", "", 0),
        ("2027-01-08", "2027-01-11", "", 2),
        ("2027-01-04", "2027-01-04", "", 1),
        ("2027-01-05", "2027-01-04", "", 0),
        ("2027-01-01", "2027-12-31", "", 261),
        ("2027-01-04", "2027-01-08", "2027-01-06", 4),
        ("2027-01-04", "2027-01-08", "2027-01-06 2027-01-06", 4),
        ("2027-01-04", "2027-01-10", "2027-01-09", 5),
        ("2027-01-04", "2027-01-08", "2027-02-02", 5),
        ("2027-01-25", "2027-02-05", "2027-02", 5),
        ("2027-01-04", "2027-01-08", "2027", 0),
    ],
)
def test_days_of_work_are_counted(first: str, last: str, holidays: str, days: int) -> None:
    begin, end = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    assert working_days(calendar(holidays=holidays), begin, end) == days


def test_usually_the_week_has_five_days() -> None:
    assert working_days(WorkCalendar(), dt.date(2027, 1, 4), dt.date(2027, 1, 17)) == 10


@given(
    st.dates(dt.date(2000, 1, 1), dt.date(2060, 1, 1)),
    st.integers(0, 400),
    st.sets(st.sampled_from(FULL)),
)
def test_counting_by_weeks_is_counting_by_days(
    first: dt.date, count: int, workdays: set[str]
) -> None:
    days = [first + dt.timedelta(n) for n in range(count + 1)]
    one_by_one = sum(f"{day:%a}" in workdays for day in days)
    assert working_days(calendar(tuple(workdays)), days[0], days[-1]) == one_by_one
