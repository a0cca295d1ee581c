"""What Gherkin can hold, in its three homes: `.feature` files, YAML and Markdown."""

from __future__ import annotations

import textwrap

import pytest

from pmdocs.diagnostics import Finding
from pmdocs.source.gherkin import Feature, read_feature, read_scenario
from pmdocs.source.gherkin_scenario import Scenario
from pmdocs.source.node import Mapping, Scalar
from pmdocs.source.yaml import read_yaml
from pmdocs.text import Source
from tests.conftest import ROOT

SYLIUS = ROOT.parent / "shared" / "data" / "sylius-features"


def feature(text: str) -> tuple[Feature | None, list[Finding]]:
    return read_feature(Source("a.feature", textwrap.dedent(text)))


def fine(text: str) -> tuple[Scenario, ...]:
    read, findings = feature(text)
    assert findings == []
    return read.scenarios if read else ()


def places(text: str) -> list[str]:
    _, findings = feature(text)
    assert all(finding.code == "PM014" and finding.hint for finding in findings)
    return [f"{f.span.start.line}:{f.span.start.column} {f.message}" for f in findings]


@pytest.mark.verifies("US-119.AC-5")
@pytest.mark.skipif(not SYLIUS.is_dir(), reason="the features of Sylius are not beside this folder")
def test_all_features_of_a_large_shop_are_read() -> None:
    paths = sorted(SYLIUS.rglob("*.feature"))
    read = [read_feature(Source(path.name, path.read_text("utf-8"))) for path in paths]
    assert len(paths) == 820
    assert sum(len(one.scenarios) for one, _ in read if one) == 2_297
    assert [findings for _, findings in read if findings] == []
    for one, _ in read:
        for scenario in one.scenarios if one else ():
            text = scenario.source.text
            for step in (*scenario.background, *scenario.steps):
                assert text[step.start : step.end] == step.text
            for level in scenario.levels:
                assert text[level.title.start : level.title.end] == level.title.name
                for tag in level.tags:
                    assert text[tag.start - 1 : tag.end] == f"@{tag.name}"
            columns = [text[c.start : c.end] for c in scenario.outline.columns]
            assert columns == [column.name for column in scenario.outline.columns]


@pytest.mark.verifies("US-119.AC-1")
def test_everything_that_a_scenario_can_hold_is_kept() -> None:
    first, second = fine(
        r'''
        @shop
        Feature: Ferries
          Prose, which is passed over.

          Background: at the quay
            Given a ferry

          @calm
          Scenario: a letter
            * I have
              """markdown
              # Dear captain

                yours
              """
            When I give it to
              | name  | rank \| file |
              | Anna  |              |

          Rule: in storms
            Background:
              Given waves

            @US-1.AC-2
            Scenario Outline: <speed> knots
              But a crew
              Then we go <speed>
              Examples: few
                | speed | note |
                | 3     | slow |
              @more
              Examples:
                | speed | note |
                | 5     | fine |
        '''
    )
    assert first.tags == ("calm", "shop")
    assert first.text == (
        "Given a ferry\n* I have\n"
        '  """markdown\n  # Dear captain\n\n    yours\n  """\n'
        "When I give it to\n  | name  | rank \\| file |\n  | Anna  |              |"
    )
    assert second.criterion == "US-1.AC-2"
    assert [step.text for step in second.background] == ["a ferry", "waves"]
    assert [(step.keyword, step.word) for step in second.steps] == [
        ("given", "But"),
        ("then", "Then"),
    ]
    assert second.text.endswith(
        "Examples: few\n  | speed | note |\n  | 3     | slow |\n"
        "Examples:\n  | speed | note |\n  | 5     | fine |"
    )
    assert second.text[: second.given] == "Given a ferry\nGiven waves"


