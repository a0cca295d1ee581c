from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pmdocs.diagnostics import Finding
from pmdocs.source.gherkin import read_feature, read_scenarios, read_steps
from pmdocs.source.gherkin_scenario import Scenario, Step
from pmdocs.source.node import Mapping, Scalar
from pmdocs.source.yaml import read_yaml
from pmdocs.text import Source

NOT_A_STEP = "begin the line with `Given`, `When`, `Then`, `And` or `But`"


def steps(text: str) -> tuple[tuple[Step, ...], list[Finding]]:
    node, findings = read_yaml(Source("a.yaml", text))
    assert not findings
    assert isinstance(node, Mapping)
    scalar = node.entries["scenario"]
    assert isinstance(scalar, Scalar)
    return read_steps(scalar)


def good(text: str) -> list[tuple[str, str, str]]:
    read, findings = steps(text)
    assert not findings
    assert all(text[step.start : step.end] == step.text for step in read)
    return [(step.keyword, step.word, step.text) for step in read]


def scenarios(text: str) -> tuple[tuple[Scenario, ...], list[Finding]]:
    return read_scenarios(Source("a.md", text), 0, len(text))


def fine(text: str) -> tuple[Scenario, ...]:
    read, findings = scenarios(text)
    assert not findings
    for step in (step for scenario in read for step in scenario.steps):
        assert text[step.start : step.end] == step.text
    return read


def place(finding: Finding) -> tuple[int, int, int, int]:
    return (*finding.span.start, *finding.span.end)


