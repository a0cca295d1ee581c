"""Questions about linked items: in both directions, about all of them, and about how many."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmdocs.errors import QueryError
from pmdocs.project.select import DEPTH, select
from tests.conftest import project_of

PROJECT = project_of(
    a="""\
- {id: PER-1, title: Cook, role: r, goals: [g], pains: [p]}
- {id: RM-1, title: Alpha, outcome: o, owner: Ann, start: 2027-Q1, end: 2027-Q2}
- {id: RM-2, title: Beta, outcome: o, depends_on: [RM-1]}
- id: PRD-1
  title: Tables
  problem: p
  status: approved
  item: RM-1
  requirements: [{id: FR-1, text: r, priority: must}, {id: FR-2, text: s, priority: could}]
  approvals: [{role: legal, state: requested}, {role: design, state: approved}]
- {id: PRD-2, title: Paper, problem: p, status: draft, item: RM-2}
- {id: PRD-3, title: Empty, problem: p, status: draft}
- {id: US-1, title: a, as_a: PER-1, i_want: x, status: done, points: 3, prd: PRD-1.FR-1}
- {id: US-2, title: b, as_a: cook, i_want: x, status: ready, points: 5, prd: PRD-1, owner: Bo,
   criteria: [{id: AC-1, text: t}, {id: AC-2, text: t, verification: manual}]}
