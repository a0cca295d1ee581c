"""pmdocs' own product documents: they are checked, complete, and tied to these tests."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import pytest

from pmdocs.diagnostics import Severity
from pmdocs.model.kinds.story import Story
from pmdocs.project.load import load
from pmdocs.project.project import Project
from pmdocs.rules.catalogue import check
from tests.conftest import ROOT

_MARK = re.compile(r"mark\.verifies\(([^)]*)\)")
_ID = re.compile(r"US-\d+\.AC-\d+")


@cache
def own() -> Project:
    return load(ROOT)


def named_in_tests() -> set[str]:
    texts = (path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    return {id for text in texts for mark in _MARK.findall(text) for id in _ID.findall(mark)}


def test_no_error_is_found_in_them() -> None:
    errors = [str(d.span) for d in check(own()) if d.severity is Severity.ERROR]
    assert errors == []


@pytest.mark.parametrize(
    ("kind", "least"),
    [
        *(("vision", 1), ("persona", 3), ("objective", 4), ("item", 20), ("prd", 5)),
        *(("story", 30), ("charter", 1), ("risk", 1), ("decision", 5), ("release", 1)),
    ],
)
def test_there_are_enough_of_each_kind(kind: str, least: int) -> None:
    assert Counter(item.kind for item in own().items.values())[kind] >= least


def test_key_results_can_be_measured() -> None:
    results = [p.part for p in own().parts.values() if p.part.kind == "key result"]
    assert all(getattr(r, "unit", None) for r in results)


def test_tests_name_criteria_that_exist() -> None:
    assert named_in_tests() <= set(own().parts)


def test_each_criterion_of_a_done_story_has_a_test() -> None:
    done = {
        f"{story.id}.{criterion.id}"
        for story in own().of(Story)
        if story.status == "done"
        for criterion in story.criteria
        if criterion.verification == "test"
    }
    assert sorted(done - named_in_tests()) == []
