"""Nothing that differs between two states is left out."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmdocs.analysis.changes.compare import changes
from pmdocs.analysis.changes.delta import Renamed
from pmdocs.analysis.changes.deltas import deltas_of
from pmdocs.analysis.changes.words import word_diff
from pmdocs.project.config import read_settings
from pmdocs.project.reader import build
from pmdocs.text import Source


def test_words_that_differ_are_found() -> None:
    found = word_diff("the link ends after 30 days", "the link ends after a month")
    assert [(run.sort, run.text) for run in found] == [
        ("same", "the link ends after "),
        ("gone", "30"),
        ("new", "a"),
        ("same", " "),
        ("gone", "days"),
        ("new", "month"),
    ]
    long = "word " * 5000
    assert [run.sort for run in word_diff(long, "short")] == ["gone", "new"]


@given(st.text(max_size=60), st.text(max_size=60))
def test_both_texts_can_be_read_out_of_their_difference(old: str, new: str) -> None:
    found = word_diff(old, new)
    assert "".join(run.text for run in found if run.sort != "new") == old
    assert "".join(run.text for run in found if run.sort != "gone") == new


VALUES: dict[str, list[str]] = {
    "title": ["a", "b", "RM-1"],
    "status": ["planned", "done", "dropped"],
    "end": ["2027-Q1", "2027-02-03", "2027"],
    "start": ["2026", "2026-Q4"],
    "horizon": ["now", "later"],
    "owner": ["x", "y"],
    "tags": ["[a]", "[b, a]", "[a, b]", "[a, a]"],
    "links": ["[{title: t, url: u}]", "[{title: t, url: v}, {title: t, url: u}]"],
    "depends_on": ["[RM-2]", "[RM-3, RM-2]"],
    "scores": [
        "{moscow: must}",
        "{moscow: could, value: 3}",
        "{rice: {reach: 1, impact: 2, confidence: 3%, effort: 4}}",
    ],
    "updates": [
        "[{date: 2026-01, text: a}]",
        "[{date: 2026-02, text: a}, {date: 2026-01, text: b}]",
    ],
    "notes": ["one two three", "one three"],
    "effort": ["3d", "2w"],
    "size": ["1", "2"],
}
STATES = st.fixed_dictionaries({}, optional={k: st.sampled_from(v) for k, v in VALUES.items()})


def _written(values: dict[str, Any]) -> str:
    rest = "".join(f", {key}: {value}" for key, value in {"title": "t", **values}.items())
    return f"- {{id: RM-1, outcome: o{rest}}}\n"


@pytest.mark.verifies("US-52.AC-5")
@settings(max_examples=200, deadline=None)
@given(STATES, STATES)
def test_nothing_that_differs_is_left_out(old: dict[str, Any], new: dict[str, Any]) -> None:
    own = "plugins:\n  - pmdocs:\n      fields: {item: {size: {type: whole number}}}\n"
    known, problems = read_settings(Source("mkdocs.yml", own))
    assert not problems
    before, after = (
        build([Source("roadmap/a.yaml", _written(state))], known) for state in (old, new)
    )
    one, other = before.items["RM-1"], after.items["RM-1"]
    told = changes(before, after)
    deltas = [*deltas_of(one, other, Renamed({}))]
    assert bool(told) is bool(deltas) is (one != other)
    keys = {key for key in type(one).model_fields if getattr(one, key) != getattr(other, key)}
    assert {delta.path[0] for delta in deltas} == keys
    fields = {change.field.partition(".")[0] for item in told for change in item.changes}
    # A beginning that moves with the end is told in the sentence about the end.
    assert keys - fields <= {"start"}
