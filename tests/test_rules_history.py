"""Promises that are weaker than before, as findings at their place."""

from __future__ import annotations

import pytest

from pmdocs.diagnostics import Finding
from pmdocs.model.docs import example_of
from pmdocs.model.registry import builtin
from pmdocs.rules.history.intent import intent
from pmdocs.rules.history.numbers import numbers, weaker
from tests.states import project, promises
from tests.test_analysis_changes import ITEM, PRD, STORY


def after(text: str, *pairs: tuple[str, str]) -> list[str]:
    """The findings after some words of a text were replaced."""
    new = text
    for old_words, new_words in pairs:
        assert old_words in new
        new = new.replace(old_words, new_words)
    return promises(text, new)


SECOND = "    - {id: AC-2, text: the link ends after 30 days}\n"


@pytest.mark.verifies("US-53.AC-1")
def test_a_criterion_that_is_gone_is_a_finding_with_its_old_text() -> None:
    assert after(STORY, (SECOND, "")) == [
        "7:3 PM720 the criterion `US-1.AC-2` is gone: `the link ends after 30 days`"
    ]
    assert after(PRD, ("nobody asks by mail, ", "")) == [
        "5:1 PM720 one of the goals is gone: `nobody asks by mail`"
    ]


@pytest.mark.parametrize(
    "pairs",
    [
        [("ready", "draft"), (SECOND, "")],
        [("status: ready", "status: dropped"), (SECOND, "")],
    ],
)
def test_a_draft_promises_nothing_and_what_is_dropped_is_told_by_its_status(
    pairs: list[tuple[str, str]],
) -> None:
    first = pairs[0]
    text = STORY.replace(*first) if first[1] == "draft" else STORY
    assert after(text, *(pairs[1:] if first[1] == "draft" else pairs)) == []


def test_a_whole_item_that_is_gone_is_a_finding_unless_it_was_done_or_an_idea() -> None:
    def found(old: str) -> list[Finding]:
        return [*intent(project({"a__yaml": old, "b__yaml": ""}), project({"b__yaml": ""}))]

    assert [f.message for f in found(STORY)] == ["`US-1` is gone: `A link`"]
    assert found(STORY)[0].hint == "put it back with `status: dropped`"
    assert str(found(STORY)[0].span) == "roadmap/a.yaml:1:7"
    assert found(STORY.replace("ready", "done")) == []
    assert found(STORY.replace("ready", "draft")) == []
    still = [*intent(project(STORY + ITEM), project(ITEM))]
    assert str(still[0].span) == "roadmap/a.yaml:1:1"


@pytest.mark.verifies("US-53.AC-1")
@pytest.mark.parametrize(
    ("kind", "status", "hint"),
    [
        ("prd", "approved", "superseded"),
        ("vision", "approved", "superseded"),
        ("decision", "accepted", "superseded"),
        ("idea", "accepted", "rejected"),
        ("persona", "validated", "retired"),
        ("objective", "active", "dropped"),
        ("charter", "approved", "cancelled"),
        ("item", "done", ""),
        ("objective", "achieved", ""),
        ("release", "released", ""),
        ("charter", "closed", ""),
    ],
)
def test_what_was_agreed_and_is_gone_is_a_finding_and_what_was_finished_is_none(
    kind: str, status: str, hint: str
) -> None:
    lines = example_of(builtin().by_name[kind]).splitlines()
    text = "\n".join([line for line in lines if not line.startswith("status:")])
    old, new = project(f"{text}\nstatus: {status}\n"), project("")
    assert [item.state.word for item in old.items.values()] == [status]
    assert [f.hint for f in intent(old, new) if f.code == "PM720"] == (
        [f"put it back with `status: {hint}`"] if hint else []
    )


@pytest.mark.verifies("US-53.AC-2")
def test_a_later_end_is_a_finding_with_both_dates() -> None:
    assert after(ITEM, ("2027-Q1", "2027-Q2")) == [
        "1:75 PM726 `RM-1` ends later: `2027-Q2` instead of `2027-Q1`, three months"
    ]
    assert after(ITEM, ("2027-Q1", "2027")) == [
        "1:75 PM726 `RM-1` ends later: `2027` instead of `2027-Q1`, nine months"
    ]
    assert after(ITEM, (", end: 2027-Q1", "")) == [
        "1:8 PM726 `RM-1` has no end any more: it was `2027-Q1`"
    ]
    assert after(ITEM, ("2027-Q1", "2026-Q4")) == []
    assert after(ITEM.replace("planned", "discovery"), ("2027-Q1", "2027-Q2")) == []


