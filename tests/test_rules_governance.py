"""What is said about risks, money, approvals and decisions, and what is not."""

from __future__ import annotations

import pytest

from tests.opinions import found, messages, underlined

HEAD = "{id: CH-1, title: Build, purpose: light, sponsor: office, manager: keeper, start: 2026-05"
PLAN = (
    "budget: {limit: 9, currency: EUR}, roles: [{name: mason}],"
    " milestones: [{id: MS-1, title: a, date: 2027}]"
)


def charter(more: str) -> str:
    return f"{HEAD}, {more}}}\n"


def spending(spent: str, limit: str = "limit: 1000", more: str = "status: active") -> str:
    return charter(f"budget: {{currency: EUR, {limit}, spent: [{spent}]}}, {more}")


def risk(more: str, score: str = "probability: 3, impact: 5") -> str:
    return f"{{id: RSK-1, title: No oil, effect: darkness, {score}, {more}}}\n"


@pytest.mark.verifies("US-107.AC-5")
@pytest.mark.parametrize(
    ("text", "settings", "wrong"),
    [
        (risk("status: open"), "", True),
        (risk("status: mitigating"), "", True),
        (risk("status: occurred"), "", True),
        (risk("status: closed"), "", False),
        (risk("response: accept"), "", False),
        (risk("response: mitigate"), "", False),
        (risk("cause: a", "probability: 2, impact: 5"), "", False),
        (risk("cause: a", "probability: 2, impact: 5"), "rules: {PM604: {score: 10}}", True),
        (risk("cause: a"), "rules: {risk-without-response: {score: 16}}", False),
        (risk("response: hope"), "", False),
        (risk("threatens: {a: b}"), "", True),
    ],
)
def test_a_high_risk_has_a_response(text: str, settings: str, *, wrong: bool) -> None:
    assert underlined("PM604", text, settings) == (["RSK-1"] if wrong else [])


def test_the_score_is_told() -> None:
    assert messages("PM604", risk("cause: a")) == ["`RSK-1` has a score of 15, and no response"]


@pytest.mark.verifies("US-107.AC-5")
@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("response: mitigate", ["mitigate"]),
        ("response: avoid, actions: []", ["avoid"]),
        ("response: exploit", ["exploit"]),
        ("response: mitigate, actions: [a]", []),
        ("response: accept", []),
        ("cause: a", []),
        ("response: mitigate, status: closed", []),
        ("response: mitigate, actions: {a: b}", []),
    ],
)
def test_a_response_has_actions(more: str, expected: list[str]) -> None:
    assert underlined("PM605", risk(more, "probability: 1, impact: 1")) == expected


@pytest.mark.verifies("US-107.AC-5")
@pytest.mark.parametrize(
    ("text", "settings", "expected"),
    [
        (spending("{date: 2026-05, amount: 1000, for: a}"), "", []),
        (spending("{date: 2026-05, amount: 1000.01, for: a}"), "", ["1000"]),
        (
            spending("{date: 2026-05, amount: 600, for: a}, {date: 2026-05, amount: 600, for: b}"),
            "",
            ["1000"],
        ),
        (spending("{date: 2026-07, amount: 5000, for: a}"), "", []),
        (spending("{date: 2026-06-01, amount: 5000, for: a}"), "", ["1000"]),
        # The quarter has begun.
        (spending("{date: 2026-Q2, amount: 5000, for: a}"), "", ["1000"]),
        (spending("{date: 2026-05, amount: 1, for: a}", "limit: 0"), "", ["0"]),
        (spending("", "limit: 0"), "", []),
        (spending("{date: 2026-05, amount: 800, for: a}"), "rules: {PM606: {share: 80}}", []),
        (spending("{date: 2026-05, amount: 801, for: a}"), "rules: {PM606: {share: 80}}", ["1000"]),
        (spending("{date: 2026-05, amount: 5000, for: a}", more="status: closed"), "", []),
        (spending("{date: 2026-05, amount: 5000}"), "", []),
        (charter("status: active"), "", []),
    ],
)
def test_no_more_is_spent_than_the_budget(text: str, settings: str, expected: list[str]) -> None:
    assert underlined("PM606", text, settings) == expected


def test_money_is_told_with_its_currency() -> None:
    text = spending("{date: 2026-05, amount: 12500.50, for: a}", "limit: 12000")
    assert messages("PM606", text) == ["`CH-1` has spent 12,500.50 EUR of 12,000 EUR"]


