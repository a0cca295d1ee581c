"""What is said about dates, and where."""

from __future__ import annotations

import datetime as dt

import pytest

from pmdocs.project.config import read_settings
from pmdocs.project.reader import build
from pmdocs.rules.catalogue import check
from pmdocs.text import Source

CHARTER = """\
id: CH-1
title: Build
purpose: light
sponsor: office
manager: keeper
status: draft
start: 2026-05
"""


def told(text: str, today: str = "2026-06-01") -> list[str]:
    day = dt.date.fromisoformat(today)
    found = check(build([Source("roadmap/a.yaml", text)], today=day))
    return [f"{d.span.start.line}:{d.span.start.column} {d.code}" for d in found]


def messages(text: str, today: str = "2026-06-01") -> list[str]:
    day = dt.date.fromisoformat(today)
    return [d.finding.message for d in check(build([Source("roadmap/a.yaml", text)], today=day))]


@pytest.mark.parametrize(
    ("start", "end", "wrong"),
    [
        ("2027-06", "2027-03", True),
        ("2027-Q2", "2027-Q1", True),
        ("2027-02-15", "2027-Q1", False),
        ("2027-Q1", "2027-01-10", False),
        ("2027", "2027", False),
        ("2027-04-01", "2027-Q1", True),
        ("2027-03-31", "2027-Q1", False),
    ],
)
def test_an_end_is_before_a_start_only_when_it_certainly_is(
    start: str, end: str, *, wrong: bool
) -> None:
    text = f"id: RM-1\ntitle: A\noutcome: b\nstart: {start}\nend: {end}\n"
    assert told(text) == (["5:6 PM501"] if wrong else [])


def test_charters_and_sprints_end_after_they_begin() -> None:
    assert told(f"{CHARTER}deadline: 2025-12\n", "2025-01-01") == ["8:11 PM501"]
    sprint = "id: SPR-1\ntitle: A\ngoal: b\nstart: 2027-01-15\nend: 2027-01-04\n"
    assert messages(sprint) == ["`SPR-1` ends on 4 Jan 2027, before it begins on 15 Jan 2027"]


def pair(first: str, second: str) -> str:
    return (
        f"- {{id: RM-1, title: A, outcome: a, {first}}}\n"
        f"- {{id: RM-2, title: B, outcome: b, depends_on: [RM-1], {second}}}\n"
    )


@pytest.mark.parametrize(
    ("first", "second", "wrong"),
    [
        ("end: 2027-Q3", "start: 2027-Q2", True),
        ("end: 2027-Q2", "start: 2027-Q2", False),
        ("end: 2027-06-30", "start: 2027-Q2", False),
        ("end: 2027-06-30", "start: 2027-06-29", True),
        ("end: 2027-06-30", "start: 2027-06-30", False),
        ("end: 2027", "start: 2027-01-01", False),
        ("start: 2028", "end: 2027-12", True),
        ("end: 2027-Q3, status: done", "start: 2027-Q2", False),
        ("end: 2027-Q3, status: dropped", "start: 2027-Q2", False),
        ("end: 2027-Q3", "start: 2027-Q2, status: dropped", False),
        ("end: 2027-Q3", "horizon: now", False),
        ("horizon: later", "start: 2027-Q2", False),
    ],
)
def test_an_item_is_too_early_only_when_it_certainly_is(
    first: str, second: str, *, wrong: bool
) -> None:
    codes = [line.partition(" ")[2] for line in told(pair(first, second))]
    assert ("PM502" in codes) == wrong


def test_an_item_that_is_too_early_is_shown_with_the_other_end() -> None:
    text = pair("start: 2027-01, end: 2027-Q3", "start: 2027-Q2, end: 2027-Q4")
    (found,) = check(build([Source("roadmap/a.yaml", text)], today=dt.date(2026, 6, 1)))
    column = text.splitlines()[1].index("2027-Q2") + 1
    assert found.span.start == (2, column)
    assert found.finding.message == (
        "`RM-2` begins in Q2 2027, before `RM-1` ends in Q3 2027, which it depends on"
    )
    assert [n.span.start for n in found.finding.notes] == [
        (1, text.index("2027-Q3") + 1),
        (2, text.splitlines()[1].index("RM-1") + 1),
    ]


