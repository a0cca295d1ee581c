"""Dates that move, in sentences."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmdocs.analysis.changes.amounts import how_far, ordinal
from pmdocs.analysis.changes.compare import changes
from pmdocs.history.ends import Ends
from pmdocs.model.dates import Date, Precision
from tests.states import project, sentences
from tests.test_analysis_changes import ITEM, changed


@pytest.mark.verifies("US-52.AC-1")
@pytest.mark.parametrize(
    ("end", "sentence"),
    [
        ("2027-Q3", "slips from 2027-Q1 to 2027-Q3, six months"),
        ("2027-04-30", "slips from 2027-Q1 to 2027-04-30, about four weeks"),
        ("2027-04", "slips from 2027-Q1 to 2027-04, one month"),
        ("2029-Q1", "slips from 2027-Q1 to 2029-Q1, two years"),
        ("2026-12", "is pulled in from 2027-Q1 to 2026-12, three months"),
        (
            "2027",
            "becomes less exact: 2027 instead of 2027-Q1, so that it may take nine months longer",
        ),
        ("2027-02", "becomes more exact: 2027-02 instead of 2027-Q1"),
    ],
)
def test_a_date_that_moves_is_told_with_both_dates_and_by_how_much(end: str, sentence: str) -> None:
    assert changed(ITEM, ("2027-Q1", end)) == [f"RM-1 {sentence}"]


def test_an_end_that_comes_or_goes_is_told() -> None:
    assert changed(ITEM, (", end: 2027-Q1", "")) == ["RM-1 has no end any more; it was 2027-Q1"]
    assert sentences(ITEM.replace(", end: 2027-Q1", ""), ITEM) == [
        "RM-1 is to be there by 2027-Q1; it had no date"
    ]


def test_a_beginning_that_moves_with_the_end_is_one_sentence() -> None:
    old = ITEM.replace("end:", "start: 2026-Q4, end:")
    new = old.replace("2027-Q1", "2027-Q2").replace("2026-Q4", "2027-Q1")
    assert sentences(old, new) == [
        "RM-1 slips from 2027-Q1 to 2027-Q2, three months; it starts in 2027-Q1 instead of 2026-Q4"
    ]
    assert sentences(old, old.replace("2026-Q4", "2027-01")) == [
        "RM-1 starts in 2027-01 instead of 2026-Q4, one month later"
    ]


@pytest.mark.verifies("US-52.AC-3")
def test_how_often_it_slipped_before_is_told_and_at_least_where_the_past_is_cut() -> None:
    ends = tuple(map(Date.parse, ("2026-Q3", "2026-Q4", "2026-11", "2027-Q1")))
    old, new = project(ITEM), project(ITEM.replace("2027-Q1", "2027-Q3"))
    for complete, words in (
        (True, "it is the third slip"),
        (False, "it is at least the third slip"),
    ):
        found = changes(old, new, {"RM-1": Ends(ends, complete)})
        assert found[0].said(found[0].changes[0]).endswith(f"six months; {words}")
    first = changes(old, new, {"RM-1": Ends(ends[-1:], complete=True)})
    assert first[0].said(first[0].changes[0]).endswith("six months")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("2027-03-01", "2027-03-02", "one day"),
        ("2027-03-01", "2027-03-15", "two weeks"),
        ("2027-03-01", "2027-03-14", "13 days"),
        ("2027-03-01", "2027-09-01", "six months"),
        ("2027-03-01", "2027-08-20", "about six months"),
        ("2027-03-01", "2027-03-01", ""),
        ("2027-03", "2027-02", "one month"),
        ("2026", "2027", "one year"),
        ("2027-03-29", "2027-03", "about two days"),
    ],
)
def test_how_far_it_is_in_words(old: str, new: str, words: str) -> None:
    assert how_far(Date.parse(old), Date.parse(new)) == words


def test_places_in_a_row_in_words() -> None:
    words = [ordinal(n) for n in (1, 3, 10, 11, 12, 13, 21, 22, 23, 24, 111)]
    assert words == ["first", "third", "tenth", *"11th 12th 13th 21st 22nd 23rd 24th 111th".split()]  # noqa: SIM905


DATES = st.builds(
    lambda days, precision: Date.parse(
        {
            "day": "{0:%Y-%m-%d}",
            "month": "{0:%Y-%m}",
            "year": "{0:%Y}",
        }[precision].format(dt.date(2026, 1, 1) + dt.timedelta(days))
    ),
    st.integers(0, 2000),
    st.sampled_from(["day", "month", "year"]),
)


@given(DATES, DATES)
def test_a_distance_is_told_for_every_two_dates_that_end_apart(one: Date, other: Date) -> None:
    assert bool(how_far(one, other)) is (one.last != other.last)
    assert how_far(one, other) == how_far(other, one)
    if one.precision is Precision.DAY and other.precision is not Precision.DAY:
        assert how_far(one, other).startswith("about ") or one.last == other.last


def test_a_milestone_slips_and_the_date_of_an_approval_does_not() -> None:
    charter = """\
id: CH-1
title: a
status: active
purpose: b
sponsor: c
manager: d
start: 2027-01
milestones: [{id: MS-1, title: the tower stands, date: 2027-03}]
approvals: [{role: finance, state: approved, date: 2027-01-04}]
"""
    assert changed(charter, ("date: 2027-03}", "date: 2027-04}"))[0] == (
        "CH-1 CH-1.MS-1 “the tower stands” slips from 2027-03 to 2027-04, one month"
    )
    assert changed(charter, ("date: 2027-03}", "date: 2027-03, actual: 2027-03-09}")) == [
        "CH-1 CH-1.MS-1 “the tower stands” was reached: 2027-03-09"
    ]
    assert changed(charter, ("2027-01-04", "2027-02-04")) == [
        "CH-1 the date of “finance” moves from 2027-01-04 to 2027-02-04"
    ]
    dated = changed(charter, ("start: 2027-01", "start: 2027-01\ndeadline: 2027-12"))
    assert "CH-1 is to be there by 2027-12; it had no date" in dated


def test_an_answer_is_told_with_its_words() -> None:
    prd = "id: PRD-1\ntitle: a\nproblem: b\nopen_questions: [{id: Q-1, text: why}]\n"
    assert changed(prd, ("text: why", "text: why, answer: because, date: 2027-01-04")) == [
        "PRD-1 answers the question PRD-1.Q-1: “because”",
        "PRD-1 the date of PRD-1.Q-1 “why” is 2027-01-04",
    ]


def test_only_a_later_last_day_is_a_slip() -> None:
    ends = tuple(map(Date.parse, ("2027-Q1", "2027-03", "2027-03-31", "2027-02", "2027-03")))
    assert Ends(ends, complete=True).slips == 1
    assert Ends((), complete=True).slips == 0


def test_something_starts_on_a_day_and_in_a_month() -> None:
    item = "- {id: RM-1, title: Share, outcome: o, status: planned, start: %s}\n"
    assert sentences(item % "2027-12", item % "2028-01-04") == [
        "RM-1 starts on 2028-01-04 instead of 2027-12, about four days later"
    ]