GOOD = {
    "an empty file": ("", 0),
    "comments alone": ("# one\n\n   # two\n", 0),
    "a feature without anything": ("Feature:\n", 0),
    "a background without steps": ("Feature: a\n Background:\n\n Scenario:\n  Given b\n", 1),
    "a scenario without steps": ("Feature: a\n Scenario: b\n Scenario: c\n  Given d\n", 2),
    "an outline without examples": ("Feature: a\n Scenario Outline: b\n  Given c\n", 1),
    "examples without rows": ("Feature: a\n Scenario: b\n  Given <c>\n  Examples:\n   | c |\n", 1),
    "prose with comments": (
        "Feature: a\n # x\n prose\n # y\n\n Scenario: b\n  prose\n  Given c\n",
        1,
    ),
    "comments and tags between": (
        "Feature: a\n @b #c\n # d\n @e\n Scenario: f\n  Given g\n  # h\n",
        1,
    ),
    "only line feeds of old": ("Feature: a\r\n Scenario: b\r\n  Given c\r\n   | d |\r\n", 1),
    "no line end": ("Feature: a\n Scenario: b\n  Given c", 1),
    "tabs": ("\tFeature: a\n\tScenario: b\n\t\tGiven c\n\t\t| d |\n", 1),
    "stars": ("Feature: a\n Scenario: b\n  * c\n  * d\n", 1),
    "quotes of both sorts": ('Feature: a\n Scenario: b\n  Given c\n   ```\n   """\n   ```\n', 1),
    "the old word for rules": ("Feature: a\n Rule: b\n  Example: c\n   Given d\n  Example: e\n", 2),
    "blanks around the language": ("  #  language :  de\nFunktion: a\n Szenario: b\n  Wenn c\n", 1),
    "emoji": ("# language: em\n📚: a\n 📕: b\n  😐 c\n  🙏 d\n", 1),
    "a script without blanks": ("# language: zh-CN\n功能: a\n 场景: b\n  假如c\n  那么d\n", 1),
    "right to left": ("# language: ar\nخاصية: ا\n سيناريو: ب\n  متى ج\n", 1),
}


@pytest.mark.verifies("US-119.AC-1")
@pytest.mark.parametrize("name", GOOD)
def test_what_the_parser_allows_is_read(name: str) -> None:
    text, count = GOOD[name]
    read, findings = read_feature(Source("a.feature", text))
    assert findings == []
    scenarios = read.scenarios if read else ()
    assert len(scenarios) == count
    for step in (step for one in scenarios for step in one.steps):
        assert text[step.start : step.end] == step.text


BAD = {
    "no Gherkin": (
        "We export things.\n",
        ["1:1 `We export things.` stands above the feature"],
    ),
    "steps above the feature": (
        "Given a\nFeature: b\n",
        ["1:1 `Given a` stands above the feature"],
    ),
    "two backgrounds": (
        "Feature: a\n Background:\n  Given b\n\n Background:\n",
        ["5:2 `Background:` cannot stand here"],
    ),
    "two features": (
        "Feature: a\n Scenario: b\n  Given c\nFeature: d\n",
        ["4:1 `Feature:` cannot stand here"],
    ),
    "ragged tables, twice": (
        "Feature: a\n Scenario: b\n  Given c\n   | d | e |\n   | f |\n  Then g\n   | h |\n   | i | j |\n",
        [
            "5:4 this row has another number of cells than the first row of the table",
            "8:4 this row has another number of cells than the first row of the table",
        ],
    ),
    "slips all over": (
        "Feature: a\n Scenario: b\n  Givn c\n  Wen d\n  Then e\n  Und f\n\n Scenario: g\n  Gven h\n  x\n",
        [
            "3:3 `Givn c` is not a step",
            "4:3 `Wen d` is not a step",
            "6:3 `Und f` is not a step",
            "9:3 `Gven h` is not a step",
        ],
    ),
    "slips that the parser takes for prose": (
        "Feature: a\n Scenario: b\n  given c\n  Wen d\n  Then e\n",
        ["3:3 `given c` is not a step", "4:3 `Wen d` is not a step"],
    ),
    "a second text below a step": (
        'Feature: a\n Scenario: b\n  Given c\n   """\n   """\n   ```\n   ```\n',
        ["6:4 a text stands where none can stand", "7:4 a text stands where none can stand"],
    ),
    "an open text": (
        'Feature: a\n Scenario: b\n  Given c\n   """\n   d\n',
        ['4:4 the text that is opened here with `"""` is not closed'],
    ),
    "a tag above nothing": (
        "Feature: a\n Scenario: b\n  Given c\n @d\n",
        ["4:2 this tag stands above no scenario"],
    ),
    "a blank in a tag": ("Feature: a\n @b c\n Scenario: d\n", ["2:2 a tag cannot hold a space"]),
    "a blank that does not break": (
        "Feature: a\n @b\u00a0c\n Scenario: d\n",
        ["2:2 a tag cannot hold a space"],
    ),
    "a language of nowhere": (
        "# language: xx-y\nFeature: a\n",
        ["1:1 `xx-y` is no language of Gherkin"],
    ),
    "examples of a background": (
        "Feature: a\n Background:\n  Given b\n  Examples:\n",
        ["4:3 `Examples:` cannot stand here"],
    ),
}


