"""The overview: its sentence, its figures and its page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from pmdocs.rules.catalogue import check
from pmdocs.views.overview import View, build
from tests import browser as script
from tests.conftest import project_of
from tests.golden import assert_golden, values
from tests.lighthouse import empty, fixtures, product, rendered

MORE = """\
- {id: OBJ-4, title: The harbour lives, status: achieved, period: 2027, key_results: [
   {id: KR-1, text: boats, baseline: 10, target: 20, current: 25}]}
- {id: OBJ-5, title: Fewer wrecks, status: active, period: 2026, key_results: [
   {id: KR-1, text: wrecks, baseline: 12, target: 2, current: 9.1, unit: wrecks a year},
   {id: KR-2, text: lost days, baseline: 0, target: 100, current: -5}]}
- id: RM-11
  title: A mirror
  outcome: the light is seen from afar
  status: blocked
  start: 2026-10
  end: 2027-01
  objectives: [OBJ-5.KR-2]
  depends_on: [RM-2]
  updates:
    - {date: 2027-02-01, health: off track, text: The glass **broke**.}
    - {date: 2027-01, text: The glass is cut.}
- {id: RSK-1, title: Storm, effect: no light, probability: 3, impact: 5, response: mitigate, owner: Mara}
- {id: RSK-2, title: Dust, effect: less light, probability: 2, impact: 2}
- {id: RSK-3, title: Fire, effect: no tower, probability: 2, impact: 5, status: closed}
- id: CH-2
  title: Move the bell
  status: active
  purpose: it is heard
  sponsor: harbour office
  manager: site manager
  start: 2027-01
  milestones:
    - {id: MS-1, title: the bell hangs, date: 2027-02-24, baseline: 2027-01-20}
