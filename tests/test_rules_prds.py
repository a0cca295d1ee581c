"""What is said about PRDs: what is agreed, what is open, and how requirements are worded."""

from __future__ import annotations

import datetime as dt

import pytest

from pmdocs.project.config import read_settings
from pmdocs.project.reader import build
from pmdocs.rules.catalogue import check
from pmdocs.text import Source

TODAY = dt.date(2026, 6, 1)
APPROVED = "status: approved, goals: [peace], out_of_scope: [war]"


def told(text: str, rules: str = "", path: str = "roadmap/a.yaml") -> list[str]:
    head = f"site_name: x\nplugins:\n  - pmdocs:\n      rules: {{{rules}}}\n"
    settings, problems = read_settings(Source("mkdocs.yml", head))
    assert problems == []
    found = check(build([Source(path, text)], settings, TODAY))
    return [
        f"{d.span.start.line}:{d.span.start.column} {d.code} {d.finding.message}" for d in found
    ]


def prd(*requirements: str, more: str = "", number: int = 1) -> str:
    rows = ", ".join(f'{{id: FR-{n}, text: "{r}"}}' for n, r in enumerate(requirements, 1))
    return f"- {{id: PRD-{number}, title: Share {number}, problem: mails, {more or 'tags: []'}, requirements: [{rows}]}}\n"


def codes(lines: list[str]) -> list[str]:
    return [line.split()[1] for line in lines]


@pytest.mark.verifies("US-115.AC-1")
@pytest.mark.parametrize(
    ("question", "rules", "days"),
    [
        ("{id: Q-1, text: Who?, date: 2026-05-02}", "", 0),
        ("{id: Q-1, text: Who?, date: 2026-05-01}", "", 31),
        ("{id: Q-1, text: Who?, date: 2026-05-01}", "PM319: {days: 31}", 0),
        ("{id: Q-1, text: Who?, date: 2026-05-30}", "PM319: {days: 1}", 2),
        ("{id: Q-1, text: Who?, date: 2026-05}", "", 0),
        ("{id: Q-1, text: Who?, date: 2025, answer: all}", "", 0),
        ("{id: Q-1, text: Who? All (agreed on 3 May)., date: 2025}", "", 0),
        ("{id: Q-1, text: Who?}", "", 0),
        ("{id: Q-1, text: who may see it, date: 2025}", "", 152),
    ],
)
def test_a_question_may_wait_only_so_long(question: str, rules: str, days: int) -> None:
    found = told(prd(more=f"open_questions: [{question}]"), rules)
    expected = [f"PM319 `PRD-1.Q-1` has been open for {days} days"] if days else []
    assert [line.partition(" ")[2] for line in found] == expected


def test_an_approved_prd_with_questions_is_told_to_those_who_ask() -> None:
    question = (
        "open_questions: [{id: Q-1, text: Who?}, {id: Q-2, text: Why? So.}, {id: Q-3, text: x}]"
    )
    text = prd("a link", more=f"{APPROVED}, {question}")
    assert told(text) == []
    assert [line.partition(" ")[2] for line in told(text, "PM320: info")] == [
        "PM320 `PRD-1` is approved, and `Q-1` and `Q-3` have no answer"
    ]
    assert told(prd("a link", more=f"status: superseded, {question}"), "PM320: info") == []


@pytest.mark.verifies("US-115.AC-2")
@pytest.mark.parametrize(
    ("approvals", "rules", "expected"),
    [
        ("[{role: cook, state: approved}]", "", []),
        ("[]", "", []),
        ("[{role: cook}]", "", ["`PRD-1` is `approved`, and `cook` has not agreed yet"]),
        ("[{role: cook, state: rejected}]", "", ["`PRD-1` is `approved`, and `cook` has refused"]),
        ("[{role: Cook, state: approved}]", "PM321: {roles: [cook]}", []),
        (
            "[]",
            "PM321: {roles: [cook, waiter]}",
            ["`PRD-1` is `approved`, and no approval of `cook` and `waiter` is written down"],
        ),
    ],
)
def test_an_approved_prd_has_all_its_approvals(
    approvals: str, rules: str, expected: list[str]
) -> None:
    found = told(prd("a link", more=f"{APPROVED}, approvals: {approvals}"), rules)
    assert [line.partition("PM321 ")[2] for line in found] == expected
    review = APPROVED.replace("approved", "in review")
    assert told(prd("a link", more=f"{review}, approvals: {approvals}"), rules) == []


