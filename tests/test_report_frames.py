"""Findings as people read them at a terminal."""

from __future__ import annotations

import pytest

from pmdocs.diagnostics import Diagnostic, Finding, Note, Severity
from pmdocs.report import frames
from pmdocs.rules.catalogue import check
from pmdocs.text import Source
from tests.conftest import project_of

PRODUCT = {
    "a": """\
- id: US-1
  title: 导出 table
  as_a: a
  i_want: b
  so_that: c
  status:\tredy
  title: again
""",
    "b": "- {id: IDEA-1, title: a}\n",
    "c": "# one\n\n\n\n\n\n\n\n\n- {id: IDEA-1, title: b}\n"
    "- {id: US-2, title: 导出导出, as_a: a, i_want: b, so_that: c, prd: PRD-9}\n",
}
GOLDEN = """\
error[PM103]: `redy` is not one of the words for this field
 --> roadmap/a.yaml:6:11
  |
6 |   status: redy
  |           ^^^^
  = help: did you mean `ready`? The words are `draft`, `ready`, `in progress`, `in review`, `done`, `dropped`

error[PM009]: the key `title` is written twice
 --> roadmap/a.yaml:7:3
  |
7 |   title: again
  |   ^^^^^
  …
2 |   title: 导出 table
  |   ----- first written here
  = help: keep one of the two

error[PM202]: the id `IDEA-1` is taken already
  --> roadmap/c.yaml:10:8
   |
10 | - {id: IDEA-1, title: b}
   |        ^^^^^^
  --> roadmap/b.yaml:1:8
   |
 1 | - {id: IDEA-1, title: a}
   |        ------ first used here: a
   = help: write `IDEA-2`, or run `pmdocs renumber`

error[PM201]: `US-2` names `PRD-9`, which does not exist
  --> roadmap/c.yaml:11:64
   |
11 | - {id: US-2, title: 导出导出, as_a: a, i_want: b, so_that: c, prd: PRD-9}
   |                                                                    ^^^^^ not found
   = help: write the id of a PRD or a requirement"""


@pytest.mark.verifies("US-9.AC-1", "US-9.AC-2", "US-9.AC-3")
def test_a_report_shows_the_words_with_their_places_notes_and_help() -> None:
    project = project_of(**PRODUCT)
    assert frames.render(check(project), project.sources) == GOLDEN


def test_a_report_is_the_same_every_time() -> None:
    reports = set()
    for _ in range(2):
        project = project_of(**PRODUCT)
        reports.add(frames.render(check(project), project.sources))
    assert reports == {GOLDEN}


def shown(text: str, start: int, end: int, **more: object) -> list[str]:
    """The frame of one finding in one file."""
    source = Source("roadmap/a.yaml", text)
    finding = Finding(source.span(start, end), str(more.pop("message", "wrong")))
    diagnostic = Diagnostic("PM999", "name", Severity.WARNING, finding)
    sources = {"roadmap/a.yaml": source}
    return frames.render([diagnostic], sources, colour=bool(more.get("colour"))).splitlines()


@pytest.mark.parametrize(
    ("text", "start", "end", "line", "under"),
    [
        ("a: bcd", 3, 6, "1 | a: bcd", "  |    ^^^"),
        ("a: bcd", 3, 3, "1 | a: bcd", "  |    ^"),
        ("a: bcd", 6, 6, "1 | a: bcd", "  |       ^"),
        ("a:\tb", 3, 4, "1 | a: b", "  |    ^"),
        ("\t\tb", 2, 3, "1 |   b", "  |   ^"),
        ("日本: x", 4, 5, "1 | 日本: x", "  |       ^"),
        ("日本: x", 0, 2, "1 | 日本: x", "  | ^^^^"),
        ("ＡＢc", 2, 3, "1 | ＡＢc", "  |     ^"),
        ("e\u0301e\u0301 x", 5, 6, "1 | e\u0301e\u0301 x", "  |    ^"),
        ("🚀 x", 2, 3, "1 | 🚀 x", "  |    ^"),
        ("a\x1b[31mb x", 8, 9, "1 | a\ufffd[31mb x", "  |         ^"),
        ("a\u202eb x", 4, 5, "1 | a\ufffdb x", "  |     ^"),
        ("a\u2028b x", 4, 5, "1 | a\ufffdb x", "  |     ^"),
        ("a\r\nb", 0, 1, "1 | a", "  | ^"),
        ("abc\ndef", 1, 6, "1 | abc", "  |  ^^"),
        ("", 0, 0, "1 |", "  | ^"),
    ],
)
def test_the_carets_stand_under_the_place(
    text: str, start: int, end: int, line: str, under: str
) -> None:
    assert shown(text, start, end)[3:] == [line, under]


