from __future__ import annotations

import pytest

from pmdocs.analysis.slippage import slip_of
from pmdocs.model.dates import Date


@pytest.mark.parametrize(
    ("promised", "now", "days", "words"),
    [
        ("2027-03-01", "2027-03-06", 5, "5 days late"),
        ("2027-03-02", "2027-03-01", -1, "1 day early"),
        ("2027-03-01", "2027-03-01", 0, "as promised"),
        # Any day of the month keeps the promise of a month.
        ("2027-02", "2027-02-20", 0, "as promised"),
        ("2027-02", "2027-03-05", 5, "5 days late"),
        # The end of a month is not known to the day.
        ("2027-02", "2027-03", 31, "about 31 days late"),
        ("2027-Q2", "2027-Q1", -91, "about 91 days early"),
        ("2027-03-10", "2027-03", 0, "about as promised"),
    ],
)
def test_a_slip_is_counted_from_the_end_of_what_was_promised(
    promised: str, now: str, days: int, words: str
) -> None:
    slip = slip_of(Date.parse(promised), Date.parse(now))
    assert (slip.days, slip.words) == (days, words)