- {id: US-3, title: c, as_a: cook, i_want: x, status: done, prd: PRD-2}
- {id: US-4, title: d, as_a: cook, i_want: x, prd: PRD-9}
"""
)
QUERIES = {
    "prd.status:approved": "US-1 US-2",
    "prd.item.owner:*": "US-1 US-2",
    "prd.item.owner:ann": "US-1 US-2",
    "prd.item.due<2027-Q3": "US-1 US-2",
    "kind:story not prd.status:approved": "US-3 US-4",
    "realised_by.status:done": "PRD-1 PRD-2",
    "realised-by.status:done": "PRD-1 PRD-2",
    "all realised_by.status:done": "PER-1 RM-1 RM-2 PRD-2 PRD-3 US-1 US-2 US-3 US-4",
    "kind:prd all realised_by.status:done": "PRD-2 PRD-3",
    "kind:prd all realised_by.status:done realised_by.count>0": "PRD-2",
    "not realised_by.status:done kind:prd": "PRD-3",
    "realised_by.count>=2": "PRD-1",
    "kind:prd realised_by.count:0": "PRD-3",
    "kind:prd realised_by.count!=0": "PRD-1 PRD-2",
    "kind:prd realised_by.count<2": "PRD-2 PRD-3",
    "kind:prd realised_by.count>1": "PRD-1",
    "kind:prd realised_by.count<=1": "PRD-2 PRD-3",
    "kind:story criteria.count:2": "US-2",
    "kind:story criteria.count:0": "US-1 US-3 US-4",
    "kind:story points.count:0": "US-3 US-4",
    "prd.realised_by.count>=2": "US-1 US-2",
    "specified_by.realised_by.points>4": "RM-1",
    "realised_by.(status:done not points:*)": "PRD-2",
    "all specified_by.realised_by.(status:done or points>4) kind:item": "RM-1 RM-2",
    "prd.(status:approved or item.(id:RM-2))": "US-1 US-2 US-3",
    "approvals.state:requested": "PRD-1",
    "approvals.(role:legal state:approved)": "",
    "approvals.(role:design and state:approved)": "PRD-1",
    "prd.approvals.(role:legal state:requested)": "US-1 US-2",
    "criteria.verification:manual": "US-2",
    "requirements.priority:must": "PRD-1",
    "blocks.title:beta": "RM-1",
    "wants.status:done": "PER-1",
    "as_a.title:cook": "US-1",
    "all": "RM-1",
    "all prd": "",
}


@pytest.mark.verifies("US-104.AC-2", "US-104.AC-7")
@pytest.mark.parametrize("query", QUERIES)
def test_a_question_may_be_about_linked_items(query: str) -> None:
    if query.startswith("all") and "." not in query:
        assert {i.id for i in select(PROJECT, query)} <= set(PROJECT.items)
        return
    assert " ".join(item.id for item in select(PROJECT, query)) == QUERIES[query]


MISTAKES = {
    "pdr.status:done": (1, "no item has a link `pdr`", "did you mean `prd`?"),
    "kind:story prd.stauts:done": (
        16,
        "nothing here has a field `stauts`",
        "did you mean `status`?",
    ),
    "prd.itme.owner:*": (5, "nothing here has a link `itme`", "did you mean `item`?"),
    "prd.item.ownr:*": (10, "nothing here has a field `ownr`", "did you mean `owner`?"),
    "prd.status:aproved": (12, "no item has the status `aproved`", "did you mean `approved`?"),
    "title.status:done": (1, "no item has a link `title`", None),
    "realised_by:done": (
        1,
        "no item has a field `realised_by`",
        "ask about those at its other end, such as `realised_by.status:done`",
    ),
    "realised_by.count:many": (
        19,
        "`many` is no number of things",
        "write a whole number, such as `count>=1`",
    ),
    "relised_by.count:1": (1, "no item has a field `relised_by`", None),
    "prd.(status:approved": (21, "a `(` is not closed", "add `)`"),
    "approvals.kind:x": (11, "nothing here has a field `kind`", None),
    "prd." * 60 + "status:done": (252, None, None),
    "all realised_by.stauts:done": (
        17,
        "nothing here has a field `stauts`",
        "did you mean `status`?",
    ),
}


@pytest.mark.verifies("US-104.AC-3")
@pytest.mark.parametrize("query", MISTAKES, ids=lambda query: query[:30])
def test_a_name_that_leads_nowhere_is_told_at_its_column(query: str) -> None:
    with pytest.raises(QueryError) as error:
        select(PROJECT, query)
    column, message, hint = MISTAKES[query]
    assert error.value.message == message or message is None
    assert error.value.hint == hint or hint is None
    assert error.value.column == column


def test_a_path_is_no_longer_than_a_question_is_deep() -> None:
    with pytest.raises(QueryError, match="nested too deeply"):
        select(PROJECT, "depends_on." * (DEPTH + 1) + "status:done")
    assert select(PROJECT, "depends_on." * (DEPTH - 1) + "status:done") == []


def ladder(rungs: int) -> str:
    """Items that each depend on both of the rung below, so that there are 2**rungs ways down."""
    rows = ["- {id: RM-1, title: t, outcome: o}", "- {id: RM-2, title: t, outcome: o}"]
    for rung in range(1, rungs):
        below = f"[RM-{rung * 2 - 1}, RM-{rung * 2}]"
        rows += [
            f"- {{id: RM-{rung * 2 + side}, title: t, outcome: o, depends_on: {below}}}"
            for side in (1, 2)
        ]
    return "\n".join(rows)


def test_many_ways_to_an_item_are_not_gone_one_by_one() -> None:
    project = project_of(a=ladder(45))
    query = "depends_on." * 40 + "owner:nobody"
    # The ways are some trillions: whoever goes them all never comes back.
    assert select(project, query) == []


PIECES = [
    "prd",
    ".",
    "(",
    ")",
    "all ",
    "status",
    ":",
    "done",
    " ",
    "not ",
    "count",
    ">=",
    "1",
    "or ",
]


@given(
    st.lists(st.sampled_from([*PIECES, "realised_by", "approvals", "item"]), max_size=14).map(
        "".join
    )
)
def test_any_such_question_is_answered_or_refused_with_a_column(query: str) -> None:
    try:
        found, column = select(PROJECT, query), 1
    except QueryError as error:
        found, column = [], error.column
    assert 1 <= column <= len(query) + 1
    assert {item.id for item in found} <= set(PROJECT.items)