@pytest.mark.verifies("US-119.AC-2")
@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("Wennn x", "did you mean `Wenn`?"),
        ("When x", "did you mean `Wenn`?"),
        ("x", "begin the line with `Angenommen`, `Wenn`, `Dann`, `Und` or `Aber`"),
    ],
)
def test_a_slip_is_told_in_the_language_of_the_feature(line: str, hint: str) -> None:
    head = "\n# ours\n# language: de\nFunktion: a\n Szenario: b\n  Angenommen c\n"
    _, findings = read_feature(Source("a.feature", f"{head}  {line}\n  Dann y\n"))
    assert [(one.message, one.hint) for one in findings] == [(f"`{line}` is not a step", hint)]


@pytest.mark.verifies("US-119.AC-2")
@pytest.mark.parametrize("name", BAD)
def test_all_that_is_wrong_is_told_at_its_own_line(name: str) -> None:
    text, expected = BAD[name]
    assert places(text) == expected
    crlf = places(text.replace("\n", "\r\n"))
    assert crlf == expected


@pytest.mark.verifies("US-119.AC-1")
def test_scenarios_are_read_in_all_languages() -> None:
    from gherkin.dialect import DIALECTS, Dialect

    assert len(DIALECTS) >= 80
    for name in DIALECTS:
        dialect = Dialect.for_name(name)
        assert dialect
        given, then = (
            next(word for word in words if not word.startswith("*"))
            for words in (dialect.given_keywords, dialect.then_keywords)
        )
        scenario = f"{dialect.scenario_keywords[0]}: AC-1 b"
        steps = f"   {given}ccc\n   {then}ddd\n"
        text = f"# language: {name}\n{dialect.feature_keywords[0]}: a\n  {scenario}\n{steps}"
        read, findings = read_feature(Source("a.feature", text))
        assert not findings, name
        assert read, name
        (one,) = read.scenarios
        assert one.criterion == "AC-1"
        assert [step.text for step in one.steps] == ["ccc", "ddd"], name
        assert "then" in {step.keyword for step in one.steps} or given == then, name
        # The same in a block of YAML, without the titles.
        block = textwrap.indent(f"# language: {name}\n{textwrap.dedent(steps)}", "  ")
        node, _ = read_yaml(Source("a.yaml", f"scenario: |\n{block}"))
        assert isinstance(node, Mapping)
        value = node.entries["scenario"]
        assert isinstance(value, Scalar)
        (again,), findings = read_scenario(value)
        assert not findings, name
        assert [step.text for step in again.steps] == ["ccc", "ddd"], name
