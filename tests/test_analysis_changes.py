"""What differs between two states, in sentences."""

from __future__ import annotations

import pytest

from tests.states import promises, sentences

ITEM = "- {id: RM-1, title: Share, outcome: plans are read, status: planned, end: 2027-Q1}\n"
STORY = """\
- id: US-1
  title: A link
  status: ready
  as_a: manager
  i_want: a link
  priority: must
  criteria:
    - {id: AC-1, text: the link opens}
    - {id: AC-2, text: the link ends after 30 days}
"""
PRD = """\
id: PRD-7
title: Links
status: approved
problem: people ask by mail
goals: [nobody asks by mail, plans are read]
requirements: [{id: FR-1, text: a link opens a plan, priority: must}]
approvals: [{role: finance, state: approved, date: 2026-05-02}]
item: RM-1
"""


def changed(text: str, *pairs: tuple[str, str]) -> list[str]:
    """The sentences after some words of a text were replaced."""
    new = text
    for old_words, new_words in pairs:
        assert old_words in new
        new = new.replace(old_words, new_words)
    return sentences(text, new)


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        ("in progress", "goes from planned to in progress"),
        ("dropped", "is dropped; it was planned"),
        ("done", "is done; it was planned"),
    ],
)
def test_a_status_is_told_in_its_words(status: str, sentence: str) -> None:
    assert changed(ITEM, ("planned", status)) == [f"RM-1 {sentence}"]


def test_what_was_done_or_begun_may_be_open_again() -> None:
    done = ITEM.replace("planned", "done")
    assert changed(done, ("done", "planned")) == ["RM-1 is open again: planned; it was done"]
    begun = STORY.replace("ready", "in progress")
    assert changed(begun, ("in progress", "draft")) == ["US-1 goes back from in progress to draft"]


def test_criteria_are_told_when_they_go_come_and_change() -> None:
    second = "    - {id: AC-2, text: the link ends after 30 days}\n"
    assert changed(STORY, (second, "")) == [
        "US-1 loses the criterion US-1.AC-2: “the link ends after 30 days”"
    ]
    assert sentences(STORY.replace(second, ""), STORY) == [
        "US-1 gains the criterion US-1.AC-2: “the link ends after 30 days”"
    ]
    assert changed(STORY, ("30 days", "a month")) == ["US-1 rewords the criterion US-1.AC-2"]
    assert changed(STORY, ("text: the link opens", "given: [a link], then: [it opens]")) == [
        "US-1 rewords the criterion US-1.AC-1"
    ]


def test_the_same_words_in_another_form_are_no_change() -> None:
    assert (
        changed(
            STORY,
            ("{id: AC-1, text: the link opens}", '{id: US-1.AC-1, text: "the link opens"}'),
        )
        == []
    )


@pytest.mark.verifies("US-53.AC-6")
def test_an_approval_of_another_text_is_named_with_what_changed_since() -> None:
    said = changed(
        PRD, ("nobody asks by mail, ", ""), ("a link opens a plan", "a link opens two plans")
    )
    assert said == [
        "PRD-7 loses the goal: “nobody asks by mail”",
        "PRD-7 has changed since it was approved: the approval by “finance” of 2026-05-02 does not cover goals, PRD-7.FR-1",
        "PRD-7 rewords the requirement PRD-7.FR-1",
    ]
    again = changed(PRD, ("nobody asks by mail, ", ""), ("2026-05-02", "2026-06-01"))
    assert not [one for one in again if "does not cover" in one]
    beside = changed(PRD, ("title: Links", "title: Sharing"), ("item: RM-1", "item: RM-2"))
    assert beside == [
        "PRD-7 now specifies RM-2 instead of RM-1",
        "PRD-7 is now called “Sharing” instead of “Links”",
    ]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("state: approved", "state: rejected", "is rejected by “finance”"),
        ("state: approved", "state: requested", "needs another approval of “finance”"),
        ("}]\nitem", "}, {role: law}]\nitem", "needs the approval of “law”"),
        (
            "priority: must",
            "priority: could",
            "PRD-7.FR-1 “a link opens a plan”: priority falls from must to could",
        ),
        ("status: approved", "status: draft", "is open again: draft; it was approved"),
    ],
)
def test_what_people_agreed_to_is_told(old: str, new: str, sentence: str) -> None:
    assert f"PRD-7 {sentence}" in changed(PRD, (old, new))


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("title: Share", "title: Share, owner: Ada", "is now owned by “Ada”"),
        ("title: Share", "title: Share, audience: public", "is public now: everybody may read it"),
        ("title: Share", "title: Share, tags: [a, b]", "tags gets “a”"),
        ("title: Share", "title: Share, depends_on: [RM-2]", "now depends on RM-2"),
        ("plans are read", "plans are read twice", "rewords “Outcome”"),
        ("title: Share", "title: Share, horizon: next", "is put under next"),
        ("title: Share", "title: Share, effort: 3d", "effort is 3d"),
        (
            "title: Share",
            "title: Share, updates: [{date: 2026-05-01, text: begun}]",
            "has news of 2026-05-01: “begun”",
        ),
        ("title: Share", "title: Share, links: [{title: t, url: u}]", "links gets “t”"),
        ("title: Share", "title: Share, scores: {moscow: must}", "scores are “moscow: must”"),
    ],
)
def test_every_field_has_a_sentence(old: str, new: str, sentence: str) -> None:
    assert changed(ITEM, (old, new))[0] == f"RM-1 {sentence}"


