"""What is said about links to what was given up, and about what nothing is linked to."""

from __future__ import annotations

import pytest

from tests.opinions import found, messages, underlined

OWN = "kinds: {trial: {prefix: TRL, fields: {team: line}}}"


def items(field: str, *words: str) -> str:
    return "".join(
        f"- {{id: RM-{n}, title: A, outcome: a, {field}: {word}}}\n"
        for n, word in enumerate(words, 1)
    )


@pytest.mark.verifies("US-114.AC-6")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (items("tags", "[e-mail]", "[e-mail]", "[Email]"), ["Email"]),
        (items("tags", "[Email]", "[e-mail, links]", "[e-mail]"), ["Email"]),
        (items("tags", "[Email]", "[e-mail]"), ["e-mail"]),
        (items("tags", "[report]", "[reports]"), ["reports"]),
        (items("tags", "[bus station]", "[bus_station]"), ["bus_station"]),
        (items("tags", "[glass]", "[glas]"), []),
        (items("tags", "[onboarding]", "[on boarding, Onboarding]"), ["on boarding", "Onboarding"]),
        (items("tags", "[it]", "[IT]"), []),
        (items("tags", "[billing]", "[selling]"), []),
        (items("tags", "[]", "[billing]"), []),
        (items("tags", "[node.js]", "[Nodejs]"), ["Nodejs"]),
        (items("owner", "Mara Holm", "mara holm"), ["mara holm"]),
        (items("owner", "Mara", "Maras"), []),
        (items("team", "Lamp", "lamp"), ["lamp"]),
        (items("theme", "Light", "light", "light"), ["Light"]),
        # A team may be called as a tag, or as an owner is.
        (items("team", "Lamp") + "- {id: IDEA-1, title: A, owner: lamp, tags: [LAMP]}\n", []),
        (items("team", "Lamp") + "- {id: TRL-1, title: A, team: lamp}\n", ["lamp"]),
        (items("tags", "[billing]", "{a: b}"), []),
    ],
)
def test_a_word_has_one_spelling(text: str, expected: list[str]) -> None:
    assert underlined("PM212", text, OWN) == expected


def test_the_usual_spelling_is_in_the_hint_with_a_place() -> None:
    text = items("tags", "[Email]", "[e-mail]", "[e-mail]")
    (one,) = found("PM212", text)
    assert one.finding.message == "`Email` is spelled `e-mail` elsewhere"
    assert (one.finding.hint, one.finding.item) == ("write `e-mail`", "RM-1")
    assert [note.span.start.line for note in one.finding.notes] == [2]


PERSONA = "- {id: PER-1, title: Maria, role: skipper, goals: [a], pains: [b]}\n"
STORY = "- {{id: US-1, title: A, i_want: c, so_that: d, {}}}\n"


@pytest.mark.verifies("US-114.AC-6")
@pytest.mark.parametrize(
    ("more", "wrong"),
    [
        (STORY.format("as_a: keeper"), True),
        (STORY.format("as_a: PER-1"), False),
        (STORY.format("as_a: keeper, persona: PER-1"), False),
        (STORY.format("as_a: Skipper"), False),
        (STORY.format("as_a: maria"), False),
        (STORY.format("as_a: keeper, notes: see PER-1"), False),
        (STORY.format("as_a: keeper, personas: PER-1"), False),
        (STORY.format("as_a: PER-2"), True),
        ("- {id: PRD-1, title: A, problem: a}\n", True),
        ("- {id: PRD-1, title: A, problem: a, personas: [PER-1]}\n", False),
        # Somebody meant to name a persona, and it is not there.
        ("- {id: PRD-1, title: A, problem: a, personas: [PER-11]}\n", False),
        ("", False),
    ],
)
def test_something_is_made_for_a_persona(more: str, *, wrong: bool) -> None:
    assert underlined("PM213", PERSONA + more) == (["PER-1"] if wrong else [])
    retired = PERSONA.replace("role:", "status: retired, role:")
    assert not found("PM213", retired + more)