@pytest.mark.parametrize(
    ("end", "today", "late"),
    [
        ("2026-Q1", "2026-03-31", False),
        ("2026-Q1", "2026-04-01", True),
        ("2026-03-31", "2026-03-31", False),
        ("2026", "2026-12-31", False),
        ("2026", "2027-01-01", True),
    ],
)
def test_a_date_is_over_after_its_last_day(end: str, today: str, *, late: bool) -> None:
    text = f"id: RM-1\ntitle: A\noutcome: b\nend: {end}\n"
    assert told(text, today) == (["4:6 PM503"] if late else [])


@pytest.mark.parametrize(
    ("item", "line"),
    [
        ("id: REL-1\ntitle: A\nversion: 1.0\ndate: 2026-05\n", "4:7"),
        ("id: LCH-1\ntitle: A\nmessage: b\ndate: 2026-05\n", "4:7"),
        ("id: OBJ-1\ntitle: A\nkey_results: []\nperiod: 2026-Q1\n", "4:9"),
        ("id: SPR-1\ntitle: A\ngoal: b\nstart: 2026-05-04\nend: 2026-05-15\n", "5:6"),
        (f"{CHARTER}deadline: 2026-05\n", "8:11"),
        (f"{CHARTER}milestones:\n  - {{id: MS-1, title: a, date: 2026-05-01}}\n", "9:32"),
    ],
)
def test_every_kind_of_plan_can_be_overdue(item: str, line: str) -> None:
    assert told(item) == [f"{line} PM503"]


@pytest.mark.parametrize(
    "item",
    [
        "id: REL-1\ntitle: A\nversion: 1.0\ndate: 2026-05\nstatus: released\n",
        "id: RM-1\ntitle: A\noutcome: b\nstart: 2026-05\n",
        "id: IDEA-1\ntitle: A\ndate: 2026-05\n",
        "id: DEC-1\ntitle: A\ndate: 2026-05\ncontext: a\ndecision: b\n",
        "id: RM-1\ntitle: A\noutcome: b\nend: 2026-05\nstatus: dropped\n",
        f"{CHARTER}milestones:\n  - {{id: MS-1, title: a, date: 2026-05, actual: 2026-05-30}}\n",
        f"{CHARTER}milestones: [{{id: MS-1, title: a, date: 2026-05}}]\n".replace(
            "draft", "closed"
        ),
    ],
)
def test_what_is_closed_or_no_plan_is_not_overdue(item: str) -> None:
    assert told(item) == []


STORY = "- {{id: US-{}, title: a, as_a: b, i_want: c, so_that: d, prd: {}, status: {}}}\n"


def test_open_stories_of_a_done_item_are_counted_and_three_are_shown() -> None:
    text = (
        "- {id: RM-1, title: A, outcome: a, status: done}\n"
        "- {id: PRD-1, title: B, problem: b, item: RM-1,"
        " requirements: [{id: FR-1, text: c}, {id: FR-2, text: d}]}\n"
        + STORY.format(1, "PRD-1", "draft")
        + STORY.format(2, "PRD-1.FR-1", "draft")
        + STORY.format(3, "PRD-1", "dropped")
        + STORY.format(4, "PRD-1.FR-2", "draft")
        + STORY.format(5, "PRD-1", "draft")
    )
    (found,) = check(build([Source("roadmap/a.yaml", text)], today=dt.date(2026, 6, 1)))
    assert (found.code, found.span.start) == ("PM504", (1, 44))
    assert found.finding.message == "`RM-1` is `done`, and 4 stories in it are not closed"
    assert [n.text for n in found.finding.notes] == [
        "`US-1` is `draft`",
        "`US-2` is `draft`",
        "`US-4` is `draft`",
    ]


def test_a_field_of_a_project_is_no_date_because_of_its_name() -> None:
    text = "plugins:\n  - pmdocs:\n      fields:\n        story: {start: line, end: line}\n"
    settings, findings = read_settings(Source("mkdocs.yml", text))
    assert not findings
    story = "{id: US-1, title: a, as_a: b, i_want: c, so_that: d, start: z, end: a}"
    assert check(build([Source("roadmap/a.yaml", story)], settings)) == []
