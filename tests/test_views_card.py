"""A card: an item or a part in a few lines."""

from __future__ import annotations

import pytest

from pmdocs.analysis.summary import LONGEST, plain, shortened
from pmdocs.project.project import Project
from pmdocs.views.card import build
from pmdocs.views.card.values import CardView
from tests.conftest import project_of
from tests.golden import assert_golden, values
from tests.lighthouse import product, rendered

MORE = """\
- id: RSK-1
  title: The lamp breaks
  effect: "ships have **no light** for a night"
  probability: 2
  impact: 5
  threatens: [RM-1, RM-2, RM-3, RM-5, RM-6]
- id: DEC-1
  title: Oil, not gas
  status: accepted
  date: 2027-01-10
  context: The island has no pipe.
  decision: The lamp burns [oil](https://oil.example.org), says [[RSK-1|the risk]].
- id: OBJ-9
  title: Halfway
  period: 2027
  key_results:
    - {id: KR-1, text: boats, baseline: 12, target: 2, current: 7, unit: a month, confidence: 40%}
    - {id: KR-2, text: guests, baseline: 0, target: 10}
- id: RM-9
  title: With news
  outcome: something
  health: off track
  updates:
    - {date: 2027-01-02, text: all is well, health: on track}
    - {date: 2027-02-01, text: "the lamp is late, see [[RM-1]]", health: at risk}
- id: CH-9
  title: Tasks
  purpose: to wait
  sponsor: x
  manager: y
  start: 2027-01
  milestones: [{id: MS-1, title: reached, date: 2027-02, actual: 2027-02-03}]
  tasks:
    - {id: T-1, title: dig, work: 8, progress: 100%}
    - {id: T-2, title: build, work: 8, progress: 40%, assignee: mason}
    - {id: T-3, title: paint, work: 8, depends_on: [T-1, T-2]}
- id: US-9
  title: In Gherkin
  as_a: keeper
  i_want: steps
  criteria:
    - id: AC-1
      scenario: |
        Given the lamp is warm
        When the fog comes
        Then the beam is white
"""
SHOWN = (
    *("RM-1", "RM-2", "RM-5", "RM-7", "RM-9", "OBJ-9", "PRD-1", "US-1", "RSK-1", "DEC-1"),
    *("US-1.AC-1", "US-1.AC-2", "US-9.AC-1", "PRD-1.FR-2", "OBJ-9.KR-1", "CH-9.MS-1", "CH-9.T-2"),
)


@pytest.fixture(scope="module")
def project() -> Project:
    return product(MORE)


def card(project: Project, id: str) -> CardView:
    found = project.find(id) or project.unread[id]
    return build(project, found)


def test_values_are_as_before(project: Project) -> None:
    shown = "\n\n".join(values(card(project, id)) for id in SHOWN)
    assert_golden("views/card.txt", shown)


def test_html_is_as_before(project: Project) -> None:
    shown = (rendered("card/card.html", card(project, id), project) for id in SHOWN)
    assert_golden("views/card.html", "\n".join(shown))


def test_a_story_is_told_as_a_wish(project: Project) -> None:
    assert card(project, "US-1").text == "As a skipper, I want the light to blink."


@pytest.mark.parametrize(
    ("role", "wanted"),
    [("engineer", "an engineer"), ("The payer", "the payer"), ("Someone ashore", "someone ashore")],
)
def test_who_wishes_is_spoken_of_with_the_right_article(role: str, wanted: str) -> None:
    story = f"{{id: US-1, title: t, as_a: {role}, i_want: tea}}\n"
    assert card(project_of(a=story), "US-1").text == f"As {wanted}, I want tea."


def test_a_risk_is_told_with_its_score(project: Project) -> None:
    wanted = "ships have no light for a night. Probability × impact: 2 × 5 = 10."
    assert card(project, "RSK-1").text == wanted


