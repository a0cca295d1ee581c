"""What each slip becomes when it is mended, and what is left for a person."""

from __future__ import annotations

import pytest

from tests.mended import Texts, mended

IDEA = "id: IDEA-1\ntitle: t\n"
ITEM = "id: RM-1\ntitle: t\noutcome: o\n"
STORY = "id: US-1\ntitle: t\nas_a: a\ni_want: b\nso_that: c\n"

SAFE = {
    "a date with points": (IDEA + "date: 31.12.2026 # then\n", "31.12.2026", "2026-12-31"),
    "a date in quotes": (IDEA + "date: '31.12.2026'\n", "31.12.2026", "2026-12-31"),
    "a date without zeros": (ITEM + "start: 2027-3-1\n", "2027-3-1", "2027-03-01"),
    "a date with slashes": (ITEM + "start: 2027/03/14\n", "2027/03/14", "2027-03-14"),
    "a quarter": (ITEM + "end: Q1 2027\n", "Q1 2027", "2027-Q1"),
    "a month by its name": (ITEM + "end: March 2027\n", "March 2027", "2027-03"),
    "a word with a capital": (ITEM + "status: Planned\n", "Planned", "planned"),
    "a word with a hyphen": (ITEM + "status: in-progress\n", "in-progress", "in progress"),
    "a key with capitals": (ITEM + "Owner: me\n", "Owner", "owner"),
    "a key with a hyphen": (STORY.replace("as_a", "as-a"), "as-a", "as_a"),
    "an effort with a capital": (ITEM + "effort: 3 Days\n", "3 Days", "3d"),
    "a decimal comma": (STORY + "points: 1,5\n", "1,5", "1.5"),
    "an id in small letters": (IDEA.replace("IDEA-1", "idea_1"), "idea_1", "IDEA-1"),
    "an id without a hyphen": (IDEA.replace("IDEA-1", "IDEA1"), "IDEA1", "IDEA-1"),
    "an id of wide signs": (IDEA.replace("IDEA-1", "ＩＤＥＡ-１"), "ＩＤＥＡ-１", "IDEA-1"),
    "an id of other letters": (IDEA.replace("IDEA-1", "IDEА-1"), "IDEА-1", "IDEA-1"),
    "an id of a part": (STORY + "criteria: [{id: ac_1, text: x}]\n", "ac_1", "AC-1"),
    "a value with a colon": (IDEA.replace("title: t", "title: a: b"), "a: b", '"a: b"'),
    "a value with an at": (IDEA.replace("title: t", "title: @you"), "@you", '"@you"'),
    "a quote in front": (
        IDEA.replace("title: t", 'title: "Fast" search'),
        '"Fast" search',
        "'\"Fast\" search'",
    ),
    "a missing space": (IDEA.replace("title: t", "title:tea"), "title:tea", "title: tea"),
    "one value where a list is": (IDEA + "tags: new\n", "new", "[new]"),
    "a list where one value is": (ITEM + "owner: [me]\n", "[me]", "me"),
    "a text with a colon in a list": (
        "id: PRD-1\ntitle: t\nproblem: p\ngoals:\n  - Speed: quick\n",
        "Speed: quick",
        '"Speed: quick"',
    ),
    "a text with commas": (
        STORY + "criteria: [{id: AC-1, text: so, and so, and so on}]\n",
        "so, and so, and so on",
        '"so, and so, and so on"',
    ),
    "an id for a key": (
        STORY + "criteria:\n  - AC-1: quick\n",
        "AC-1: quick",
        "id: AC-1\n    text: quick",
    ),
    "hidden signs": (IDEA.replace("title: t", "title: a\u200bb\u00adc"), "a\u200bb\u00adc", "abc"),
}

UNSAFE = {
    "a key with a slip": (STORY.replace("so_that", "so_taht"), "so_taht", "so_that"),
    "a key of another tool": (ITEM + "assignee: me\n", "assignee", "owner"),
    "a word with a slip": (ITEM + "status: planed\n", "planed", "planned"),
    "a prefix with a slip": (IDEA.replace("IDEA-1", "IDEE-1"), "IDEE-1", "IDEA-1"),
    "an open quote": (IDEA.replace("title: t", "title: 'tea"), "'tea", "'tea'"),
    "a missing colon": (IDEA.replace("title: t", "title tea"), "title tea", "title: tea"),
    "marks of direction": (IDEA.replace("title: t", "title: a\u202eb"), "a\u202eb", "ab"),
}


@pytest.mark.verifies("US-108.AC-1")
@pytest.mark.parametrize("slip", SAFE)
def test_another_spelling_is_mended(slip: str) -> None:
    text, old, new = SAFE[slip]
    assert old in text
    assert mended(text) == text.replace(old, new)


@pytest.mark.verifies("US-108.AC-2")
@pytest.mark.parametrize("slip", UNSAFE)
def test_a_guess_is_made_only_when_it_is_asked_for(slip: str) -> None:
    text, old, new = UNSAFE[slip]
    assert mended(text) == text
    assert mended(text, unsafe=True) == text.replace(old, new)


@pytest.mark.parametrize(
    "text",
    [
        ITEM + "start: 3/4/2027\n",
        ITEM + "start: 31.2.2027\n",
        IDEA + "votes: 12,500\n",
        IDEA + "votes: many\n",
        IDEA.replace("title: t", "title: a: b\n  and more"),
        IDEA + "tags: one, two\n",
        ITEM + "owner: [me, you]\n",
        STORY + "criteria: [{id: AC-1, text: x}]\nCriteria: []\n",
    ],
)
def test_what_may_be_meant_in_two_ways_is_left_to_a_person(text: str) -> None:
    assert mended(text, unsafe=True) == text