def test_the_steps_of_a_block_know_their_places() -> None:
    text = (
        "id: x\nscenario: |\n  Given a\n  And b b\n    * c\n\n  # why\n"
        "  When d\n    | a | b |\n  Then e  \nend: 1\n"
    )
    assert good(text) == [
        ("given", "Given", "a"),
        ("given", "And", "b b"),
        ("given", "*", "c"),
        ("when", "When", "d"),
        ("then", "Then", "e"),
    ]
    source = Source("a.yaml", text)
    assert source.position(steps(text)[0][1].start) == (4, 7)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("scenario: Given a\n", [("given", "Given", "a")]),
        ('scenario: "Given a"\n', [("given", "Given", "a")]),
        ("scenario: |\n  And a\n  When b\n", [("and", "And", "a"), ("when", "When", "b")]),
        ("scenario: |2-\n    Given a\n", [("given", "Given", "a")]),
        (
            "scenario: |\r\n  Given a\r\n  Then b\r\n",
            [("given", "Given", "a"), ("then", "Then", "b")],
        ),
        ("scenario: |\n\n\n  Given a\n", [("given", "Given", "a")]),
        ("scenario: |\n  Scenario: x\n    Given a\n", [("given", "Given", "a")]),
        ("scenario: |\n  Feature: x\n  Scenario: y\n    Given a\n", [("given", "Given", "a")]),
        (
            "scenario: |\n  # language: de\n  Angenommen a\n  Und b\n  Dann c\n",
            [("given", "Angenommen", "a"), ("given", "Und", "b"), ("then", "Dann", "c")],
        ),
        ('scenario: ""\n', []),
    ],
)
def test_steps_are_read(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert good(text) == expected


def test_every_line_that_is_no_step_is_told() -> None:
    read, findings = steps("scenario: |\n  Givn a\n  When b\n  blah blah\n  given c\n")
    assert not read
    assert [(f.code, f.message, f.hint, place(f)) for f in findings] == [
        ("PM014", "`Givn a` is not a step", "did you mean `Given`?", (2, 3, 2, 9)),
        ("PM014", "`blah blah` is not a step", NOT_A_STEP, (4, 3, 4, 12)),
        ("PM014", "`given c` is not a step", "did you mean `Given`?", (5, 3, 5, 10)),
    ]


@pytest.mark.parametrize(
    ("lines", "where", "message"),
    [
        (
            ["Given a", " | a | b |", " | c |"],
            (4, 4),
            "this row has another number of cells than the first row of the table",
        ),
        (
            ["Given a", '"""', "foo"],
            (3, 3),
            'the text that is opened here with `"""` is not closed',
        ),
        (["Given a", "@x"], (3, 3), "this tag stands above no scenario"),
        (["@x y", "Given a"], (2, 3), "a tag cannot hold a space"),
        (["# language: xx", "Given a"], (2, 3), "`xx` is no language of Gherkin"),
    ],
)
def test_other_slips(lines: list[str], where: tuple[int, int], message: str) -> None:
    _, findings = steps("scenario: |\n" + "".join(f"  {line}\n" for line in lines))
    assert (findings[0].code, findings[0].message) == ("PM014", message)
    assert findings[0].span.start == where
    assert findings[0].hint


@pytest.mark.parametrize("head", ["scenario: >\n  Given a\n", "scenario: Given a\n"])
def test_steps_that_yaml_has_joined_are_told(head: str) -> None:
    _, findings = steps(head + "  When b\n")
    assert [finding.message for finding in findings] == ["the steps run together into one line"]
    assert findings[0].hint == "write `|` behind the key's `:`, and the steps indented below it"


def test_scenarios_in_fences() -> None:
    one, two = fine(
        "intro\n\n```gherkin\n@US-12.AC-3 @smoke\nScenario: Pay\n  Given a\n  When b\n```\n"
        "```yaml\nScenario: no\n```\n"
        "~~~ gherkin\n@top\nFeature: x\n  Scenario: AC-4: other\n    Then c\n~~~\n"
    )
    assert (one.name, one.tags, one.criterion) == ("Pay", ("US-12.AC-3", "smoke"), "US-12.AC-3")
    assert (two.name, two.tags, two.criterion) == ("AC-4: other", ("top",), "AC-4")


def test_scenarios_in_markdown() -> None:
    text = (
        "## Scenarios\n\n`@AC-3` `@x`\n### Scenario: Pay by card\n\nsome prose\n\n"
        "* Given a\n- When b\n  | a | b |\n  |---|---|\n  | 1 | 2 |\n- Then c\n\n"
        "### Scenario Outline: AC-5 z\n* Given <x>\n\n#### Examples:\n\n  | x |\n  | - |\n  | 3 |\n\n"
        "# Other\n- not a step\n"
    )
    one, two = fine(text)
    assert (one.name, one.tags, one.criterion) == ("Pay by card", ("AC-3", "x"), "AC-3")
    assert [step.text for step in one.steps] == ["a", "b", "c"]
    assert text[one.start : one.end] == "Scenario: Pay by card"
    assert (two.name, two.criterion) == ("AC-5 z", "AC-5")


def test_a_slip_in_markdown_has_its_place() -> None:
    _, findings = scenarios("### Scenario: x\n\n- Given a\n- Wen b\n")
    assert [(f.message, f.hint, place(f)) for f in findings] == [
        ("`Wen b` is not a step", "did you mean `When`?", (4, 3, 4, 8))
    ]


def test_a_scenario_of_which_nothing_is_a_step_is_told() -> None:
    _, findings = scenarios("Scenario: x\n  Givn a\n  Wen b\nScenario: empty\n")
    assert [(f.message, f.hint, place(f)) for f in findings] == [
        ("`Givn a` is not a step", "did you mean `Given`?", (2, 3, 2, 9)),
        ("`Wen b` is not a step", "did you mean `When`?", (3, 3, 3, 8)),
    ]


def test_more_than_anybody_reads_is_not_read() -> None:
    _, findings = scenarios("Given a\n" * 30_000)
    message = "240,000 characters of scenarios are more than the 200,000 read"
    assert [(f.code, f.message) for f in findings] == [("PM014", message)]
    _, findings = steps("scenario: |\n" + "  Given a\n" * 30_000)
    assert [f.code for f in findings] == ["PM014"]


def test_plain_scenarios_below_prose_and_in_rules() -> None:
    one, two = fine("prose\n\n@a\nScenario: AC-1 pay\n Given a\nRule: r\n Scenario: w\n  When c\n")
    assert (one.name, one.tags, one.criterion) == ("AC-1 pay", ("a",), "AC-1")
    assert (two.name, two.criterion) == ("w", None)


def test_bare_steps_are_a_scenario_without_a_name() -> None:
    (scenario,) = fine("\nGiven a\nWhen b\n")
    assert scenario.name == ""
    assert [step.keyword for step in scenario.steps] == ["given", "when"]


@pytest.mark.parametrize(
    "text", ["", "just prose\n", "- Given that, we go on\n", "```py\nx\n```\n"]
)
def test_prose_holds_no_scenarios(text: str) -> None:
    assert fine(text) == ()


def test_the_parser_is_not_imported_before_it_is_needed() -> None:
    program = "import sys, pmdocs.source.gherkin; sys.exit('gherkin' in sys.modules)"
    subprocess.run([sys.executable, "-c", program], check=True)


GHERKINISH = st.lists(
    st.sampled_from(
        [
            *(
                "Given a",
                "When b",
                "And",
                "* x",
                "Scenario: s",
                "Feature: f",
                "Rule: r",
                "@t",
                "@t u",
            ),
            *("# language: de", "# language: xx", "Examples:", "| a |", "| a | b |", '"""', "```"),
            *(
                "```gherkin",
                "### Scenario: s",
                "- Given x",
                "",
                "  ",
                "prose",
                "Background:",
                "# c",
            ),
            *("Scenario Outline: o", "`@x`", "|", "\x85", "\u2028Given"),
        ]
    ),
    max_size=9,
)


@example([])
@example(["@t"])
@example(["```gherkin", "```"])
@given(GHERKINISH)
def test_no_text_makes_the_reader_raise(lines: list[str]) -> None:
    text = "\n".join(lines)
    read, findings = scenarios(text)
    assert all(finding.code == "PM014" and finding.hint for finding in findings)
    assert all(0 <= scenario.start <= scenario.end <= len(text) for scenario in read)
    source = Source("a", text)
    one, wrong = read_feature(source)
    assert all(finding.code == "PM014" and finding.hint for finding in wrong)
    for scenario in one.scenarios if one else ():
        assert scenario.start <= scenario.end <= len(text)
        assert all(text[step.start : step.end] == step.text for step in scenario.steps)
    read_steps(Scalar(source, 0, len(text), text, quoted=True))
    block = "a: |\n" + "".join(f"  {line}\n" for line in lines)
    node, _ = read_yaml(Source("a", block))
    if isinstance(node, Mapping) and isinstance(node.entries["a"], Scalar):
        read_steps(node.entries["a"])
