"""Tests name criteria in their names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmdocs.evidence.naming import ids_in

PREFIXES = {"US", "PRD", "PR"}


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("export works [US-12.AC-3]", ["US-12.AC-3"]),
        ("[US-12.AC-3] [US-12.AC-3][PRD-3.FR-2] export", ["US-12.AC-3", "PRD-3.FR-2"]),
        ("test_US_12_AC_3_has_rows", ["US-12.AC-3"]),
        ("testUS_12_AC_3HasRows", ["US-12.AC-3"]),
        ("test_rows_US_12_AC_3", ["US-12.AC-3"]),
        ("test_rows[US-12.AC-3-chromium]", []),
        ("test_US_12", ["US-12"]),
        ("test_PRD_3_NFR_1 and PR_3", ["PRD-3.NFR-1", "PR-3"]),
        ("hashes with SHA-256, [SHA-256] or SHA_256", []),
        ("US-12.AC-3 without brackets", []),
        ("test_us_12_ac_3", []),
        ("test_BUS_12_AC_3", []),
        ("test_US_12_AC_33", ["US-12.AC-33"]),
        ("test_US_1234567890", []),
        ("", []),
    ],
)
def test_only_ids_of_the_project_count(name: str, ids: list[str]) -> None:
    assert list(ids_in(name, PREFIXES)) == ids


def test_a_project_without_prefixes_has_no_ids() -> None:
    assert ids_in("[US-12.AC-3]", ()) == ()


@given(st.text(alphabet="US-_12.AC3[] "))
def test_any_name_is_read_and_each_id_told_once(name: str) -> None:
    found = ids_in(name, PREFIXES)
    assert len(found) == len(set(found))
