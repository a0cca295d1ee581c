"""What is said about who does, answers for and hears of what, and what is not."""

from __future__ import annotations

import pytest

from tests.opinions import found, messages, underlined

HEAD = "{id: CH-1, title: Build, purpose: light, sponsor: office, manager: keeper, start: 2026-05"


def charter(more: str) -> str:
    return f"{HEAD}, {more}}}\n"


def raci(row: str, more: str = "status: active") -> str:
    return charter(f"raci: [{{activity: dig, {row}}}], {more}")


@pytest.mark.verifies("US-107.AC-4")
@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("responsible: mason, accountable: keeper", []),
        ("responsible: mason, accountable: [keeper]", []),
        ("responsible: mason, accountable: [keeper, Keeper]", []),
        ("responsible: mason", ["activity"]),
        ("responsible: mason, accountable: []", ["[]"]),
        ("responsible: mason, accountable: [keeper, mason]", ["[keeper, mason]"]),
        ("accountable: [keeper, mason, office], responsible: a", ["[keeper, mason, office]"]),
    ],
)
def test_exactly_one_is_accountable(row: str, expected: list[str]) -> None:
    assert underlined("PM601", raci(row)) == expected
    assert underlined("PM601", raci(row, "status: closed")) == []


def test_how_many_are_accountable_is_told() -> None:
    text = raci("responsible: mason, accountable: [keeper, mason]")
    assert messages("PM601", text) == ["2 are accountable for `dig`, and exactly one can be"]
    assert messages("PM601", raci("informed: a")) == ["nobody is accountable for `dig`"]


@pytest.mark.verifies("US-107.AC-4")
@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("responsible: keeper, accountable: keeper", []),
        ("responsible: [a, b, c], accountable: keeper", []),
        ("accountable: keeper", ["activity"]),
        ("responsible: [], accountable: keeper", ["[]"]),
        ("accountable: keeper, consulted: a, informed: b", ["activity"]),
    ],
)
def test_at_least_one_is_responsible(row: str, expected: list[str]) -> None:
    assert underlined("PM602", raci(row)) == expected
    assert underlined("PM602", raci(row, "status: cancelled")) == []


def test_a_charter_without_raci_is_asked_for_none() -> None:
    for text in (charter("status: active"), charter("raci: [], status: active")):
        assert not found("PM601", text)
        assert not found("PM602", text)


def test_a_half_read_raci_is_not_judged() -> None:
    text = charter("raci: [{activity: dig, accountible: keeper}, {activity: lift}]")
    assert not found("PM601", text)
    assert not found("PM602", text)
    assert underlined("PM601", charter("raci: [{activity: lift}], start: nonsense")) == []
    assert len(found("PM601", charter("raci: [{activity: lift}], standards: {a: b}"))) == 1


STAKEHOLDER = "- {id: STK-1, title: Harbour office, role: permits}\n"


@pytest.mark.verifies("US-107.AC-4")
@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("roles: [{name: mason}], tasks: [{id: T-1, title: a, assignee: mason}]", []),
        ("roles: [{name: Mason}], tasks: [{id: T-1, title: a, assignee: mason}]", []),
        ("roles: [{name: mason, person: Piet}], tasks: [{id: T-1, title: a, assignee: Piet}]", []),
        ("roles: [{name: mason}], tasks: [{id: T-1, title: a, assignee: keeper}]", []),
        ("roles: [{name: mason}], tasks: [{id: T-1, title: a, assignee: office}]", []),
        ("roles: [{name: mason}], tasks: [{id: T-1, title: a, assignee: STK-1}]", []),
        ("roles: [{name: mason}], tasks: [{id: T-1, title: a, assignee: harbour office}]", []),
        ("roles: [], tasks: [{id: T-1, title: a, assignee: masson}]", []),
        ("roles: [{name: mason}], tasks: [{id: T-1, title: a}]", []),
        ("roles: [{name: mason}], raci: [{activity: a, consulted: x, informed: [y]}]", []),
        ("roles: [{name: mason}], tasks: [{id: T-1, title: a, assignee: masson}]", ["masson"]),
        (
            (
                "roles: [{name: mason}], raci: [{activity: a, responsible: [mason, piet],"
                " accountable: ann}], tasks: [{id: T-1, title: a, assignee: piet}]"
            ),
            ["piet", "ann"],
        ),
        (
            (
                "roles: [{name: mason}], status: closed,"
                " tasks: [{id: T-1, title: a, assignee: masson}]"
            ),
            [],
        ),
    ],
)
def test_who_works_has_a_role(more: str, expected: list[str]) -> None:
    assert underlined("PM603", f"{STAKEHOLDER}- {charter(more)}") == expected


