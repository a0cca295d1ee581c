"""Every mistake is reported at its exact place, all of them at once, and none of them twice."""

from __future__ import annotations

import pytest

from pmdocs.report import frames
from pmdocs.rules.catalogue import check
from tests.conftest import findings, lines, project_of

STORY = """\
id: US-1
title: Export the roadmap
status: ready
as_a: product manager
i_want: a table of the roadmap
so_that: I can sort it
criteria:
  - {id: AC-1, text: the table has one row for each item}
"""
CHARTER = """\
id: CH-1
title: Build the lighthouse
purpose: ships find the harbour at night
sponsor: harbour office
manager: site manager
start: 2027-01
milestones:
  - {id: MS-1, title: the tower stands, date: 2027-05}
tasks:
  - {id: T-1, title: lay the ground, work: 80, milestone: MS-1}
  - id: T-2
    title: build the tower
    depends_on: [T-1 FS+2d, CH-1.T-1]
"""


def marked(text: str, path: str = "roadmap/a.yaml") -> list[str]:
    """Each finding's code with the characters that it underlines."""
    rows = text.splitlines()
    found = findings(text, path)
    assert all(d.span.start.line == d.span.end.line for d in found)
    return [
        f"{d.span.start.line} {d.code} "
        + rows[d.span.start.line - 1][d.span.start.column - 1 : d.span.end.column - 1]
        for d in found
    ]


@pytest.mark.verifies("US-1.AC-1")
def test_an_unknown_key_is_underlined_from_its_first_character_to_its_last() -> None:
    assert marked(f"{STORY}prioritty: must\n") == ["9 PM104 prioritty"]


@pytest.mark.verifies("US-1.AC-2")
@pytest.mark.parametrize("value", ["redy", "'redy'", '"redy"'])
def test_a_wrong_word_is_underlined_and_nothing_else(value: str) -> None:
    assert marked(STORY.replace("ready", value)) == [f"3 PM103 {value}"]


@pytest.mark.verifies("US-1.AC-3")
def test_a_missing_field_is_told_at_the_head_of_the_record() -> None:
    assert lines(STORY.replace("i_want: a table of the roadmap\n", "")) == [
        "1:5 PM101 `i_want` is missing | add `i_want:` with a text"
    ]
    assert marked(STORY.replace("i_want: a table of the roadmap\n", "")) == ["1 PM101 US-1"]
    late = "title: x\nstatus: new\nid: IDEA-1\ntags: [a]\nlinks: [{title: Board}]\n"
    assert lines(late) == ["5:10 PM101 `url` is missing | add `url:` with a short text"]
    assert marked(late) == ["5 PM101 title"]


@pytest.mark.verifies("US-2.AC-1", "US-2.AC-2")
@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("prioritty: must", "priority"),
        ("Priority: must", "priority"),
        ("depends on: US-2", "depends_on"),
        ("blocked_by: US-2", "depends_on"),
        ("acceptance_criteria: []", "criteria"),
        ("description: x", "notes"),
        ("estimate: 3", "points"),
        ("labels: [a]", "tags"),
    ],
)
def test_a_slip_in_a_key_gets_the_key_that_was_meant(slip: str, meant: str) -> None:
    key = slip.partition(":")[0]
    assert lines(STORY + slip) == [
        f"9:1 PM104 a story has no field `{key}` | did you mean `{meant}`?"
    ]


@pytest.mark.verifies("US-2.AC-2")
def test_a_slip_in_a_word_gets_the_word_that_was_meant() -> None:
    (found,) = findings(STORY.replace("ready", "redy"))
    assert (found.finding.hint or "").startswith("did you mean `ready`?")


@pytest.mark.verifies("US-2.AC-3")
def test_a_link_to_an_id_that_does_not_exist_gets_one_that_is_close() -> None:
    prd = "- {id: PRD-1, title: x, problem: y, item: RM-1}\n- {id: RM-1, title: z, outcome: o}\n"
    project = project_of(a=f"{STORY}prd: PRD-11\n", b=prd)
    (found,) = [d for d in check(project) if d.code == "PM201"]
    assert found.finding.hint == "did you mean `PRD-1`?"
    assert str(found.span) == "roadmap/a.yaml:9:6"