PERSONAS = "".join(
    f"- {{id: PER-{n}, title: P {n}, role: cook, goals: [a], pains: [b]}}\n" for n in (1, 2)
)


@pytest.mark.parametrize(
    ("personas", "story", "expected"),
    [
        ("[PER-1]", "as_a: PER-1", []),
        ("[PER-1]", "as_a: PER-2", ["4:30 PM322 `PRD-1` is not for `PER-2`, and `US-1` is"]),
        (
            "[PER-1]",
            "as_a: cook, persona: PER-2",
            ["4:45 PM322 `PRD-1` is not for `PER-2`, and `US-1` is"],
        ),
        ("[PER-1]", "as_a: cook", []),
        ("[]", "as_a: PER-2", []),
        ("[PER-1]", "as_a: PER-2, status: dropped", []),
    ],
)
def test_a_story_is_for_a_persona_of_its_prd(
    personas: str, story: str, expected: list[str]
) -> None:
    text = PERSONAS + prd("a link", more=f"personas: {personas}")
    text += f"- {{id: US-1, title: A, {story}, i_want: x, so_that: y, prd: PRD-1}}\n"
    assert [line for line in told(text) if "PM322" in line] == expected


@pytest.mark.parametrize(
    ("links", "status", "expected"),
    [
        (["PRD-1.FR-1"], "approved", ["PM323 no story realises `PRD-1.FR-2`, a must"]),
        (["PRD-1.FR-1"], "in review", []),
        (["PRD-1.FR-1", "PRD-1.FR-2"], "approved", []),
        (["PRD-1.FR-1", "PRD-1"], "approved", []),
        (["PRD-1.FR-1", "PRD-9"], "approved", ["PM201 `US-2` names `PRD-9`, which does not exist"]),
    ],
)
def test_a_must_has_a_story(links: list[str], status: str, expected: list[str]) -> None:
    rows = "[{id: FR-1, text: a}, {id: FR-2, text: b, priority: must}, {id: FR-3, text: c}]"
    text = f"- {{id: PRD-1, title: A, problem: b, {APPROVED.replace('approved', status)}, requirements: {rows}}}\n"
    for n, link in enumerate(links, 1):
        text += f"- {{id: US-{n}, title: S {n}, as_a: a, i_want: x, so_that: y, prd: {link}}}\n"
    assert [line.partition(" ")[2] for line in told(text)] == expected
    assert "PM323" not in codes(told(text.replace("FR-2", "NFR-2")))


@pytest.mark.verifies("US-115.AC-3")
@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("It shall save, and it shall print", "it shall"),
        ("It shall save and shall print", "shall"),
        ("It must save; the list must open", "the list must"),
        ("It must save. The list of all items must open.", "The list of all items must"),
        ("It must save. This means that all must be told.", None),
        ("It shall save and print", None),
        ("It shall save the name and all fields that must be there", None),
        ("It shall say what must be done and when it must be done", None),
        ("It shall save and, if it fails, show `a must` and “it must not”", None),
        ("It is a must and fun", None),
    ],
)
def test_a_second_requirement_is_found_where_it_begins(text: str, second: str | None) -> None:
    found = told(prd(text))
    column = prd(text).index(text) + text.index(second, 10) + 1 if second else 0
    assert found == ([f"1:{column} PM408 `FR-1` holds a second requirement"] if second else [])


@pytest.mark.verifies("US-115.AC-4")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The app shall warn", None),
        ("When fog comes, the app shall warn", None),
        ("While at sea, when fog comes, the app shall warn", None),
        ("Where radar is there, while at sea, when fog comes, the app shall warn", None),
        ("If fog comes, then the app shall warn", None),
        ("While at sea, if fog comes, then the app shall warn", None),
        ("The app shall say if fog comes", None),
        ("If fog comes, the app warns", None),
        ("If fog comes, the app shall warn", "`FR-1` says `if`, and not `then`"),
        (
            "When fog comes, while at sea, the app shall warn",
            "the conditions of `FR-1` are not in the order of EARS",
        ),
        (
            "When fog comes the app shall warn",
            "nothing parts the condition of `FR-1` from what shall be",
        ),
    ],
)
def test_a_requirement_keeps_to_the_pattern_that_it_begins(text: str, expected: str | None) -> None:
    found = [line for line in told(prd(text), "PM409: info") if "PM409" in line]
    assert [line.partition("PM409 ")[2] for line in found] == ([expected] if expected else [])
    assert told(prd(text)) == []


