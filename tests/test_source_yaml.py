from __future__ import annotations

import subprocess
import sys
import time
from textwrap import dedent

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from pmdocs.diagnostics import Finding
from pmdocs.source import yaml as reader
from pmdocs.source.node import Mapping, Node, Scalar, Sequence
from pmdocs.source.yaml import read_yaml
from pmdocs.text import Source


def read(text: str, *, foreign: bool = False) -> tuple[Node | None, list[Finding]]:
    return read_yaml(Source("a.yaml", text), foreign=foreign)


def good(text: str) -> Node:
    node, findings = read(text)
    assert not findings
    assert node is not None
    return node


def entry(node: Node | None, *names: str | int) -> Node:
    for name in names:
        if isinstance(name, int):
            assert isinstance(node, Sequence)
            node = node.items[name]
        else:
            assert isinstance(node, Mapping)
            node = node.entries[name]
    assert node is not None
    return node


def plain(node: Node | None) -> object:
    if isinstance(node, Mapping):
        return {name: plain(value) for name, value in node.entries.items()}
    if isinstance(node, Sequence):
        return [plain(value) for value in node.items]
    return None if node is None else node.value


def written(node: Node) -> str:
    return node.source.text[node.start : node.end]


def place(node: Node | Finding) -> tuple[int, int, int, int]:
    return (*node.span.start, *node.span.end)


def only(text: str) -> Finding:
    _, findings = read(text)
    assert len(findings) == 1, findings
    return findings[0]


# --- what is read, and where it stands


def test_values_and_their_places() -> None:
    node = good('id: US-1\ntitle: "Pay now"\ntags: [a, b]\nlinks:\n  depends on:\n    - US-2\n')
    assert plain(node) == {
        "id": "US-1",
        "title": "Pay now",
        "tags": ["a", "b"],
        "links": {"depends on": ["US-2"]},
    }
    assert place(entry(node, "title")) == (2, 8, 2, 17)
    assert place(entry(node, "tags")) == (3, 7, 3, 13)
    assert place(entry(node, "tags", 1)) == (3, 11, 3, 12)
    assert place(entry(node, "links", "depends on", 0)) == (6, 7, 6, 11)
    assert isinstance(node, Mapping)
    assert place(node.keys["title"]) == (2, 1, 2, 6)
    assert written(node.keys["links"]) == "links"


def test_a_block_ends_with_its_last_value() -> None:
    node = good("a:\n  b: 1\n  c:\n  - x\n\n# about d\nd: 2\n\n\n")
    assert written(entry(node, "a")) == "b: 1\n  c:\n  - x"
    assert written(entry(node, "a", "c")) == "- x"
    assert written(node).endswith("d: 2")


def test_a_block_of_text_ends_with_its_last_character() -> None:
    node = good("a: |\n  one\n\n  two\n\n\nb: 1\n")
    scalar = entry(node, "a")
    assert written(scalar) == "|\n  one\n\n  two"
    assert plain(scalar) == "one\n\ntwo\n"
    assert place(scalar) == (1, 4, 4, 6)


def test_an_empty_value_stands_behind_its_colon() -> None:
    scalar = entry(good("a:\nb: 1\n"), "a")
    assert isinstance(scalar, Scalar)
    assert scalar.is_null
    assert place(scalar) == (1, 3, 1, 3)


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "---\n...\n"])
def test_an_empty_document_is_nothing(text: str) -> None:
    assert read(text) == (None, [])


def test_a_stretch_of_a_file_keeps_the_places_of_the_file() -> None:
    source = Source("a.md", "---\nid: x\nb: @\n---\ntext: @\n")
    node, findings = read_yaml(source, 4, 10)
    assert plain(node) == {"id": "x"}
    assert not findings
    _, findings = read_yaml(source, 4, 15)
    assert place(findings[0]) == (3, 4, 3, 5)


def test_quoted_words_are_text() -> None:
    node = good("a: 'yes'\nb: \"1\"\nc: |\n  2\nd: !!str 3\ne: !!int 4\nf: ! 5\n")
    assert plain(node) == {"a": "yes", "b": "1", "c": "2\n", "d": "3", "e": 4, "f": "5"}
    assert written(entry(node, "d")) == "3"


def test_words_are_read_by_the_core_schema() -> None:
    node = good("- yes\n- no\n- on\n- NO\n- 010\n- 12:30\n- 1_000\n- 2026-02-30\n- true\n")
    assert plain(node) == ["yes", "no", "on", "NO", 10, "12:30", "1_000", "2026-02-30", True]


def test_a_date_that_is_none_stays_text_at_its_place() -> None:
    node = entry(good("a: 1\ndue: 2026-13-01\n"), "due")
    assert plain(node) == "2026-13-01"
    assert place(node) == (2, 6, 2, 16)


def test_windows_line_ends_and_a_byte_order_mark_are_accepted() -> None:
    node = good("\ufeffa: 1\r\nb: |\r\n  x\r\n  y\r\nc: z\r\n")
    assert plain(node) == {"a": 1, "b": "x\ny\n", "c": "z"}
    assert place(entry(node, "c")) == (5, 4, 5, 5)
    assert place(entry(node, "a")) == (1, 5, 1, 6)


