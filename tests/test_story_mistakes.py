"""Twenty ways to write a story wrong, and what each gets."""

from __future__ import annotations

import pytest

from tests.conftest import lines

GOOD = """\
id: US-1
title: Export the roadmap
status: ready
as_a: product manager
i_want: a table of the roadmap
so_that: I can sort it
criteria:
  - {id: AC-1, text: the table has one row for each item}
"""

MISTAKES = {
    "a key with a slip": (
        ("title: Export", "tilte: Export"),
        ["2:1 PM104 a story has no field `tilte` | did you mean `title`?"],
    ),
    "a word with a slip": (
        ("status: ready", "status: redy"),
        [
            "3:9 PM103 `redy` is not one of the words for this field | did you mean `ready`? The words are `draft`, `ready`, `in progress`, `in review`, `done`, `dropped`"
        ],
    ),
    "a word with a hyphen": (
        ("status: ready", "status: in-progress"),
        [
            "3:9 PM103 `in-progress` is not one of the words for this field | did you mean `in progress`? The words are `draft`, `ready`, `in progress`, `in review`, `done`, `dropped`"
        ],
    ),
    "nothing that is wanted": (
        ("i_want: a table of the roadmap\n", ""),
        ["1:5 PM101 `i_want` is missing | add `i_want:` with a text"],
    ),
    "a key with no value": (
        ("i_want: a table of the roadmap", "i_want:"),
        ["5:1 PM101 `i_want` has no value | write `i_want:` with a text"],
    ),
    "a list where text should be": (
        ("i_want: a table of the roadmap", "i_want: [a table]"),
        ["5:9 PM102 expected text here, not a list | write one text, without brackets or `- `"],
    ),
    "words where a number should be": (
        ("status: ready", "points: many"),
        ["3:9 PM102 expected a number, not `many` | write digits alone"],
    ),
    "a number with a unit": (
        ("status: ready", "points: 3 days"),
        ["3:9 PM102 expected a number, not `3 days` | write digits alone"],
    ),
    "a negative number": (
        ("status: ready", "points: -3"),
        ["3:9 PM109 `-3` is out of range | write at least 0"],
    ),
    "a day that does not exist": (
        ("status: ready", "updates: [{date: 2026-02-30, text: late}]"),
        [
            "3:18 PM105 Feb 2026 has no day 30, it has 28 days | write a date such as `2027-03-14`, `2027-03`, `2027-Q1`, `2027-H1` or `2027`"
        ],
    ),
    "a link that runs a script": (
        ("status: ready", "links: [{title: Board, url: 'javascript:alert(1)'}]"),
        [
            "3:29 PM108 `javascript:alert(1)` is not an address that is safe to publish | write an address that starts with `https://`, or a path in this site"
        ],
    ),
    "an id in small letters": (
        ("id: US-1", "id: us-1"),
        ["1:5 PM106 `us-1` is not an id | write `US-1`"],
    ),
    "an id of no kind": (
        ("id: US-1", "id: USS-1"),
        ["1:5 PM107 no kind has ids that begin with `USS-` | did you mean `US-1`?"],
    ),
    "no id": (
        ("id: US-1\n", ""),
        ["1:1 PM101 `id` is missing | begin with `id:`, such as `id: US-12`"],
    ),
    "a PRD that does not exist": (
        ("status: ready", "prd: PRD-1"),
        ["3:6 PM201 `US-1` names `PRD-1`, which does not exist | "],
    ),
    "itself as its own condition": (
        ("status: ready", "depends_on: US-1"),
        ["3:13 PM205 "],
    ),
    "a key twice": (
        ("status: ready", "title: Another"),
        ["3:1 PM009 "],
    ),
    "the id of a criterion in another form": (
        ("{id: AC-1, text", "{id: C1, text"),
        ["8:10 PM106 `C1` is not an id of a criterion | write an id such as `AC-1`"],
    ),
    "a field of a criterion with another name": (
        ("{id: AC-1, text:", "{id: AC-1, test:"),
        ["8:16 PM104 a criterion has no field `test` | did you mean `text`?"],
    ),
    "no criteria": (
        ("criteria:\n  - {id: AC-1, text: the table has one row for each item}\n", ""),
        [
            "1:5 PM301 `US-1` has no acceptance criteria | add `criteria:` with at least one entry: `- {id: AC-1, text: …}`"
        ],
    ),
    "a colon in plain words": (
        ("i_want: a table of the roadmap", "i_want: a table: the roadmap"),
        ["5:"],
    ),
}


def test_the_good_story_is_good() -> None:
    assert lines(GOOD) == []


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_gets_one_message_at_its_place(name: str) -> None:
    (right, wrong), expected = MISTAKES[name]
    assert right in GOOD
    found = lines(GOOD.replace(right, wrong))
    assert len(found) == len(expected), found
    for line, start in zip(found, expected, strict=True):
        assert line == start or (start.endswith((" ", ":")) and line.startswith(start)), line


def test_all_mistakes_of_a_file_come_at_once() -> None:
    found = lines(GOOD.replace("ready", "redy") + "points: many\nsotaht: x\ncolour: red\n")
    assert [line.split()[:2] for line in found] == [
        ["3:9", "PM103"],
        ["9:9", "PM102"],
        ["10:1", "PM104"],
        ["11:1", "PM104"],
    ]
