"""The beginnings of tests are what they say in every language, whatever a criterion holds."""

from __future__ import annotations

import ast
import json
import re
from typing import Any

import pytest
from gherkin.parser import Parser
from hypothesis import given
from hypothesis import strategies as st

from pmdocs.evidence.naming import ids_in
from pmdocs.exchange.skeletons import SKELETONS
from pmdocs.exchange.skeletons.sketch import Sketch, sketch_of
from pmdocs.model.kinds.story import Story
from tests.conftest import project_of

PREFIXES = frozenset({"US", "PRD"})
HOSTILE = (
    *(
        '*/ // /* ` ${x} \' " \\ """',
        "'''",
        "[US-9.AC-9] US_9_AC_9",
        "a\nb",
        "\u2028\u2029\x85\x0c",
    ),
    *("\u202e\ud800\x00", "Given", "Scenario: x", "@tag", "# language: de", "| a |", "```", "灯台"),
    *("Then x\nFeature: y", "<!-- -->", "Examples:", "import os", "x\r\ny", "Rule:", "*", "a\\"),
)
texts = st.one_of(st.text(max_size=30), st.lists(st.sampled_from(HOSTILE)).map(" ".join))
lines = st.lists(texts, max_size=3).map(tuple)
criteria = st.fixed_dictionaries(
    {},
    optional={"text": texts, "given": lines, "when": lines, "then": lines, "scenario": texts},
)


def sketch(title: str, wish: str, held: list[dict[str, Any]]) -> Sketch:
    parts = tuple(_criterion(index, one) for index, one in enumerate(held))
    story = Story.model_construct(
        id="US-12", title=title, as_a=wish, i_want=wish, so_that=wish, criteria=parts
    )
    return sketch_of(story, parts, PREFIXES)


def _criterion(index: int, held: dict[str, Any]) -> Any:
    model = Story.model_fields["criteria"].annotation.__args__[0]  # type: ignore[union-attr]
    return model.model_construct(id=f"AC-{index + 1}", **held)


def written(style: str, *sketches: Sketch) -> str:
    text = SKELETONS[style](sketches)
    # Whatever reads it sees the same lines, and it can be written to a disk.
    assert text.splitlines() == text.split("\n")[:-1]
    text.encode()
    return text


@pytest.mark.verifies("US-124.AC-2")
@given(texts, texts, st.lists(criteria, min_size=1, max_size=3))
def test_no_words_break_out_of_a_test_in_python(
    title: str, wish: str, held: list[dict[str, Any]]
) -> None:
    one = sketch(title, wish, held)
    head, *body = ast.parse(written("pytest", one, one)).body
    assert ast.unparse(head) == "import pytest"
    assert len({function.name for function in body if isinstance(function, ast.FunctionDef)}) == (
        2 * len(held)
    )
    for index, function in enumerate(body):
        assert isinstance(function, ast.FunctionDef)
        marks = [ast.unparse(mark) for mark in function.decorator_list]
        assert marks == [f"pytest.mark.verifies('US-12.AC-{index % len(held) + 1}')"]
        assert [ast.unparse(line) for line in function.body] == ["pytest.skip('not written yet')"]
        assert not ids_in(function.name, PREFIXES)


@pytest.mark.verifies("US-124.AC-2")
@given(texts, texts, st.lists(criteria, min_size=1, max_size=3))
def test_no_words_break_out_of_a_scenario(
    title: str, wish: str, held: list[dict[str, Any]]
) -> None:
    one = sketch(title, wish, held)
    single = _scenarios(Parser().parse(written("gherkin", one)))
    assert {tag for tags, _ in single for tag in tags} == {
        f"@US-12.AC-{index + 1}" for index in range(len(held))
    }
    several: Any = Parser().parse(written("gherkin", one, one))
    assert len(_scenarios(several)) == 2 * len(single)
    assert all(steps for _, steps in single)


def _scenarios(document: Any) -> list[tuple[list[str], list[str]]]:
    children = document["feature"]["children"]
    inner = [c for child in children if "rule" in child for c in child["rule"]["children"]]
    found = [child["scenario"] for child in (*children, *inner) if "scenario" in child]
    return [
        ([tag["name"] for tag in one["tags"]], [step["text"] for step in one["steps"]])
        for one in found
    ]


