"""Where slips in Gherkin stand in YAML and in Markdown, and what is no Gherkin there."""

from __future__ import annotations

import pytest

from pmdocs.source.gherkin import read_scenario, read_scenarios
from pmdocs.source.node import Mapping, Scalar
from pmdocs.source.yaml import read_yaml
from pmdocs.text import Source
from tests.conftest import lines


@pytest.mark.verifies("US-119.AC-2")
@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("|\n  Given a\n  When b b\n  Bla\n", (4, 3)),
        ("|-\n\n      Given a\n      Bla\n", (4, 7)),
        ("|2\n    Given a\n    Bla\n", (3, 5)),
        (">\n  Given a\n\n  When\n  b\n\n  Bla\n", (7, 3)),
        ('"Given a\\nBla"\n', (1, 21)),
        ('"Given \\"a\\"\\n\n  Bla"\n', (2, 3)),
        ("'Given ''a''\n\n  Bla'\n", (3, 3)),
        ("Given a\n\n  Bla\n", (3, 3)),
    ],
)
def test_a_slip_has_its_place_in_every_way_to_write_a_value(
    value: str, expected: tuple[int, int]
) -> None:
    node, _ = read_yaml(Source("a.yaml", f"scenario: {value}"))
    assert isinstance(node, Mapping)
    scalar = node.entries["scenario"]
    assert isinstance(scalar, Scalar)
    _, findings = read_scenario(scalar)
    assert [(f.message, tuple(f.span.start)) for f in findings] == [
        ("`Bla` is not a step", expected)
    ]


@pytest.mark.verifies("US-119.AC-2")
@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("```gherkin\nScenario: AC-1 a\n  When b\n  Bla\n```\n", "14:3"),
        ("@AC-1\nScenario: a\n  When b\n  Bla\n", "14:3"),
        ("`@AC-1`\n### Scenario: a\n\n* When b\n* Bla\n", "15:3"),
    ],
)
def test_a_slip_has_its_place_on_a_page(body: str, expected: str) -> None:
    head = "---\nas_a: x\ni_want: y\nso_that: z\nprd: PRD-1\n---\n# Export\n\n## Acceptance criteria\n\n"
    (line,) = [one for one in lines(head + body, "content/US-1.md") if "PM014" in one]
    assert line.startswith(f"{expected} PM014 `Bla` is not a step")


@pytest.mark.verifies("US-119.AC-4")
@pytest.mark.parametrize("title", ["Background", "What we know", "Notes"])
def test_only_the_section_of_the_criteria_is_read_as_gherkin(title: str) -> None:
    prose = "- Given that ships pass, we count them\n- When in doubt, we ask\n\nGivn it is night\n"
    gherkin = "### Scenario: no criterion\n\n* Bla bla\n"
    page = (
        "---\nas_a: x\ni_want: y\nso_that: z\n---\n# Export\n\n"
        f"## {title}\n\n{prose}\n{gherkin}\n## Acceptance criteria\n\n- **AC-1** the file has rows\n"
    )
    found = [line for line in lines(page, "content/US-1.md") if "PM206" not in line]
    assert found == []


@pytest.mark.verifies("US-119.AC-4")
def test_a_list_of_rules_in_the_section_is_no_gherkin_either() -> None:
    page = (
        "---\nas_a: x\ni_want: y\nso_that: z\n---\n# Export\n\n## Acceptance criteria\n\n"
        "- **AC-1** Given names are shown first\n- **AC-2** When printed, it has two pages\n"
    )
    assert [line for line in lines(page, "content/US-1.md") if "PM206" not in line] == []


def test_gherkin_in_markdown_keeps_tables_and_examples() -> None:
    text = (
        "### Scenario Outline: AC-5 z\n\n* Given <x>\n  | a |\n  | - |\n  | 1 |\n"
        "* Then y\n\n#### Examples:\n\n  | x |\n  | --- |\n  | 3 |\n"
    )
    ((one,), findings) = read_scenarios(Source("a.md", text), 0, len(text))
    assert findings == []
    assert one.text == "Given <x>\n  | a |\n  | 1 |\nThen y\nExamples:\n  | x |\n  | 3 |"