@pytest.mark.parametrize(
    ("texts", "rules", "expected"),
    [
        (
            ["It shall a", "It must b", "It is c"],
            "PM407: info",
            ["`FR-3` has no `shall` or `must`"],
        ),
        (["It shall a", "It is c"], "PM407: info", []),
        (
            ["It is c"],
            "PM407: {severity: info, everywhere: true}",
            ["`FR-1` has no `shall` or `must`"],
        ),
        (
            ["It shall a", "It must b", "It is “a must”"],
            "PM407: info",
            ["`FR-3` has no `shall` or `must`"],
        ),
        (["It shall a", "It must b", "It is c"], "", []),
    ],
)
def test_a_binding_verb_is_asked_for_where_the_settings_say_so(
    texts: list[str], rules: str, expected: list[str]
) -> None:
    assert [line.partition("PM407 ")[2] for line in told(prd(*texts), rules)] == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The export is robust and easy to read", ["robust", "easy"]),
        ("It saves where possible, in less than 2 s", ["where possible"]),
        ("It saves fast, in less than 2 s", []),
        ("The label says “Easy”", []),
    ],
)
def test_vague_words_of_requirements_are_underlined(text: str, words: list[str]) -> None:
    found = told(prd(text))
    assert found == [
        f"1:{prd(text).index(word) + 1} PM410 `{word}` can mean anything in a requirement"
        for word in words
    ]


def test_the_same_requirement_is_told_within_a_prd_and_across() -> None:
    text = prd("It opens", "it opens.") + prd("IT OPENS", number=2)
    assert [line.partition(" ")[2] for line in told(text)] == [
        "PM411 `PRD-1.FR-2` says the same as `PRD-1.FR-1`",
        "PM411 `PRD-2.FR-1` says the same as `PRD-1.FR-1`",
    ]
    assert told((prd("It opens") + prd("It opens", number=2)).replace("FR-", "NFR-")) == []
    assert told(prd("It opens") + prd("It opens", more="status: superseded", number=2)) == []


@pytest.mark.parametrize(
    ("priorities", "expected"),
    [
        (["must", "must", ""], ["FR-3"]),
        (["must", ""], []),
        (["", "", ""], []),
        (["must", "could"], []),
    ],
)
def test_priorities_are_asked_for_where_most_have_one(
    priorities: list[str], expected: list[str]
) -> None:
    words = [f"{p} {n}" for n, p in enumerate(priorities)]
    rows = prd(*words)
    for n, word in enumerate(priorities):
        if word:
            rows = rows.replace(f'"{word} {n}"', f'"x {n}", priority: {word}')
    assert [line.partition("PM412 ")[2] for line in told(rows)] == [
        f"`{id}` has no priority, and the others have one" for id in expected
    ]


def test_a_page_hears_how_to_write_a_priority() -> None:
    page = "---\nid: PRD-1\n---\n# Share\n\n## Problem\n\na\n\n## Requirements\n\n"
    page += "- **FR-1** (must) a\n- **FR-2** (must) b\n- **FR-3** c\n"
    assert codes(told(page, path="content/a.md")) == ["PM412"]


@pytest.mark.parametrize(
    ("metric", "fine"),
    [
        ("customers are happier", False),
        ("more people come back", False),
        ("the time to agree is shorter", False),
        ("customers are happier by 5 %", True),
        ("nobody asks by mail", True),
        ("each team has a plan", True),
        ("the share that MET-1 measures", True),
        ("twice as many come back", True),
    ],
)
def test_success_is_counted(metric: str, *, fine: bool) -> None:
    found = told(prd("a link", more=f"success_metrics: [{metric}]"))
    assert [line for line in found if "PM413" in line] == (
        [] if fine else ["1:65 PM413 this success metric of `PRD-1` has no number"]
    )
