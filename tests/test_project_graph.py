"""Links are followed from both ends, for items and for their parts."""

from __future__ import annotations

import time

import pytest

from pmdocs.project.project import Project
from pmdocs.rules.catalogue import check
from tests.conftest import project_of

PRODUCT = """\
- {id: PER-1, title: Skipper, role: r, goals: [g], pains: [p]}
- {id: RM-1, title: A light, outcome: o}
- {id: RM-2, title: A horn, outcome: o, depends_on: RM-1, aliases: [RM-9]}
- id: PRD-1
  title: Light patterns
  problem: p
  item: RM-1
  requirements: [{id: FR-1, text: it blinks}, {id: FR-2, text: it turns}]
- id: US-1
  title: See it
  as_a: PER-1
  i_want: w
  so_that: s
  prd: PRD-1.FR-2
  criteria: [{id: AC-1, text: it is bright}]
- {id: US-2, title: Hear it, as_a: a deaf skipper, i_want: w, so_that: s, prd: PRD-1, depends_on: [US-1]}
- {id: RSK-1, title: Fog, effect: e, probability: 3, impact: 4, threatens: [US-1.AC-1, RM-9]}
"""


def product(extra: str = "") -> Project:
    return project_of(a=PRODUCT + extra)


def out(project: Project, id: str, *fields: str) -> list[str]:
    return [f"{k.source} {k.name} {k.target}" for k in project.graph.out(id, *fields)]


def into(project: Project, id: str, *fields: str) -> list[str]:
    return [f"{k.target} {k.inverse} {k.source}" for k in project.graph.into(id, *fields)]


@pytest.mark.verifies("US-15.AC-1")
def test_a_requirement_lists_the_story_that_realises_it() -> None:
    project = product()
    assert into(project, "PRD-1.FR-2") == ["PRD-1.FR-2 realised by US-1"]
    assert into(project, "PRD-1.FR-1") == []


def test_an_item_answers_for_its_parts() -> None:
    project = product()
    assert into(project, "PRD-1") == ["PRD-1.FR-2 realised by US-1", "PRD-1 realised by US-2"]
    assert into(project, "US-1") == ["US-1 blocks US-2", "US-1.AC-1 threatened by RSK-1"]


@pytest.mark.parametrize(
    ("id", "fields", "expected"),
    [
        ("US-1", (), ["US-1 for PER-1", "US-1 realises PRD-1.FR-2"]),
        ("US-2", (), ["US-2 realises PRD-1", "US-2 depends on US-1"]),
        ("US-2", ("prd",), ["US-2 realises PRD-1"]),
        ("US-2", ("prd", "depends_on"), ["US-2 realises PRD-1", "US-2 depends on US-1"]),
        ("US-2", ("item",), []),
        ("PRD-1", (), ["PRD-1 specifies RM-1"]),
        ("XX-1", (), []),
    ],
)
def test_links_go_out(id: str, fields: tuple[str, ...], expected: list[str]) -> None:
    assert out(product(), id, *fields) == expected


@pytest.mark.verifies("US-15.AC-2")
def test_a_link_knows_where_it_was_written() -> None:
    links = {link.target: link for link in product().graph.out("US-1")}
    link = links["PRD-1.FR-2"]
    assert (str(link.span), link.span.end) == ("roadmap/a.yaml:14:8", (14, 18))
    assert (link.item.id, link.field, link.steps) == ("US-1", "prd", ("prd",))
    (blocked,) = product().graph.into("US-1", "depends_on")
    assert blocked.steps == ("depends_on", 0)
    assert str(blocked.span) == "roadmap/a.yaml:16:100"


@pytest.mark.verifies("US-15.AC-3")
@pytest.mark.parametrize("written", ["RM-1", "[RM-1]"])
def test_one_id_needs_no_brackets(written: str) -> None:
    project = product(f"- {{id: RM-3, title: t, outcome: o, depends_on: {written}}}\n")
    assert out(project, "RM-3") == ["RM-3 depends on RM-1"]
    (link,) = project.graph.out("RM-3")
    bracket = len(written) > 4
    assert str(link.span) == f"roadmap/a.yaml:18:{48 + bracket}"


