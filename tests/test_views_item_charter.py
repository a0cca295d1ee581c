"""How the page of a charter reads."""

from __future__ import annotations

import pytest

from tests.kinds import html_of, own, product, text_of


def test_milestones_tell_how_far_they_have_slipped() -> None:
    rows = own("CH-1", "milestones").groups[0].rows
    told = [{c.label: c.text for c in row.cells} for row in rows]
    assert [row["Slip"] for row in told] == ["5 days late", "as promised", "about 31 days late"]
    assert [row["Actual"] for row in told] == ["25 Jan 2027", "overdue", ""]
    assert [row.cells[1].role for row in rows] == ["done", "at-risk", "planned"]
    assert rows[0].cells[-1].ids == ("RSK-1",)


def test_tasks_stand_by_stage_with_what_they_wait_for() -> None:
    table = own("CH-1", "tasks")
    assert [(g.title, len(g.rows)) for g in table.groups] == [
        ("ground", 1),
        ("tower", 1),
        ("Without a stage", 1),
    ]
    second = {c.label: c for c in table.groups[1].rows[0].cells}
    assert second["Work"].text == "300/400/800 h"
    assert second["Who"].text == "masons ×4"
    assert (second["Waits for"].ids, second["Waits for"].notes) == (("CH-1.T-1",), ("SS+2d",))
    third = {c.label: c for c in table.groups[2].rows[0].cells}
    # There is no T-9: it is told, and leads nowhere.
    assert (third["Waits for"].text, third["Waits for"].ids) == ("T-9", ("CH-1.T-2",))


def test_the_budget_says_what_is_spent_and_that_it_is_too_much() -> None:
    budget = own("CH-1", "budget")
    assert budget.spent.words == "105,000.50 of 120,000 EUR spent"
    assert (budget.spent.percent, budget.kept) == (87, 16)
    assert budget.gap == "5,000.50 EUR of what is kept for risks is spent"
    assert budget.left == ""


@pytest.mark.parametrize(
    ("money", "words"),
    [
        ("limit: 0", "0 of 0 EUR spent"),
        ("limit: 10, spent: [{date: 2027, amount: 12, for: x}]", "2 EUR over the limit"),
        ("limit: 10, contingency: 4", "6 EUR left"),
    ],
)
def test_a_budget_of_any_size_is_told(money: str, words: str) -> None:
    more = f"- {{id: CH-9, title: t, purpose: p, sponsor: s, manager: m, start: 2027, budget: {{currency: EUR, {money}}}}}\n"
    assert words in text_of(html_of("CH-9", product(more)))


def test_who_does_what_is_a_matrix_of_activities_and_people() -> None:
    matrix = own("CH-1", "raci")
    assert matrix.people == ("site manager", "keeper", "masons", "harbour office")
    assert [a.parts for a in matrix.activities] == [
        (("accountable",), ("responsible",), ("responsible",), ("informed",)),
        (("consulted",), ("responsible", "accountable"), (), ()),
    ]
