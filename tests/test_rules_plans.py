"""What is said about horizons, releases and dates that a status speaks against."""

from __future__ import annotations

import pytest

from tests.opinions import found, messages, underlined

ITEM = "- {{id: RM-1, title: A, outcome: a, {}}}\n"


def item(more: str) -> str:
    return ITEM.format(more)


@pytest.mark.verifies("US-107.AC-1")
@pytest.mark.parametrize(
    ("more", "wrong"),
    [
        # Today is 1 June 2026, so three months end on 1 September.
        ("horizon: now, start: 2026-09-02", True),
        ("horizon: now, start: 2026-09-01", False),
        ("horizon: now, start: 2026-Q3", False),
        ("horizon: now, start: 2026, end: 2028", False),
        ("horizon: now, end: 2030", False),
        ("horizon: now, start: 2026-05, end: 2030", False),
        ("horizon: now", False),
        ("horizon: next, start: 2030", False),
        ("horizon: next, start: 2026-06", False),
        ("horizon: next, start: 2026-05", False),
        ("horizon: later, start: 2026-05, end: 2026-05", False),
        ("horizon: later, start: 2026-05, end: 2026-07", True),
        ("horizon: next, start: 2026-Q2", False),
        ("horizon: next, status: in progress", True),
        ("horizon: next, status: blocked", True),
        ("horizon: later, status: at risk", True),
        ("horizon: later, start: 2026-08", True),
        ("horizon: later, start: 2026-Q3", False),
        ("horizon: later, start: 2026-09-02", False),
        ("horizon: later, end: 2026-08", True),
        ("horizon: later, end: 2026-06-01", True),
        ("horizon: later, end: 2026-09-01", True),
        ("horizon: later, end: 2026-09-02", False),
        ("horizon: later, start: 2026, end: 2027", False),
        ("horizon: later, status: done, end: 2026-05", False),
        ("horizon: later, status: dropped, start: 2026-06", False),
        ("start: 2026-06", False),
        ("horizon: soon, start: 2026-05", False),
        ("horizon: later, start: 2026-14", False),
        ("horizon: later, status: at risk, team: {a: b}", True),
    ],
)
def test_a_horizon_agrees_with_the_dates(more: str, *, wrong: bool) -> None:
    assert underlined("PM505", item(more)) == (
        [more.split(", ", maxsplit=1)[0][9:]] if wrong else []
    )


def test_what_speaks_against_a_horizon_is_told() -> None:
    assert messages("PM505", item("horizon: later, end: 2026-08")) == [
        "the horizon of `RM-1` is `later`, and it ends in Aug 2026"
    ]
    assert messages("PM505", item("horizon: next, status: blocked")) == [
        "the horizon of `RM-1` is `next`, and it is `blocked`"
    ]


@pytest.mark.verifies("US-107.AC-1")
@pytest.mark.parametrize(
    ("release", "more", "expected"),
    [
        ("date: 2026-09", "end: 2026-10", ["2026-10"]),
        ("date: 2026-09", "end: 2026-09", []),
        ("date: 2026-09-15", "end: 2026-09", []),
        ("date: 2026-09-15", "end: 2026-Q3", []),
        ("date: 2026-09-15", "end: 2026-Q4", ["2026-Q4"]),
        ("date: 2026", "end: 2026-12-31", []),
        ("date: 2026-09", "start: 2026-10", ["2026-10"]),
        ("date: 2026-09", "start: 2026-07, end: 2026-10", ["2026-10"]),
        ("date: 2026-09", "horizon: later", []),
        ("date: 2026-09", "end: 2026-10, status: done", []),
        ("date: 2026-09", "end: 2026-10, status: dropped", []),
        ("date: 2026-05, status: released", "end: 2026-10", []),
        ("date: 2026-09, status: withdrawn", "end: 2026-10", []),
        ("date: 2026-06-01", "end: 2026-10", ["2026-10"]),
        ("date: 2026-Q2", "end: 2026-10", ["2026-10"]),
        # It is overdue, which is said of the release itself.
        ("date: 2026-05", "end: 2026-10", []),
        ("date: soon", "end: 2026-10", []),
        ("date: 2026-09", "end: october", []),
        ("date: 2026-09, decision: perhaps", "end: 2026-10", ["2026-10"]),
    ],
)
def test_a_release_comes_after_its_items(release: str, more: str, expected: list[str]) -> None:
    text = f"- {{id: REL-1, title: R, version: 1, aliases: [REL-7], {release}}}\n"
    for id in ("REL-1", "REL-7"):
        assert underlined("PM506", text + item(f"release: {id}, {more}")) == expected
    assert not found("PM506", text + item(f"release: REL-9, {more}"))
    assert not found("PM506", text + item(more))


SPRINT = "- {{id: SPR-{}, title: S, goal: g, {}}}\n"


