"""Steps that YAML joins into one line are told as that, and nothing follows from it."""

from __future__ import annotations

from pmdocs.project.reader import build
from pmdocs.rules.catalogue import check
from pmdocs.text import Source
from tests.mended import mended

STORY = """\
- id: US-1
  title: t
  as_a: a
  i_want: b
  so_that: c
  status: draft
  prd: PRD-1
  criteria:
    - id: AC-1
      scenario:{0}
        Given I ordered before
        When I touch the usual
        Then the counter shows my name
"""
PRD = "---\nid: PRD-1\ntitle: t\nstatus: draft\n---\n\n## Problem\n\nLong queues.\n"


def told(bar: str) -> list[str]:
    files = {"roadmap/a.yaml": STORY.format(bar), "content/PRD-1.md": PRD}
    found = check(build([Source(path, text) for path, text in files.items()]))
    return [f"{one.code} {one.finding.message}" for one in found if one.span.path.endswith("yaml")]


def test_steps_without_a_bar_are_told_once_and_get_one() -> None:
    others = told(" |")
    assert told("") == [*others, "PM014 the steps run together into one line"]
    assert mended(STORY.format("")) == STORY.format(" |")


def test_steps_below_a_bar_for_folded_text_are_told() -> None:
    assert told(" >") == [*told(" |"), "PM014 the steps run together into one line"]


def test_a_comment_in_between_is_left_to_a_person() -> None:
    text = STORY.format("").replace("before\n", "before # once\n")
    assert mended(text) == text
