"""What is said about sprints and what is in them."""

from __future__ import annotations

import pytest

from tests.opinions import found, messages, underlined

SPRINT = "- {{id: SPR-{}, title: S, goal: g, {}}}\n"
DATES = "start: 2026-06-01, end: 2026-06-12"


def story(number: int, more: str) -> str:
    return f"- {{id: US-{number}, title: A, as_a: b, i_want: c, so_that: d, {more}}}\n"


@pytest.mark.verifies("US-107.AC-2")
@pytest.mark.parametrize(
    ("sprint", "stories", "expected"),
    [
        ("capacity: 5", ["points: 5"], []),
        ("capacity: 5", ["points: 3", "points: 3"], ["5"]),
        ("capacity: 5", ["points: 5", "points: 0.5"], ["5"]),
        ("capacity: 5", ["points: 5", "status: draft"], []),
        ("capacity: 5", ["points: 5", "points: 5, status: dropped"], []),
        ("capacity: 5", ["points: 5", "points: 5, status: done"], ["5"]),
        ("capacity: 0", ["points: 1"], ["0"]),
        ("capacity: 0", [], []),
        ("capacity: 5, status: closed", ["points: 8"], []),
        ("status: active", ["points: 99"], []),
        ("capacity: much", ["points: 99"], []),
        ("capacity: 5", ["points: many"], []),
        ("capacity: 5, notes: [a]", ["points: 9"], ["5"]),
    ],
)
def test_what_is_in_a_sprint_fits_in(sprint: str, stories: list[str], expected: list[str]) -> None:
    text = SPRINT.format(1, f"{DATES}, {sprint}")
    for number, more in enumerate(stories, 1):
        text += story(number, f"sprint: SPR-1, {more}")
    assert underlined("PM507", text) == expected


def test_points_are_counted() -> None:
    text = SPRINT.format(1, f"{DATES}, capacity: 4.5") + story(1, "sprint: SPR-1, points: 5")
    assert messages("PM507", text) == ["`SPR-1` holds 5 points, and 4.5 fit in"]


@pytest.mark.verifies("US-107.AC-2")
@pytest.mark.parametrize(
    ("first", "second", "wrong"),
    [
        ("start: 2026-06-01, end: 2026-06-12", "start: 2026-06-15, end: 2026-06-26", False),
        ("start: 2026-06-01, end: 2026-06-12", "start: 2026-06-12, end: 2026-06-26", False),
        ("start: 2026-06-01, end: 2026-06-12", "start: 2026-06-11, end: 2026-06-26", True),
        ("start: 2026-06-11, end: 2026-06-26", "start: 2026-06-01, end: 2026-06-12", True),
        ("start: 2026-06-01, end: 2026-06-26", "start: 2026-06-08, end: 2026-06-12", True),
        ("start: 2026-06, end: 2026-06", "start: 2026-06-15, end: 2026-07-03", False),
        ("start: 2026-06, end: 2026-07", "start: 2026-06, end: 2026-07", True),
        (
            "start: 2026-06-01, end: 2026-06-12, owner: A",
            "start: 2026-06-01, end: 2026-06-12, owner: B",
            False,
        ),
        (
            "start: 2026-06-01, end: 2026-06-12, owner: A",
            "start: 2026-06-08, end: 2026-06-19, owner: A",
            True,
        ),
        (
            "start: 2026-06-01, end: 2026-06-12, status: closed",
            "start: 2026-06-08, end: 2026-06-19",
            False,
        ),
        ("start: 2026-06-19, end: 2026-06-01", "start: 2026-06-08, end: 2026-06-12", False),
        ("start: soon, end: 2026-06-12", "start: 2026-06-08, end: 2026-06-19", False),
    ],
)
def test_a_team_is_in_one_sprint_at_a_time(first: str, second: str, *, wrong: bool) -> None:
    text = SPRINT.format(1, first) + SPRINT.format(2, second)
    assert bool(found("PM508", text)) == wrong


@pytest.mark.verifies("US-107.AC-2")
@pytest.mark.parametrize(
    ("more", "settings", "wrong"),
    [
        ("start: 2026-06-01, end: 2026-06-28", "", False),
        ("start: 2026-06-01, end: 2026-06-29", "", True),
        ("start: 2026-06, end: 2026-07", "", False),
        ("start: 2026-06, end: 2026-08", "", True),
        ("start: 2026-06-01, end: 2026-06-29, status: closed", "", False),
        ("start: 2026-06-01, end: 2026-06-15", "rules: {PM509: {weeks: 2}}", True),
        ("start: 2026-06-01, end: 2026-06-14", "rules: {PM509: {weeks: 2}}", False),
        ("start: 2026-06-01, end: 2026-07-10", "rules: {long-sprint: {weeks: 6}}", False),
        ("start: 2026-06-01, end: 2026-02-30", "", False),
        ("start: 2026-08-01, end: 2026-06-01", "", False),
    ],
)
def test_a_sprint_is_short(more: str, settings: str, *, wrong: bool) -> None:
    assert bool(found("PM509", SPRINT.format(1, more), settings)) == wrong


@pytest.mark.verifies("US-107.AC-2")
@pytest.mark.parametrize(
    ("sprint", "more", "wrong"),
    [
        ("start: 2026-06-01, end: 2026-06-12, status: active", "status: draft", True),
        ("start: 2026-06-01, end: 2026-06-12, status: active", "points: 3", True),
        ("start: 2026-06-01, end: 2026-06-12", "status: draft", False),
        ("start: 2026-05-25, end: 2026-06-12", "status: draft", True),
        ("start: 2026-06-08, end: 2026-06-12, status: active", "status: draft", True),
        ("start: 2026-06, end: 2026-06", "status: draft", False),
        ("start: 2026-05-11, end: 2026-05-22, status: closed", "status: draft", False),
        ("start: 2026-06-01, end: 2026-06-12, status: active", "status: ready", False),
        ("start: 2026-06-01, end: 2026-06-12, status: active", "status: dropped", False),
        ("start: 2026-06-01, end: 2026-06-12, status: active", "status: drafted", False),
        ("start: soon, end: 2026-06-12, status: active", "status: draft", False),
    ],
)
def test_what_is_in_a_running_sprint_is_ready(sprint: str, more: str, *, wrong: bool) -> None:
    text = SPRINT.format(1, sprint) + story(1, f"sprint: SPR-1, {more}")
    assert underlined("PM510", text) == (["SPR-1"] if wrong else [])


@pytest.mark.verifies("US-107.AC-2")
@pytest.mark.parametrize(
    ("sprint", "more", "wrong"),
    [
        ("status: closed", "status: in review", True),
        ("status: closed", "status: draft", True),
        ("status: closed", "status: done", False),
        ("status: closed", "status: dropped", False),
        ("status: active", "status: in review", False),
        ("status: planned", "status: ready", False),
        ("status: shut", "status: ready", False),
        ("status: closed", "status: readyy", False),
        ("status: closed, capacity: much", "status: ready", True),
    ],
)
def test_nothing_is_left_in_a_closed_sprint(sprint: str, more: str, *, wrong: bool) -> None:
    text = SPRINT.format(1, f"{DATES}, aliases: [SPR-7], {sprint}")
    for id in ("SPR-1", "SPR-7"):
        told = underlined("PM521", text + story(1, f"sprint: {id}, {more}"))
        assert told == ([id] if wrong else [])
    assert not found("PM521", text + story(1, f"sprint: SPR-9, {more}"))