def test_a_long_line_is_cut() -> None:
    _, _, _, line, under = shown("x" * 5000, 10, 4000)
    assert line == f"1 | {'x' * 159}…"
    assert under == "  | " + " " * 10 + "^" * 160


@pytest.mark.parametrize(
    ("message", "first"),
    [
        ("a\x1b[2Jb", "warning[PM999]: a\ufffd[2Jb"),
        ("a\n::error::b", "warning[PM999]: a ::error::b"),
        ("a\rb\x07", "warning[PM999]: a\ufffdb\ufffd"),
        ("a\u202eb\u200b", "warning[PM999]: a\ufffdb\ufffd"),
    ],
)
def test_what_cannot_be_seen_is_shown_as_such(message: str, first: str) -> None:
    assert shown("a", 0, 1, message=message)[0] == first


def test_a_note_in_another_file_than_the_note_before_it_says_its_file() -> None:
    one, other = Source("a.yaml", "a: b"), Source("b.yaml", "c: d")
    notes = (
        Note(other.span(0, 1), "there"),
        Note(other.span(3, 4), "there as well"),
        Note(one.span(0, 1), "here"),
    )
    finding = Finding(one.span(3, 4), "wrong", None, notes)
    diagnostic = Diagnostic("PM999", "name", Severity.INFO, finding)
    rows = frames.render([diagnostic], {"a.yaml": one, "b.yaml": other}).splitlines()
    assert rows == [
        "info[PM999]: wrong",
        " --> a.yaml:1:4",
        "  |",
        "1 | a: b",
        "  |    ^",
        " --> b.yaml:1:1",
        "  |",
        "1 | c: d",
        "  | - there",
        "  …",
        "1 | c: d",
        "  |    - there as well",
        " --> a.yaml:1:1",
        "  |",
        "1 | a: b",
        "  | - here",
    ]


def test_a_note_cannot_begin_a_line_either() -> None:
    source = Source("a.yaml", "a: b")
    note = Note(source.span(0, 1), "here\n::error::x")
    finding = Finding(source.span(3, 4), "wrong", "do\n::error::x", (note,), label="no\n::x")
    diagnostic = Diagnostic("PM999", "name", Severity.INFO, finding)
    rows = frames.render([diagnostic], {"a.yaml": source}).splitlines()
    assert rows == [
        "info[PM999]: wrong",
        " --> a.yaml:1:4",
        "  |",
        "1 | a: b",
        "  |    ^ no ::x",
        "  …",
        "1 | a: b",
        "  | - here ::error::x",
        "  = help: do ::error::x",
    ]


def test_colours_are_for_terminals() -> None:
    assert shown("a", 0, 1, colour=True) == [
        "\x1b[1;33mwarning[PM999]\x1b[0m\x1b[1m: wrong\x1b[0m",
        " \x1b[34m-->\x1b[0m roadmap/a.yaml:1:1",
        "  \x1b[34m|\x1b[0m",
        "\x1b[34m1\x1b[0m \x1b[34m|\x1b[0m a",
        "  \x1b[34m|\x1b[0m \x1b[1;33m^\x1b[0m",
    ]


def test_a_place_in_a_file_that_was_not_read_is_shown_without_its_line() -> None:
    finding = Finding(Source("gone.yaml", "").start, "this cannot be read", "open it")
    diagnostic = Diagnostic("PM002", "unreadable-file", Severity.ERROR, finding)
    assert frames.render([diagnostic], {}).splitlines() == [
        "error[PM002]: this cannot be read",
        " --> gone.yaml:1:1",
        "  = help: open it",
    ]


def test_no_findings_are_no_words() -> None:
    assert frames.render([], {}) == ""