@pytest.mark.verifies("US-107.AC-1")
@pytest.mark.parametrize(
    ("text", "settings", "wrong"),
    [
        # A week is given, from the last day of what was written.
        (item("start: 2026-05-25"), "", False),
        (item("start: 2026-05-24"), "", True),
        (item("start: 2026-05"), "", False),
        (item("start: 2026-05"), "rules: {PM511: {days: 0}}", True),
        (item("start: 2026-04"), "rules: {late-start: {days: 40}}", False),
        (item("start: 2026-Q2"), "", False),
        (item("start: 2026-04, status: planned"), "", True),
        (item("start: 2026-04, status: in progress"), "", False),
        (item("start: 2026-04, status: blocked"), "", False),
        (item("start: 2026-04, status: done"), "", False),
        (item("start: 2026-04, end: 2026-12"), "", True),
        # It is overdue, which is said by another rule.
        (item("start: 2026-04, end: 2026-05"), "", False),
        (item("end: 2026-12"), "", False),
        (item("start: 2026-04, status: panned"), "", False),
        (SPRINT.format(1, "start: 2026-05-04, end: 2026-06-05"), "", True),
        (SPRINT.format(1, "start: 2026-05-04, end: 2026-06-05, status: active"), "", False),
        (
            "- {id: CH-1, title: B, purpose: a, sponsor: b, manager: c, start: 2026-04}",
            "",
            True,
        ),
        ("- {id: REL-1, title: B, version: 1, date: 2026-04}", "", False),
    ],
)
def test_what_should_have_begun_has_begun(text: str, settings: str, *, wrong: bool) -> None:
    assert bool(found("PM511", text, settings)) == wrong


def test_the_word_of_a_kind_for_having_begun_is_in_the_hint() -> None:
    (one,) = found("PM511", SPRINT.format(1, "start: 2026-05-04, end: 2026-06-05"))
    assert one.finding.message == "`SPR-1` should have begun by 4 May 2026, and is `planned`"
    assert one.finding.hint == "set `status: active`, or move `start`"


@pytest.mark.verifies("US-107.AC-3")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (item("status: done, end: 2026-07"), ["2026-07"]),
        (item("status: done, end: 2026-06"), []),
        (item("status: done, end: 2026"), []),
        (item("status: done, start: 2026-07"), ["2026-07"]),
        (item("status: done, start: 2026-05, end: 2026-07"), ["2026-07"]),
        (item("status: done"), []),
        (item("status: dropped, end: 2026-07"), []),
        (item("status: planned, end: 2026-07"), []),
        ("- {id: REL-1, title: A, version: 1, date: 2026-07, status: released}", ["2026-07"]),
        ("- {id: LCH-1, title: A, message: b, date: 2026-07, status: launched}", ["2026-07"]),
        (SPRINT.format(1, "start: 2026-06-01, end: 2026-06-12, status: closed"), ["2026-06-12"]),
        (
            (
                "- {id: CH-1, title: B, purpose: a, sponsor: b, manager: c, start: 2026-04,"
                " deadline: 2026-12, status: closed}"
            ),
            [],
        ),
        ("- {id: OBJ-1, title: A, period: 2027, key_results: [], status: achieved}", []),
        ("- {id: DEC-1, title: A, date: 2027, context: a, decision: b, status: accepted}", []),
    ],
)
def test_what_is_done_is_not_planned_for_later(text: str, expected: list[str]) -> None:
    assert underlined("PM512", text) == expected


PROJECT = "- {{id: CH-1, title: B, purpose: a, sponsor: b, manager: c, start: 2027-01-04, {}}}\n"
CHAIN = "tasks: [{id: T-1, title: a, work: 80}, {id: T-2, title: b, work: 80, depends_on: T-1}]"


@pytest.mark.verifies("US-107.AC-1")
@pytest.mark.parametrize(
    ("more", "message"),
    [
        (f"deadline: 2027-01-29, {CHAIN}", ""),
        (f"deadline: 2027-01-28, {CHAIN}", "take 20 days of work, and there are 19"),
        (f"deadline: 2027-01, {CHAIN}", ""),
        (f"deadline: 2027-Q1, {CHAIN}", ""),
        (CHAIN, ""),
        (f"deadline: 2027-01-28, {CHAIN}, status: cancelled", ""),
        (f"deadline: 2026-01-28, {CHAIN}", ""),
        ("deadline: 2027-01-04, tasks: []", ""),
        ("deadline: 2027-01-04, tasks: [{id: T-1, title: a}]", ""),
        # Side by side they take ten days, and with two people at once five.
        (f"deadline: 2027-01-15, {CHAIN}".replace(", depends_on: T-1", ""), ""),
        (f"deadline: 2027-01-15, {CHAIN}".replace("80", "80, units: 2"), ""),
        (
            f"deadline: 2027-01-29, {CHAIN}, calendar: {{holidays: [2027-01-06]}}",
            "take 20 days of work, and there are 19",
        ),
        (
            f"deadline: 2027-01-29, {CHAIN}, calendar: {{hours_per_day: 4}}",
            "take 40 days of work, and there are 20",
        ),
        (f"deadline: 2027-01-28, {CHAIN}, calendar: {{hours_per_day: 40}}", ""),
        (
            (
                "deadline: 2027-01-08, tasks: [{id: T-1, title: a, optimistic: 30, likely: 40,"
                " pessimistic: 80}]"
            ),
            "take 6 days of work, and there are 5",
        ),
        (f"deadline: 2027-01-28, {CHAIN}".replace("work: 80}", "work: 80, depends_on: T-2}"), ""),
    ],
)
def test_the_tasks_of_a_project_fit_in(more: str, message: str) -> None:
    told = [
        one.removeprefix("the tasks of `CH-1` ") for one in messages("PM523", PROJECT.format(more))
    ]
    assert told == ([message] if message else [])
