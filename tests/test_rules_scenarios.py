"""What is said about the wording of Given, When and Then, and where."""

from __future__ import annotations

import textwrap

import pytest

from pmdocs.source.gherkin import read_scenarios
from pmdocs.text import Source
from tests.conftest import lines

STORY = """\
- id: US-1
  title: Export the roadmap
  as_a: product manager
  i_want: a CSV file
  so_that: I can sort it
  criteria:
"""
PAGE = """\
---
as_a: product manager
i_want: a CSV file
so_that: I can sort it
---
# Export the roadmap

## Acceptance criteria

"""


def told(scenario: str) -> list[str]:
    steps = textwrap.indent(textwrap.dedent(scenario), "        ")
    text = f"{STORY}    - id: AC-1\n      scenario: |\n{steps}"
    return [line.split(" |")[0] for line in lines(text)]


def told_of_page(body: str) -> list[str]:
    return [line.split(" |")[0] for line in lines(PAGE + textwrap.dedent(body), "content/US-1.md")]


@pytest.mark.verifies("US-106.AC-2")
@pytest.mark.parametrize(
    ("scenario", "expected"),
    [
        ("When a\nWhen b\nThen c\n", ["10:14 PM309 `US-1.AC-1` has a second When"]),
        ("When a\nAnd b\nThen c\n", []),
        ("Given a\nWhen b\nBut c\n* d\nThen e\n", []),
        (
            "When a\nThen b\nWhen c\n",
            ["11:14 PM303 `US-1.AC-1` goes on with a When after its Then"],
        ),
        ("# language: de\nWenn a\nWenn b\nDann c\n", ["11:14 PM309 `US-1.AC-1` has a second When"]),
        (
            "And a\nWhen b\nThen c\n",
            ["9:13 PM310 `US-1.AC-1` begins with `And`, and nothing is before it"],
        ),
        ("* a\nWhen b\nThen c\n", []),
        (
            "When a\nGiven b\nAnd c\nThen d\n",
            ["10:15 PM324 `US-1.AC-1` says what holds before, behind what happens"],
        ),
        (
            "Given a\nWhen b\nThen c\nGiven d\n",
            ["12:15 PM324 `US-1.AC-1` says what holds before, behind what happens"],
        ),
        (
            "When a\nThen b\nGiven c\nWhen d\nThen e\n",
            ["11:15 PM324 `US-1.AC-1` says what holds before, behind what happens"],
        ),
        ("Scenario: a\nWhen a\nThen b\nScenario: b\nGiven c\nWhen d\nThen e\n", []),
        (
            "When a\nThen b\nWhen c\nThen d\nGiven e\n",
            ["11:14 PM303 `US-1.AC-1` goes on with a When after its Then"],
        ),
        ("Given a\nAnd b\nThen c\n", []),
    ],
)
def test_the_order_of_steps(scenario: str, expected: list[str]) -> None:
    assert told(scenario) == expected


def test_a_background_leads_the_scenarios_of_a_page() -> None:
    scenario = "Scenario: AC-1 rows\n  And I have 3 items\n  Then the file has 3 rows\n"
    assert [line[:10] for line in told_of_page(scenario)] == ["11:7 PM310"]
    assert told_of_page(f"Background:\n  Given I am here\n\n{scenario}") == []


@pytest.mark.parametrize(
    ("scenario", "expected"),
    [
        ("When a\nThen b\nAnd  b.\n", ["11:14 PM311 `US-1.AC-1` says this step twice"]),
        ("When a\nThen b\nAnd B\n", ["11:13 PM311 `US-1.AC-1` says this step twice"]),
        ("When a\nAnd a\nThen b\n", []),
        ("Given a\nAnd a\nThen b\n", []),
        ('When a\nThen I see "x"\nAnd I see "y"\n', []),
        ("When a\nThen I see:\n| x |\nAnd I see:\n| y |\n", []),
        ("When a\nThen I see\n| x |\nAnd I see\n| y |\n", []),
    ],
)
def test_steps_that_are_there_twice(scenario: str, expected: list[str]) -> None:
    assert told(scenario) == expected


def test_an_outcome_in_a_list_may_not_be_there_twice() -> None:
    text = "    - {id: AC-1, given: [x, x], when: [b, b], then: [c, d, C.]}\n"
    (line,) = lines(STORY + text)
    assert line.startswith("7:60 PM311 `US-1.AC-1` says this step twice")


EXAMPLES = "Examples:\n| count | rows |\n| 3 | 4 |\n"


@pytest.mark.verifies("US-106.AC-3")
@pytest.mark.parametrize(
    ("scenario", "expected"),
    [
        (f"When <count>\nThen <rows>\n{EXAMPLES}", []),
        (
            f"When <count> of <rows>\nThen <row>\n{EXAMPLES}",
            ["10:14 PM312 the examples have no column `row`"],
        ),
        (
            "When I press <name of the key>\nThen b\n",
            ["9:22 PM312 nothing says what `<name of the key>` is"],
        ),
        ("When it shows <b>a</b> if x < y and z > y\nThen b\n", []),
        (
            f"When <count>\nThen 3\n{EXAMPLES}",
            ["12:19 PM313 no step of `US-1.AC-1` uses the column `rows`"],
        ),
        (f"When <count>\nThen b\n| <rows> |\n{EXAMPLES}", []),
        (f'When <count>\nThen b\n"""\n<rows> <html>\n"""\n{EXAMPLES}', []),
        (f"Scenario Outline: <rows> rows\nWhen <count>\nThen b\n{EXAMPLES}", []),
        (f"When <count>\nThen <rows>\n{EXAMPLES}{EXAMPLES}", []),
    ],
)
def test_parameters_and_columns_belong_together(scenario: str, expected: list[str]) -> None:
    assert told(scenario) == expected


def test_parameters_of_a_page_are_found_where_they_stand() -> None:
    page = """\
    ```gherkin
    Scenario Outline: AC-1 rows
      When I export <count> items
      Then the file has <row> rows

      Examples:
        | count | rows |
        | 3     | 3    |
    ```
    """
    (line,) = lines(PAGE + textwrap.dedent(page), "content/US-1.md")
    assert line == "13:21 PM312 the examples have no column `row` | did you mean `<rows>`?"
    assert told_of_page(page.replace("<row>", "3")) == [
        "16:15 PM313 no step of `US-1.AC-1` uses the column `rows`"
    ]
    assert told_of_page(page.replace("<row>", "<rows>")) == []


def test_a_parameter_is_no_remainder_of_a_template() -> None:
    assert told("When I am a <role>\nThen b\nExamples:\n| role |\n| user |\n") == []
    text = "    - {id: AC-1, given: I am a <role>, when: a, then: b}\n"
    assert [line[:10] for line in lines(STORY + text)] == ["7:32 PM401"]


def test_an_outline_knows_its_names_and_their_places() -> None:
    text = "Scenario Outline: <d>\n  When <a> or < b >\n  Then it\n    | <c> |\n  Examples: one\n    | a | c |\n"
    source = Source("a.md", text)
    ((scenario,), _) = read_scenarios(source, 0, len(text))
    outline = scenario.outline
    assert [(n.name, text[n.start : n.end]) for n in outline.parameters] == [("a", "<a>")]
    assert [(n.name, text[n.start : n.end]) for n in outline.columns] == [("a", "a"), ("c", "c")]
    assert outline.used == {"a", "c", "d"}
