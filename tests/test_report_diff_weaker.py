"""What promises less stands first in every format, and is counted once."""

from __future__ import annotations

import pytest

from pmdocs.report.diff import render
from pmdocs.report.diff.comparison import compare
from tests.states import project
from tests.test_analysis_changes import PRD, STORY

GOAL = """\
- id: OBJ-1
  title: Nobody waits
  status: active
  period: 2027
  key_results: [{id: KR-1, text: guests who leave, baseline: 20, target: 5, unit: a day}]
"""
LIMITED = PRD.replace("a link opens a plan", "a link opens within five seconds")


@pytest.mark.parametrize(
    ("text", "old", "new", "shown"),
    [
        (LIMITED, "five", "ten", "<del>five</del><ins>ten</ins>"),
        (LIMITED, "priority: must", "priority: should", "priority falls from must to should"),
        (LIMITED, "within five seconds", "quickly", "rewords the requirement PRD-7.FR-1"),
        (GOAL, "target: 5", "target: 10", "target is 10 instead of 5"),
    ],
)
def test_a_promise_that_became_smaller_begins_the_comment(
    text: str, old: str, new: str, shown: str
) -> None:
    found = compare(project(text), project(text.replace(old, new)), ("a", "b"))
    assert found.headline.startswith("1 item changes: 1 promising less.")
    first = next(line for line in render(found, "markdown").splitlines() if line.startswith("- "))
    assert first.startswith("- 🔻")
    assert shown in first


def test_a_promise_that_became_larger_is_not_marked() -> None:
    found = compare(project(LIMITED), project(LIMITED.replace("five", "two")), ("a", "b"))
    assert "- 🔹 rewords the requirement PRD-7.FR-1" in render(found, "markdown")


def test_an_item_that_is_gone_is_counted_once() -> None:
    found = compare(project(STORY + GOAL), project(STORY), ("a", "b"))
    assert found.headline == "1 item changes: 1 gone."


def test_weaker_promises_and_new_findings_have_figures_of_their_own() -> None:
    new = LIMITED.replace("five", "ten").replace("item: RM-1", "item: RM-1\nstatuss: x")
    found = compare(project(LIMITED), project(new), ("a", "b"))
    page = render(found, "html")
    assert f"<li><b>{len(found.promises)}</b> weaker promises</li>" in page
    assert f"<li><b>{len(found.found)}</b> new findings</li>" in page
    assert f"New findings <small>{len(found.found)}</small>" in page


def test_what_is_compared_is_said_in_words() -> None:
    found = compare(project(STORY), project(""), ("main", "the files here"))
    for style in ("text", "markdown", "html"):
        assert "the files here, compared with main" in render(found, style)
