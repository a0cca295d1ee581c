"""What is reached from an item along its links, and against them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pmdocs.analysis import trace
from pmdocs.analysis.trace import affected, downstream, upstream
from pmdocs.model.fields import fields_of
from pmdocs.project.config import Settings
from pmdocs.project.reader import build
from pmdocs.text import Source
from tests.conftest import project_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from pmdocs.analysis.trace import Trace
    from pmdocs.project.project import Project

CHAIN = """\
- {id: VIS-1, title: v, target_customer: a, need: b, key_benefit: c}
- {id: OBJ-1, title: o, period: 2027, vision: VIS-1,
   key_results: [{id: KR-1, text: t, baseline: 0, target: 1}]}
- {id: RM-1, title: r, outcome: o, objectives: [OBJ-1.KR-1]}
- {id: PRD-1, title: p, problem: p, item: RM-1, requirements: [{id: FR-1, text: t}]}
- {id: US-1, title: s, as_a: a, i_want: b, prd: PRD-1.FR-1, criteria: [{id: AC-1, text: t}]}
- {id: US-2, title: s, as_a: a, i_want: b, prd: PRD-1, depends_on: [US-1]}
"""


def reached(found: Trace) -> list[tuple[int, str]]:
    return [(one.distance, one.id) for one in found.found]


def item(id: str, **fields: str) -> str:
    more = "".join(f", {name}: {value}" for name, value in fields.items())
    return f"- {{id: {id}, title: t, outcome: o{more}}}\n"


def items(text: str) -> Project:
    return project_of(a__yaml=text)


@pytest.fixture(scope="module")
def chain() -> Project:
    return items(CHAIN)


def test_what_an_item_builds_on_is_found_up_to_the_vision(chain: Project) -> None:
    assert reached(upstream(chain, "US-1")) == [
        (1, "PRD-1"),
        (2, "RM-1"),
        (3, "OBJ-1"),
        (4, "VIS-1"),
    ]


def test_what_builds_on_an_item_is_found_down_to_the_criteria(chain: Project) -> None:
    assert reached(downstream(chain, "RM-1")) == [
        (1, "PRD-1"),
        (2, "US-1"),
        (2, "US-2"),
        (3, "US-1.AC-1"),
    ]


def test_the_reason_is_the_link_as_it_was_written(chain: Project) -> None:
    found = {one.id: one for one in downstream(chain, "OBJ-1").found}
    assert found["RM-1"].reason == "RM-1 advances OBJ-1.KR-1"
    assert found["US-1"].reason == "US-1 realises PRD-1.FR-1"
    assert found["US-1"].via == "PRD-1"
    assert found["US-1.AC-1"].reason == "US-1.AC-1 is part of US-1"


def test_depth_and_limit_hold_back(chain: Project) -> None:
    assert reached(downstream(chain, "VIS-1", depth=2)) == [(1, "OBJ-1"), (2, "RM-1")]
    assert downstream(chain, "VIS-1", depth=2).complete
    found = downstream(chain, "VIS-1", limit=2)
    assert reached(found) == [(1, "OBJ-1"), (2, "RM-1")]
    assert not found.complete
    assert downstream(chain, "PRD-1", limit=3).complete


def test_a_part_builds_on_its_item_and_is_built_on_by_itself(chain: Project) -> None:
    assert reached(upstream(chain, "PRD-1.FR-1"))[0] == (1, "PRD-1")
    assert reached(downstream(chain, "PRD-1.FR-1"))[0] == (1, "US-1")
    assert (1, "US-2") not in reached(downstream(chain, "PRD-1.FR-1"))
    assert reached(affected(chain, "OBJ-1.KR-1"))[0] == (1, "RM-1")
    assert reached(affected(chain, "US-1.AC-1")) == []


def test_parts_of_one_item_are_followed_as_such() -> None:
    tasks = "".join(
        f"    - {{id: T-{n}, title: t, work: 1, depends_on: [{before}], milestone: MS-1}}\n"
        for n, before in ((1, ""), (2, "T-1"), (3, "T-2"))
    )
    project = items(
        "- id: CH-1\n  title: c\n  purpose: p\n  sponsor: s\n  manager: m\n  start: 2027\n"
        "  milestones: [{id: MS-1, title: m, date: 2027}]\n  tasks:\n" + tasks
    )
    assert reached(affected(project, "CH-1.T-2")) == [(1, "CH-1.T-3"), (1, "CH-1.MS-1")]
    assert reached(upstream(project, "CH-1.T-3"))[0] == (1, "CH-1.T-2")
    assert reached(affected(project, "CH-1")) == []


@pytest.mark.verifies("US-85.AC-2")
def test_a_cycle_is_gone_round_once() -> None:
    circle = "".join(item(f"RM-{n}", depends_on=f"[RM-{n % 3 + 1}]") for n in (1, 2, 3))
    project = items(circle + item("RM-4", depends_on="[RM-4, RM-1]"))
    assert reached(affected(project, "RM-1")) == [(1, "RM-3"), (1, "RM-4"), (2, "RM-2")]
    assert reached(upstream(project, "RM-4")) == [(1, "RM-1"), (2, "RM-2"), (3, "RM-3")]


def test_the_shortest_way_counts_in_a_diamond() -> None:
    project = items(
        item("RM-1")
        + item("RM-2", depends_on="[RM-1]")
        + item("RM-3", depends_on="[RM-1]")
        + item("RM-4", depends_on="[RM-2, RM-3]")
        + item("RM-5", depends_on="[RM-4, RM-1]")
    )
    assert reached(affected(project, "RM-1")) == [
        (1, "RM-2"),
        (1, "RM-3"),
        (1, "RM-5"),
        (2, "RM-4"),
    ]
    assert affected(project, "RM-1").found[-1].via == "RM-2"


def test_a_chain_of_ten_thousand_is_followed_to_its_end() -> None:
    def some(first: int) -> str:
        numbers = range(first, first + 1000)
        return "".join(item(f"RM-{n}", depends_on=f"[RM-{n - 1}]") for n in numbers)

    project = build([Source(f"roadmap/{n}.yaml", some(n * 1000)) for n in range(10)])
    found = affected(project, "RM-0").found
    assert (len(found), found[-1].distance) == (9_999, 9_999)
    assert len(upstream(project, "RM-9999").found) == 9_999


@pytest.mark.verifies("US-85.AC-3")
def test_what_was_dropped_is_not_affected() -> None:
    project = items(
        item("RM-1")
        + item("RM-2", depends_on="[RM-1]", status="dropped")
        + item("RM-3", depends_on="[RM-2]")
    )
    assert reached(affected(project, "RM-1")) == []
    assert reached(downstream(project, "RM-1")) == [(1, "RM-2"), (2, "RM-3")]


def test_an_id_of_former_times_is_that_of_the_item() -> None:
    project = items(item("RM-1", aliases="[RM-9]") + item("RM-2", depends_on="[RM-9]"))
    assert reached(affected(project, "RM-9")) == [(1, "RM-2")]


def test_what_does_not_exist_reaches_nothing(chain: Project) -> None:
    assert reached(affected(chain, "RM-99")) == []


ALL = (
    CHAIN
    + """\
