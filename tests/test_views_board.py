"""Boards: the columns, the order of cards, and limits."""

from __future__ import annotations

import re

import pytest

from pmdocs.project.config import read_settings
from pmdocs.project.reader import build as read
from pmdocs.text import Source
from pmdocs.views import initials
from pmdocs.views.board import View, build
from pmdocs.views.board.columns import Column
from pmdocs.views.tile import Tile
from tests.golden import assert_golden, values
from tests.lighthouse import PLAN, TODAY, WORK, empty, fixtures, product, rendered

project, view, html = fixtures(build, "board/board.html")


def stories(*more: str, settings: str = "") -> View:
    """The board of stories of the lighthouse, with more YAML and settings if a test needs them."""
    text = f"plugins:\n  - pmdocs: {{{settings}}}\n"
    found, findings = read_settings(Source("mkdocs.yml", text))
    assert findings == []
    sources = [Source(f"roadmap/{n}.yaml", text) for n, text in enumerate((PLAN, WORK, *more))]
    return build(read(sources, found, today=TODAY), kind="story", by="status")


def column(view: View, key: str) -> Column:
    return next(column for column in view.columns if column.key == key)


def ids(view: View) -> dict[str, list[str]]:
    return {column.key: [card.id for card in column.cards] for column in view.columns}


def card(view: View, id: str) -> Tile:
    return next(one for column in view.columns for one in column.cards if one.id == id)


def written(view: View, **options: bool) -> str:
    return rendered("board/board.html", view, product(), **options)


def test_values_are_as_before(view: View) -> None:
    assert_golden("views/board.txt", values(view))
    assert_golden("views/board-stories.txt", values(stories()))


def test_html_is_as_before(html: str) -> None:
    assert_golden("views/board.html", html)
    assert_golden("views/board-stories.html", written(stories()))


# Now, next and later


def test_items_stand_under_their_horizon(view: View) -> None:
    assert ids(view) == {"now": ["RM-1"], "next": ["RM-2"], "later": ["RM-5", "RM-6"]}


@pytest.mark.verifies("US-61.AC-2")
def test_what_was_done_lately_is_in_the_strip_and_what_was_done_before_is_counted() -> None:
    more = "- {id: RM-8, title: a, outcome: o, status: done, end: 2026-06}\n"
    view = build(product(more))
    assert [one.id for one in view.recent] == ["RM-3"]
    assert (view.earlier, view.dropped) == (1, 1)
    note = re.sub(r"<[^>]+>", "", written(view)).split("\n")
    assert (
        "1 roadmap item done more than three months ago and 1 roadmap item that was dropped"
        " are not on this board." in note
    )


def test_those_that_are_furthest_along_come_first_then_the_earliest() -> None:
    more = "".join(
        f"- {{id: RM-{n}, title: t, outcome: o, horizon: now, status: {status}, start: {start}}}\n"
        for n, status, start in (
            (11, "planned", "2027-03"),
            (12, "discovery", "2026"),
            (13, "planned", "2027-02"),
            (14, "in progress", "2027-02"),
            (15, "blocked", "2029"),
            (16, "at risk", "2028"),
        )
    )
    now = ids(build(product(more)))["now"]
    assert now == ["RM-15", "RM-16", "RM-1", "RM-14", "RM-13", "RM-11", "RM-12"]


def test_a_card_tells_what_a_stakeholder_asks(view: View) -> None:
    one = card(view, "RM-1")
    assert one.parent is not None
    assert (one.parent.id, one.parent.title) == ("OBJ-1", "Nobody is lost in fog")
    assert (one.when, one.sure, one.health, one.initials) == ("Jan – Q2 2027", 2, "at risk", "M")
    assert one.progress is not None
    assert one.progress.words == "1 of 2 stories done"


def test_a_card_waits_only_for_what_is_not_finished(view: View) -> None:
    # RM-2 depends on RM-3 as well, which is done.
    assert [ref.id for ref in card(view, "RM-2").waits_for] == ["RM-1"]


