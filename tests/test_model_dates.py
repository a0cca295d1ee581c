"""Dates that know how exactly they were meant."""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmdocs.model.dates import Date, Period, Precision
from tests.conftest import lines, project_of

DATES = {
    "2027-03-14": (Precision.DAY, (2027, 3, 14), (2027, 3, 14), "14 Mar 2027"),
    "2027-03": (Precision.MONTH, (2027, 3, 1), (2027, 3, 31), "Mar 2027"),
    "2027-Q1": (Precision.QUARTER, (2027, 1, 1), (2027, 3, 31), "Q1 2027"),
    "2027-Q4": (Precision.QUARTER, (2027, 10, 1), (2027, 12, 31), "Q4 2027"),
    "2027-H1": (Precision.HALF, (2027, 1, 1), (2027, 6, 30), "H1 2027"),
    "2027-H2": (Precision.HALF, (2027, 7, 1), (2027, 12, 31), "H2 2027"),
    "2027": (Precision.YEAR, (2027, 1, 1), (2027, 12, 31), "2027"),
    "2028-02": (Precision.MONTH, (2028, 2, 1), (2028, 2, 29), "Feb 2028"),
    "2028-02-29": (Precision.DAY, (2028, 2, 29), (2028, 2, 29), "29 Feb 2028"),
    "2000-02": (Precision.MONTH, (2000, 2, 1), (2000, 2, 29), "Feb 2000"),
    "2100-02": (Precision.MONTH, (2100, 2, 1), (2100, 2, 28), "Feb 2100"),
    "0001": (Precision.YEAR, (1, 1, 1), (1, 12, 31), "1"),
    "9998-12-31": (Precision.DAY, (9998, 12, 31), (9998, 12, 31), "31 Dec 9998"),
}


@pytest.mark.verifies("US-4.AC-1", "US-4.AC-2")
@pytest.mark.parametrize("text", DATES)
def test_a_date_keeps_the_precision_in_which_it_was_written(text: str) -> None:
    precision, first, last, words = DATES[text]
    date = Date.parse(text)
    assert date == Date(dt.date(*first), dt.date(*last), precision)
    assert str(date) == text
    assert date.words == words


WRONG = {
    "2026-02-30": "Feb 2026 has no day 30, it has 28 days",
    "2027-02-29": "Feb 2027 has no day 29, it has 28 days",
    "2028-02-30": "Feb 2028 has no day 30, it has 29 days",
    "2027-04-31": "Apr 2027 has no day 31, it has 30 days",
    "2027-04-00": "Apr 2027 has no day 0, it has 30 days",
    "2026-13-01": "there is no month 13",
    "2023-14-05": "there is no month 14",
    "2027-00": "there is no month 00",
    "0000": "there is no year `0000` in the calendar",
    "9999-12-31": "there is no year `9999` in the calendar",
    "2027-Q5": "`2027-Q5` is not a date",
    "2027-q1": "`2027-q1` is not a date",
    "2027-H3": "`2027-H3` is not a date",
    "14.03.2027": "`14.03.2027` is not a date",
    "2027-3-14": "`2027-3-14` is not a date",
    "2027/03/14": "`2027/03/14` is not a date",
    "March": "`March` is not a date",
    "soon " * 20: "`soon soon soon soon soon soon soon soon soon soon soon soon …` is not a date",
    "": "`` is not a date",
    "٢٠٢٧": "`٢٠٢٧` is not a date",
}


@pytest.mark.parametrize("text", WRONG)
def test_a_date_that_is_none_is_told_why(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(WRONG[text])}$"):
        Date.parse(text)


@pytest.mark.verifies("US-4.AC-3")
def test_a_day_that_does_not_exist_is_an_error_at_the_value() -> None:
    found = lines("id: RM-1\ntitle: t\noutcome: o\nstart: 2026-02-30\nhorizon: now\n")
    hint = "write a date such as `2027-03-14`, `2027-03`, `2027-Q1`, `2027-H1` or `2027`"
    assert [line for line in found if "PM105" in line] == [
        f"4:8 PM105 Feb 2026 has no day 30, it has 28 days | {hint}"
    ]


