"""Blanks that only look like a space are told as what they are, and made plain."""

from __future__ import annotations

import pytest

from pmdocs.project.reader import build
from pmdocs.rules.catalogue import check
from pmdocs.text import Source
from tests.mended import mended
from tests.yaml_nodes import entry, only, plain, read

NBSP, LINE = "\u00a0", "\u2028"
HEAD = "- id: IDEA-1\n"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (f"{HEAD}{NBSP} title: tea\n", (2, 1)),
        (f"{HEAD}{NBSP}{NBSP}title: tea\n", (2, 1)),
        (f"{HEAD}  title:{NBSP}tea\n", (2, 9)),
        (f"{HEAD}  title:{NBSP}tea\n  owner: me\n", (2, 9)),
        (f"{HEAD}  title{NBSP}: tea\n", (2, 8)),
        (f"-{NBSP}id: IDEA-1\n  title: tea\n", (1, 2)),
        (f"- {{id:{NBSP}IDEA-1, title: tea}}\n", (1, 7)),
        (f"- {{id: IDEA-1,{NBSP}title: tea}}\n", (1, 15)),
        (f"title:{NBSP}tea\nid: IDEA-1\n", (1, 7)),
        ("id: IDEA-1\ntitle:\u3000tea\n", (2, 7)),
    ],
)
def test_a_blank_of_another_kind_is_told_at_its_place(text: str, where: tuple[int, int]) -> None:
    node, (finding,) = read(text)
    assert node is not None, "what stands beside it is read all the same"
    assert finding.span.start == where
    assert "copied from another program such as Word" in finding.message
    assert mended(text) == text.replace(NBSP, " ").replace("\u3000", " ")


def test_several_of_them_are_told_once() -> None:
    text = f"{HEAD}{NBSP}{NBSP}title:{NBSP}tea\n"
    assert only(text).message.startswith("a non-breaking space (and 2 more), ")


def test_a_hidden_line_break_is_told_where_it_is() -> None:
    text = f"{HEAD}  title: tea{LINE}and milk\n  owner: me\n"
    node, (finding,) = read(text)
    assert finding.span.start == (2, 13)
    assert finding.message.startswith("a hidden line break, ")
    assert plain(entry(node, 0, "title")) == "tea and milk"
    assert mended(text) == text.replace(LINE, " ")


def test_nothing_follows_from_it() -> None:
    text = f"- {{id:{NBSP}IDEA-1, title: tea}}\n- id: IDEA-2\n  title:{NBSP}see IDEA-1\n"
    found = check(build([Source("roadmap/a.yaml", text)]))
    assert [(one.code, one.span.start.line) for one in found] == [("PM001", 1)]


@pytest.mark.parametrize(
    "text",
    [
        f"title: 5{NBSP}km\n",
        f'title: "so:{NBSP}what"\n',
        f"notes: |\n  {NBSP}so:{NBSP}what\n",
        f"title: so:{NBSP}what\n",
    ],
)
def test_one_in_a_text_is_part_of_it(text: str) -> None:
    node, findings = read(text)
    assert not findings
    assert NBSP in str(plain(node)).replace("\\xa0", NBSP)


def test_one_in_a_text_stays_when_another_is_mended() -> None:
    text = f"{HEAD}  title:{NBSP}tea\n  notes: |\n    so:{NBSP}what\n"
    assert mended(text) == text.replace(f"title:{NBSP}", "title: ")


def test_another_slip_is_told_as_ever() -> None:
    assert only(f"title: 5{NBSP}km\nnotes:{NBSP}@you\nb: 'x\n").fix is not None
    assert only(f"title: 5{NBSP}km\nb: @you\n").message == "a value cannot begin with `@`"


def test_a_word_with_one_in_it_is_told_so() -> None:
    text = f"id: RM-1\ntitle: t\noutcome: o\nstatus: in{NBSP}progress\n"
    (found,) = check(build([Source("roadmap/a.yaml", text)]))
    assert "holds a non-breaking space" in found.finding.message
    assert found.finding.hint == "write `in progress` with a plain space"
    assert mended(text) == text.replace(NBSP, " ")