@pytest.mark.verifies("US-107.AC-5")
@pytest.mark.parametrize(
    ("more", "message"),
    [
        (f"status: active, {PLAN}", None),
        ("status: draft", None),
        ("status: closed", None),
        ("status: cancelled", None),
        ("status: active", "`CH-1` is `active`, and has no milestones, budget and roles"),
        (
            "status: approved, budget: {limit: 0, currency: EUR}, roles: [{name: a}]",
            "`CH-1` is `approved`, and has no milestones",
        ),
        ("status: active, milestones: [], budget: cheap", None),
    ],
)
def test_an_approved_charter_is_complete(more: str, message: str | None) -> None:
    assert messages("PM607", charter(more)) == ([message] if message else [])


@pytest.mark.verifies("US-107.AC-5")
@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("status: active, approvals: [{role: a, state: approved}]", []),
        ("status: active, approvals: []", []),
        ("status: active, approvals: [{role: a}]", ["role"]),
        ("status: approved, approvals: [{role: a, state: requested}]", ["requested"]),
        (
            "status: active, approvals: [{role: a, state: approved}, {role: b, state: rejected}]",
            ["rejected"],
        ),
        ("status: draft, approvals: [{role: a, state: requested}]", []),
        ("status: closed, approvals: [{role: a, state: requested}]", []),
        ("status: activ, approvals: [{role: a, state: requested}]", []),
    ],
)
def test_everybody_has_agreed_to_a_charter(more: str, expected: list[str]) -> None:
    assert underlined("PM608", charter(more)) == expected


def test_a_refusal_is_told_as_one() -> None:
    text = charter("status: active, approvals: [{role: bank, state: rejected}]")
    assert messages("PM608", text) == ["`CH-1` is `active`, and `bank` has refused"]


@pytest.mark.verifies("US-107.AC-1")
@pytest.mark.parametrize(
    ("deadline", "milestone", "wrong"),
    [
        ("2026-12", "date: 2027-01", True),
        ("2026-12-15", "date: 2026-12", False),
        ("2026-Q4", "date: 2026-12-31", False),
        ("2026-12-31", "date: 2027", True),
        ("2026", "date: 2026-12-31", False),
        ("2026-12", "date: 2027-01, actual: 2026-05-30", False),
        # It is overdue, which is said by another rule.
        ("2026-12", "date: 2026-04-30", False),
        ("2026-05-20", "date: 2026-05-31", False),
        ("2026-05-20", "date: 2026-06-01", True),
    ],
)
def test_a_milestone_lies_in_the_time_of_its_charter(
    deadline: str, milestone: str, *, wrong: bool
) -> None:
    text = f"deadline: {deadline}, milestones: [{{id: MS-1, title: a, {milestone}}}]"
    assert bool(found("PM609", charter(text))) == wrong
    assert not found("PM609", charter(f"{text}, status: cancelled"))


@pytest.mark.parametrize(
    ("date", "wrong"), [("2026-07-31", True), ("2026-08-01", False), ("2026-Q3", False)]
)
def test_a_milestone_does_not_come_before_the_start(date: str, *, wrong: bool) -> None:
    text = charter(f"milestones: [{{id: MS-1, title: a, date: {date}}}]")
    text = text.replace("start: 2026-05", "start: 2026-08")
    assert underlined("PM609", text) == ([date] if wrong else [])


def test_a_charter_without_a_deadline_has_no_late_milestone() -> None:
    assert not found("PM609", charter("milestones: [{id: MS-1, title: a, date: 2099}]"))


def decisions(old: str, new: str) -> str:
    rest = "title: a, context: b, decision: c"
    return f"- {{id: DEC-1, {rest}, date: 2026-01, {old}}}\n- {{id: DEC-2, {rest}, {new}}}\n"