@pytest.mark.verifies("US-3.AC-1")
def test_all_mistakes_come_in_one_run() -> None:
    text = STORY.replace("ready", "redy").replace("as_a: product manager\n", "") + "colour: red\n"
    assert marked(text) == ["1 PM101 US-1", "3 PM103 redy", "8 PM104 colour"]


def test_mistakes_in_records_are_found_as_deep_as_they_are() -> None:
    text = CHARTER.replace("work: 80", "work: -1, progress: 140%").replace("FS+2d", "FS+2q")
    text += "budget:\n  limit: much\n  spent:\n    - {date: 2027-13, amount: 3, fro: oil}\n"
    assert marked(text) == [
        "10 PM109 -1",
        "10 PM102 140%",
        "13 PM102 T-1 FS+2q",
        "15 PM101 limit",
        "15 PM102 much",
        "17 PM105 2027-13",
        "17 PM104 fro",
    ]


@pytest.mark.verifies("US-3.AC-2")
def test_a_file_that_is_not_yaml_does_not_stop_the_others() -> None:
    project = project_of(a="id: US-1\ntitle: [x\n", b=STORY.replace("US-1", "US-2"))
    assert list(project.items) == ["US-2"]
    assert [(d.code, d.span.path) for d in check(project)] == [("PM001", "roadmap/a.yaml")]


@pytest.mark.verifies("US-3.AC-3")
def test_a_key_that_is_written_twice_is_shown_at_both_places() -> None:
    (found,) = findings(f"{STORY}title: Another\n")
    (note,) = found.finding.notes
    assert (str(found.span), str(note.span)) == ("roadmap/a.yaml:9:1", "roadmap/a.yaml:2:1")


@pytest.mark.verifies("US-6.AC-2")
def test_an_item_stays_without_the_field_that_is_wrong() -> None:
    project = project_of(a=STORY + "points: many\nowner: Maria\n")
    story = project.items["US-1"]
    assert (story.partial, story.owner, story.title) == (True, "Maria", "Export the roadmap")
    assert "points" not in story.model_fields_set
    assert project.unclear == {"US-1"}


LINK = "- {id: US-9, title: t, as_a: a, i_want: b, so_that: c, prd: %s}\n"
PRD = "id: PRD-1\ntitle: x\nitem: RM-1\nproblem: y\nrequirements:\n  - {id: FR-1, text: z}\n"
ITEM = "{id: RM-1, title: t, outcome: o}\n"
CASCADES = {
    "a missing field": (PRD.replace("problem: y\n", ""), "PRD-1", ["PM101"]),
    "a missing field, a part": (PRD.replace("problem: y\n", ""), "PRD-1.FR-1", ["PM101"]),
    "not YAML": (PRD.replace("title: x", "title: [x"), "PRD-1", ["PM001"]),
    "not YAML, a part": (PRD.replace("title: x", "title: [x"), "PRD-1.FR-1", ["PM001"]),
    "a part with a slip": (PRD.replace("text: z", "txt: z"), "PRD-1.FR-1", ["PM104"]),
    "an id in small letters": (PRD.replace("PRD-1", "prd-1"), "PRD-1", ["PM106"]),
}


@pytest.mark.verifies("US-6.AC-1")
@pytest.mark.parametrize("name", CASCADES)
def test_one_mistake_is_not_told_again_at_those_who_link_to_it(name: str) -> None:
    text, target, codes = CASCADES[name]
    project = project_of(a=LINK % target, b=text, c=ITEM)
    assert [d.code for d in check(project)] == codes