@pytest.mark.verifies("US-53.AC-3")
def test_must_that_became_should_is_a_finding() -> None:
    assert after(STORY, ("priority: must", "priority: should")) == [
        "6:13 PM721 `US-1` was a `must`, and is a `should` now"
    ]
    assert after(PRD, ("priority: must", "priority: won't")) == [
        "6:64 PM721 `PRD-7.FR-1` was a `must`, and is a `won't` now"
    ]
    strong = STORY.replace("the link opens", "the link must open")
    assert after(strong, ("must open", "should open")) == [
        "8:33 PM721 `must` became `should` in `US-1.AC-1`"
    ]
    assert after(strong, ("must open", "has to open")) == []
    assert after(STORY, ("the link opens", "the link may open")) == []


@pytest.mark.verifies("US-53.AC-4")
def test_a_number_that_is_gone_is_a_finding() -> None:
    assert after(STORY, ("after 30 days", "some day")) == [
        "9:24 PM722 a number is gone from `US-1.AC-2`: `30 days`"
    ]
    assert after(STORY, ("after 30 days", "after 40 days")) == []
    named = STORY.replace("the link opens", "the link of US-12 opens")
    assert after(named, ("of US-12 ", "")) == []


@pytest.mark.verifies("US-53.AC-4")
def test_all_numbers_that_are_gone_are_named_and_none_that_became_another() -> None:
    text = STORY.replace("after 30 days", "for 3 people after 30 days and 10 views")
    assert after(text, ("3 people after 30 days and 10", "people after some")) == [
        "9:24 PM722 3 numbers are gone from `US-1.AC-2`: `3 people`, `30 days`, `10 views`"
    ]
    assert after(text, ("3 people after 30 days", "4 people after some days")) == [
        "9:24 PM722 a number is gone from `US-1.AC-2`: `30 days`"
    ]


@pytest.mark.verifies("US-53.AC-4")
def test_a_number_that_asks_for_less_is_a_finding() -> None:
    most = STORY.replace("after 30 days", "within 30 days")
    assert after(most, ("30", "90")) == [
        "9:45 PM723 `US-1.AC-2` asks for less: at most `90 days` instead of `30 days`"
    ]
    assert after(most, ("30", "20")) == []
    objective = (
        "- {id: OBJ-1, title: a, status: active, period: 2027, "
        "key_results: [{id: KR-1, text: b, baseline: 10, target: 50}]}\n"
    )
    assert [f.split(" ", 1)[1] for f in after(objective, ("50", "40"))] == [
        "PM723 `OBJ-1.KR-1` asks for less: `40` instead of `50`"
    ]
    assert after(objective, ("50", "60")) == []
    metric = "- {id: MET-1, title: a, direction: down, target: 5}\n"
    assert len(after(metric, ("5", "9"))) == 1
    assert after(metric, ("5", "3")) == []
    assert after(metric.replace("direction: down, ", ""), ("5", "9")) == []


def test_a_vague_word_that_was_added_is_a_finding_outside_of_criteria() -> None:
    assert after(PRD, ("plans are read]", "plans are read easily]")) == [
        "5:45 PM724 `easily` can mean anything, and was not in `PRD-7` before"
    ]
    assert after(STORY, ("opens", "opens quickly")) == []
    assert after(PRD.replace("are read]", "are easily read]"), ("easily read", "read easily")) == []


@pytest.mark.verifies("US-53.AC-5")
def test_a_new_story_that_leads_to_no_objective_is_a_finding() -> None:
    base = ITEM + (
        "- {id: OBJ-1, title: a, period: 2027, key_results: [{id: KR-1, text: b, baseline: 1, target: 5}]}\n"
        "- {id: PRD-1, title: a, problem: b, item: RM-1}\n"
    )
    story = "- {id: US-2, title: a, as_a: b, i_want: c, prd: PRD-1}\n"
    assert promises(base, base + story) == [
        "4:8 PM725 `US-2` is new and belongs to `RM-1`, which advances no objective"
    ]
    linked = base.replace("end:", "objectives: [OBJ-1], end:")
    assert promises(linked, linked + story) == []
    without = base.replace("OBJ-1", "XYZ-1")
    assert promises(without, without + story) == []


def test_a_lower_confidence_is_a_finding() -> None:
    sure = ITEM.replace("end:", "confidence: high, end:")
    assert [f.split(" ", 1)[1] for f in after(sure, ("high", "medium"))] == [
        "PM727 the confidence in `RM-1` fell from `high` to `medium`"
    ]
    assert after(sure.replace("high", "low"), ("low", "high")) == []


def test_numbers_are_read_as_people_write_them() -> None:
    found = numbers("at least 1,500 users, 0,75 or 1.5%, v2, US-12 and 2026-01")
    assert [(n.value, n.words, n.limit) for n in found[:3]] == [
        (1500, "1,500 users", "at least"),
        (0.75, "0,75 or", ""),
        (1.5, "1.5%", ""),
    ]
    assert [n.value for n in numbers("within five seconds, for Twenty guests, one by one")] == [
        5,
        20,
    ]
    assert weaker("at least 5 of 10", "at least 4 of 10") is not None
    assert weaker("at least 5 of 10", "at least 4 of all") is None
    assert weaker("5 of 10", "4 of 10") is None