@pytest.mark.parametrize(
    ("fields", "warning"),
    [
        ("status: in progress, start: 2026-11, end: 2027-01", "late by 10 days"),
        ("status: planned, start: 2027-01, end: 2027-04", "should have begun 10 days ago"),
        ("status: in progress, start: 2027-01, end: 2027-04", ""),
    ],
)
def test_a_card_warns_of_what_is_late(fields: str, warning: str) -> None:
    more = f"- {{id: RM-9, title: t, outcome: o, {fields}}}\n"
    assert card(build(product(more)), "RM-9").warning == warning


def test_a_card_warns_when_stories_are_far_behind_the_calendar() -> None:
    more = (
        "- {id: RM-9, title: t, outcome: o, status: in progress, start: 2027-02-01, end: 2027-02-20}\n"
        "- {id: PRD-9, title: t, problem: p, item: RM-9}\n"
        "- {id: US-9, title: t, as_a: a, i_want: w, prd: PRD-9}\n"
    )
    warning = "45% of the time is over, 0% of the stories are done"
    assert card(build(product(more)), "RM-9").warning == warning


def test_initials_are_those_of_the_first_and_the_last_name() -> None:
    names = ["Mara", "harbour office", "Ana de la Cruz", "jean-luc", "", "(nobody)", "4 keepers"]
    assert [initials.of_person(name) for name in names] == ["M", "HO", "AC", "JL", "", "", "4K"]


# The states of stories


@pytest.mark.verifies("US-62.AC-1")
def test_there_is_a_column_for_each_state_but_dropped() -> None:
    assert ids(stories()) == {
        "draft": ["US-4"],
        "ready": ["US-2"],
        "in progress": [],
        "in review": [],
        "done": ["US-1"],
    }
    assert stories().dropped == 1


def test_the_most_wanted_come_first() -> None:
    wanted = ("could", "must", "won't", "should", "must")
    more = "".join(
        f"- {{id: US-{20 + n}, title: t, as_a: a, i_want: w, status: ready, priority: {word}}}\n"
        for n, word in enumerate(wanted)
    )
    assert ids(stories(more))["ready"] == ["US-21", "US-24", "US-23", "US-20", "US-2", "US-22"]


@pytest.mark.verifies("US-62.AC-4")
def test_only_the_latest_twenty_that_are_done_have_a_card() -> None:
    more = "".join(
        f"- {{id: US-{n}, title: t, as_a: a, i_want: w, status: done, points: 1}}\n"
        for n in range(100, 130)
    )
    view = stories(more)
    done = column(view, "done")
    assert (done.count, done.more, done.points) == (31, 11, 33)
    assert [one.id for one in done.cards] == [f"US-{n}" for n in range(129, 109, -1)]
    assert '<a href="items/story/?status=done">and 11 more</a>' in written(view)


def test_the_end_of_its_sprint_tells_when_a_story_was_done() -> None:
    more = (
        "- {id: SPR-1, title: s, goal: g, start: 2027-01-04, end: 2027-01-15}\n"
        "- {id: US-9, title: t, as_a: a, i_want: w, status: done}\n"
        "- {id: US-8, title: t, as_a: a, i_want: w, status: done, sprint: SPR-1}\n"
    )
    assert ids(stories(more))["done"] == ["US-8", "US-9", "US-1"]


@pytest.mark.verifies("US-62.AC-3")
def test_a_story_past_draft_without_criteria_is_a_gap() -> None:
    view = stories("- {id: US-9, title: t, as_a: a, i_want: w, status: draft}\n")
    assert [card(view, id).gap for id in ("US-1", "US-2", "US-9")] == [False, True, False]
    assert written(view).count("No criteria") == 1


@pytest.mark.verifies("US-62.AC-2")
def test_points_are_added_for_each_column() -> None:
    more = "- {id: US-9, title: t, as_a: a, i_want: w, status: draft, points: 0.5}\n"
    found = {column.key: column.points for column in stories(more).columns}
    assert found["draft"] == 13.5
    assert found["ready"] is None