def test_parts_are_known_by_their_full_ids() -> None:
    text = [
        PRD.replace("\n", "\n  ").rstrip(),
        (
            "id: OBJ-2\n  title: o\n  period: 2027\n  key_results:"
            " [{id: KR-1, text: k, baseline: 0, target: 1}]"
        ),
        "id: RM-1\n  title: r\n  outcome: o\n  objectives: OBJ-2.KR-1",
        CHARTER.replace("\n", "\n  ").rstrip(),
        (
            "id: RSK-1\n  title: r\n  effect: e\n  probability: 1\n  impact: 5\n  "
            "threatens: [CH-1.T-2, CH-1.MS-1, PRD-1.FR-1]"
        ),
    ]
    project = project_of(a="- " + "\n- ".join(text))
    assert list(project.parts) == ["PRD-1.FR-1", "OBJ-2.KR-1", "CH-1.MS-1", "CH-1.T-1", "CH-1.T-2"]
    assert project.graph.dangling == []
    assert project.kind_of("OBJ-2.KR-1") == "key result"
    assert project.title_of("CH-1.T-2") == "build the tower"
    assert [link.target for link in project.graph.out("RM-1")] == ["OBJ-2.KR-1"]
    assert str(project.parts["CH-1.T-2"].span) == "roadmap/a.yaml:25:11"
    assert [d.code for d in check(project)] == []


def test_in_a_charter_a_short_id_means_its_own_part() -> None:
    project = project_of(a=CHARTER)
    links = [(k.source, k.name, k.target, str(k.span)) for k in project.graph.out("CH-1")]
    assert links == [
        ("CH-1.T-1", "leads to", "CH-1.MS-1", "roadmap/a.yaml:10:59"),
        ("CH-1.T-2", "depends on", "CH-1.T-1", "roadmap/a.yaml:13:18"),
        ("CH-1.T-2", "depends on", "CH-1.T-1", "roadmap/a.yaml:13:29"),
    ]
    (found,) = findings(CHARTER.replace("CH-1.T-1]", "T-9]"))
    assert found.finding.message == "`CH-1.T-2` names `CH-1.T-9`, which does not exist"


def test_a_part_may_be_written_with_its_full_id() -> None:
    project = project_of(a=STORY.replace("AC-1", "US-1.AC-1"))
    assert list(project.parts) == ["US-1.AC-1"]
    assert lines(STORY.replace("AC-1", "US-1.AC-1")) == []
    assert lines(STORY.replace("AC-1", "US-2.AC-1")) == [
        "8:10 PM106 `US-2.AC-1` is not an id of a criterion | write an id such as `AC-1`"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("# only a comment\n", []),
        ("hello\n", ["1:1 PM111 expected an item here"]),
        ("- hello\n- {id: IDEA-1, title: a}\n", ["1:3 PM111 expected an item here"]),
        ("title: x\n", ["1:1 PM101 `id` is missing"]),
        ("id: [US-1]\ntitle: x\n", ["1:1 PM101 `id` is missing"]),
        ("id:\ntitle: x\n", ["1:1 PM101 `id` is missing"]),
    ],
)
def test_a_file_that_holds_no_item(text: str, expected: list[str]) -> None:
    assert [line.partition(" | ")[0] for line in lines(text)] == expected


@pytest.mark.verifies("US-7.AC-1", "US-7.AC-2", "US-7.AC-3")
def test_words_and_numbers_are_what_they_look_like() -> None:
    text = "id: IDEA-1\ntitle: NO\nowner: on\ntags: [yes, no, on, 12:30, 010]\nvotes: 010\n"
    idea = project_of(a=text).items["IDEA-1"]
    assert (idea.title, idea.owner) == ("NO", "on")
    assert idea.tags == ("yes", "no", "on", "12:30", "010")
    assert idea.model_dump()["votes"] == 10
    assert lines(text) == []


@pytest.mark.verifies("US-1.AC-4")
def test_the_report_shows_the_line_with_carets_under_the_place() -> None:
    text = STORY.replace("ready", "redy")
    project = project_of(a=text)
    shown = frames.render(check(project), project.sources).splitlines()
    assert shown[3:5] == ["3 | status: redy", "  |         ^^^^"]