def test_a_slip_in_a_bracket_takes_no_neighbour_with_it() -> None:
    text = "- {id: IDEA-1, title: @you, owner: me}\n"
    assert mended(text) == text.replace("@you", '"@you"')


CRITERIA = """\
criteria:
  - the table has a row  # for each
  - 'quoted, too'
  - a comma, a [bracket]
  - text: with a key
  - {text: in braces}
  - |
    on two
    lines
  - {id: , text: an empty id}
  - {id: AC-7, text: it has one}
"""
WITH_IDS = """\
criteria:
  - {id: AC-8, text: the table has a row}  # for each
  - {id: AC-9, text: 'quoted, too'}
  - {id: AC-10, text: "a comma, a [bracket]"}
  - id: AC-11
    text: with a key
  - {id: AC-12, text: in braces}
  - id: AC-13
    text: |
      on two
      lines
  - {id: AC-14, text: an empty id}
  - {id: AC-7, text: it has one}
"""


@pytest.mark.verifies("US-108.AC-3")
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_criteria_get_the_next_free_ids_in_every_form(end: str) -> None:
    before, after = (STORY + text for text in (CRITERIA, WITH_IDS))
    assert mended(before.replace("\n", end)) == after.replace("\n", end)


PAGE = """\
---
as_a: a
i_want: b
so_that: c
---
# Title

## Acceptance criteria

- the table has a row
- [ ] a box
- **AC-2** it has one
"""


@pytest.mark.verifies("US-108.AC-3")
def test_criteria_in_a_list_of_a_page_get_ids() -> None:
    after = PAGE.replace("- the", "- **AC-3** the").replace("[ ] a", "[ ] **AC-4** a")
    assert mended(PAGE, "content/US-1.md") == after


SCENARIOS = """\
---
as_a: a
i_want: b
so_that: c
---
# Title

## Acceptance criteria

{0}{1}Scenario: rows
{2}  When I export
{2}  Then there are rows
"""


@pytest.mark.verifies("US-108.AC-3")
@pytest.mark.parametrize(("mark", "step", "tag"), [("", "", "@AC-1\n"), ("### ", "*", "`@AC-1`\n")])
def test_scenarios_of_a_page_get_ids(mark: str, step: str, tag: str) -> None:
    before = SCENARIOS.format("", mark, step)
    assert mended(before, "content/US-1.md") == SCENARIOS.format(tag, mark, step)


def test_an_id_that_somebody_names_already_is_not_given_to_another_criterion() -> None:
    texts = Texts(
        {
            "roadmap/a.yaml": STORY + "criteria: [first]\n",
            "content/notes.md": "# Notes\n\nWe dropped [[US-1.AC-4]].\n",
        }
    )
    assert "{id: AC-5, text: first}" in texts.mend().texts["roadmap/a.yaml"]


LINKS = """\
- {id: RM-1, title: Accounts, outcome: o}
- id: RM-2
  title: Sharing
  outcome: o
  depends_on:
    - RM-1
    - RM-1   # because of the accounts
    - rm-1
- {id: RM-3, title: Votes, outcome: o, depends_on: [RM-1, RM-1, RM-2, 'Sharing']}
- id: RM-4
  title: Search
  outcome: o
  depends_on: [
    RM-1,  # first
    RM-1,  # second
    "[[RM-2]]"
  ]
"""
MENDED_LINKS = """\
- {id: RM-1, title: Accounts, outcome: o}
- id: RM-2
  title: Sharing
  outcome: o
  depends_on:
    - RM-1
    # because of the accounts
- {id: RM-3, title: Votes, outcome: o, depends_on: [RM-1, RM-2]}
- id: RM-4
  title: Search
  outcome: o
  depends_on: [
    RM-1,  # first
    # second
    "RM-2"
  ]
"""


@pytest.mark.verifies("US-108.AC-1", "US-108.AC-4")
def test_links_are_spelled_right_and_written_once_and_comments_stay() -> None:
    assert mended(LINKS) == MENDED_LINKS


CHARTER = """\
id: CH-1
title: t
purpose: p
manager: {role: m}
sponsor: s
start: 2027-01-01
tasks:
  - {id: T-1, title: a, work: 8}
  - {id: T-2, title: b, work: 8, depends_on: t-1 SS+2d}
"""


def test_the_id_of_a_dependency_is_mended_and_its_lag_stays() -> None:
    assert mended(CHARTER) == CHARTER.replace("t-1 SS+2d", "T-1 SS+2d")


SECTIONS = """\
---
status: draft
---
# Share

Before all sections.

## Goals

- nobody asks

### Later

- nobody wonders

## Our own

Stays here.

Problem
-------

People ask.
## Open questions
- **Q-1** who?"""


@pytest.mark.verifies("US-108.AC-1")
def test_sections_move_whole_and_others_stay() -> None:
    goals = SECTIONS[SECTIONS.index("## Goals") : SECTIONS.index("\n\n## Our own")]
    problem = "Problem\n-------\n\nPeople ask."
    after = SECTIONS.replace(problem, "<2>").replace(goals, problem).replace("<2>", goals)
    assert mended(SECTIONS, "content/PRD-1.md") == after
