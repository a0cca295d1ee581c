"""Whatever two states hold, the difference can be told in every format."""

from __future__ import annotations

import json

import jsonschema
from hypothesis import given, settings

from pmdocs.project.reader import build
from pmdocs.report.diff import FORMATS, render
from pmdocs.report.diff.comparison import compare
from pmdocs.report.diff.json import schema
from pmdocs.text import Source
from tests.test_history_snapshot import FILES, PAGES


@settings(max_examples=120, deadline=None)
@given(FILES, PAGES, FILES, PAGES)
def test_any_two_states_can_be_compared(
    old: dict[str, str], old_pages: dict[str, str], new: dict[str, str], new_pages: dict[str, str]
) -> None:
    before = build([Source(path, text) for path, text in sorted((old | old_pages).items())])
    after = build([Source(path, text) for path, text in sorted((new | new_pages).items())])
    found = compare(before, after, ("a", "b"))
    for style in FORMATS:
        assert render(found, style)
    jsonschema.validate(json.loads(render(found, "json")), json.loads(schema()))
    same = compare(after, after, ("a", "b"))
    assert same.is_empty
    # What is told as new or gone is so, and what is the same on both sides is not told.
    for one in found.items:
        if one.presence == "added":
            assert one.id not in before.items
        if one.presence == "removed":
            assert one.id not in after.items