COMPARED = [
    ("2027-02", "2027-Q1", "neither"),
    ("2027-Q1", "2027-02", "neither"),
    ("2027-Q1", "2027-Q1", "neither"),
    ("2027-Q1", "2027-Q2", "before"),
    ("2027-Q1", "2027-04-01", "before"),
    ("2027-04-01", "2027-03", "after"),
    ("2027-H1", "2027-Q3", "before"),
    ("2027", "2027-H1", "neither"),
    ("2028", "2027-12-31", "after"),
]


@pytest.mark.verifies("US-4.AC-4")
@pytest.mark.parametrize(("left", "right", "how"), COMPARED)
def test_dates_that_overlap_are_neither_before_nor_after(left: str, right: str, how: str) -> None:
    a, b = Date.parse(left), Date.parse(right)
    assert (a < b, a > b) == (how == "before", how == "after")


@pytest.mark.parametrize(
    ("whole", "part", "holds"),
    [
        ("2027-Q1", "2027-02", True),
        ("2027-Q1", "2027-Q1", True),
        ("2027", "2027-H2", True),
        ("2027-02", "2027-Q1", False),
        ("2027-Q1", "2027-04-01", False),
        ("2027-H1", "2027-06-30", True),
    ],
)
def test_a_date_contains_the_dates_within_it(whole: str, part: str, *, holds: bool) -> None:
    assert (Date.parse(part) in Date.parse(whole)) is holds


def test_at_most_and_at_least_look_at_one_end_each() -> None:
    assert Date.parse("2027-Q2") <= Date.parse("2027-06")
    assert not Date.parse("2027-Q2") <= Date.parse("2027-05")
    assert Date.parse("2027-Q2") >= Date.parse("2027-04")
    assert not Date.parse("2027-Q2") >= Date.parse("2027-05")


def test_a_period_takes_the_days_of_both_its_ends() -> None:
    period = Period(Date.parse("2027-01"), Date.parse("2027-Q1"))
    assert (period.days, period.words, str(period)) == (90, "Jan 2027 – Q1 2027", "2027-01/2027-Q1")
    whole = Period(Date.parse("2027-Q1"), Date.parse("2027-Q1"))
    assert (whole.days, whole.words, str(whole)) == (90, "Q1 2027", "2027-Q1")


@pytest.mark.parametrize(
    ("fields", "when"),
    [
        ("start: 2027-01, end: 2027-Q2", "2027-01/2027-Q2"),
        ("start: 2027-01", "2027-01"),
        ("end: 2027-Q2", "2027-Q2"),
        ("horizon: now", "None"),
    ],
)
def test_an_item_takes_the_time_that_was_written(fields: str, when: str) -> None:
    project = project_of(a=f"{{id: RM-1, title: t, outcome: o, {fields}}}")
    assert str(project.items["RM-1"].when) == when


@st.composite
def spellings(draw: st.DrawFn) -> str:
    day = draw(st.dates(dt.date(1, 1, 1), dt.date(9998, 12, 31)))
    year, month = f"{day.year:04}", f"{day.month:02}"
    quarter, half = (day.month + 2) // 3, (day.month + 5) // 6
    forms = [year, f"{year}-H{half}", f"{year}-Q{quarter}", f"{year}-{month}", day.isoformat()]
    return draw(st.sampled_from(forms))


@given(spellings())
def test_what_is_printed_is_what_was_read(text: str) -> None:
    date = Date.parse(text)
    assert str(date) == text
    assert Date.parse(str(date)) == date
    assert date.first <= date.last


@given(spellings(), spellings())
def test_two_dates_are_before_after_or_overlap(left: str, right: str) -> None:
    a, b = Date.parse(left), Date.parse(right)
    overlap = a.first <= b.last and b.first <= a.last
    assert [a < b, a > b, overlap].count(True) == 1


@given(st.text(st.sampled_from("0123456789-QH ./"), max_size=12))
def test_any_text_is_a_date_or_a_value_error(text: str) -> None:
    with suppress(ValueError):
        assert str(Date.parse(text)) == text.strip()