def test_a_name_with_a_slip_is_told_what_was_meant() -> None:
    text = charter("roles: [{name: mason}], tasks: [{id: T-1, title: a, assignee: masson}]")
    (one,) = found("PM603", text)
    assert one.finding.hint == "did you mean `mason`?"
    (one,) = found("PM603", text.replace("masson", "Tess"))
    assert one.finding.hint == "add `- {name: Tess}` to `roles:`"


@pytest.mark.verifies("US-107.AC-4")
@pytest.mark.parametrize(
    ("stakeholder", "talks_to", "wrong"),
    [
        ("influence: high", "somebody", True),
        ("influence: high", "harbour OFFICE", False),
        ("influence: high", "STK-1", False),
        ("influence: medium", "somebody", False),
        ("role: none", "somebody", False),
        ("influence: high, status: inactive", "somebody", False),
        (
            "influence: high, engagement: {current: neutral, desired: leading}",
            "somebody",
            False,
        ),
        ("influence: high, engagement: friendly", "somebody", False),
    ],
)
def test_who_has_much_influence_is_in_a_plan(
    stakeholder: str, talks_to: str, *, wrong: bool
) -> None:
    role = "" if stakeholder.startswith("role") else "role: permits, "
    text = f"- {{id: STK-1, title: Harbour office, {role}{stakeholder}}}\n"
    other = f"communication: [{{stakeholder: {talks_to}, message: a}}]"
    assert underlined("PM612", f"{text}- {charter(other)}") == (["high"] if wrong else [])
    assert bool(found("PM612", text)) == (wrong or talks_to != "somebody")


RISK = "- {{id: RSK-1, title: a, effect: b, probability: {}, impact: 5, {}}}\n"
ITEM = "- {{id: RM-1, title: A, outcome: a, {}}}\n"
ASKED = "rules: {PM614: warning, PM615: warning}"


@pytest.mark.verifies("US-107.AC-4")
@pytest.mark.parametrize(
    ("text", "settings", "codes"),
    [
        (RISK.format(3, "status: open"), ASKED, ["PM614"]),
        (RISK.format(3, "status: open"), "", []),
        (RISK.format(3, "owner: keeper"), ASKED, []),
        (RISK.format(2, "status: open"), ASKED, []),
        (RISK.format(2, "status: open"), "rules: {PM614: {severity: info, score: 10}}", ["PM614"]),
        (RISK.format(5, "status: closed"), ASKED, []),
        (RISK.format(5, "owner: [a]"), ASKED, []),
        (ITEM.format("status: in progress"), ASKED, ["PM615"]),
        (ITEM.format("status: blocked"), "preset: strict", ["PM615"]),
        (ITEM.format("status: in progress"), "", []),
        (ITEM.format("status: in progress, owner: me"), ASKED, []),
        (ITEM.format("status: planned"), ASKED, []),
        (ITEM.format("status: done"), ASKED, []),
        (ITEM.format("status: begun"), ASKED, []),
        (
            ITEM.format("status: in progress"),
            "rules: {PM615: {severity: warning, kinds: [sprint]}}",
            [],
        ),
        (
            "- {id: SPR-1, title: A, goal: b, start: 2026-06-01, end: 2026-06-12, status: active}",
            "rules: {PM615: {severity: warning, kinds: [sprint]}}",
            ["PM615"],
        ),
    ],
)
def test_a_strict_team_asks_who_answers_for_it(text: str, settings: str, codes: list[str]) -> None:
    assert [c for c in ("PM614", "PM615") if found(c, text, settings)] == codes
