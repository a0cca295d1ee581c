"""Slips in the syntax of YAML are told in plain words."""

from __future__ import annotations

import pytest

from tests.yaml_nodes import only, place, read

SLIPS = [
    ("a:\n\tb: 1\n", (2, 1), "a tab is used to indent; YAML takes spaces only"),
    ("a:\n  b: 1\n\tc: 2\n", (3, 1), "a tab is used to indent; YAML takes spaces only"),
    ("a: |\n\tx\n", (2, 1), "a tab is used to indent; YAML takes spaces only"),
    ("title:Hi\nb: 1\n", (1, 6), "a space is missing after `title:`"),
    ("a: 1\ntitle:Hi\nb: 1\n", (2, 6), "a space is missing after `title:`"),
    ("a: 1\nstatus\nb: 1\n", (2, 1), "`status` is neither a key nor a value here"),
    ("a:\n  - x\n  -y\n", (3, 3), "a space is missing after `-`"),
    ("a: - x\n", (1, 4), "a list cannot begin on the line of its key"),
    ("- a\nb: 1\n", (2, 1), "a key stands among the items of a list"),
    ("a: 1\n- b\n", (2, 1), "this stands among keys, and is none"),
    ("a:\n    b: 1\n  c: 2\n", (3, 3), "the indentation of this line fits nothing above it"),
    ("a: x\n  b: y\n", (2, 3), "the indentation of this line fits nothing above it"),
    (" a: 1\nb: 2\n", (2, 1), "the indentation of this line fits nothing above it"),
    ('title: "abc\nb: x\n', (1, 8), "the double quote that is opened here is not closed"),
    ('title: "abc\nb: "x"\n', (1, 8), "the double quote that is opened here is not closed"),
    ("title: 'abc\nb: 1\n", (1, 8), "the single quote that is opened here is not closed"),
    ("tags: [a, b\nb: x\n", (1, 7), "the bracket `[` that is opened here is not closed"),
    ("a: {b: 1\nc: 2\n", (1, 4), "the bracket `{` that is opened here is not closed"),
    ("a: [x}\n", (1, 6), "`}` does not fit between `[` and `]`"),
    ("a: [x, , y]\n", (1, 8), "a value is missing before `,`"),
    ('a: "C:\\dir"\n', (1, 7), "`\\d` means nothing between double quotes"),
    ("a: | text\n", (1, 4), "text stands on the line of `|`, and begins on the next one"),
    ("%x: 1\n", (1, 1), "a line cannot begin with `%`"),
    ("%YAML 3.0\n---\na: 1\n", (1, 1), "this cannot be read as YAML"),
]


@pytest.mark.parametrize(("text", "where", "message"), SLIPS)
def test_a_slip_is_told_in_plain_words(text: str, where: tuple[int, int], message: str) -> None:
    finding = only(text)
    assert (finding.code, finding.message) == ("PM001", message)
    assert finding.span.start == where
    assert finding.hint


@pytest.mark.parametrize(
    ("value", "quoted", "message"),
    [
        ("@user", '"@user"', "a value cannot begin with `@`"),
        ("`code` here", '"`code` here"', "a value cannot begin with a backtick"),
        ("%50 off", '"%50 off"', "a value cannot begin with `%`"),
        ("*bold* text", '"*bold* text"', "a value cannot begin with `*`"),
        ("**bold**", '"**bold**"', "a value cannot begin with `*`"),
        ("& more", '"& more"', "a value cannot begin with `&`"),
        ("&b, c", '"&b, c"', "a value cannot begin with `&`"),
        ("!<x", '"!<x"', "a value cannot begin with `!`"),
        (", x", '", x"', "a value cannot begin with `,`"),
        ("? x", '"? x"', "a value cannot begin with `?`"),
        ('@a "b"', "'@a \"b\"'", "a value cannot begin with `@`"),
    ],
)
def test_a_value_that_needs_quotes_gets_them_in_the_hint(
    value: str, quoted: str, message: str
) -> None:
    finding = only(f"a: 1\nb: {value} # why\nc: 2\n")
    assert (finding.code, finding.message) == ("PM001", message)
    assert finding.hint == f"put it in quotes: `{quoted}`"
    assert place(finding) == (2, 4, 2, 4 + len(value))


@pytest.mark.parametrize(
    ("line", "column", "hint"),
    [
        ("title: Pay: now", 11, 'put the value in quotes: `title: "Pay: now"`'),
        ("  - b: c: d", 9, 'put the value in quotes: `b: "c: d"`'),
        ('"a b": c: d', 9, 'put the value in quotes: `"a b": "c: d"`'),
    ],
)
def test_a_colon_inside_a_value_needs_quotes(line: str, column: int, hint: str) -> None:
    finding = only(line + "\n")
    assert finding.message == "a `: ` inside an unquoted value"
    assert finding.hint == hint
    assert place(finding) == (1, column, 1, column + 1)


@pytest.mark.parametrize(
    ("value", "message", "quoted"),
    [
        ("'it's nice'", "the value goes on behind its closing `'`", '"it\'s nice"'),
        ('"Hi" there', 'the value goes on behind its closing `"`', "'\"Hi\" there'"),
        ("[Draft] Pay", "the value goes on behind its closing `]`", '"[Draft] Pay"'),
        ("{x} y", "the value goes on behind its closing `}`", '"{x} y"'),
        ('"b": c', 'the value goes on behind its closing `"`', "'\"b\": c'"),
    ],
)
def test_a_value_that_goes_on_behind_its_end(value: str, message: str, quoted: str) -> None:
    finding = only(f"title: {value}\n")
    assert finding.message == message
    assert finding.hint == f"put all of it in quotes: `{quoted}`"


def test_the_place_a_line_should_line_up_with_is_noted() -> None:
    finding = only("a:\n    b: 1\n  c: 2\n")
    assert [str(note.span) for note in finding.notes] == ["a.yaml:1:1"]
    assert only("a: [x}\n").notes[0].text == "the bracket is opened here"


def test_a_slip_leaves_what_was_found_before_it() -> None:
    node, findings = read("a: 1\na: 2\nb: @x\n")
    assert node is None
    assert [finding.code for finding in findings] == ["PM009", "PM001"]