@pytest.mark.verifies("US-87.AC-1")
def test_a_column_says_its_limit_and_by_how_much_it_is_over() -> None:
    limits = "wip_limits: {story: {in progress: 1, ready: 3}}"
    more = "".join(
        f"- {{id: US-{n}, title: t, as_a: a, i_want: w, status: in progress}}\n" for n in (8, 9)
    )
    view = stories(more, settings=limits)
    assert (column(view, "in progress").limit, column(view, "in progress").over) == (1, 1)
    assert (column(view, "ready").limit, column(view, "ready").over) == (3, 0)
    text = written(view)
    assert "<small>2 of 1</small>" in text
    assert "<small>1 of 3</small>" in text
    assert text.count("over the limit") == 1
    assert "1 over the limit" in text


def test_a_limit_may_be_written_with_the_projects_own_word() -> None:
    own = "statuses: {story: {doing: in progress}}, wip_limits: {story: {doing: 2}}"
    assert column(stories(settings=own), "in progress").limit == 2


# Any kind


def test_a_board_of_a_kind_of_the_projects_own() -> None:
    text = (
        "plugins:\n  - pmdocs:\n      kinds: {experiment: {prefix: EXP, statuses: [idea, "
        "{word: Running, role: in-progress}, {word: no use, role: dropped}]}}\n"
    )
    settings, findings = read_settings(Source("mkdocs.yml", text))
    assert findings == []
    items = "- {id: EXP-1, title: a}\n- {id: EXP-2, title: b, status: Running}\n"
    project = read([Source("roadmap/a.yaml", items)], settings, today=TODAY)
    view = build(project, kind="experiment", by="status")
    assert [(one.title, len(one.cards)) for one in view.columns] == [("Idea", 1), ("Running", 1)]
    assert ids(build(project, kind="experiment"))["now"] == ["EXP-2"]


def test_items_can_be_chosen() -> None:
    project = product()
    view = build(project, items=[project.items[id] for id in ("RM-2", "US-1", "RM-6")])
    assert ids(view) == {"now": [], "next": ["RM-2"], "later": ["RM-6"]}
    assert (view.total, view.unread, view.recent) == (2, (), ())


def test_an_item_whose_status_cannot_be_read_is_not_counted_in_any_state() -> None:
    view = stories("- {id: US-9, title: t, as_a: a, i_want: w, status: redy}\n")
    assert ids(view)["unknown"] == ["US-9"]


def test_what_cannot_be_read_is_named(view: View, html: str) -> None:
    assert [ref.id for ref in view.unread] == ["RM-7"]
    assert 'Cannot be read: <a href="items/RM-7/" data-id="RM-7">' in html


def test_an_empty_board_says_how_to_begin() -> None:
    page = rendered("board/board.html", build(empty()), empty())
    assert "pmdocs new item" in page
    assert "data-pm" not in page
    stories = build(empty(), kind="story", by="status")
    assert "pmdocs new story" in rendered("board/board.html", stories, empty())


# The page


def test_a_script_in_a_title_stays_text(html: str) -> None:
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_within_other_text_a_board_has_no_anchors_and_no_headings(view: View) -> None:
    inside = written(view, embedded=True)
    assert " id=" not in inside
    assert "<h" not in inside
    assert "data-embedded" in inside


def test_what_colour_says_is_said_in_words(html: str) -> None:
    assert (
        'title="Health: at risk"><i class="pm-ico pm-s-at-risk" aria-hidden="true"></i>At risk<'
        in html
    )
    assert 'aria-label="Medium confidence"' in html
    assert ">In progress<" in html


def test_a_health_that_its_status_tells_already_is_not_told_twice() -> None:
    more = "".join(
        f"- {{id: RM-{n}, title: t, outcome: o, status: {status}, health: {health}}}\n"
        for n, status, health in ((11, "at risk", "at risk"), (12, "blocked", "off track"))
    )
    text = written(build(product(more)))
    assert text.count('title="Health: at risk"') == 1
    assert text.count('title="Health: off track">· Off track<') == 1
