"""What is said about links, and where."""

from __future__ import annotations

import time

import pytest

from pmdocs.project.reader import build
from pmdocs.rules.catalogue import check
from pmdocs.rules.links.pm204_dependency_cycle import cycles
from pmdocs.text import Source
from tests.conftest import findings, lines

TWO = """\
- {id: RM-1, title: Sharing, outcome: customers see our plans}
- {id: RM-2, title: Comments, outcome: customers answer, depends_on: [WRONG]}
"""


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("RM-11", "did you mean `RM-1`?"),
        ("RM-01", "did you mean `RM-1`?"),
        ("RM1", "write `RM-1`"),
        ("RMI-1", "did you mean `RM-1`?"),
        ("rm-1", "write `RM-1`"),
        ("RM_1", "write `RM-1`"),
        ("'[RM-1](x.md)'", "write the id alone: `RM-1`"),
        ("'[[RM-1]]'", "write the id alone: `RM-1`"),
        ("'[Sharing](x.md)'", "write the id, not the title: `RM-1`"),
        ("sharing", "write the id, not the title: `RM-1`"),
        ("RM-987", "write the id of a roadmap item"),
        ("RM-22", "write the id of a roadmap item"),
    ],
)
def test_a_broken_link_gets_the_hint_that_fits(written: str, hint: str) -> None:
    found = lines(TWO.replace("WRONG", written))
    target = written.strip("'")
    message = f"`RM-2` names `{target}`, which does not exist"
    assert found == [f"2:71 PM201 {message} | {hint}"]


def test_a_broken_link_to_a_part_suggests_the_other_parts() -> None:
    text = """\
- {id: PRD-1, title: Share, problem: mails, requirements: [{id: FR-1, text: a link}]}
- {id: US-1, title: Share, as_a: user, i_want: a link, so_that: it is seen, prd: PRD-1.FR-2}
"""
    message = "`US-1` names `PRD-1.FR-2`, which does not exist"
    assert lines(text) == [f"2:82 PM201 {message} | did you mean `PRD-1.FR-1`?"]


def test_a_former_id_is_no_broken_link() -> None:
    text = TWO.replace("WRONG", "RM-7").replace("our plans}", "our plans, aliases: [RM-7]}")
    assert lines(text) == []


def test_a_second_id_names_the_first_and_the_next_free_number() -> None:
    text = "- {id: IDEA-1, title: A}\n- {id: IDEA-7, title: B}\n- {id: IDEA-1, title: C}\n"
    (found,) = findings(text)
    assert (found.code, found.span.start) == ("PM202", (3, 8))
    assert found.finding.hint == "write `IDEA-8`, or run `pmdocs renumber`"
    assert [(str(n.span), n.text) for n in found.finding.notes] == [
        ("roadmap/a.yaml:1:8", "first used here: A")
    ]


def test_a_former_id_is_never_used_again() -> None:
    text = "- {id: IDEA-1, title: A}\n- {id: IDEA-2, title: B, aliases: [IDEA-1]}\n"
    (found,) = findings(text)
    assert (found.code, found.span.start, found.finding.hint) == (
        "PM202",
        (1, 8),
        "write `IDEA-3`, or run `pmdocs renumber`",
    )
    assert found.finding.notes[0].text == "it is a former id of `IDEA-2`"


def test_a_part_with_a_second_id_gets_the_next_free_one() -> None:
    text = """\
- id: PRD-1
  title: Share
  problem: mails
  requirements: [{id: FR-1, text: a link}, {id: FR-4, text: a page}, {id: FR-1, text: a mail}]
"""
    assert lines(text) == ["4:75 PM202 `PRD-1` has `FR-1` twice | write `FR-5`"]


def test_a_link_of_the_wrong_kind_names_the_field_for_it() -> None:
    text = """\
- {id: OBJ-1, title: Trust, period: 2099, key_results: []}
- {id: RM-1, title: Sharing, outcome: plans are seen, depends_on: [OBJ-1], objectives: [OBJ-1]}
"""
    message = "`depends_on` takes the id of a roadmap item, and `OBJ-1` is an objective"
    assert lines(text) == [f"2:68 PM203 {message} | write it in `objectives:`"]


def test_a_circle_is_named_once_with_the_places_of_its_links() -> None:
    text = """\
- {id: RM-1, title: A, outcome: a, depends_on: [RM-2]}
- {id: RM-2, title: B, outcome: b, depends_on: [RM-3]}
- {id: RM-3, title: C, outcome: c, depends_on: [RM-1]}
"""
    (found,) = findings(text)
    assert (found.code, found.span.start) == ("PM204", (1, 49))
    assert found.finding.message == (
        "these wait for each other in a circle: `RM-1` → `RM-2` → `RM-3` → `RM-1`"
    )
    assert [(n.span.start, n.text) for n in found.finding.notes] == [
        ((2, 49), "`RM-2` depends on `RM-3`"),
        ((3, 49), "`RM-3` depends on `RM-1`"),
    ]


