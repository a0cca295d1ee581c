"""What YAML allows, and we refuse."""

from __future__ import annotations

import time

import pytest

from pmdocs.source.node import Mapping
from tests.yaml_nodes import entry, only, place, plain, read


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
