"""Questions choose items; a question that cannot be read says where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmdocs.errors import QueryError
from pmdocs.project.select import select
from tests.conftest import project_of

PROJECT = project_of(
    a="""\
- id: US-1
  title: Export
  as_a: PER-1
  i_want: a table
  so_that: I sort
  status: ready
  points: 5
  prd: PRD-1.FR-1
  owner: Maria
  tags: [a, Big One]
  criteria: [{id: AC-1, text: one row}]
- {id: US-2, title: Import, as_a: cook, i_want: b, so_that: c, status: in progress, points: 8.5,
   prd: PRD-1, depends_on: US-1}
- {id: US-3, title: Print, as_a: cook, i_want: b, so_that: c, status: ready, prd: PRD-11}
- {id: PRD-1, title: Tables, problem: p, requirements: [{id: FR-1, text: r}]}
- {id: PRD-11, title: Paper, problem: p}
- {id: RM-1, title: Alpha, outcome: o, start: 2027-Q1, end: 2027-Q2, effort: 3d}
- {id: RM-2, title: Beta, outcome: o, start: 2027, horizon: now}
- {id: RSK-1, title: Rain, effect: e, probability: 2, impact: 3, threatens: [US-1.AC-1]}
- {id: LCH-1, title: Go, date: 2027-06-01, message: m, checklist: [{text: permit, done: true}]}
"""
)
ALL = "US-1 US-2 US-3 PRD-1 PRD-11 RM-1 RM-2 RSK-1 LCH-1"
QUERIES = {
    "": ALL,
    "   ": ALL,
    "kind:story": "US-1 US-2 US-3",
    "KIND:Story": "US-1 US-2 US-3",
    'kind:"roadmap item"': "RM-1 RM-2",
    "kind:item,risk": "RM-1 RM-2 RSK-1",
    "kind!=story": "PRD-1 PRD-11 RM-1 RM-2 RSK-1 LCH-1",
    "not kind:story": "PRD-1 PRD-11 RM-1 RM-2 RSK-1 LCH-1",
    "kind:story status:ready prd:PRD-1": "US-1",
    "kind:story status:ready prd:PRD-11": "US-3",
    "status:READY": "US-1 US-3",
    'status:"in progress"': "US-2",
    "status~progress": "US-2",
    "prd:PRD-1": "US-1 US-2",
    "prd:prd-1.fr-1": "US-1",
    "prd:*": "US-1 US-2 US-3",
    "points=5": "US-1",
    "points:5.0": "US-1",
    "points:5,8.5": "US-1 US-2",
    "points!=5 kind:story": "US-2 US-3",
    "points>=5": "US-1 US-2",
    "points>5": "US-2",
    "points<8.5": "US-1",
    "kind:story not points:*": "US-3",
    "owner:maria or kind:risk": "US-1 RSK-1",
    "(kind:story and status:ready) or id:RM-1": "US-1 US-3 RM-1",
    "kind:story (status:ready or points>5) not owner:*": "US-2 US-3",
    "NOT kind:story AND kind:risk": "RSK-1",
    "not not kind:risk": "RSK-1",
    "due<2027-Q3": "RM-1 LCH-1",
    "due<=2027-Q2": "RM-1 LCH-1",
    "due>2027-05": "LCH-1",
    "due:2027-q2": "RM-1 LCH-1",
    "due:2027": "RM-1 RM-2 LCH-1",
    "due>=2027-Q2": "RM-1 LCH-1",
    "start:2027-Q1": "RM-1",
    "start:2027": "RM-1 RM-2",
    "end:*": "RM-1",
    "export": "US-1",
    "us-1": "US-1",
    "US-1 or RM-1": "US-1 RM-1",
    '"a table"': "US-1",
    "text~row": "US-1",
    "tags:a": "US-1",
    'tags:"big one"': "US-1",
    "tags~big": "US-1",
    "criteria:ac-1": "US-1",
    "id:us-1": "US-1",
    "id~us-": "US-1 US-2 US-3",
    "effort:3d": "RM-1",
    "effort>=3d": "RM-1",
    "effort>=1w": "",
    "depends-on:US-1": "US-2",
    "links:US-1": "US-2 PRD-1 RSK-1",
    "links:PRD-1": "US-1 US-2",
    "probability>1": "RSK-1",
    "title:export": "US-1",
    "title:exp": "",
    "kind:vision": "",
    "text>3": "",
}


@pytest.mark.verifies("US-17.AC-1", "US-17.AC-2", "US-17.AC-3")
@pytest.mark.parametrize("query", QUERIES)
def test_a_question_chooses_items_in_the_order_of_the_project(query: str) -> None:
    assert " ".join(item.id for item in select(PROJECT, query)) == QUERIES[query]


TEST = "write a test such as `status:ready`"
VALUE = "write a value right after `{}`, in quotes if it has spaces"
NUMBER = "write a number, a date such as `2027-Q2`, or an effort such as `3d`"
ANY = "any field of an item will do"
MISTAKES = {
    "kind:": (1, "`kind:` has no value", VALUE.format(":")),
    'status:ready points>""': (14, "`points>` has no value", VALUE.format(">")),
    'status:"in progress': (1, "`status:` has no value", VALUE.format(":")),
    "a:(b)": (1, "`a:` has no value", VALUE.format(":")),
    "stauts:ready": (1, "no item has a field `stauts`", "did you mean `status`?"),
    "kind:story colour:red": (12, "no item has a field `colour`", ANY),
    "(kind:story": (12, "a `(` is not closed", "add `)`"),
    "kind:story)": (11, "`)` makes no sense here", ""),
    "and": (1, "expected a test, not `and`", TEST),
    "or kind:story": (1, "expected a test, not `or`", TEST),
    "kind:story and": (15, "expected a test, not the end", TEST),
    "kind:story and or x": (16, "expected a test, not `or`", TEST),
    "not": (4, "expected a test, not the end", TEST),
    "()": (2, "expected a test, not `)`", TEST),
    "kind:stroy": (6, "no item has the kind `stroy`", "did you mean `story`?"),
    "kind:story status:ready,redy": (19, "no item has the status `redy`", "did you mean `ready`?"),
    "due < 2027": (5, "`<` stands alone", "write a test without spaces, such as `due<2027-Q2`"),
    "points>many": (8, "`many` is neither a number nor a date", NUMBER),
    "kind:story due<soon": (16, "`soon` is neither a number nor a date", NUMBER),
    "points>5,8": (8, "`5,8` is neither a number nor a date", NUMBER),
    "(" * 60: (61, "this query is nested too deeply", ""),
    "not " * 60 + "a": (242, "this query is nested too deeply", ""),
}


@pytest.mark.verifies("US-18.AC-1")
@pytest.mark.parametrize("query", MISTAKES, ids=lambda query: query[:30])
def test_a_question_that_cannot_be_read_says_where_and_why(query: str) -> None:
    with pytest.raises(QueryError) as error:
        select(PROJECT, query)
    assert (error.value.column, error.value.message, error.value.hint) == MISTAKES[query]


def test_a_long_question_needs_no_depth() -> None:
    assert select(PROJECT, "kind:story or " * 3000 + "kind:risk")[-1].id == "RSK-1"
    assert select(PROJECT, "kind:story " * 3000)[-1].id == "US-3"


PIECES = [
    "kind:",
    "story",
    "and",
    "or",
    "not",
    "(",
    ")",
    " ",
    '"',
    "<",
    ">=",
    "!=",
    "~",
    "due",
    "5",
]
PIECES += ["2027-Q2", "*", ",", "points", ".", "é", "\u2028", "\x00", "٣"]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join) | st.text(max_size=30))
def test_any_question_is_answered_or_refused_with_a_column(query: str) -> None:
    try:
        found = select(PROJECT, query)
    except QueryError as error:
        column = error.column
        found = []
    else:
        column = 1
    assert 1 <= column <= len(query) + 1
    assert {item.id for item in found} <= set(PROJECT.items)


def test_quotes_may_stand_around_one_of_several_words() -> None:
    items = "[{id: US-1, title: a, as_a: x, i_want: y, status: in progress}, {id: US-2, title: b, as_a: x, i_want: y, status: done}, {id: US-3, title: c, as_a: x, i_want: y}]"
    project = project_of(a__yaml=items)
    for query in (
        'status:done,"in progress"',
        'status:"in progress",done',
        'status:"in progress,done"',
    ):
        assert [item.id for item in select(project, query)] == ["US-1", "US-2"]
