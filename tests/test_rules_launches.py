"""What is said before and after a launch."""

from __future__ import annotations

import pytest

from tests.opinions import found, messages, underlined

LAUNCH = "- {{id: LCH-1, title: A, message: b, {}}}\n"


@pytest.mark.verifies("US-114.AC-3")
@pytest.mark.parametrize(
    ("more", "settings", "message"),
    [
        ("status: planned, date: 2026-06-08", "", "in 7 days"),
        ("status: ready, date: 2026-06-02", "", "tomorrow"),
        ("status: ready, date: 2026-06-01, go_no_go: {decision: pending}", "", "today"),
        ("status: planned, date: 2026-06-09", "", ""),
        ("status: planned, date: 2026-06", "", ""),
        ("status: planned, date: 2026-05-31", "", ""),
        ("status: draft, date: 2026-06-02", "", ""),
        ("status: cancelled, date: 2026-06-02", "", ""),
        ("status: planned, date: 2026-06-02, go_no_go: {decision: go}", "", ""),
        ("status: planned, date: 2026-06-02, go_no_go: {decision: no go}", "", ""),
        ("status: planned, date: 2026-06-02, go_no_go: {decision: perhaps}", "", ""),
        ("status: planned, date: 2026-06", "rules: {PM517: {days: 30}}", "in 29 days"),
        ("status: planned, date: 2026-06-02", "rules: {PM517: {days: 0}}", ""),
    ],
)
def test_a_launch_of_the_next_days_has_a_decision(more: str, settings: str, message: str) -> None:
    told = messages("PM517", LAUNCH.format(more), settings)
    expected = f"the last day for `LCH-1` is {message}, and nobody has said go"
    assert told == ([expected] if message else [])


@pytest.mark.verifies("US-114.AC-3")
@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("status: launched, checklist: [{text: a, done: true}]", []),
        ("status: launched, checklist: [{text: a}]", ["a"]),
        ("status: launched, checklist: [{text: a}, {text: b, done: true}, {text: c}]", ["a", "c"]),
        ("status: launched, checklist: []", []),
        ("status: ready, checklist: [{text: a}]", []),
        ("status: cancelled, checklist: [{text: a}]", []),
        ("status: launched, go_no_go: {decision: go}", []),
        ("status: launched, go_no_go: {decision: no go}", ["no go"]),
        ("status: launched, go_no_go: {decision: pending}", ["pending"]),
        ("status: launched, checklist: [{text: a, done: perhaps}]", []),
    ],
)
def test_what_is_launched_was_ready(more: str, expected: list[str]) -> None:
    assert underlined("PM518", LAUNCH.format(f"date: 2026-05, {more}")) == expected


@pytest.mark.verifies("US-114.AC-3")
@pytest.mark.parametrize(
    ("more", "settings", "wrong"),
    [
        ("status: launched, date: 2026-04-01", "", True),
        ("status: launched, date: 2026-04-02", "", False),
        ("status: launched, date: 2026-Q1", "", True),
        ("status: launched, date: 2026", "", False),
        ("status: launched, date: 2026-01, review: {successes: [a]}", "", False),
        ("status: launched, date: 2026-01, review: {follow_ups: [a]}", "", False),
        ("status: launched, date: 2026-01, review: {}", "", True),
        ("status: planned, date: 2026-01", "", False),
        ("status: launched, date: 2026-01, review: good", "", False),
        ("status: launched, date: 2026-01", "rules: {PM519: {days: 200}}", False),
    ],
)
def test_a_launch_of_long_ago_has_a_review(more: str, settings: str, *, wrong: bool) -> None:
    assert bool(found("PM519", LAUNCH.format(more), settings)) == wrong
