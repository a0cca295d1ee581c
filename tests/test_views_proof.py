"""What is proven is seen in the matrix, in the coverage, on pages of items and on its own page."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from pmdocs.views import card, coverage, item, matrix, proof, trace
from pmdocs.views.proof import View
from pmdocs.views.proven import Mark, mark_of
from tests import test_views_script
from tests.golden import assert_golden, values
from tests.lighthouse import rendered
from tests.shown import EVIL, NOW, RUN, proofs, proven, result, without_results

open_page = test_views_script.open_page


def view() -> View:
    found = proof.build(proven(), proofs())
    assert found
    return found


def html(view: View | None, *, embedded: bool = False) -> str:
    return rendered("proof/proof.html", view, proven(), embedded=embedded)


def matrix_html() -> str:
    built = matrix.build(proven(), proofs=proofs())
    return rendered("matrix/matrix.html", built, proven())


def mark(id: str) -> Mark:
    return mark_of(proofs().get(id))


def story_html(id: str) -> str:
    built = item.build(proven(), proven().items[id], proofs=proofs())
    above, below = (
        rendered("item/story.html", built, proven(), frame=frame, trace="")
        for frame in ("item/head.html", "item/body.html")
    )
    return above + below


def test_values_are_as_before() -> None:
    assert_golden("views/proof.txt", values(view()))


@pytest.mark.parametrize("name", ["proof", "matrix", "coverage"])
def test_html_is_as_before(name: str) -> None:
    made: dict[str, Any] = {
        "proof": view(),
        "matrix": matrix.build(proven(), proofs=proofs()),
        "coverage": coverage.build(proven(), proofs=proofs()),
    }
    found = rendered(f"{name}/{name}.html", made[name], proven())
    assert_golden(f"views/{'proof' if name == 'proof' else name + '-proof'}.html", found)


@pytest.mark.verifies("US-56.AC-1")
@pytest.mark.parametrize(
    ("id", "word", "role"),
    [
        ("US-1.AC-1", "passing", "done"),
        ("US-5.AC-1", "failing", "blocked"),
        ("US-5.AC-2", "stale", "at-risk"),
        ("US-5.AC-3", "untested", "planned"),
        ("US-5.AC-4", "skipped", "discovery"),
        ("US-5.AC-5", "by hand", "done"),
    ],
)
def test_each_state_has_a_word_and_a_shape(id: str, word: str, role: str) -> None:
    assert (mark(id).word, mark(id).role) == (word, role)


@pytest.mark.verifies("US-56.AC-1", "US-56.AC-2")
def test_the_page_of_a_story_tells_state_tests_day_and_run() -> None:
    page = story_html("US-5")
    assert "</i>Failing</span>" in page
    assert "</i>Stale</span> <span>the criterion has changed since the run</span>" in page
    assert "1 of 6 criteria proven, 1 failing" in page
    assert f'<a href="{RUN}">run of 9 Feb 2027</a>' in page
    assert "<script>" not in page
    assert "test_&lt;script&gt;alert(1)" in page


def test_what_failed_stands_before_what_passed() -> None:
    assert [test.outcome for test in mark("US-5.AC-1").tests] == ["failed", "passed"]


@pytest.mark.verifies("US-125.AC-1")
def test_the_matrix_ends_with_the_state_of_each_criterion() -> None:
    built = matrix.build(proven(), proofs=proofs())
    assert built.columns[-1] == "Proof"
    rows = [row for block in built.blocks for row in block.rows]
    last = [row[-1] for row in rows]
    assert all(cell.column + cell.width == len(built.columns) for cell in last)
    words = {cell.of: cell.mark.word for cell in last if cell.mark}
    assert words["US-5.AC-1"] == "failing"
    assert words["US-1.AC-1"] == "passing"
    # The one without an id.
    assert words[""] == "untested"
    assert built.figures[-1].label == "criteria proven"
    assert 'data-proof="failing"' in matrix_html()


def test_without_results_nothing_is_said_of_proof() -> None:
    built = matrix.build(proven())
    assert "Proof" not in built.columns
    assert "proof" not in rendered("matrix/matrix.html", built, proven()).lower()
    assert coverage.build(proven()).total_proven is None


@pytest.mark.verifies("US-125.AC-2")
def test_coverage_counts_what_is_proven() -> None:
    built = coverage.build(proven(), proofs=proofs())
    shares = {row.item.id: row.proven for row in built.rows}
    assert (shares["RM-1"].count, shares["RM-1"].total) == (2, 2)  # type: ignore[union-attr]
    assert (shares["RM-2"].count, shares["RM-2"].total) == (3, 8)  # type: ignore[union-attr]
    total = built.total_proven
    assert total
    assert (total.count, total.total) == (5, 11)


@pytest.mark.verifies("US-125.AC-3")
@pytest.mark.parametrize("id", ["PRD-5", "RM-2", "OBJ-1", "REL-1"])
def test_what_leads_to_stories_tells_how_much_of_it_is_proven(id: str) -> None:
    built = item.build(proven(), proven().items[id], proofs=proofs())
    assert built.proven
    share = "5 of 10" if id == "OBJ-1" else "3 of 8"
    assert built.proven.words == f"{share} criteria proven, 1 failing"


def test_the_trace_and_the_card_know_the_state() -> None:
    drawn = trace.proven(trace.build(proven(), "US-5"), proofs())
    roles = {node.ref.id: (node.ref.status, node.ref.role) for node in drawn.nodes}
    assert roles["US-5.AC-1"] == ("failing", "blocked")
    assert roles["US-5"] == ("done", "done")
    found = card.build(proven(), proven().parts["US-5.AC-1"], proofs())
    assert (found.status, [test.outcome for test in found.tests]) == (
        "failing",
        ["failed", "passed"],
    )


@pytest.mark.verifies("US-126.AC-1")
def test_the_page_answers_its_three_questions() -> None:
    found = view()
    assert [one.ref.id for one in found.opened] == ["US-5", "US-7"]
    assert [one.ref.id for one in found.ready] == ["US-6"]
    assert [(one.ref.id, one.broken) for one in found.failing] == [
        ("US-5.AC-1", True),
        ("US-4.AC-1", False),
    ]
    page = html(found)
    assert page.index("What fails") < page.index("Done, but not proven")
    assert page.count("Passed before") == 1
    assert EVIL not in page


def test_each_figure_leads_to_what_it_counts() -> None:
    found = view()
    assert [one.ref.id for one in found.stale] == ["US-5.AC-2"]
    assert [one.ref.id for one in found.skipped] == ["US-5.AC-4"]
    page = html(found)
    for word in ("failing", "stale", "skipped"):
        assert f'href="#{word}">{word}</a>' in page
        assert f'<h2 id="{word}">' in page
    for word in ("untested", "by%20hand", "passing"):
        assert f'?proof={word}">' in page
    assert "the criterion has changed since" in page


@pytest.mark.verifies("US-126.AC-2")
def test_the_page_counts_by_state_by_prd_and_by_owner() -> None:
    found = view()
    assert {one.word: one.count for one in found.amounts} == {
        "failing": 2,
        "stale": 1,
        "untested": 2,
        "skipped": 1,
        "by hand": 1,
        "passing": 4,
    }
    assert [one.ref and one.ref.id for one in found.prds] == ["PRD-5", "PRD-1"]
    assert [(one.name, one.percent) for one in found.owners] == [
        ("Ben", 100),
        ("Mara", 16),
        ("Nobody", 66),
    ]


@pytest.mark.verifies("US-126.AC-3")
def test_the_page_says_where_the_results_come_from() -> None:
    found = view()
    assert [(one.path, one.count, one.when) for one in found.sources.files] == [
        ("reports/junit.xml", 8, "9 Feb 2027")
    ]
    assert [(one.id, one.tests) for one in found.strangers] == [("US-1.AC-9", ("test_of_nothing",))]


@pytest.mark.verifies("US-126.AC-3")
def test_the_page_is_honest_where_nothing_is_known() -> None:
    assert proof.build(proven(), None) is None
    assert "Nothing is known about tests yet" in html(None)
    found = proof.build(proven(), without_results())
    assert "No results of tests were found" in html(found)
    single = proof.build(proven(), proofs(before=None))
    assert "Nobody knows which of this passed before" in html(single)


def test_a_block_shows_the_stories_of_what_is_chosen() -> None:
    found = proof.build(proven(), proofs(), [proven().items["RM-1"]])
    assert found
    assert (found.whole.words, found.opened, found.strangers) == ("2 of 2 criteria proven", (), ())
    assert [one.ref and one.ref.id for one in found.prds] == ["PRD-1"]
    assert ' id="' not in html(found, embedded=True)


@pytest.mark.verifies("US-125.AC-1")
def test_the_matrix_is_filtered_by_proof(open_page: Any) -> None:
    page = open_page(matrix_html())
    page.get_by_label("Proof", exact=True).select_option("failing")
    shown = page.locator(".pm-col-6").filter(visible=True)
    assert {text.split()[0] for text in shown.all_inner_texts()} == {"Failing"}
    assert "proof=failing" in page.url


def test_a_test_that_breaks_turns_its_criterion_its_story_and_its_plan_alone() -> None:
    light, tea = "test_light", "test_tea"
    whole = tuple(one for one in NOW.results if one.test != tea)
    broken = (*whole, result("passed", "US-6.AC-1"), result("failed", "US-6.AC-2"))
    before, after = proofs(), proofs(replace(NOW, results=broken))
    assert {one.test for one in NOW.results} >= {light, tea}
    changed = {id for id in before.by_id if before.by_id[id].state != after.by_id[id].state}
    assert changed == {"US-6.AC-2"}
    kinds = ("story", "prd", "item", "objective", "release")
    items = [one.id for one in proven().items.values() if one.kind in kinds]
    turned = {id for id in items if before.share(id) != after.share(id)}
    assert turned == {"US-6", "PRD-5", "RM-2", "OBJ-1", "REL-1"}