def test_a_former_id_leads_to_the_present_one() -> None:
    project = product()
    assert into(project, "RM-2") == ["RM-2 threatened by RSK-1"]
    assert project.graph.dangling == []
    found = project.find("RM-9")
    assert found is project.items["RM-2"]


def test_words_in_a_field_for_ids_or_words_are_no_link() -> None:
    assert out(product(), "US-2", "as_a") == []
    project = product("- {id: US-3, title: t, as_a: PER-7, i_want: w, so_that: s, prd: PRD-1}\n")
    assert [link.target for link in project.graph.dangling] == ["PER-7"]


def test_links_to_nothing_are_kept_apart() -> None:
    project = product("- {id: RM-3, title: t, outcome: o, depends_on: [RM-1, RM-7, PRD-1.FR-9]}\n")
    assert [link.target for link in project.graph.dangling] == ["RM-7", "PRD-1.FR-9"]
    assert out(project, "RM-3") == ["RM-3 depends on RM-1"]


def test_links_to_what_was_not_understood_are_neither() -> None:
    project = product(
        "- {id: RM-4, title: t}\n- {id: RM-3, title: t, outcome: o, depends_on: RM-4}\n"
    )
    assert project.graph.dangling == []
    assert out(project, "RM-3") == []


@pytest.mark.verifies("US-13.AC-2", "US-19.AC-1", "US-19.AC-2", "US-19.AC-3")
@pytest.mark.parametrize(
    ("prd", "message"),
    [
        ("PRD-7", "`US-3` names `PRD-7`, which does not exist"),
        ("RSK-1", "`prd` takes the id of a PRD or a requirement, and `RSK-1` is a risk"),
        ("PRD-1.FR-7", "`US-3` names `PRD-1.FR-7`, which does not exist"),
        ("PRD-1, depends_on: US-3", "`US-3` depends on `US-3`, which is itself"),
    ],
)
def test_a_link_that_cannot_be_meant_is_a_finding_at_the_id(prd: str, message: str) -> None:
    story = f"- {{id: US-3, title: t, as_a: a, i_want: w, so_that: s, prd: {prd}}}\n"
    (found,) = check(product(story))
    assert found.finding.message == message
    target = prd.rpartition(" ")[2]
    column = story.rindex(target) + 1
    assert (found.span.start, found.span.end) == ((18, column), (18, column + len(target)))
    assert str(found.severity) == "error"


@pytest.mark.verifies("US-13.AC-3")
def test_a_circle_is_one_finding_that_names_it_in_its_order() -> None:
    text = "".join(
        f"- {{id: RM-{n}, title: t, outcome: o, objectives: OBJ-1, depends_on: RM-{n % 3 + 1}}}\n"
        for n in (1, 2, 3)
    )
    project = project_of(a=text + "- {id: OBJ-1, title: o, period: 2027, key_results: []}\n")
    (found,) = [d for d in check(project) if d.code == "PM204"]
    assert found.finding.message == (
        "these wait for each other in a circle: `RM-1` → `RM-2` → `RM-3` → `RM-1`"
    )


def test_a_ring_of_ten_thousand_is_read_and_judged_in_bounded_time() -> None:
    last = 10_000
    rows = [
        f"- {{id: RM-{n}, title: t, outcome: o, depends_on: RM-{n % last + 1}}}\n"
        for n in range(1, last + 1)
    ]
    files = {f"a{at}": "".join(rows[at : at + 1000]) for at in range(0, last, 1000)}
    started = time.process_time()
    project = project_of(**files)
    assert [link.source for link in project.graph.into("RM-1")] == [f"RM-{last}"]
    (found,) = check(project)
    assert "… 10000 in all …" in found.finding.message
    assert time.process_time() - started < 20