def test_keys_may_hold_spaces_and_dates() -> None:
    assert plain(good("depends on: x\n2026-01-01: y\n")) == {"depends on": "x", "2026-01-01": "y"}


# --- what is refused


def test_a_repeated_key_shows_both_places_and_keeps_the_first() -> None:
    node, findings = read("a: 1\nb: 2\na: 3\n")
    assert plain(node) == {"a": 1, "b": 2}
    (finding,) = findings
    assert finding.code == "PM009"
    assert finding.message == "the key `a` is written twice"
    assert place(finding) == (3, 1, 3, 2)
    assert [(note.text, str(note.span)) for note in finding.notes] == [
        ("first written here", "a.yaml:1:1")
    ]


@pytest.mark.parametrize(
    ("text", "message", "hint", "where"),
    [
        (
            "1: x\n",
            "a key must be text, and `1` is a number",
            'put it in quotes: `"1":`',
            (1, 1, 1, 2),
        ),
        (
            "a: 1\n? [a]\n: x\n",
            "a key must be text, and `[a]` is a list",
            'put it in quotes: `"[a]":`',
            (2, 3, 2, 6),
        ),
        (
            "true: x\n",
            "a key must be text, and `true` is true or false",
            'put it in quotes: `"true":`',
            (1, 1, 1, 5),
        ),
        (
            "~: x\n",
            "a key must be text, and `~` is nothing",
            'put it in quotes: `"~":`',
            (1, 1, 1, 2),
        ),
        (
            "{a: 1}: x\n",
            "a key must be text, and `{a: 1}` is a map",
            'put it in quotes: `"{a: 1}":`',
            (1, 1, 1, 7),
        ),
        (
            "?\n: x\n",
            "a key must be text, and none is written",
            "write a name before the `:`",
            (1, 2, 1, 2),
        ),
    ],
)
def test_a_key_must_be_text(text: str, message: str, hint: str, where: tuple[int, ...]) -> None:
    node, findings = read(text + "good: 1\n")
    (finding,) = findings
    assert (finding.code, finding.message, finding.hint) == ("PM010", message, hint)
    assert place(finding) == where
    assert isinstance(node, Mapping)
    assert "good" in node.entries
    assert "x" not in [plain(value) for value in node.entries.values()]


def test_nine_levels_of_aliases_are_an_error_at_once() -> None:
    levels = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    levels += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    began = time.perf_counter()
    _, findings = read("\n".join(levels) + "\n")
    assert time.perf_counter() - began < 0.05
    assert {finding.code for finding in findings} == {"PM006"}
    assert findings[0].message == "`&a0` stands for a value in another place, which is not read"
    assert place(findings[0]) == (1, 5, 1, 8)
    assert len(findings) == 10


def test_a_merge_key_is_an_error() -> None:
    node, findings = read("a: &x {b: 1}\nc:\n  <<: *x\n  d: 2\n")
    assert [f.code for f in findings] == ["PM006", "PM006"]
    assert findings[1].message == "`<<` takes values from another place, which is not read"
    assert findings[1].hint == "write the values out here"
    assert place(findings[1]) == (3, 3, 3, 5)
    assert plain(entry(node, "c")) == {"d": 2}


def test_a_cycle_of_aliases_is_an_error() -> None:
    assert only("a: &a [*a]\n").code == "PM006"


@pytest.mark.parametrize(
    ("text", "tag", "end"),
    [
        ("a: !!python/object/apply:os.system ['exit 3']\n", "!!python/object/apply:os.system", 35),
        ("a: !ENV HOME\n", "!ENV", 8),
        ("a: !include b.yaml\n", "!include", 12),
        ("a: !!binary aGk=\n", "!!binary", 12),
        ("a: !!map x\n", "!!map", 9),
        ("a: !!timestamp 2026-01-01\n", "!!timestamp", 15),
    ],
)
def test_a_tag_is_an_error_and_does_nothing(text: str, tag: str, end: int) -> None:
    finding = only(text)
    assert (finding.code, finding.message) == ("PM007", f"`{tag}` is a tag, and tags are not read")
    assert place(finding) == (1, 4, 1, end)


def test_two_documents_are_an_error() -> None:
    node, findings = read("a: 1\n---\nb: 2\n")
    assert plain(node) == {"a": 1}
    (finding,) = findings
    assert finding.code == "PM008"
    assert finding.message == "a second document begins here, and a file holds one"
    assert place(finding) == (2, 1, 2, 4)
    assert only("a: 1\n...\nb: 2\n").code == "PM008"


def test_a_number_with_5000_digits_is_an_error() -> None:
    finding = only("a: " + "9" * 5_000 + "\n")
    assert finding.code == "PM005"
    assert finding.message == "a number with 5,000 digits is too long to be read"
    assert finding.hint == "put it in quotes if it is text"


