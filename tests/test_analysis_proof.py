"""A criterion's state comes from what tests and people have shown, and never from nothing."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from pmdocs.analysis.proof.share import share_below, share_of
from pmdocs.analysis.proof.state import Proof, State, proofs_of, unknown
from pmdocs.evidence.result import Outcome, Result
from pmdocs.model.digest import digest_of
from pmdocs.model.kinds.story import Criterion, Story
from pmdocs.project.project import Project
from pmdocs.text import Position, Span
from tests.conftest import project_of

HERE = Span("results.xml", Position(1, 1), Position(1, 1))
NOON = dt.datetime(2026, 6, 1, 12, tzinfo=dt.UTC)
PLAN = """\
- {id: RM-1, title: a, outcome: b}
- {id: PRD-1, title: a, problem: b, item: RM-1, requirements: [{id: FR-1, text: c}]}
- id: US-1
  title: a
  as_a: b
  i_want: c
  prd: PRD-1.FR-1
  aliases: [US-9]
  criteria:
    - {id: AC-1, text: rows are counted}
    - {id: AC-2, text: a person looks, verification: manual, evidence: {date: 2026-05-20, by: tester}}
    - {id: AC-3, text: a person will look, verification: manual}
    - text: nobody can name this
- {id: US-2, title: a, as_a: b, i_want: c, prd: PRD-1, status: dropped, criteria: [{id: AC-1, text: d}]}
"""


def project(text: str = PLAN) -> Project:
    return replace(project_of(a=text), today=dt.date(2026, 6, 1))


def result(outcome: str, *ids: str, digest: str = "", commit: str | None = None) -> Result:
    digests = ((ids[0], digest),) if digest else ()
    kind = Outcome(outcome)
    return Result("t", ids, kind, HERE, at=NOON, commit=commit, digests=digests)


def of(id: str, *results: Result, then: str | None = None, days: int = 90) -> Proof:
    return proofs_of(project(), results, lambda _id, _commit: then, days)[id]


def words_of(id: str) -> str:
    owner, _, local = id.partition(".")
    story = project().items[owner]
    assert isinstance(story, Story)
    return digest_of(next(c for c in story.criteria if c.id == local))


@pytest.mark.parametrize(
    ("outcomes", "state"),
    [
        ([], "untested"),
        (["passed"], "passing"),
        (["passed", "skipped"], "passing"),
        (["skipped"], "skipped"),
        (["passed", "failed"], "failing"),
        (["failed", "skipped"], "failing"),
    ],
)
def test_the_worst_result_counts(outcomes: list[str], state: str) -> None:
    found = of("US-1.AC-1", *(result(outcome, "US-1.AC-1") for outcome in outcomes))
    assert (found.state, len(found.results)) == (state, len(outcomes))


def test_a_result_from_before_the_words_changed_is_stale() -> None:
    old = result("passed", "US-1.AC-1", digest="0" * 16)
    new = result("passed", "US-1.AC-1", digest=words_of("US-1.AC-1"))
    assert of("US-1.AC-1", old).state is State.STALE
    assert of("US-1.AC-1", new).state is State.PASSING
    assert of("US-1.AC-1", old, new).state is State.STALE


def test_what_the_words_were_can_be_known_from_the_commit() -> None:
    one = result("passed", "US-1.AC-1", commit="abcdef0123")
    assert (
        of("US-1.AC-1", one, then="0" * 16).why == "the criterion has changed since commit abcdef01"
    )
    assert of("US-1.AC-1", one, then=words_of("US-1.AC-1")).state is State.PASSING
    assert of("US-1.AC-1", one, then=None).state is State.PASSING


def test_layout_is_not_words() -> None:
    spaced = project(
        PLAN.replace(
            "{id: AC-1, text: rows are counted}", "{id: AC-1, text: 'rows   are\n\n      counted '}"
        )
    )
    assert digest_of(spaced.parts["US-1.AC-1"].part) == words_of("US-1.AC-1")  # type: ignore[arg-type]


@pytest.mark.verifies("US-58.AC-2")
@pytest.mark.verifies("US-118.AC-6")
def test_the_steps_below_a_sentence_are_words_as_well() -> None:
    given = Criterion(id="AC-1", text="by card", scenario="When I pay\nThen I may go")
    assert digest_of(given) != digest_of(given.model_copy(update={"scenario": "When I pay"}))
    assert digest_of(given) != digest_of(given.model_copy(update={"text": "in coins"}))
    steps = Criterion(id="AC-1", text="by card", when=("I pay",), then=("I may go",))
    assert digest_of(steps) != digest_of(steps.model_copy(update={"then": ("I may stay",)}))


def test_what_a_person_has_shown_counts_for_some_days() -> None:
    assert (of("US-1.AC-2").state, of("US-1.AC-2").why) == ("manual", "shown by tester")
    assert of("US-1.AC-2", days=12).state is State.MANUAL
    assert (of("US-1.AC-2", days=11).state, of("US-1.AC-2", days=11).why) == (
        "stale",
        "shown by tester, more than 11 days ago",
    )
    assert of("US-1.AC-3").state is State.UNTESTED
    assert of("US-1.AC-2", result("failed", "US-1.AC-2")).state is State.FAILING


def test_a_former_id_still_counts_and_an_unknown_one_is_told() -> None:
    results = [
        result("passed", "US-9.AC-1"),
        result("passed", "US-1.AC-8"),
        result("passed", "US-7.AC-1"),
    ]
    assert sorted(unknown(project(), results)) == ["US-1.AC-8", "US-7.AC-1"]


def test_a_share_is_the_plain_share_of_the_criteria() -> None:
    made = project()
    proofs = proofs_of(made, [result("passed", "US-1.AC-1")], lambda *_: None, 90)
    for id in ("US-1", "PRD-1", "RM-1"):
        share = share_below(made, id, proofs)
        assert (share.proven, share.total, share.percent) == (2, 4, 50)
        assert share.worst is State.UNTESTED
    assert share_below(made, "US-1", proofs).words == "2 of 4 criteria proven"
    failing = proofs_of(made, [result("failed", "US-1.AC-1")], lambda *_: None, 90)
    assert share_of(made.items.values(), failing).words == "1 of 4 criteria proven, 1 failing"
    assert share_of([], proofs).percent is None


def test_a_test_that_is_skipped_takes_nothing_from_what_a_person_has_shown() -> None:
    skipped = result("skipped", "US-1.AC-2")
    assert of("US-1.AC-2", skipped).state is State.MANUAL
    found = of("US-1.AC-3", result("skipped", "US-1.AC-3"))
    assert (found.state, found.why) == (State.SKIPPED, "to be shown by hand")


def test_what_is_to_be_shown_on_a_day_to_come_is_not_shown() -> None:
    early = replace(project(), today=dt.date(2026, 5, 19))
    found = proofs_of(early, [], lambda *_: None, 90)["US-1.AC-2"]
    assert found.state is State.UNTESTED
    assert found.why == "shown by tester, but on a day that is still to come"


def test_a_skipped_test_does_not_grow_old() -> None:
    old = result("skipped", "US-1.AC-1", digest="0" * 16)
    new = result("passed", "US-1.AC-1", digest=words_of("US-1.AC-1"))
    assert of("US-1.AC-1", old, new).state is State.PASSING


def test_words_that_are_known_under_a_former_id_count() -> None:
    old = result("passed", "US-9.AC-1", digest="0" * 16)
    assert of("US-1.AC-1", old).state is State.STALE