- {id: RM-2, title: r, outcome: o, depends_on: [RM-1], release: REL-1, evidence: [RES-1]}
- {id: REL-1, title: r, version: "1", date: 2027}
- {id: LCH-1, title: l, date: 2027, message: m, release: REL-1}
- {id: DEC-1, title: d, date: 2027, context: c, decision: d, affects: [RM-1]}
- {id: DEC-2, title: d, date: 2027, context: c, decision: d, supersedes: [DEC-1]}
- {id: RSK-1, title: r, effect: e, probability: 1, impact: 1, threatens: [RM-2]}
- {id: RES-1, title: r, method: survey, date: 2027, supports: [OBJ-1],
   findings: [{id: F-1, text: t, persona: PER-1}]}
- {id: PER-1, title: p, role: r, goals: [g], pains: [p]}
- {id: US-3, title: s, as_a: PER-1, i_want: b}
- {id: IDEA-1, title: i, leads_to: [US-3]}
"""
)


@pytest.mark.parametrize(
    ("changes", "affects", "spares"),
    [
        ("PRD-1", {"US-1", "US-2", "US-1.AC-1"}, {"RM-1", "RM-2"}),
        ("RM-1", {"PRD-1", "US-1", "RM-2", "REL-1", "LCH-1"}, {"OBJ-1", "DEC-1"}),
        ("US-1", {"US-2", "US-1.AC-1"}, {"PRD-1"}),
        ("VIS-1", {"OBJ-1", "RM-1", "US-1"}, {"RSK-1"}),
        ("DEC-1", {"RM-1", "PRD-1", "RM-2"}, {"DEC-2"}),
        ("DEC-2", set(), {"DEC-1", "RM-1"}),
        ("RSK-1", {"RM-2", "REL-1", "LCH-1"}, {"RM-1"}),
        ("RES-1", {"RM-2", "OBJ-1", "PER-1", "US-3"}, {"LCH-2"}),
        ("PER-1", {"US-3"}, {"RES-1"}),
        ("IDEA-1", {"US-3"}, {"PER-1"}),
        ("REL-1", {"LCH-1"}, {"RM-2"}),
    ],
)
def test_a_change_goes_on_to_what_builds_on_it(
    changes: str, affects: set[str], spares: set[str]
) -> None:
    found = {one.id for one in affected(items(ALL), changes).found}
    assert affects <= found
    assert not spares & found


def test_evidence_reads_from_its_own_side() -> None:
    found = {one.id: one.reason for one in affected(items(ALL), "RES-1").found}
    assert found["RM-2"] == "RES-1 is evidence for RM-2"
    assert found["OBJ-1"] == "RES-1 supports OBJ-1"


def linking(kind: str, model: type[BaseModel]) -> Iterator[str]:
    for field in fields_of(model).values():
        if field.link:
            way = "on" if (kind, field.key) in trace.ONWARD else "back"
            yield f"{kind}.{field.key} {'still' if (kind, field.key) in trace.STILL else way}"
        elif field.record:
            yield from linking(kind, field.record)


def test_every_field_that_links_carries_a_change_one_way() -> None:
    found = [line for kind in Settings().kinds for line in linking(kind.kind, kind)]
    assert sorted(set(found)) == [
        "charter.delivers back",
        "charter.depends_on back",
        "charter.milestone on",
        "charter.program on",
        "decision.affects on",
        "decision.supersedes still",
        "idea.leads_to on",
        "item.depends_on back",
        "item.evidence back",
        "item.objectives back",
        "item.release on",
        "launch.metrics back",
        "launch.personas back",
        "launch.release back",
        "metric.measures back",
        "objective.metric back",
        "objective.vision back",
        "prd.item back",
        "prd.personas back",
        "program.charters back",
        "research.persona on",
        "research.supports on",
        "risk.threatens on",
        "story.as_a back",
        "story.depends_on back",
        "story.persona back",
        "story.prd back",
        "story.sprint on",
        "vision.personas back",
    ]
