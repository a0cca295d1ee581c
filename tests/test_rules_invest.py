"""What is said about the six virtues of a story: INVEST."""

from __future__ import annotations

import pytest

from pmdocs.project.config import read_settings
from pmdocs.project.reader import build
from pmdocs.rules.catalogue import check
from pmdocs.text import Source
from tests.conftest import lines

PRD = "- {id: PRD-1, title: Share, problem: customers ask for our plans by mail}\n"


def told(text: str, rules: str = "") -> list[str]:
    head = f"site_name: x\nplugins:\n  - pmdocs:\n      rules: {{{rules}}}\n"
    settings, problems = read_settings(Source("mkdocs.yml", head))
    assert problems == []
    found = check(build([Source("roadmap/a.yaml", text)], settings))
    return [
        f"{d.span.start.line}:{d.span.start.column} {d.code} {d.finding.message}" for d in found
    ]


def story(number: int = 1, /, **fields: object) -> str:
    given: dict[str, object] = {"as_a": "user", "i_want": f"thing {number}"}
    given |= {"so_that": "life is good", "title": f"Story {number}"}
    given |= {"criteria": "[{id: AC-1, text: it is there}]"} | fields
    return f"- {{id: US-{number}, {', '.join(f'{k}: {v}' for k, v in given.items())}}}\n"


def criteria(count: int) -> str:
    return "[" + ", ".join(f"{{id: AC-{n}, text: row {n}}}" for n in range(1, count + 1)) + "]"


@pytest.mark.verifies("US-106.AC-1")
@pytest.mark.parametrize(
    ("fields", "rules", "expected"),
    [
        ({"criteria": criteria(9)}, "", []),
        ({"criteria": criteria(10)}, "", ["`US-1` has 10 acceptance criteria, 9 are the most"]),
        ({"criteria": criteria(10)}, "PM314: {criteria: 10}", []),
        (
            {"criteria": criteria(3)},
            "PM314: {criteria: 2}",
            ["`US-1` has 3 acceptance criteria, 2 are the most"],
        ),
        ({"points": 13}, "", []),
        ({"points": 20}, "", ["`US-1` has 20 points, 13 are the most"]),
        ({"points": 20, "criteria": criteria(10)}, "", ["`US-1` has 20 points, 13 are the most"]),
        (
            {"points": 5.5},
            "story-too-large: {points: 5}",
            ["`US-1` has 5.5 points, 5 are the most"],
        ),
        ({"points": 20, "status": "done"}, "", []),
        ({"points": 20, "status": "dropped"}, "", []),
    ],
)
def test_a_story_may_be_too_large(
    fields: dict[str, object], rules: str, expected: list[str]
) -> None:
    assert [line.partition("PM314 ")[2] for line in told(story(1, **fields), rules)] == expected


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        (["done 3", "done 2", "ready"], ["PM315 `US-3` is `ready`, and has no points"]),
        (["done 3", "done 2", "draft"], []),
        (["done 3", "done 2", "done"], []),
        (["done 3", "ready"], []),
        (["ready", "ready"], []),
        (["draft 3", "draft 3", "ready"], []),
    ],
)
def test_points_are_asked_for_where_most_stories_have_them(
    statuses: list[str], expected: list[str]
) -> None:
    text = ""
    for number, words in enumerate(statuses, 1):
        status, _, points = words.partition(" ")
        text += story(number, status=status, points=points or "null")
    assert [line.partition(" ")[2] for line in told(text)] == expected


@pytest.mark.parametrize(
    ("want", "word"),
    [
        ("a dropdown with all quarters", "dropdown"),
        ("to press a big red button", "button"),
        ("the items kept in PostgreSQL", "PostgreSQL"),
        ("to react to an angular shape", None),
        ("a page made with React", "React"),
        ("to bootstrap a project", None),
        ("to see the buttonhole", None),
        ('to find what is called "Button"', None),
        ("to choose a quarter", None),
        ("a CSV file", None),
    ],
)
@pytest.mark.verifies("US-106.AC-5")
def test_a_want_that_prescribes_a_solution_is_told_to_those_who_ask(
    want: str, word: str | None
) -> None:
    text = story(i_want=f"'{want}'")
    assert told(text) == []
    found = [line.partition("PM316 ")[2] for line in told(text, "PM316: info")]
    assert found == ([f"`{word}` is a solution, and not what somebody wants to do"] if word else [])


def test_a_template_is_told_by_the_rule_for_templates() -> None:
    codes = {line.split()[1] for line in told(story(i_want="TODO", so_that="TODO"))}
    assert (codes & {"PM317", "PM401"}) <= {"PM401"}


@pytest.mark.verifies("US-106.AC-4")
@pytest.mark.parametrize(
    ("want", "reason", "repeats"),
    [
        ("to export the roadmap", "I can export it", True),
        ("to export the roadmap as a file", "the roadmaps are exported", True),
        ("to filter the list", "I am able to filter", True),
        ("to see the prices", "I see what prices there are", True),
        ("to export the roadmap", "I can compare the roadmap with the budget", False),
        ("to export the roadmap", "it is mine", False),
        ("a link", "others open it", False),
    ],
)
def test_a_reason_has_to_say_something_new(want: str, reason: str, *, repeats: bool) -> None:
    found = told(story(i_want=want, so_that=reason))
    expected = ["PM317 the reason of `US-1` only repeats what is wanted"] if repeats else []
    assert [line.partition(" ")[2] for line in found] == expected


def chain(*statuses: str) -> str:
    stories = [
        story(n, status=status, prd="PRD-1", depends_on=f"[US-{n - 1}]" if n > 1 else "[]")
        for n, status in enumerate(statuses, 1)
    ]
    return PRD + "".join(stories)


@pytest.mark.parametrize(
    ("text", "rules", "length"),
    [
        (chain(*["draft"] * 4), "PM318: info", 4),
        (chain(*["draft"] * 4), "", 0),
        (chain(*["draft"] * 3), "PM318: info", 0),
        (chain(*["draft"] * 3), "PM318: {severity: info, longest: 2}", 3),
        (chain("done", "done", "draft", "draft", "draft"), "PM318: info", 0),
        (chain(*["draft"] * 4).replace("prd: PRD-1", "tags: [a]", 2), "PM318: info", 0),
        (chain(*["draft"] * 1200), "PM318: info", 1200),
    ],
)
def test_stories_of_one_prd_in_a_long_chain(text: str, rules: str, length: int) -> None:
    found = [line for line in told(text, rules) if "PM318" in line]
    last = f"`US-{length}` is the last of {length} stories of `PRD-1` that wait for each other"
    assert [line.partition("PM318 ")[2] for line in found] == ([last] if length else [])


def test_a_circle_of_stories_is_no_chain() -> None:
    text = chain(*["draft"] * 5).replace("depends_on: []", "depends_on: US-5")
    assert {line.split()[1] for line in told(text, "PM318: info")} == {"PM204"}


def test_dropped_stories_are_not_judged() -> None:
    text = story(status="dropped", i_want="to export", so_that="I export", points=90)
    assert lines(text) == []