def test_a_file_of_over_a_megabyte_is_an_error() -> None:
    finding = only("a: " + "x" * 1_000_000)
    assert finding.code == "PM004"
    assert finding.message == "1,000,003 characters are more than the 1,000,000 that are read"


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x7f", "\ud800", "\uffff"])
def test_a_character_that_is_no_text_is_an_error(character: str) -> None:
    finding = only(f"a: 1\nb: x{character}y\n")
    assert finding.code == "PM003"
    assert place(finding) == (2, 5, 2, 6)


# --- slips in the syntax

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


# --- other people's files


def test_a_foreign_file_may_use_what_ours_may_not() -> None:
    text = dedent("""\
        site_name: x
        base: &b {c: 1}
        more: *b
        merged:
          <<: *b
          d: 2
        emoji: !!python/name:material.extensions.emoji.twemoji
        env: !ENV [A, b]
        rel: !relative
        1: x
        ? [a]
        : y
        site_name: last
        ---
        second: 2
        """)
    node, findings = read(text, foreign=True)
    assert not findings
    assert plain(node) == {
        "site_name": "last",
        "base": {"c": 1},
        "more": None,
        "merged": {"<<": None, "d": 2},
        "emoji": None,
        "env": ["A", "b"],
        "rel": None,
        "1": "x",
    }
    assert isinstance(node, Mapping)
    assert place(node.keys["site_name"]) == (13, 1, 13, 10)


def test_a_foreign_file_is_held_to_the_limits() -> None:
    _, findings = read("[" * 100, foreign=True)
    assert [finding.code for finding in findings] == ["PM005"]


# --- limits: the C parser could take the process down, so another one is asked

PROGRAM = """
import sys, time
from pmdocs.source.yaml import read_yaml
from pmdocs.text import Source
text = eval(sys.argv[1])
began = time.perf_counter()
node, findings = read_yaml(Source("a", text))
assert time.perf_counter() - began < 1.5
print(*(f"{f.code} {f.span.start.line}:{f.span.start.column} {f.message}" for f in findings))
"""
DEEP = "PM005 1:65 lists and maps are nested more than 64 levels deep"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'[' * 100000", DEEP),
        ("'[' * 100000 + ']' * 100000", DEEP),
        ("'{' * 100000", DEEP),
        ("'{a: ' * 100000", "PM005 1:257 lists and maps are nested more than 64 levels deep"),
        ("'- ' * 100000", "PM005 1:129 lists and maps are nested more than 64 levels deep"),
        ("'? ' * 100000", "PM005 1:129 lists and maps are nested more than 64 levels deep"),
        (
            "''.join(' ' * n + 'a:\\n' for n in range(1300))",
            "PM005 65:65 lists and maps are nested more than 64 levels deep",
        ),
        (
            "''.join(f'k{n}: v\\n' for n in range(60000))",
            "PM005 25000:9 more than 50,000 values in one file",
        ),
        ("'- a\\n' * 200000", "PM005 50000:3 more than 50,000 values in one file"),
        ("'{' + ', '.join(f'k{n}: v' for n in range(20000)) + '}'", ""),
        ("'a: \"' + 'b c ' * 240000 + '\"'", ""),
        ("'#\\n' * 490000", ""),
        ("'a: ' + 'b\\n ' * 300000", ""),
    ],
)
def test_a_hostile_file_is_an_error_at_once(text: str, expected: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, text],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == expected


def test_the_levels_that_are_allowed_are_read() -> None:
    assert not read("[" * 64 + "]" * 64)[1]
    assert len(read("[" * 65 + "]" * 65)[1]) == 1


def test_the_parser_in_python_gives_the_same_nodes(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a: |\n  x\n\nb: [1, {c: 'd'}]\ne:\n- f: g\n  h:\n"
    expected = good(text)
    monkeypatch.setattr(reader, "_LOADER", yaml.SafeLoader)
    node = good(text)
    assert plain(node) == plain(expected)
    assert [written(entry(node, name)) for name in "abe"] == [
        written(entry(expected, name)) for name in "abe"
    ]
    assert only("a: @x\n").code == "PM001"
    assert only("a: \x00\n").code == "PM003"


YAMLISH = st.text(alphabet="ab1 \n\t:-[]{}#\"'|>&*!%@`?,.~<=\\\r\u2028\x85é\x00", max_size=60)


@example("? ")
@example("- !<x")
@example('"\\x')
@example("&a !!str")
@example("!!str &a ")
@given(st.one_of(YAMLISH, st.text(max_size=40)))
def test_no_text_makes_the_reader_raise(text: str) -> None:
    for foreign in (False, True):
        source = Source("a", text)
        node, findings = read_yaml(source, foreign=foreign)
        assert node is None or 0 <= node.start <= node.end <= len(text)
        for finding in findings:
            assert finding.code
            assert finding.hint
            assert finding.message[0].islower() or finding.message[0] in "`1234567890"
            assert source.offset(finding.span.start) <= source.offset(finding.span.end)