def test_a_horizon_and_an_order_are_told() -> None:
    now = ITEM.replace("end: 2027-Q1", "horizon: now")
    assert changed(now, ("now", "later")) == ["RM-1 moves from now to later"]
    tagged = ITEM.replace("end:", "tags: [a, b], end:")
    assert changed(tagged, ("[a, b]", "[b, a]")) == ["RM-1 tags stand in another order"]


def test_what_is_new_and_what_is_gone_is_told() -> None:
    assert sentences("", ITEM + STORY) == [
        "RM-1 is a new roadmap item (planned), Q1 2027",
        "US-1 is a new story (ready), with two criteria",
    ]
    assert sentences(ITEM, "") == ["RM-1 is gone; it was planned"]


@pytest.mark.verifies("US-52.AC-4")
def test_an_item_with_another_id_in_another_file_is_the_same_item() -> None:
    links = "- {id: RM-2, title: b, outcome: see RM-1, depends_on: [RM-1]}\n"
    renamed = ITEM.replace("RM-1", "RM-120, aliases: [RM-1]").replace("2027-Q1", "2027-Q2")
    found = sentences(
        {"a__yaml": ITEM + links}, {"b__yaml": renamed, "c__yaml": links.replace("RM-1", "RM-120")}
    )
    assert found == [
        "RM-120 slips from 2027-Q1 to 2027-Q2, three months",
        "RM-120 had the id RM-1 before",
        "RM-120 stands in “roadmap/b.yaml” instead of “roadmap/a.yaml”",
        "RM-2 stands in “roadmap/c.yaml” instead of “roadmap/a.yaml”",
    ]


def test_what_cannot_be_read_is_not_told_as_gone() -> None:
    broken = "- id: RM-1\n  title: [\n"
    assert sentences(ITEM, broken) == [
        "RM-1 cannot be read any more, so that nobody knows what it says"
    ]
    assert sentences(broken, ITEM) == ["RM-1 can be read again; what it said before is not known"]
    wrong = ITEM.replace("2027-Q1", "soon")
    assert sentences(ITEM, wrong) == [
        "RM-1 cannot be understood in full, before or now, so that this is not clear: end"
    ]


@pytest.mark.verifies("US-52.AC-6")
def test_what_promises_less_stands_first() -> None:
    old = ITEM + STORY + ITEM.replace("RM-1", "RM-3")
    new = (ITEM + STORY.replace("priority: must", "priority: should")).replace("2027-Q1", "2027-Q2")
    new += ITEM.replace("RM-1", "RM-2")
    assert [line.split()[0] for line in sentences(old, new)] == ["RM-3", "RM-1", "RM-2", "US-1"]


@pytest.mark.verifies("US-52.AC-2")
def test_without_a_change_there_is_no_sentence() -> None:
    assert (
        sentences(
            ITEM + STORY + PRD.replace("id: PRD", "- id: PRD").replace("\n", "\n  "),
            ITEM + STORY + PRD.replace("id: PRD", "- id: PRD").replace("\n", "\n  "),
        )
        == []
    )
    assert sentences({"a__yaml": ITEM + STORY}, {"a__yaml": "# a comment\n" + STORY + ITEM}) == []


def test_the_text_of_a_page_beside_its_fields_is_told() -> None:
    page = (
        "---\nid: PRD-1\ntitle: a\n---\n\nBefore.\n\n## Problem\n\nMail.\n\n## Background\n\nOld.\n"
    )
    new = page.replace("Old.", "New.")
    assert sentences({"p__md": page}, {"p__md": new}) == [
        "PRD-1 has other words on its page, outside of its fields"
    ]
    assert sentences({"p__md": page}, {"p__md": page.replace("Mail.", "Mails.")}) == [
        "PRD-1 rewords “Problem”"
    ]


def test_a_criterion_with_another_id_and_its_old_words_is_neither_lost_nor_gained() -> None:
    assert changed(STORY, ("id: AC-2", "id: AC-7")) == [
        "US-1 gives the criterion US-1.AC-2 the id US-1.AC-7"
    ]
    assert promises(STORY, STORY.replace("id: AC-2", "id: AC-7")) == []
    # With other words, it is another criterion.
    pairs = ("id: AC-2", "id: AC-7"), ("ends after 30 days", "costs nothing at all")
    assert len(changed(STORY, *pairs)) == 2


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ("sprint: SPR-1", "is now in SPR-1"),
        ("points: 3", "points are 3"),
        ("notes: x", "gets a text for “Notes”"),
        ("depends_on: [US-7]", "now depends on US-7"),
    ],
)
def test_a_sentence_is_one_that_people_would_say(more: str, sentence: str) -> None:
    assert changed(STORY, ("priority: must", f"priority: must\n  {more}"))[0].endswith(sentence)


def test_a_link_that_is_cut_or_leads_elsewhere_is_told_so() -> None:
    linked = STORY.replace("priority: must", "sprint: SPR-1\n  depends_on: [US-7]")
    assert changed(linked, ("SPR-1", "SPR-2")) == ["US-1 is now in SPR-2 instead of SPR-1"]
    assert changed(linked, ("  sprint: SPR-1\n", "")) == ["US-1 is no longer in SPR-1"]
    assert changed(linked, ("[US-7]", "[]")) == ["US-1 no longer depends on US-7"]
