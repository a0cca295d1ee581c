"""Scenarios in `.feature` files are criteria of the stories that they name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pmdocs.model.kinds.story import Story
from pmdocs.project.alike import build_like
from pmdocs.project.project import PartPlace, Project
from pmdocs.project.reader import build
from pmdocs.rules.catalogue import check
from pmdocs.text import Source
from tests.conftest import TODAY

if TYPE_CHECKING:
    pass

STORY = "- {id: US-12, title: Pay, status: ready, as_a: guest, i_want: to pay, so_that: I can go}\n"
WITH_CRITERIA = """\
- id: US-12
  title: Pay
  as_a: guest
  i_want: to pay
  so_that: I can go
  criteria:
    - {id: AC-1, text: every card is taken}
    - id: AC-2
      scenario: |
        When I pay
        Then I get a receipt
"""
FEATURE = """\
@US-12 @slow
Feature: Paying

  Background:
    Given a bill of 12 euros

  @US-12.AC-3
  Scenario: by card
    When I hold up my card
    Then the bill is paid

  @AC-4
  Scenario Outline: in coins
    When I put in <coins>
      | 1 | 2 |
    Then I get back <change>

    Examples: too much
      | coins | change |
      | 13    | 1      |
"""


def project(feature: str = FEATURE, story: str = STORY, **more: str) -> Project:
    texts = {"roadmap/a.yaml": story, "roadmap/pay.feature": feature}
    texts |= {f"roadmap/{name}.feature": text for name, text in more.items()}
    return build([Source(path, text) for path, text in texts.items()], today=TODAY)


def told(project: Project) -> list[str]:
    found = check(project)
    return [f"{d.span} {d.code} {d.finding.message}" for d in found if d.code != "PM206"]


def story(project: Project) -> Story:
    item = project.items["US-12"]
    assert isinstance(item, Story)
    return item


@pytest.mark.verifies("US-118.AC-1")
def test_a_scenario_is_a_criterion_of_the_story_that_its_tag_names() -> None:
    one = project()
    assert told(one) == []
    assert list(one.parts) == ["US-12.AC-3", "US-12.AC-4"]
    place = one.find("US-12.AC-4")
    assert isinstance(place, PartPlace)
    assert str(place.span) == "roadmap/pay.feature:12:4"
    assert one.title_of("US-12.AC-3") == "by card"
    assert story(one).criteria[1].scenario == (
        "Given a bill of 12 euros\nWhen I put in <coins>\n  | 1 | 2 |\nThen I get back <change>\n"
        "Examples: too much\n  | coins | change |\n  | 13    | 1      |"
    )


@pytest.mark.verifies("US-118.AC-1")
@pytest.mark.parametrize(
    "feature",
    [
        "@US-12\nFeature: x\n @AC-3\n Scenario: y\n  Then z\n",
        "Feature: US-12 x\n @AC-3\n Scenario: y\n  Then z\n",
        "Feature: US-12: x\n Scenario: AC-3 y\n  Then z\n",
        "Feature: x\n @US-12.AC-3\n Scenario: y\n  Then z\n",
        "Feature: x\n Scenario: US-12.AC-3 – y\n  Then z\n",
        "Feature: x\n @US-12\n Rule: r\n  @AC-3\n  Scenario: y\n   Then z\n",
        "@US-12\nFeature: x\n @AC-3\n Rule: r\n  Scenario: y\n   Then z\n",
        "# language: de\n@US-12\nFunktionalität: x\n @AC-3\n Szenario: y\n  Dann z\n",
        "\ufeff@US-12\r\nFeature: x\r\n @AC-3\r\n Scenario: y\r\n  Then z\r\n",
    ],
)
def test_the_story_and_the_criterion_are_named_by_tags_or_by_names(feature: str) -> None:
    one = project(feature)
    assert list(one.parts) == ["US-12.AC-3"]
    assert one.title_of("US-12.AC-3") == "y"
    assert told(one) == []


@pytest.mark.verifies("US-118.AC-2")
def test_a_scenario_of_a_criterion_that_is_a_sentence_is_an_example_of_it() -> None:
    feature = (
        "@US-12\nFeature: x\n @AC-1\n Scenario: a\n  Then b\n @AC-1\n Scenario: c\n  Then d\n"
        " @AC-2\n Scenario: e\n  When I pay\n  Then I get a receipt\n"
    )
    one = project(feature, WITH_CRITERIA)
    assert told(one) == []
    first, second = story(one).criteria
    assert (first.text, first.scenario) == (
        "every card is taken",
        "Scenario: a\nThen b\nScenario: c\nThen d",
    )
    assert second.scenario == "When I pay\nThen I get a receipt"


@pytest.mark.verifies("US-118.AC-2")
def test_two_different_scenarios_of_one_id_are_told() -> None:
    feature = "@US-12\nFeature: x\n @AC-2\n Scenario: e\n  When I flee\n  Then I save money\n"
    message = "PM332 `US-12.AC-2` has another scenario already"
    assert told(project(feature, WITH_CRITERIA)) == [f"roadmap/pay.feature:3:3 {message}"]
    new = feature.replace("AC-2", "AC-9")
    assert told(project(new, more=new.replace("x", "y"))) == []
    other = new.replace("flee", "fly")
    message = message.replace("AC-2", "AC-9")
    # Files are read in the order of their names.
    assert told(project(new, qay=other)) == [f"roadmap/qay.feature:3:3 {message}"]


@pytest.mark.verifies("US-118.AC-3")
def test_what_names_no_story_is_told_with_what_was_meant() -> None:
    feature = "@US-12\nFeature: x\n @US-21.AC-3\n Scenario: y\n  Then z\n"
    assert told(project(feature)) == [
        "roadmap/a.yaml:1:8 PM301 `US-12` has no acceptance criteria",
        "roadmap/pay.feature:3:3 PM330 there is no story `US-21`",
    ]
    (finding,) = (d.finding for d in check(project(feature)) if d.code == "PM330")
    assert finding.hint == "did you mean `US-12`?"
    near = (
        "@us-12\nFeature: x\n @AC3\n Scenario: y\n  Then z\n @US_12.AC-1\n Scenario: w\n  Then v\n"
    )
    found = [(d.finding.message, d.finding.hint) for d in check(project(near)) if d.code == "PM331"]
    assert found == [
        ("the tag `@us-12` is almost an id, and names nothing", "write `@US-12`"),
        ("the tag `@AC3` is almost an id, and names nothing", "write `@AC-3`"),
        ("the tag `@US_12.AC-1` is almost an id, and names nothing", "write `@US-12.AC-1`"),
    ]


@pytest.mark.verifies("US-118.AC-3")
def test_nobody_guesses_which_story_a_criterion_belongs_to() -> None:
    both = "@US-12 @US-13\nFeature: x\n @AC-3\n Scenario: y\n  Then z\n"
    assert "roadmap/pay.feature:3:3 PM331 `AC-3` may belong to `US-12` or to `US-13`" in told(
        project(both, STORY + STORY.replace("12", "13"))
    )
    none = "Feature: x\n @AC-3\n Scenario: y\n  Then z\n"
    assert "PM331 nothing says to which story `AC-3` belongs" in " ".join(told(project(none)))


def test_features_that_name_no_story_are_no_business_of_ours() -> None:
    assert told(project("this is no Gherkin", WITH_CRITERIA)) == []
    jira = "@JIRA-12 @SHA-256\nFeature: x\n Scenario: y\n  Nothing\n"
    assert told(project(jira, WITH_CRITERIA)) == []


@pytest.mark.verifies("US-118.AC-4")
def test_all_slips_are_told_at_their_lines_and_no_rule_builds_on_them() -> None:
    feature = "@US-12\nFeature: x\n @AC-3\n Scenario: y\n  Givn a\n  When b\n  Thn z\n"
    found = told(project(feature + "  | a | b |\n  | c |\n"))
    assert [line.split()[:2] for line in found] == [
        [f"roadmap/pay.feature:{line}:3", "PM014"] for line in (5, 7, 9)
    ]


WORDING = pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ("When a", "6:8 PM302"),
        ("When a\n  Then b\n  When c\n  Then d", "8:8 PM303"),
        ("When a\n  When b\n  Then c", "7:8 PM309"),
        ("And a\n  Then b", "6:7 PM310"),
        ("When a\n  Then b\n  And b", "8:7 PM311"),
        ("When <sum>\n  Then b", "6:8 PM312"),
        ("When <a>\n  Then b\n  Examples:\n   | a | c |\n   | 1 | 2 |", "9:10 PM313"),
        ("When a\n  Given b\n  Then c", "7:9 PM324"),
        ("When a\n  Then it is fast", "7:14 PM304"),
    ],
)


@pytest.mark.verifies("US-119.AC-3")
@WORDING
def test_each_rule_of_wording_points_at_the_step(steps: str, expected: str) -> None:
    feature = f"@US-12\nFeature: x\n\n @AC-3\n Scenario: y\n  {steps}\n"
    (line,) = told(project(feature))
    assert line.removeprefix("roadmap/pay.feature:").startswith(expected)


@pytest.mark.verifies("US-119.AC-3")
@WORDING
def test_each_rule_points_at_the_step_on_a_page(steps: str, expected: str) -> None:
    head = "---\nas_a: x\ni_want: y\nso_that: z\n---\n# T\n## Acceptance criteria\n@AC-3\nScenario: y\n"
    page = Source("content/US-12.md", f"{head}  {steps}\n")
    (line,) = told(build([page], today=TODAY))
    row, _, rest = expected.partition(":")
    assert line.removeprefix("content/US-12.md:").startswith(f"{int(row) + 4}:{rest}")


@pytest.mark.verifies("US-119.AC-1")
def test_a_background_is_given_in_each_scenario() -> None:
    feature = (
        "@US-12\nFeature: x\n Background:\n  Given a\n @AC-3\n Scenario: y\n  And b\n  Then c\n"
    )
    assert told(project(feature)) == []
    assert story(project(feature)).criteria[0].scenario == "Given a\nAnd b\nThen c"


def test_a_scenario_without_an_id_gets_one_by_command() -> None:
    text = "@US-12\nFeature: x\n\n  Scenario: y\n    Then z\n"
    (one,) = (d.finding for d in check(project(text)) if d.code == "PM307")
    assert (str(one.span), one.hint) == (
        "roadmap/pay.feature:4:3",
        "write `@AC-1` on the line above it",
    )
    assert one.fix
    (edit,) = one.fix.edits
    assert (edit.span.start, edit.text) == ((4, 3), "@AC-1\n  ")


def test_a_comment_passes_over_the_findings_of_the_scenario_below_it() -> None:
    feature = "@US-12\nFeature: x\n\n @AC-3\n Scenario: y\n  When a\n"
    ignore = "# pmdocs: ignore[PM302] because it is not written yet\n"
    assert told(project(feature.replace(" @AC", f" {ignore} @AC"))) == []
    assert told(project(ignore.replace("ignore[", "ignore-file[") + feature)) == []


def test_another_state_of_the_project_knows_its_own_scenarios() -> None:
    before = [Source("roadmap/a.yaml", STORY), Source("roadmap/pay.feature", FEATURE)]
    twin = build(before, today=TODAY)
    same = build_like(twin, before, twin.settings)
    assert story(same) is story(twin)
    assert same.features == twin.features
    after = build_like(twin, [before[0], Source("roadmap/pay.feature", "")], twin.settings)
    assert not after.parts
    other = Source("roadmap/pay.feature", FEATURE.replace("AC-4", "AC-5"))
    assert list(build_like(twin, [before[0], other], twin.settings).parts) == [
        "US-12.AC-3",
        "US-12.AC-5",
    ]


def test_a_story_is_known_to_features_by_an_id_that_it_had() -> None:
    old = STORY.replace("{id: US-12,", "{id: US-40, aliases: [US-12],")
    assert list(project(story=old).parts) == ["US-40.AC-3", "US-40.AC-4"]
