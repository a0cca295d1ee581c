"""What is read from YAML, and where it stands."""

from __future__ import annotations

from textwrap import dedent

import pytest

from pmdocs.source.node import Mapping, Scalar
from pmdocs.source.yaml import read_yaml
from pmdocs.text import Source
from tests.yaml_nodes import entry, good, place, plain, read, written


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
