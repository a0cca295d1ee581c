"""What follows from a change for other items."""

from __future__ import annotations

import pytest

from tests.states import follows

PLAN = """\
- {id: RM-1, title: a, outcome: b, status: planned, start: 2027-Q1, end: 2027-Q1, release: REL-1, objectives: [OBJ-1]}
- {id: RM-2, title: a, outcome: b, status: planned, start: 2027-Q2, end: 2027-Q2, depends_on: [RM-1]}
- {id: RM-3, title: a, outcome: b, start: 2027-Q4, end: 2027-Q4, depends_on: [RM-2]}
- {id: REL-1, title: a, version: "1", date: 2027-05-01}
- {id: OBJ-1, title: a, status: active, period: 2027, key_results: [{id: KR-1, text: a, baseline: 0, target: 1}]}
- {id: PRD-1, title: a, status: approved, problem: b, item: RM-1, requirements: [{id: FR-1, text: c}]}
- {id: US-1, title: a, status: ready, as_a: b, i_want: c, prd: PRD-1.FR-1, criteria: [{id: AC-1, text: d}]}
"""
CHARTER = """\
id: CH-1
title: a
purpose: b
sponsor: c
manager: d
start: 2027-01
calendar: {hours_per_day: 8}
tasks:
  - {id: T-1, title: a, work: 40}
  - {id: T-2, title: b, work: 32}
  - {id: T-3, title: c, work: 24, depends_on: [T-1]}
  - {id: T-4, title: d, work: 56, depends_on: [T-2]}
  - {id: T-5, title: e, work: 16, depends_on: [T-3]}
  - {id: T-6, title: f, work: 8, depends_on: [T-4, T-5]}
"""


def after(text: str, *pairs: tuple[str, str]) -> list[str]:
    """What follows after some words of a text were replaced."""
    new = text
    for old_words, new_words in pairs:
        assert old_words in new
        new = new.replace(old_words, new_words)
    return follows(text, new)


def test_without_a_change_nothing_follows() -> None:
    assert follows(PLAN, PLAN) == []
    assert follows(PLAN, "# more\n" + PLAN) == []


@pytest.mark.verifies("US-91.AC-2")
def test_a_slip_blocks_and_lets_wait_and_misses_its_release() -> None:
    slipped = ("start: 2027-Q1, end: 2027-Q1", "start: 2027-Q1, end: 2027-Q3")
    assert after(PLAN, slipped) == [
        "RM-2 is blocked: it begins in Q2 2027, before RM-1 ends in Q3 2027",
        "RM-1 ends in Q3 2027, after its release REL-1 on 1 May 2027",
        "RM-1 is later, and two open items wait for it: RM-2, RM-3",
        "RM-1 is on the critical path of the roadmap now: RM-2 waits for it",
        "RM-2 is on the critical path of the roadmap now: RM-3 waits for it",
    ]


@pytest.mark.verifies("US-91.AC-2")
def test_what_depends_on_a_dropped_item_is_told() -> None:
    found = after(PLAN, ("status: planned, start: 2027-Q1", "status: dropped, start: 2027-Q1"))
    assert "RM-2 depends on RM-1, which is dropped" in found


@pytest.mark.verifies("US-91.AC-3")
def test_broken_links_are_told_in_plain_words() -> None:
    first = PLAN.splitlines(keepends=True)[0]
    found = after(PLAN, (first, ""))
    assert "RM-2 refers to (depends on) RM-1, which is gone" in found
    assert "PRD-1 refers to (specifies) RM-1, which is gone" in found
    wrong = after(PLAN, ("prd: PRD-1.FR-1", "prd: PRD-9"))
    assert "US-1 refers to (realises) PRD-9, which does not exist" in wrong


@pytest.mark.verifies("US-91.AC-3")
def test_what_has_nothing_left_is_told() -> None:
    assert after(PLAN, (", criteria: [{id: AC-1, text: d}]", "")) == [
        "US-1 has no acceptance criteria any more, so that nobody can say when it is done"
    ]
    assert after(PLAN, (", objectives: [OBJ-1]", "")) == [
        "OBJ-1 has no roadmap item that advances it any more"
    ]
    assert after(PLAN, (", release: REL-1", "")) == ["REL-1 has no roadmap item in it any more"]
    assert after(PLAN, (", prd: PRD-1.FR-1", "")) == [
        "PRD-1 has no story that realises it any more"
    ]


def test_what_was_so_before_is_no_consequence_even_after_a_rename() -> None:
    old = PLAN.replace("prd: PRD-1.FR-1", "prd: PRD-9").replace("start: 2027-Q2", "start: 2026-Q4")
    new = old.replace("RM-2", "RM-20").replace("id: RM-20", "id: RM-20, aliases: [RM-2]")
    new = new.replace("US-1", "US-10").replace("id: US-10", "id: US-10, aliases: [US-1]")
    assert follows(old, new) == []


@pytest.mark.verifies("US-91.AC-4")
def test_more_work_on_the_critical_path_moves_the_end_of_the_charter() -> None:
    assert after(CHARTER, ("title: d, work: 56", "title: d, work: 64")) == [
        "CH-1 takes 1 day of work more: 13 days instead of 12 days along its critical path"
    ]
    assert after(CHARTER, ("title: d, work: 56", "title: d, work: 52")) == [
        "CH-1 takes 0.5 days of work less: 11.5 days instead of 12 days along its critical path"
    ]
    lag = after(CHARTER, ("[T-4, T-5]", "[T-4 FS+1d, T-5]"))
    assert lag[0].startswith("CH-1 takes 1 day of work more")


@pytest.mark.verifies("US-91.AC-4")
def test_tasks_that_cannot_wait_any_more_are_named() -> None:
    assert after(CHARTER, ("title: a, work: 40", "title: a, work: 48")) == [
        "CH-1 has three more tasks that cannot wait: CH-1.T-1, CH-1.T-3, CH-1.T-5"
    ]
    estimates = "optimistic: 40, likely: 48, pessimistic: 56"
    assert after(CHARTER, ("title: a, work: 40", f"title: a, {estimates}")) == [
        "CH-1 has three more tasks that cannot wait: CH-1.T-1, CH-1.T-3, CH-1.T-5"
    ]


def test_tasks_that_go_in_a_circle_have_no_critical_path() -> None:
    assert after(CHARTER, ("title: a, work: 40", "title: a, work: 99, depends_on: [T-6]")) == []