@pytest.mark.verifies("US-124.AC-2")
@pytest.mark.parametrize("style", ["playwright", "vitest"])
@given(texts, texts, st.lists(criteria, min_size=1, max_size=3))
def test_no_words_break_out_of_a_test_in_a_script(
    style: str, title: str, wish: str, held: list[dict[str, Any]]
) -> None:
    rows = written(style, sketch(title, wish, held)).split("\n")
    code = [row for row in rows if row and not row.lstrip().startswith("//")]
    calls = [match for row in code if (match := re.match(r'\s*[a-z.]+\((".*"), ', row))]
    names = [json.loads(match[1]) for match in calls]
    assert [ids_in(name, PREFIXES) for name in names[1:]] == [
        (f"US-12.AC-{index + 1}",) for index in range(len(held))
    ]
    # An import, a group of three lines, and three lines for each test: nothing else.
    assert len(code) == 3 + 3 * len(held)


PLAN = r'''
- id: US-12
  title: Find "our" light
  as_a: skipper
  i_want: the light */ on `the` chart
  criteria:
    - {id: AC-1, text: "it is \"named\" ${here}"}
    - id: AC-2
      scenario: |
        Background:
          Given it is night
        Scenario Outline: The <sign> is shown
          When these are lit
            | lamp | place \| side |
          Then it says
            """
            a \"\"\" b
            """
          Examples:
            | sign |
            | star |
    - id: AC-3
      scenario: |
        # language: de
        Angenommen es ist Nacht
        Dann blinkt es
'''


def plan() -> Sketch:
    story = project_of(a=PLAN).items["US-12"]
    assert isinstance(story, Story)
    return sketch_of(story, story.criteria, PREFIXES)


@pytest.mark.verifies("US-124.AC-1")
def test_a_feature_keeps_tables_texts_backgrounds_and_languages() -> None:
    assert (
        written("gherkin", plan())
        == '''\
@US-12
Feature: Find "our" light
  # As skipper, I want the light */ on `the` chart

  @US-12.AC-1
  Scenario: it is "named" ${here}
    Then it is "named" ${here}

  @US-12.AC-2
  Scenario Outline: The <sign> is shown
    Given it is night
    When these are lit
      | lamp | place \\| side |
    Then it says
      """
      a \\"\\"\\" b
      """

    Examples:
      | sign |
      | star |

  @US-12.AC-3
  Scenario: Given es ist Nacht, Then blinkt es
    Given es ist Nacht
    Then blinkt es
'''
    )


# Both were run through `node --check` of Node 20 when they were written.
@pytest.mark.verifies("US-124.AC-1")
def test_a_script_for_playwright_names_each_criterion() -> None:
    assert (
        written("playwright", plan())
        == r'''import { test } from "@playwright/test";

// As skipper, I want the light */ on `the` chart
test.describe("US-12: Find \"our\" light", () => {
  test("it is \"named\" ${here} [US-12.AC-1]", async ({ page }) => {
    // it is "named" ${here}
    test.fixme(true, "not written yet");
  });

  test("The <sign> is shown [US-12.AC-2]", async ({ page }) => {
    // Given it is night
    // When these are lit
    //   | lamp | place \| side |
    // Then it says
    //   """
    //   a \"\"\" b
    //   """
    // Examples:
    //   | sign |
    //   | star |
    test.fixme(true, "not written yet");
  });

  test("Given es ist Nacht, Then blinkt es [US-12.AC-3]", async ({ page }) => {
    // Given es ist Nacht
    // Then blinkt es
    test.fixme(true, "not written yet");
  });
});
'''
    )


@pytest.mark.verifies("US-124.AC-1")
def test_a_script_for_vitest_differs_in_its_frame_alone() -> None:
    assert written("vitest", plan()).split("\n")[:7] == [
        'import { describe, test } from "vitest";',
        "",
        "// As skipper, I want the light */ on `the` chart",
        r'describe("US-12: Find \"our\" light", () => {',
        r'  test("it is \"named\" ${here} [US-12.AC-1]", ({ skip }) => {',
        '    // it is "named" ${here}',
        '    skip("not written yet");',
    ]
