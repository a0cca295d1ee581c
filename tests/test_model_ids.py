"""Ids are permanent and go into addresses: nothing that only looks like one is one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmdocs.model.ids import check_id, plain_id
from pmdocs.model.registry import builtin
from pmdocs.source.node import Scalar
from pmdocs.text import Source
from tests.conftest import lines, project_of

ANY = "write capital letters, a hyphen and a number, such as `US-12`"
WRONG = {
    "IDEA-１": (
        "the id `IDEA-１` only looks like `IDEA-1`: it holds fullwidth digit one",
        "write `IDEA-1`",
    ),
    "ＩDEA-1": (
        "the id `ＩDEA-1` only looks like `IDEA-1`: it holds fullwidth latin capital letter i",
        "write `IDEA-1`",
    ),
    "IDEА-1": (
        "the id `IDEА-1` only looks like `IDEA-1`: it holds cyrillic capital letter a",
        "write `IDEA-1`",
    ),
    "ΙDEA-1": (
        "the id `ΙDEA-1` only looks like `IDEA-1`: it holds greek capital letter iota",
        "write `IDEA-1`",
    ),
    "IDEA-١": (
        "the id `IDEA-١` only looks like `IDEA-1`: it holds arabic-indic digit one",
        "write `IDEA-1`",
    ),
    "IDE\u200bA-1": (
        "the id `IDE\u200bA-1` only looks like `IDEA-1`: it holds zero width space",
        "write `IDEA-1`",
    ),
    "IDEA\u20101": ("the id `IDEA‐1` only looks like `IDEA-1`: it holds hyphen", "write `IDEA-1`"),
    "idea-1": ("`idea-1` is not an id", "write `IDEA-1`"),
    "Idea 1": ("`Idea 1` is not an id", "write `IDEA-1`"),
    "IDEA_1": ("`IDEA_1` is not an id", "write `IDEA-1`"),
    "IDEA1": ("`IDEA1` is not an id", "write `IDEA-1`"),
    "IDEA-": ("`IDEA-` is not an id", ANY),
    "IDEA-1a": ("`IDEA-1a` is not an id", ANY),
    "IDEA-1.2": ("`IDEA-1.2` is not an id", ANY),
    "CON": ("`CON` is not an id", ANY),
    "12": ("`12` is not an id", ANY),
    "../../x": ("the id `../../x` is a path", ANY),
    "IDEA-1/../x": ("the id `IDEA-1/../x` is a path", ANY),
    "C:\\IDEA-1": ("the id `C:\\IDEA-1` is a path", ANY),
    ".IDEA-1": ("the id `.IDEA-1` is a path", ANY),
    "%2e%2e": ("`%2e%2e` is not an id", ANY),
    "A" * 298 + "-1": (f"`{'A' * 60}…` is not an id", ANY),
    "IDEA-" + "1" * 295: (f"`IDEA-{'1' * 55}…` is not an id", ANY),
    "<script>": ("`<script>` is not an id", ANY),
    "__md_scope": ("`__md_scope` is not an id", ANY),
}


@pytest.mark.parametrize("id", WRONG)
def test_what_only_looks_like_an_id_is_an_error_at_the_id(id: str) -> None:
    message, hint = WRONG[id]
    assert lines(f"- id: '{id}'\n  title: x\n") == [f"1:7 PM106 {message} | {hint}"]


def test_ids_that_differ_only_by_case_are_told_apart_from_nobody() -> None:
    text = "- {id: IDEA-1, title: a}\n- {id: idea-1, title: b}\n"
    assert lines(text) == ["2:8 PM106 `idea-1` is not an id | write `IDEA-1`"]
    assert project_of(a=text).items["IDEA-1"].title == "a"


@pytest.mark.parametrize(
    ("id", "hint"),
    [
        ("USS-1", "did you mean `US-1`?"),
        ("PDR-3", "did you mean `PRD-3`?"),
        ("IDEAS-12", "did you mean `IDEA-12`?"),
    ],
)
def test_an_id_of_no_kind_gets_the_prefix_that_was_meant(id: str, hint: str) -> None:
    prefix = id.partition("-")[0]
    assert lines(f"id: {id}\ntitle: x\n") == [
        f"1:5 PM107 no kind has ids that begin with `{prefix}-` | {hint}"
    ]


def test_an_id_like_no_other_gets_all_prefixes() -> None:
    (line,) = lines("id: ZZZZZ-1\ntitle: x\n")
    assert "| ids begin with `VIS-`, `PER-`, " in line
    assert line.endswith("; a kind of your own is written under `kinds:` in mkdocs.yml")


@pytest.mark.parametrize("id", ["US-1", "US-007", "US-999999999", "CH-12"])
def test_good_ids_are_good(id: str) -> None:
    source = Source("a.yaml", id)
    assert check_id(Scalar(source, 0, len(id), id), builtin()) is None
    assert plain_id(id) == id


@pytest.mark.parametrize(
    "id", ["AC-1x", "C1", "AC-", "AC-١", "US-1.AC", "AC-1234567890", "FR-1", "US-1.FR-1"]
)
def test_a_part_has_an_id_of_its_kind(id: str) -> None:
    text = (
        f"{{id: US-1, title: t, as_a: a, i_want: b, so_that: c, criteria: [{{id: {id}, text: x}}]}}"
    )
    hint = "write `AC-1`" if not id.isascii() else "write an id such as `AC-1`"
    assert lines(text) == [f"1:70 PM106 `{id}` is not an id of a criterion | {hint}"]


@given(st.text(max_size=40))
def test_any_text_is_an_id_or_a_finding_that_can_be_read(text: str) -> None:
    source = Source("a.yaml", text)
    found = check_id(Scalar(source, 0, len(text), text), builtin())
    if found is None:
        assert text.isascii()
        assert builtin().of_id(text)
    else:
        assert found.code in {"PM106", "PM107"}
        assert found.hint


@given(st.text(st.sampled_from("USusАаЅѕΜμ１١1-_ .\u200b"), max_size=12))
def test_what_was_meant_is_meant_by_itself(text: str) -> None:
    assert plain_id(plain_id(text)) == plain_id(text)
