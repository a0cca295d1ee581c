"""What is said about trouble, news, hours and what has happened."""

from __future__ import annotations

import pytest

from tests.opinions import underlined

OWN = "kinds: {trial: {prefix: TRL}}"


ITEM = "- {{id: RM-1, title: A, outcome: a, {}}}\n"


def item(more: str) -> str:
    return ITEM.format(more)


RISK = "- {id: RSK-1, title: a, effect: b, probability: 1, impact: 1, threatens: [RM-1]}\n"
OTHER = "- {{id: RM-2, title: B, outcome: b, status: {}}}\n"


@pytest.mark.verifies("US-107.AC-3")
@pytest.mark.parametrize(
    ("more", "others", "expected"),
    [
        ("status: at risk", "", ["at risk"]),
        ("status: blocked", "", ["blocked"]),
        ("health: off track", "", ["off track"]),
        ("status: in progress, health: at risk", "", ["at risk"]),
        ("health: on track", "", []),
        ("status: done, health: at risk", "", []),
        ("status: dropped, health: off track", "", []),
        ("status: at risk, updates: [{date: 2026-05, text: a}]", "", []),
        ("status: at risk, updates: []", "", ["at risk"]),
        ("status: at risk, notes: the mail server is slow", "", []),
        ("status: at risk", RISK, []),
        ("status: blocked, depends_on: [RM-2]", OTHER.format("planned"), []),
        ("status: blocked, depends_on: [RM-2]", OTHER.format("done"), ["blocked"]),
        ("status: at risk, depends_on: [RM-2]", OTHER.format("planned"), ["at risk"]),
        ("status: blocked, depends_on: [RM-9]", "", ["blocked"]),
        ("status: blocked, depends_on: RM-2 RM-3", "", ["blocked"]),
        # The risk could not be read, and may be the reason.
        ("status: at risk", RISK.replace("effect", "efect"), []),
        ("status: at risk, updates: {date: 2026}", "", []),
    ],
)
def test_trouble_has_a_reason(more: str, others: str, expected: list[str]) -> None:
    assert underlined("PM513", item(more) + others) == expected


@pytest.mark.verifies("US-107.AC-3")
@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ("2026-05, 2026-04, 2026-03", []),
        ("2026-03, 2026-04, 2026-05", ["2026-04"]),
        ("2026-05, 2026-03, 2026-04", ["2026-04"]),
        ("2026-04-01, 2026-04", []),
        ("2026-Q2, 2026-05-02", []),
        ("2026-05-01, 2026-05-01", []),
        ("2026-05", []),
        ("2026-05, 2062-04", []),
        ("2026-04, 2062-04, 2026-05", []),
        ("2026-04, 2026-05, 2062-04", ["2026-05"]),
    ],
)
def test_the_newest_update_stands_first(dates: str, expected: list[str]) -> None:
    rows = ", ".join(f"{{date: {date}, text: a}}" for date in dates.split(", "))
    assert underlined("PM514", item(f"updates: [{rows}]")) == expected
    text = f"- {{id: TRL-1, title: A, updates: [{rows}]}}\n"
    assert underlined("PM514", text, OWN) == expected


CHARTER = "- {{id: CH-1, title: B, purpose: a, sponsor: b, manager: c, start: 2026-05, {}}}\n"


@pytest.mark.verifies("US-107.AC-3")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (item("updates: [{date: 2026-06-02, text: a}]"), []),
        (item("updates: [{date: 2026-06-03, text: a}]"), ["2026-06-03"]),
        (item("updates: [{date: 2026-06, text: a}]"), []),
        (item("updates: [{date: 2026, text: a}]"), []),
        (item("updates: [{date: 2026-07, text: a}], end: 2027"), ["2026-07"]),
        ("- {id: MET-1, title: A, measurements: [{date: 2026-07, value: 1}]}", ["2026-07"]),
        (CHARTER.format("milestones: [{id: MS-1, title: a, date: 2026-08}]"), []),
        (
            CHARTER.format("milestones: [{id: MS-1, title: a, date: 2026-08, actual: 2026-07}]"),
            ["2026-07"],
        ),
        (
            CHARTER.format(
                "budget: {limit: 1, currency: EUR, spent: [{date: 2027, amount: 1, for: a}]}"
            ),
            ["2027"],
        ),
        (CHARTER.format("approvals: [{role: a, state: approved, date: 2027}]"), ["2027"]),
        (CHARTER.format("approvals: [{role: a, state: requested, date: 2027}]"), []),
        (
            (
                "- {id: PRD-1, title: A, problem: a, approvals: [{role: a, state: rejected,"
                " date: 2027}]}"
            ),
            ["2027"],
        ),
        (
            (
                "- {id: US-1, title: A, as_a: b, i_want: c, so_that: d, criteria: [{id: AC-1, text: a,"
                " evidence: {date: 2027, by: me}}]}"
            ),
            ["2027"],
        ),
        ("- {id: RES-1, title: A, method: survey, date: 2027, findings: []}", []),
        (
            "- {id: RES-1, title: A, method: survey, date: 2027, findings: [], status: done}",
            ["2027"],
        ),
        ("- {id: DEC-1, title: A, date: 2027, context: a, decision: b}", []),
        (
            "- {id: DEC-1, title: A, date: 2027, context: a, decision: b, status: accepted}",
            ["2027"],
        ),
        (
            "- {id: LCH-1, title: A, message: a, date: 2028, go_no_go: {decision: go, date: 2027}}",
            ["2027"],
        ),
        (
            (
                "- {id: LCH-1, title: A, message: a, date: 2028, go_no_go: {decision: pending,"
                " date: 2027}}"
            ),
            [],
        ),
        ("- {id: LCH-1, title: A, message: a, date: 2028, go_no_go: {decision: go}}", []),
        ("- {id: TRL-1, title: A, updates: [{date: 2027, text: a}]}", ["2027"]),
    ],
)
def test_what_has_happened_lies_in_the_past(text: str, expected: list[str]) -> None:
    assert underlined("PM515", text, OWN) == expected