GONE = "- {{id: RM-2, title: B, outcome: b, status: {}}}\n"


def item(more: str) -> str:
    return f"- {{id: RM-1, title: A, outcome: a, {more}}}\n"


def goal(number: int, status: str) -> str:
    results = "[{id: KR-1, text: a, baseline: 0, target: 1}]"
    return f"- {{id: OBJ-{number}, title: A, status: {status}, period: 2027, key_results: {results}}}\n"


@pytest.mark.verifies("US-107.AC-3")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (item("depends_on: [RM-2]") + GONE.format("dropped"), ["RM-2"]),
        (item("depends_on: [RM-2]") + GONE.format("done"), []),
        (item("depends_on: [RM-2]") + GONE.format("planned"), []),
        (item("depends_on: [RM-2], status: done") + GONE.format("dropped"), []),
        (item("depends_on: [RM-2], status: dropped") + GONE.format("dropped"), []),
        (item("depends_on: [RM-1], status: planned"), []),
        (item("depends_on: [RM-2]") + GONE.format("droped"), []),
        (item("depends_on: [RM-2], colour: red") + GONE.format("dropped"), []),
        (item("objectives: [OBJ-1]") + goal(1, "dropped"), ["OBJ-1"]),
        (item("objectives: [OBJ-1.KR-1]") + goal(1, "missed"), ["OBJ-1.KR-1"]),
        (item("objectives: [OBJ-1, OBJ-2]") + goal(1, "dropped") + goal(2, "active"), []),
        (item("objectives: [OBJ-1, OBJ-2]") + goal(1, "dropped") + goal(2, "missed"), ["OBJ-1"]),
        (item("objectives: [OBJ-1]") + goal(1, "achieved"), []),
        (
            item("release: REL-1")
            + "- {id: REL-1, title: R, version: 1, date: 2027, status: withdrawn}\n",
            ["REL-1"],
        ),
        (
            "- {id: PRD-1, title: P, problem: a, item: RM-2}\n" + GONE.format("dropped"),
            ["RM-2"],
        ),
        (
            STORY.format("as_a: b, prd: PRD-1.FR-1")
            + "- {id: PRD-1, title: P, problem: a, status: superseded,"
            " requirements: [{id: FR-1, text: a}]}\n",
            ["PRD-1.FR-1"],
        ),
        (
            "- {id: RSK-1, title: R, effect: a, probability: 1, impact: 1, threatens: [RM-2]}\n"
            + GONE.format("dropped"),
            [],
        ),
    ],
)
def test_nothing_builds_on_what_was_given_up(text: str, expected: list[str]) -> None:
    assert underlined("PM214", text) == expected


def test_what_was_given_up_is_told_with_its_status() -> None:
    text = item("depends_on: [RM-2], status: planned") + GONE.format("dropped")
    assert messages("PM214", text) == [
        "`RM-1` is `planned`, and builds on `RM-2`, which is `dropped`"
    ]


@pytest.mark.verifies("US-114.AC-6")
@pytest.mark.parametrize(
    ("idea", "other", "wrong"),
    [
        ("status: accepted", "", True),
        ("status: accepted, leads_to: []", "", True),
        ("status: accepted, leads_to: [RM-1]", item("status: planned"), False),
        ("status: accepted", item("evidence: [IDEA-1]"), False),
        ("status: accepted", item("evidence: [IDEA-11]"), False),
        ("status: accepted", item("notes: see IDEA-1"), False),
        ("status: accepted", item("evidence: IDEA-1, colour: red"), False),
        ("status: new", "", False),
        ("status: rejected", "", False),
        ("status: accepted, leads_to: {a: b}", "", False),
    ],
)
def test_an_accepted_idea_leads_to_something(idea: str, other: str, *, wrong: bool) -> None:
    text = f"- {{id: IDEA-1, title: A horn, {idea}}}\n{other}"
    assert underlined("PM215", text) == (["accepted"] if wrong else [])