def test_tasks_and_decisions_go_in_circles_too() -> None:
    text = """\
- id: CH-1
  title: Build
  purpose: light
  sponsor: office
  manager: keeper
  start: 2099
  tasks:
    - {id: T-1, title: a, depends_on: [T-2]}
    - {id: T-2, title: b, depends_on: [T-1 SS+2d]}
- {id: DEC-1, title: a, date: 2026, context: c, decision: d, supersedes: DEC-2}
- {id: DEC-2, title: b, date: 2026, context: c, decision: d, supersedes: DEC-1}
"""
    task, decision = lines(text)
    assert "8:40 PM204 these wait for each other in a circle: `CH-1.T-1` → `CH-1.T-2` →" in task
    assert "10:74 PM204 these supersede each other in a circle: `DEC-1` → `DEC-2` →" in decision


def test_a_link_to_itself_is_no_circle() -> None:
    text = "- {id: RM-1, title: A, outcome: a, depends_on: [RM-1]}\n"
    (line,) = lines(text)
    assert line.startswith("1:49 PM205 `RM-1` depends on `RM-1`, which is itself")


def ring(count: int) -> list[Source]:
    row = "- {{id: RM-{}, title: A, outcome: a, depends_on: [RM-{}]}}"
    rows = [row.format(n, (n + 1) % count) for n in range(count)]
    return [
        Source(f"roadmap/{n}.yaml", "\n".join(rows[n : n + 1000])) for n in range(0, count, 1000)
    ]


def test_a_ring_of_ten_thousand_is_found_in_bounded_time() -> None:
    project = build(ring(10_000))
    started = time.perf_counter()
    (found,) = check(project)
    assert time.perf_counter() - started < 20
    assert found.code == "PM204"
    assert "`RM-6` → … 10000 in all … → `RM-0`" in found.finding.message
    assert len(found.finding.notes) == 8


def test_circles_are_found_in_time_however_many_there_are() -> None:
    count = 3000
    graph = {str(n): {str(n ^ 1): 0, "0": 0, str(count - n): 0} for n in range(count)}
    started = time.perf_counter()
    found = list(cycles(graph))
    assert time.perf_counter() - started < 5
    assert found


def test_each_circle_is_told() -> None:
    graph = {"a": {"b": 0}, "b": {"a": 0, "c": 0}, "c": {"b": 0}, "d": {"e": 0}, "e": {"d": 0}}
    assert list(cycles(graph)) == [["a", "b"], ["b", "c"], ["d", "e"]]


def test_what_is_missing_is_asked_for_only_where_the_other_kind_is_used() -> None:
    text = """\
- {id: US-1, title: a, as_a: user, i_want: a, so_that: b}
- {id: PRD-1, title: a, problem: b, status: superseded}
- {id: OBJ-1, title: Trust, period: 2099, key_results: []}
"""
    assert [line.split(" |")[0] for line in lines(text)] == ["1:8 PM206 `US-1` realises no PRD"]
    assert lines(text.splitlines()[0]) == []


@pytest.mark.parametrize("wrong", ["OBJ-11", "VIS-1", "RM-2"])
def test_an_objective_is_not_missed_while_a_link_goes_astray(wrong: str) -> None:
    text = f"""\
- {{id: OBJ-1, title: Trust, period: 2099, key_results: []}}
- {{id: VIS-1, title: a, target_customer: a, need: b, key_benefit: c}}
- {{id: RM-2, title: a, outcome: b, objectives: [{wrong}]}}
"""
    assert len(lines(text)) == 1


def test_unknown_ids_in_prose_are_found_in_pages_and_in_fields() -> None:
    page = lines("# Notes\n\nSee [[US-99]], [[uS-1]] and `US-98`, PRD-4.\n", "content/notes.md")
    assert [line.split(" |")[0] for line in page] == [
        "3:7 PM210 there is no `US-99`",
        "3:18 PM210 there is no `uS-1`",
        "3:38 PM210 there is no `PRD-4`",
    ]
    field = lines("- {id: IDEA-1, title: A, notes: better than IDEA-10}\n")
    assert [line.split(" |")[0] for line in field] == ["1:45 PM210 there is no `IDEA-10`"]


def test_a_reference_in_the_wrong_case_is_corrected() -> None:
    text = "- {id: IDEA-1, title: A dark theme}\n- {id: IDEA-2, title: B, notes: '[[idea-1]]'}\n"
    assert lines(text) == ["2:36 PM210 there is no `idea-1` | write `IDEA-1`"]