def test_at_most_three_links_of_a_name_are_shown_and_the_rest_is_counted(project: Project) -> None:
    threatens = card(project, "RSK-1").links[0]
    assert [ref.id for ref in threatens.refs] == ["RM-1", "RM-2", "RM-3"]
    assert threatens.more == 2
    html = rendered("card/card.html", card(project, "RSK-1"), project)
    assert "and 2 more" in html


def test_an_item_waits_only_for_what_is_open(project: Project) -> None:
    waits = card(project, "RM-2").links[0]
    assert (waits.name, [ref.id for ref in waits.refs]) == ("waits for", ["RM-1"])
    task = card(project, "CH-9.T-3").links[0]
    assert [ref.id for ref in task.refs] == ["CH-9.T-2"]


def test_the_latest_update_is_told_wherever_it_stands(project: Project) -> None:
    news = card(project, "RM-9").news
    assert news
    assert (news.when, news.text) == ("1 Feb 2027", "the lamp is late, see RM-1")
    assert news.health
    assert news.health.word == "at risk"


def test_the_progress_of_an_objective_is_the_mean_of_its_key_results(project: Project) -> None:
    bar = card(project, "OBJ-9").bar
    assert bar
    assert (bar.percent, bar.words) == (25, "0 of 2 key results reached")
    assert card(project, "OBJ-1").bar is None


def test_a_part_says_what_it_belongs_to(project: Project) -> None:
    belongs = card(project, "US-1.AC-2").belongs
    assert belongs
    assert (belongs.id, belongs.title) == ("US-1", "Tell our light from a star")


def test_a_criterion_shows_its_steps_however_it_was_written(project: Project) -> None:
    words = [step.word for step in card(project, "US-9.AC-1").steps]
    assert words == [step.word for step in card(project, "US-1.AC-2").steps]
    assert words == ["Given", "When", "Then"]


def test_more_than_six_steps_are_counted() -> None:
    then = ", ".join(f"step {n}" for n in range(9))
    story = f"id: US-1\ntitle: t\nas_a: x\ni_want: y\ncriteria: [{{id: AC-1, then: [{then}]}}]\n"
    steps = card(project_of(a=story), "US-1.AC-1").steps
    assert [step.text for step in steps][-2:] == ["step 5", "and 3 more"]


def test_what_cannot_be_read_says_so(project: Project) -> None:
    assert card(project, "RM-7").status == "cannot be read"


def test_a_field_of_a_projects_own_may_be_called_as_one_of_ours() -> None:
    text = "id: RM-1\ntitle: t\noutcome: o\nhealth: 5\n"
    assert card(project_of(a=text), "RM-1").health is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a **bold** and _soft_ `word`", "a bold and soft word"),
        ("[[US-1]] and [[US-2|the other]]", "US-1 and the other"),
        ('a [page](guide/deep.md#x "title") and ![a lamp](lamp.png)', "a page and a lamp"),
        ("## Head\n\nnot this", "Head"),
        ("- one\n- two\n\nthree", "one two"),
        ("seven_of_nine and 2 * 3 * 4", "seven_of_nine and 2 * 3 * 4"),
        ("<!-- hidden -->shown", "shown"),
        ("```sh\nrun it\n```", "run it"),
        ("  ", ""),
    ],
)
def test_marks_are_taken_out_of_a_text(text: str, wanted: str) -> None:
    assert plain(text) == wanted


def test_a_long_text_is_cut_behind_a_word() -> None:
    text = shortened("word " * 100)
    assert text.endswith("word…")
    assert len(text) <= LONGEST + 1
    assert shortened("x" * 500) == "x" * LONGEST + "…"
    assert shortened("short") == "short"


def test_text_that_was_made_to_take_long_does_not() -> None:
    # Each of these makes a pattern that looks back take minutes.
    for piece in ("[", "[[", "**a ", "_a ", "<!--", "`", "![x](", "[a|"):
        assert len(plain(piece * 20_000)) < 10_000


def test_a_script_in_a_title_stays_text(project: Project) -> None:
    html = rendered("card/card.html", card(project, "RM-3"), project)
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