"""
project, view, html = fixtures(
    lambda project: build(project, check(project)), "overview/overview.html"
)


@pytest.fixture(scope="module")
def full() -> View:
    return build(product(MORE))


def written(view: View, **options: bool) -> str:
    return rendered("overview/overview.html", view, product(MORE), **options)


def test_values_are_as_before(view: View, full: View) -> None:
    assert_golden("views/overview.txt", values(view))
    assert_golden("views/overview-full.txt", values(full))


def test_html_is_as_before(html: str, full: View) -> None:
    assert_golden("views/overview.html", html)
    assert_golden("views/overview-full.html", written(full))


# The sentence


@pytest.mark.verifies("US-66.AC-1")
def test_a_sentence_says_how_the_product_stands(full: View) -> None:
    assert full.sentence == (
        "2 of 6 roadmap items are being built and 1 is done; 1 is blocked, 1 is at risk and "
        "1 is late; release 0.1 is 4 weeks late; the next release is 1.0 on 31 Mar 2027, in 7 weeks."
    )


RM = "{{id: RM-{}, title: t, outcome: o, status: {}}}"
SENTENCES = {
    "": "Nothing is on the roadmap yet.",
    "planned": "The only roadmap item is not being built.",
    "in-progress": "The only roadmap item is being built.",
    "done": "The only roadmap item is done.",
    "dropped": "Nothing is on the roadmap yet.",
    "done done": "All 2 roadmap items are done.",
    "planned planned": "None of 2 roadmap items is being built.",
    "planned done done": "None of 3 roadmap items is being built and 2 are done.",
    "blocked blocked": "All 2 roadmap items are being built; 2 are blocked.",
    "in-progress at-risk planned": "2 of 3 roadmap items are being built; 1 is at risk.",
}


@pytest.mark.parametrize("states", SENTENCES)
def test_a_sentence_for_every_state(states: str) -> None:
    words = [word.replace("-", " ") for word in states.split()]
    text = "".join(f"- {RM.format(n, word)}\n" for n, word in enumerate(words, 1))
    assert build(project_of(yaml=text)).sentence == SENTENCES[states]


def test_several_late_releases_are_counted() -> None:
    more = '- {id: REL-3, title: Older, version: "0.0", date: 2026}\n'
    assert "; 2 releases are late; the next release is 1.0" in build(product(more)).sentence


# The figures


def test_roadmap_items_are_counted_by_state_without_those_that_were_dropped(full: View) -> None:
    told = ", ".join(f"{share.count} {share.word}" for share in full.shares)
    assert told == "1 done, 1 blocked, 1 in progress, 1 planned, 2 discovery"
    assert full.total == 6


@pytest.mark.verifies("US-66.AC-2")
def test_dates_that_come_next_are_told_after_those_that_are_overdue(full: View) -> None:
    told = [(one.id, one.sort, one.distance, one.overdue, one.moved) for one in full.moments]
    assert told == [
        ("REL-2", "release", "4 weeks late", True, ""),
        ("CH-2.MS-1", "milestone", "in 2 weeks", False, "moved by 5 weeks"),
        ("REL-1", "release", "in 7 weeks", False, ""),
    ]


def test_the_oldest_of_many_overdue_dates_are_only_counted() -> None:
    more = "".join(
        f"- {{id: REL-{n}, title: r, version: '{n}', date: 2026-{n:02}}}\n" for n in range(3, 9)
    )
    view = build(product(more))
    assert len(view.moments) == 5
    assert view.more_overdue == 4
    assert view.moments[-1].id == "REL-1"
    assert "4 more overdue" in rendered("overview/overview.html", view, product(more))


def test_what_is_released_or_reached_is_no_date_to_look_at() -> None:
    more = '- {id: REL-9, title: r, version: "9", date: 2027-02-11, status: released}\n'
    assert "REL-9" not in {moment.id for moment in build(product(more)).moments}
    assert "CH-1.MS-2" not in {moment.id for moment in build(product()).moments}


def test_what_is_being_built_is_told_with_those_in_trouble_first(full: View) -> None:
    assert [card.id for card in full.built] == ["RM-11", "RM-1"]
    assert [card.id for card in full.trouble] == ["RM-11", "RM-1"]
    assert full.built[0].warning == "late by 10 days"


@pytest.mark.verifies("US-66.AC-3")
def test_a_key_result_says_how_much_of_its_way_is_reached(full: View) -> None:
    percents = {result.id: result.percent for aim in full.aims for result in aim.results}
    assert percents == {
        "OBJ-1.KR-1": None,
        "OBJ-2.KR-1": None,
        "OBJ-3.KR-1": None,
        "OBJ-4.KR-1": 100,
        "OBJ-5.KR-1": 29,
        "OBJ-5.KR-2": 0,
    }
    numbers = {result.id: result.numbers for aim in full.aims for result in aim.results}
    assert numbers["OBJ-5.KR-1"] == "now 9.1, from 12 to 2 wrecks a year"
    assert numbers["OBJ-1.KR-1"] == "from 12 to 2"


def test_an_objective_says_how_many_of_its_roadmap_items_are_done(full: View) -> None:
    served = {aim.id: (aim.done, aim.total) for aim in full.aims}
    # RM-1 helps by a key result of OBJ-1; RM-4, which was dropped, does not count.
    assert served == {
        "OBJ-1": (0, 2),
        "OBJ-2": (1, 2),
        "OBJ-3": (0, 0),
        "OBJ-4": (0, 0),
        "OBJ-5": (0, 1),
    }


def test_an_objective_is_late_when_its_period_is_over(full: View) -> None:
    assert {aim.id: aim.warning for aim in full.aims if aim.warning} == {"OBJ-5": "late by 6 weeks"}


def test_objectives_of_the_past_are_left_out() -> None:
    key = "key_results: [{id: KR-1, text: a, baseline: 0, target: 1}]"
    more = (
        f"- {{id: OBJ-7, title: a, status: achieved, period: 2026, {key}}}\n"
        f"- {{id: OBJ-8, title: b, status: missed, period: 2027, {key}}}\n"
    )
    assert [aim.id for aim in build(product(more)).aims] == ["OBJ-1", "OBJ-2", "OBJ-3"]


@pytest.mark.verifies("US-66.AC-4")
def test_open_risks_are_told_by_probability_times_impact(full: View) -> None:
    told = [(one.id, one.score, one.role, one.response, one.owner) for one in full.threats]
    assert told == [("RSK-1", 15, "blocked", "mitigate", "Mara"), ("RSK-2", 4, "planned", "", "")]
    assert "No response yet" in written(full)


def test_only_the_gravest_five_risks_are_shown() -> None:
    more = "".join(
        f"- {{id: RSK-{n}, title: r, effect: e, probability: 1, impact: {n % 5 + 1}}}\n"
        for n in range(1, 9)
    )
    view = build(product(more))
    assert [one.score for one in view.threats] == [5, 4, 4, 3, 3]
    assert view.more_threats == 3


def test_updates_of_all_items_are_told_newest_first(full: View) -> None:
    told = [(one.item.id, one.date.words, one.health, one.role) for one in full.news]
    assert told == [
        ("RM-11", "1 Feb 2027", "off track", "blocked"),
        ("RM-11", "Jan 2027", "", ""),
    ]


def test_documents_are_as_sound_as_the_findings_say(view: View) -> None:
    assert view.soundness is not None
    sound = view.soundness
    assert (sound.with_criteria, sound.stories, sound.percent) == (2, 3, 66)
    found = check(product())
    assert sound.errors == sum(one.severity == "error" for one in found) > 0


def test_a_site_without_findings_says_nothing_about_health() -> None:
    view = build(product(), None)
    assert view.soundness is None
    assert "Health of the documents" not in rendered("overview/overview.html", view, product())


def test_items_can_be_chosen() -> None:
    project = product(MORE)
    view = build(project, items=[project.items[id] for id in ("RM-1", "OBJ-2", "REL-1")])
    assert view.sentence == (
        "The only roadmap item is being built; 1 is at risk; "
        "the next release is 1.0 on 31 Mar 2027, in 7 weeks."
    )
    assert [(aim.id, aim.total) for aim in view.aims] == [("OBJ-2", 1)]
    assert (view.stories, view.threats, view.news) == (0, (), ())


def test_an_empty_product_is_told_how_to_begin() -> None:
    page = rendered("overview/overview.html", build(empty()), empty())
    assert "pmdocs new vision" in page
    assert "<section" not in page


# The page


def test_within_other_text_it_has_no_anchors_and_no_headings(full: View) -> None:
    inside = written(full, embedded=True)
    assert " id=" not in inside
    assert "<h" not in inside


def test_a_script_in_a_title_stays_text(html: str) -> None:
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_it_needs_no_script(browser: Browser, full: View) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    css = script.ASSETS["pmdocs.css"].decode()
    page.set_content(f"{script.PAGE}<style>{css}</style>{written(full)}")
    headings = [one.inner_text() for one in page.locator("h2").filter(visible=True).all()]
    assert headings == [
        "Being built now",
        "Blocked or at risk",
        "Latest updates",
        "Recently done",
        "Objectives",
        "Health of the documents",
    ]
    context.close()
