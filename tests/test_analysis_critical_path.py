"""The critical path, beside published answers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmdocs.analysis.critical_path import Constraint, schedule


def network(written: str) -> tuple[dict[str, float], list[Constraint]]:
    """Activities such as `C3<A,B`, separated by blanks."""
    durations, constraints = {}, []
    for word in written.split():
        name, _, before = word.partition("<")
        durations[name[0]] = float(name[1:])
        constraints += [Constraint(one, name[0]) for one in before.split(",") if one]
    return durations, constraints


@pytest.mark.verifies("US-91.AC-1")
def test_the_answer_of_cal_poly() -> None:
    found = schedule(*network("A5 B4 C3<A D7<B E2<C F1<D,E"))
    assert found is not None
    assert found.length == 12
    assert found.critical == ("B", "D", "F")
    assert {id: one.total_float for id, one in found.activities.items()} == {
        "A": 1,
        "C": 1,
        "E": 1,
        "B": 0,
        "D": 0,
        "F": 0,
    }


@pytest.mark.verifies("US-91.AC-1")
def test_the_answer_of_hillier_and_lieberman() -> None:
    written = "A2 B4<A C10<B D6<C E4<C F5<E G7<D H9<E,G I7<C J8<F,I K4<J L5<J M2<H N6<K,L"
    found = schedule(*network(written))
    assert found is not None
    assert found.length == 44
    assert found.critical == tuple("ABCEFJLN")


@pytest.mark.verifies("US-91.AC-1")
def test_the_answer_of_heizer_and_render() -> None:
    found = schedule(*network("A2 B3 C2<A D4<A,B E4<C F3<C G5<D,E H2<F,G"))
    assert found is not None
    assert found.length == 15
    assert found.critical == tuple("ACEGH")


@pytest.mark.parametrize(
    ("type", "lag", "start", "length"),
    [
        ("FS", 0, 4, 7),
        ("FS", 2, 6, 9),
        ("FS", -1, 3, 6),
        ("SS", 2, 2, 5),
        ("FF", 0, 1, 4),
        ("FF", 2, 3, 6),
        ("SF", 5, 2, 5),
        ("SF", 0, 0, 4),
    ],
)
def test_each_type_of_dependency_asks_for_its_own_moment(
    type: str, lag: float, start: float, length: float
) -> None:
    found = schedule({"A": 4, "B": 3}, [Constraint("A", "B", type, lag)])
    assert found is not None
    assert found.activities["B"].earliest_start == start
    assert found.length == length


def test_a_circle_has_no_schedule_and_nothing_has_an_empty_one() -> None:
    assert schedule({"A": 1, "B": 1}, [Constraint("A", "B"), Constraint("B", "A")]) is None
    empty = schedule({}, [Constraint("A", "B")])
    assert empty is not None
    assert (empty.length, empty.critical) == (0, ())


def test_what_may_not_begin_before_a_day_waits_for_it() -> None:
    found = schedule({"A": 2, "B": 2}, [Constraint("A", "B")], {"B": 10})
    assert found is not None
    assert (found.length, found.critical) == (12, ("B",))
    assert found.activities["A"].total_float == 8


LINKS = st.lists(
    st.tuples(
        st.integers(0, 7),
        st.integers(0, 7),
        st.sampled_from(["FS", "SS", "FF", "SF"]),
        st.integers(-3, 3),
    ),
    max_size=12,
)


@given(st.lists(st.integers(0, 9), min_size=1, max_size=8), LINKS)
def test_no_dependency_is_broken_and_no_float_is_negative(
    durations: list[int], links: list[tuple[int, int, str, int]]
) -> None:
    known = {str(n): float(d) for n, d in enumerate(durations)}
    asked = [Constraint(str(a), str(b), t, lag) for a, b, t, lag in links if a < b]
    found = schedule(known, asked)
    assert found is not None
    for one in asked:
        if one.before in known and one.after in known:
            a, b = found.activities[one.before], found.activities[one.after]
            first = a.earliest_finish if one.type in {"FS", "FF"} else a.earliest_start
            second = b.earliest_start if one.type in {"FS", "SS"} else b.earliest_finish
            assert second >= first + one.lag - 1e-6
    assert all(one.total_float >= -1e-6 for one in found.activities.values())
    assert max(one.earliest_finish for one in found.activities.values()) == found.length