@pytest.mark.verifies("US-107.AC-5")
@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ("status: accepted", "date: 2026-02, status: accepted, supersedes: [DEC-1]", True),
        ("status: superseded", "date: 2026-02, status: accepted, supersedes: [DEC-1]", False),
        ("status: rejected", "date: 2026-02, status: accepted, supersedes: DEC-1", False),
        ("status: accepted", "date: 2026-02, status: proposed, supersedes: [DEC-1]", False),
        ("status: accepted", "date: 2026-02, status: accepted, supersedes: [DEC-2]", False),
        ("status: accepted", "date: 2026-02, status: accepted, supersedes: [DEC-9]", False),
        ("status: acepted", "date: 2026-02, status: accepted, supersedes: [DEC-1]", False),
        (
            "status: accepted, aliases: [DEC-7]",
            "date: 2026-02, status: accepted, supersedes: DEC-7",
            True,
        ),
    ],
)
def test_of_two_decisions_one_counts(old: str, new: str, *, wrong: bool) -> None:
    assert bool(found("PM611", decisions(old, new))) == wrong


@pytest.mark.verifies("US-107.AC-5")
@pytest.mark.parametrize(
    ("program", "more", "wrong"),
    [
        ("status: active", "status: draft", True),
        ("status: active", "program: PGM-1", False),
        ("status: active, charters: [CH-1]", "status: draft", False),
        ("status: draft", "status: draft", False),
        ("status: closed", "status: draft", False),
        ("status: active, charters: {a: b}", "status: draft", False),
        ("status: active", "program: PGM-11", False),
        ("status: active", "program: PGM-1, purposes: a", False),
    ],
)
def test_an_active_program_has_charters(program: str, more: str, *, wrong: bool) -> None:
    text = f"- {{id: PGM-1, title: Safe, goal: no wreck, {program}}}\n- {charter(more)}"
    assert bool(found("PM613", text)) == wrong


DECISION = "- {{id: DEC-1, title: a, context: b, decision: c, date: 2026-01, {}}}\n"


@pytest.mark.verifies("US-114.AC-5")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (DECISION.format("status: accepted, review_by: 2026-05-31"), ["2026-05-31"]),
        (DECISION.format("status: accepted, review_by: 2026-06-01"), []),
        (DECISION.format("status: accepted, review_by: 2026-Q1"), ["2026-Q1"]),
        (DECISION.format("status: accepted, review_by: 2026-Q2"), []),
        (DECISION.format("status: superseded, review_by: 2026-01"), []),
        (DECISION.format("status: rejected, review_by: 2026-01"), []),
        (DECISION.format("status: accepted"), []),
        (DECISION.format("status: acepted, review_by: 2026-01"), []),
        (DECISION.format("review_by: soon"), []),
        (DECISION.format("affects: {a: b}, review_by: 2026-01"), ["2026-01"]),
        ("- {id: IDEA-1, title: a, review_by: 2026-01}\n", ["2026-01"]),
        ("- {id: TRL-1, title: a, review_by: 2026-01}\n", ["2026-01"]),
    ],
)
def test_an_item_is_read_again_in_time(text: str, expected: list[str]) -> None:
    assert underlined("PM610", text, "kinds: {trial: {prefix: TRL}}") == expected


def test_until_when_it_was_to_be_read_is_told() -> None:
    text = DECISION.format("status: accepted, review_by: 2026-Q1")
    assert messages("PM610", text) == ["`DEC-1` was to be read again by 31 Mar 2026"]


IDEA = "- {{id: IDEA-1, title: a, {}}}\n"


@pytest.mark.verifies("US-107.AC-5")
@pytest.mark.parametrize(
    ("text", "settings", "days"),
    [
        (IDEA.format("date: 2026-03-02"), "rules: {PM616: warning}", 91),
        (IDEA.format("date: 2026-03-03"), "rules: {PM616: warning}", None),
        (IDEA.format("date: 2026-Q1, status: considering"), "rules: {PM616: warning}", None),
        (IDEA.format("date: 2025-Q4, status: considering"), "preset: strict", 152),
        (IDEA.format("date: 2025-Q4"), "", None),
        (IDEA.format("date: 2025-Q4, status: rejected"), "preset: strict", None),
        (IDEA.format("votes: 3"), "preset: strict", None),
        (IDEA.format("date: 2025-Q9"), "preset: strict", None),
        (IDEA.format("date: 2025-Q4"), "rules: {PM616: {severity: info, days: 200}}", None),
        (DECISION.format("status: proposed"), "preset: strict", 121),
        (DECISION.format("status: accepted"), "preset: strict", None),
    ],
)
def test_a_strict_team_decides_in_time(text: str, settings: str, days: int | None) -> None:
    told = [message.rpartition(" for ")[2] for message in messages("PM616", text, settings)]
    assert told == ([f"{days} days"] if days else [])