@pytest.mark.verifies("US-107.AC-3")
@pytest.mark.parametrize(
    ("task", "expected"),
    [
        ("optimistic: 1, likely: 2, pessimistic: 3", []),
        ("optimistic: 2, likely: 2, pessimistic: 2", []),
        ("optimistic: 3, likely: 2, pessimistic: 4", ["3"]),
        ("optimistic: 1, likely: 5, pessimistic: 4", ["5"]),
        ("optimistic: 9, likely: 5, pessimistic: 4", ["9"]),
        ("optimistic: 5, pessimistic: 4", ["5"]),
        ("likely: 2", []),
        ("work: 8, actual_hours: 4, rework_hours: 4", []),
        ("work: 8, actual_hours: 4, rework_hours: 4.5", ["4.5"]),
        ("work: 8, rework_hours: 4", []),
        ("optimistic: many, likely: 2, pessimistic: 1", []),
        ("work: 8", []),
    ],
)
def test_hours_are_possible(task: str, expected: list[str]) -> None:
    text = CHARTER.format(f"tasks: [{{id: T-1, title: a, {task}}}]")
    assert underlined("PM516", text) == expected


@pytest.mark.verifies("US-107.AC-3")
@pytest.mark.parametrize(
    ("more", "settings", "expected"),
    [
        ("status: at risk, updates: [{date: 2026-05-02, text: a}]", "", []),
        ("status: at risk, updates: [{date: 2026-05-01, text: a}]", "", ["at risk"]),
        ("status: blocked, updates: [{date: 2026-05, text: a}]", "", []),
        ("health: off track, updates: [{date: 2026-Q1, text: a}]", "", ["off track"]),
        ("health: on track, updates: [{date: 2025, text: a}]", "", []),
        ("status: done, health: at risk, updates: [{date: 2025, text: a}]", "", []),
        ("status: at risk", "", []),
        ("status: at risk, updates: []", "", []),
        (
            "status: at risk, updates: [{date: 2025, text: a}, {date: 2026-05-20, text: b}]",
            "",
            [],
        ),
        (
            "status: at risk, updates: [{date: 2026-05-20, text: a}]",
            "rules: {PM520: {days: 7}}",
            ["at risk"],
        ),
        ("status: at risk, updates: [{date: 2025}]", "", []),
    ],
)
def test_trouble_is_told_again_and_again(more: str, settings: str, expected: list[str]) -> None:
    assert underlined("PM520", item(more), settings) == expected


@pytest.mark.verifies("US-107.AC-3")
@pytest.mark.parametrize(
    ("milestone", "task", "expected"),
    [
        ("actual: 2026-05", "milestone: MS-1, progress: 60%", ["60%"]),
        ("actual: 2026-05", "milestone: CH-1.MS-1, progress: 0%", ["0%"]),
        ("actual: 2026-05", "milestone: MS-1, progress: 100%", []),
        ("actual: 2026-05", "milestone: MS-1", []),
        ("actual: 2026-05", "milestone: MS-2, progress: 60%", []),
        ("actual: 2026-05", "progress: 60%", []),
        ("baseline: 2026-05", "milestone: MS-1, progress: 60%", []),
        ("actual: lately", "milestone: MS-1, progress: 60%", []),
        ("actual: 2026-05", "milestone: MS-1, progress: most", []),
    ],
)
def test_a_milestone_is_reached_by_its_tasks(
    milestone: str, task: str, expected: list[str]
) -> None:
    text = f"milestones: [{{id: MS-1, title: a, date: 2026-06, {milestone}}}],"
    text = CHARTER.format(f"{text} tasks: [{{id: T-1, title: b, {task}}}]")
    assert underlined("PM522", text) == expected
