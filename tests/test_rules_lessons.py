"""What is said about experiments and research, before and after."""

from __future__ import annotations

import pytest

from tests.opinions import found, underlined

RELEASE = "- {{id: REL-1, title: A, version: 1, {}}}\n"


@pytest.mark.verifies("US-114.AC-4")
@pytest.mark.parametrize(
    ("more", "hint"),
    [
        ("date: 2027, stage: MVP", "add `hypothesis:` and `success_threshold:`"),
        ("date: 2027, stage: proof of concept, hypothesis: a", "add `success_threshold:`"),
        ("date: 2027, stage: MVP, success_threshold: a", "add `hypothesis:`"),
        ("date: 2027, stage: MVP, hypothesis: a, success_threshold: b", None),
        ("date: 2027, stage: beta", None),
        ("date: 2027", None),
        ("date: 2026, stage: MVP, status: released", None),
        ("date: 2026, stage: MVP, status: withdrawn", None),
        ("date: 2027, stage: MVP, hypothesis: [a]", None),
    ],
)
def test_an_experiment_has_a_hypothesis(more: str, hint: str | None) -> None:
    told = [d.finding.hint for d in found("PM809", RELEASE.format(more))]
    assert told == ([hint] if hint else [])


@pytest.mark.verifies("US-114.AC-4")
@pytest.mark.parametrize(
    ("more", "settings", "wrong"),
    [
        ("date: 2026-04-01, stage: MVP, status: released", "", True),
        ("date: 2026-04-02, stage: MVP, status: released", "", False),
        ("date: 2026-Q1, stage: proof of concept, status: released", "", True),
        ("date: 2026, stage: MVP, status: released", "", False),
        ("date: 2026-01, stage: GA, status: released", "", False),
        ("date: 2026-01, stage: MVP, status: planned", "", False),
        ("date: 2026-01, stage: MVP, status: withdrawn", "", False),
        ("date: 2026-01, stage: MVP, status: released, decision: stop", "", False),
        ("date: 2026-01, stage: MVP, status: released, decision: wait", "", False),
        ("date: 2026-01, stage: MVP, status: released", "rules: {PM810: {days: 365}}", False),
    ],
)
def test_an_experiment_ends_with_a_decision(more: str, settings: str, *, wrong: bool) -> None:
    assert bool(found("PM810", RELEASE.format(more), settings)) == wrong


@pytest.mark.verifies("US-114.AC-4")
@pytest.mark.parametrize(
    ("more", "wrong"),
    [
        ("status: done, findings: []", True),
        ("status: planned, findings: []", False),
        ("status: in progress, findings: []", False),
        ("status: done, findings: [{id: F-1, text: a}]", False),
        ("status: done, findings: [{id: F-1}]", False),
        ("status: done", False),
    ],
)
def test_research_that_is_done_has_findings(more: str, *, wrong: bool) -> None:
    text = f"- {{id: RES-1, title: A, method: survey, date: 2026-05, {more}}}\n"
    assert underlined("PM811", text) == (["[]"] if wrong else [])
