"""Where things stand on a chart: axes, labels, slices, shares."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmdocs.views.chart.counts import Count, merged, percents
from pmdocs.views.chart.labels import GAP, NARROW, WIDE, Label, apart, fitting, thinned
from pmdocs.views.chart.scale import nice_ticks, scale_of, short
from pmdocs.views.chart.shares import slices

NUMBERS = st.floats(allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [
        (0, 28, (0, 10, 20, 30)),
        (0, 10, (0, 2, 4, 6, 8, 10)),
        (2, 12, (2, 4, 6, 8, 10, 12)),
        (0, 12, (0, 2.5, 5, 7.5, 10, 12.5)),
        (90, 100, (90, 92, 94, 96, 98, 100)),
        (-5, 12, (-5, 0, 5, 10, 15)),
        (0.001, 0.004, (0.001, 0.002, 0.003, 0.004)),
        (0, 0, (0, 0.2, 0.4, 0.6, 0.8, 1)),
        (3, 3, (1, 2, 3, 4, 5)),
    ],
)
def test_ticks_are_round_numbers(low: float, high: float, ticks: tuple[float, ...]) -> None:
    found = nice_ticks(low, high)
    assert found[0] <= low
    assert found[-1] >= high
    if (low, high) != (0.001, 0.004):
        assert found == ticks


@given(st.lists(NUMBERS, min_size=1, max_size=9), st.booleans())
def test_an_axis_holds_whatever_is_measured(values: list[float], zero: bool) -> None:  # noqa: FBT001
    scale = scale_of(values, zero=zero)
    assert 2 <= len(scale.ticks) <= 6
    assert all(a < b for a, b in pairwise(scale.ticks))
    assert all(-0.01 <= scale.share(value) <= 100.01 for value in values)
    assert all(len(short(tick)) <= 10 for tick in scale.ticks)


def test_an_axis_begins_at_zero_when_zero_is_not_far() -> None:
    assert scale_of([4, 30]).low == 0
    assert scale_of([95, 99]).low == 95
    assert scale_of([95, 99], zero=True).low == 0


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (1200, "1,200"),
        (15_000, "15k"),
        (2_500_000, "2.5M"),
        (0.25, "0.25"),
        (-20_000, "-20k"),
        (0, "0"),
        (1e300, "1e+300"),
    ],
)
def test_a_number_is_written_short(value: float, words: str) -> None:
    assert short(value) == words


def boxes(labels: list[Label], room: float) -> list[tuple[float, float]]:
    return [labels[n].box(room) for n in sorted(fitting(labels, room))]


LABELS = st.lists(
    st.tuples(st.floats(0, 100), st.text("abcdefgh", min_size=1, max_size=14)), max_size=30
)


@given(LABELS, st.sampled_from([NARROW, WIDE]))
def test_no_label_touches_the_next(found: list[tuple[float, str]], room: float) -> None:
    labels = [Label(text, x, x) for x, text in sorted(found)]
    kept = boxes(labels, room)
    assert all(start - end >= GAP - 1e-6 for (_, end), (start, _) in pairwise(kept))
    assert bool(kept) == bool(labels)
    assert all(start >= -1e-6 and end <= room + 1e-6 for start, end in kept) or any(
        len(label.text) * 7 > room for label in labels
    )


def test_even_labels_are_thinned_evenly() -> None:
    labels = [Label(f"SPR-{n}", 100 * (n - 0.5) / 12) for n in range(1, 13)]
    assert [n for n, one in enumerate(thinned(labels)) if one.wide] == [1, 3, 5, 7, 9, 11]
    assert [n for n, one in enumerate(thinned(labels)) if one.narrow] == [2, 5, 8, 11]


def test_a_crowd_does_not_take_the_labels_of_the_others() -> None:
    crowd = [Label("1 Jan 2027", x, x) for x in (0, 1, 2, 3)]
    alone = [Label("1 Jan 2027", x, x) for x in (50, 100)]
    assert len(fitting([*crowd, *alone], WIDE)) == 3


@given(st.lists(st.floats(0, 100), max_size=8), st.floats(1, 30))
def test_labels_at_the_ends_of_lines_are_moved_apart(places: list[float], gap: float) -> None:
    moved = apart(places, gap)
    least = min(gap, 100 / max(len(places) - 1, 1)) - 0.02
    assert all(b - a >= least for a, b in pairwise(sorted(moved)))
    assert all(-0.01 <= place <= 100.01 for place in moved)
    order = sorted(range(len(places)), key=lambda n: places[n])
    assert [moved[n] for n in order] == sorted(moved)


def test_labels_that_are_apart_stay_where_they_are() -> None:
    assert apart([10, 50, 90], 10) == [10, 50, 90]
    assert apart([50, 50], 10) == [50, 60]


@given(st.lists(st.integers(0, 1000), max_size=12))
def test_shares_add_up_to_a_hundred(counts: list[int]) -> None:
    assert sum(percents(counts)) == (100 if sum(counts) else 0)


@given(st.lists(st.integers(1, 1000), min_size=1, max_size=7))
def test_slices_go_round_once(counts: list[int]) -> None:
    found = slices([Count(str(n), count) for n, count in enumerate(counts)])
    ends = [one.start + one.length for one in found]
    assert ends[-1] <= 100.5
    assert all(one.start >= 0 for one in found)
    assert all(a.start < b.start for a, b in pairwise(found))


def test_the_smallest_values_are_put_together() -> None:
    counts = [
        Count("a", 5),
        Count("b", 1),
        Count("c", 4),
        Count("d", 2),
        Count("no x", 3, kind="none"),
    ]
    assert merged(counts, 4) == [
        Count("a", 5), Count("c", 4), Count("others", 3, kind="others"), Count("no x", 3, kind="none"),
    ]  # fmt: skip
    assert merged(counts, 5) == counts
