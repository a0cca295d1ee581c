"""One mistake in a plan is told by one rule, although several look at the same fields."""

from __future__ import annotations

import datetime as dt

import pytest

from pmdocs.project.reader import build
from pmdocs.rules.catalogue import check
from pmdocs.text import Source

ITEM = "- {{id: RM-1, title: Share a plan, outcome: customers see our plans, {}}}\n"
STORY = "- {{id: US-1, title: Share, as_a: user, i_want: a link, so_that: it is seen, {}}}\n"
SPRINT = "- {{id: SPR-1, title: First, goal: it is seen, {}}}\n"
RELEASE = "- {{id: REL-1, title: Spring, version: 1.0, {}}}\n"
LAUNCH = "- {{id: LCH-1, title: Spring, message: plans are seen, {}}}\n"
CHARTER = (
    "- {{id: CH-1, title: Share, purpose: a, sponsor: b, manager: c, start: 2026-05, status: active,"
    " budget: {{limit: 9, currency: EUR}}, roles: [{{name: c}}], {}}}\n"
)
RISK = "- {{id: RSK-1, title: No oil, effect: darkness, probability: 4, impact: 5, {}}}\n"
METRIC = "- {{id: MET-1, title: Visits, unit: visits, {}}}\n"
OBJECTIVE = (
    "- {{id: OBJ-1, title: Trust, status: active, period: 2026-Q2, key_results: [{{id: KR-1,"
    " text: visits, baseline: 0, target: 9, {}}}]}}\n"
)


@pytest.mark.verifies("US-107.AC-6")
@pytest.mark.parametrize(
    ("text", "code"),
    [
        (ITEM.format("horizon: later, start: 2026-04, end: 2026-12"), "PM511"),
        (ITEM.format("horizon: later, end: 2026-05"), "PM503"),
        (ITEM.format("start: 2026-03, end: 2026-04"), "PM503"),
        (ITEM.format("horizon: later, status: in progress"), "PM505"),
        (ITEM.format("start: 2026-08, end: 2026-07"), "PM501"),
        (ITEM.format("updates: [{date: 2026-05, text: a}, {date: 2062-04, text: b}]"), "PM515"),
        (ITEM.format("status: at risk, health: off track"), "PM513"),
        (ITEM.format("status: at risk, updates: [{date: 2026-01, text: a}]"), "PM520"),
        (ITEM.format("status: done, start: 2027-01, end: 2027-02"), "PM512"),
        (ITEM.format("release: REL-1, end: 2026-12") + RELEASE.format("date: 2026-05"), "PM503"),
        (ITEM.format("release: REL-1, end: 2026-12") + RELEASE.format("date: 2026-07"), "PM506"),
        (
            ITEM.format("release: REL-1, end: 2026-12")
            + RELEASE.format("date: 2026-07, status: withdrawn"),
            "PM214",
        ),
        (
            STORY.format("sprint: SPR-1")
            + SPRINT.format("start: 2026-05-04, end: 2026-05-15, status: closed, capacity: 3"),
            "PM521",
        ),
        (
            STORY.format("sprint: SPR-1, points: 2")
            + SPRINT.format("start: 2026-05-25, end: 2026-06-05, status: active, capacity: 3"),
            "PM510",
        ),
        (LAUNCH.format("date: 2026-06-03, status: ready, checklist: [{text: a}]"), "PM517"),
        (LAUNCH.format("date: 2026-05-28, status: ready"), "PM503"),
        (LAUNCH.format("date: 2026-07, status: launched"), "PM512"),
        (
            CHARTER.format(
                "deadline: 2026-12, milestones: [{id: MS-1, title: a, date: 2026-05-04}]"
            ),
            "PM503",
        ),
        (
            CHARTER.format("deadline: 2026-12, milestones: [{id: MS-1, title: a, date: 2027-05}]"),
            "PM609",
        ),
        (RISK.format("response: mitigate"), "PM605"),
        (RISK.format("cause: a"), "PM604"),
        (METRIC.format("measurements: [{date: 2062-05, value: 3}]"), "PM515"),
        (METRIC.format("measurements: [{date: 2025-05, value: 3}]"), "PM807"),
        (OBJECTIVE.format("unit: visits"), "PM806"),
        (
            OBJECTIVE.format("metric: MET-1")
            + METRIC.format("measurements: [{date: 2025, value: 3}]"),
            "PM807",
        ),
    ],
)
def test_a_mistake_is_told_once(text: str, code: str) -> None:
    found = check(build([Source("roadmap/a.yaml", text)], today=dt.date(2026, 6, 1)))
    # An objective or a PRD that no item serves is another matter.
    told = [d.code for d in found if not d.code.startswith("PM20")]
    assert told == [code], [d.finding.message for d in found]
