"""The front matter, sections and list items of a Markdown page, and where they stand."""

from __future__ import annotations

import pytest

from pmdocs.diagnostics import Finding
from pmdocs.source.markdown import Document, Entry, entries, paragraphs_text, read_markdown
from pmdocs.source.node import Mapping
from pmdocs.text import Source


def read(text: str) -> tuple[Document, list[Finding]]:
    return read_markdown(Source("a.md", text))


def good(text: str) -> Document:
    document, findings = read(text)
    assert not findings
    return document


def titles(text: str) -> list[tuple[int, str]]:
    return [(section.level, section.title) for section in good(text).sections]


def listed(text: str) -> list[str]:
    return [entry.text for entry in entries(Source("a.md", text), 0, len(text))]


# --- front matter


def test_front_matter_keeps_its_places_in_the_file() -> None:
    document = good("---\nid: PRD-1\ntitle: x\n---\n# One\n")
    assert isinstance(document.front, Mapping)
    assert document.front.text("id") == "PRD-1"
    span = document.front.entries["title"].span
    assert (*span.start, *span.end) == (3, 8, 3, 9)
    assert document.source.text[document.front_start : document.front_end] == (
        "id: PRD-1\ntitle: x\n"
    )
    assert document.source.text[document.body_start :] == "# One\n"


@pytest.mark.parametrize("text", ["---\nid: x\n...\nbody", "---  \r\nid: x\r\n---\r\nbody"])
def test_front_matter_may_end_in_dots_and_have_windows_line_ends(text: str) -> None:
    document = good(text)
    assert isinstance(document.front, Mapping)
    assert document.front.text("id") == "x"
    assert text[document.body_start :] == "body"


@pytest.mark.parametrize("text", ["---\n---\nbody", "---\n# nothing yet\n---\nbody"])
def test_empty_front_matter_is_none(text: str) -> None:
    document = good(text)
    assert document.front is None
    assert text[document.body_start :] == "body"


@pytest.mark.parametrize(
    "text",
    [
        "just a page",
        "",
        "---\n\nA rule, then prose.\n\n---\n\nmore\n",
        "---\nHello world.\n---\nmore\n",
        "---\n\nA rule, and no second one.\n",
        "---",
    ],
)
def test_a_rule_is_not_front_matter(text: str) -> None:
    document = good(text)
    assert (document.front, document.front_start, document.front_end) == (None, 0, 0)
    assert document.body_start == 0


def test_front_matter_that_is_not_closed_is_an_error_in_the_first_line() -> None:
    document, findings = read("---\nid: PRD-1\n\n# One\n")
    (finding,) = findings
    assert finding.code == "PM001"
    assert finding.message == "the front matter that begins here with `---` is not closed"
    assert finding.hint == "write `---` on a line of its own below it"
    assert (*finding.span.start, *finding.span.end) == (1, 1, 1, 4)
    assert document.front is None


def test_a_slip_in_front_matter_has_its_line_in_the_file() -> None:
    document, findings = read("---\nid: PRD-1\nowner: @ana\n---\nbody\n")
    assert [str(finding.span) for finding in findings] == ["a.md:3:8"]
    assert document.source.text[document.body_start :] == "body\n"


# --- sections


def test_a_section_reaches_to_the_next_heading_of_its_level() -> None:
    text = "intro\n\n# One\n\na\n\n## Two\n\nb\n\n# Three\nc\n"
    document = good(text)
    one, two, three = document.sections
    assert (one.title, one.level) == ("One", 1)
    assert text[one.start : one.end] == "One"
    assert text[one.body_start : one.body_end] == "\na\n\n## Two\n\nb\n\n"
    assert text[two.body_start : two.body_end] == "\nb\n\n"
    assert text[three.body_start : three.body_end] == "c\n"
    assert document.source.position(two.start) == (7, 4)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## Three ##\n", [(2, "Three")]),
        ("## Three {#three .x}\n", [(2, "Three")]),
        ("## Set {a, b}\n", [(2, "Set {a, b}")]),
        ("   # In\n", [(1, "In")]),
        ("#\n", [(1, "")]),
        ("####### seven\n", []),
        ("One\n===\n\nTwo\n---\n", [(1, "One"), (2, "Two")]),
        ("para\nmore\n---\n", []),
        ("- item\n---\n", []),
        ("> quote\n---\n", []),
        ("# `code` and *more*\r\nx\r\n", [(1, "`code` and *more*")]),
        ("```\n# no\n```\n# yes\n", [(1, "yes")]),
        ("~~~~\n# no\n~~~\n# no\n~~~~\n# yes\n", [(1, "yes")]),
        ("- a\n\n    ```\n    # no\n    ```\n", []),
        ("<!-- a\n# no\n-->\n# yes\n", [(1, "yes")]),
        ("`<!--`\n# yes\n`-->`\n", [(1, "yes")]),
        ("    # code\n", []),
        ("``` never closed\n# yes\n", [(1, "yes")]),
        ("<!-- never closed\n# yes\n", [(1, "yes")]),
    ],
)
def test_headings(text: str, expected: list[tuple[int, str]]) -> None:
    assert titles(text) == expected


def test_the_text_of_a_stretch_is_stripped() -> None:
    assert paragraphs_text(Source("a.md", "x\n\n  a\nb\n\n"), 1, 10) == "a\nb"


# --- list items


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- a\n- b\n", ["a", "b"]),
        ("* a\n+ b\n1. c\n2) d\n", ["a", "b", "c", "d"]),
        ("- a\n  more\n- b\n", ["a\nmore", "b"]),
        ("- a\nlazy\n- b\n", ["a\nlazy", "b"]),
        ("- a\n    - a1\n        - a2\n- b\n", ["a\n- a1\n    - a2", "b"]),
        ("- a\n\n    second\n\n- b\n", ["a\n\nsecond", "b"]),
        ("- a\n\npara\n\n- b\n", ["a", "b"]),
        ("- a\n# Head\ntext\n", ["a"]),
        ("- a\n\n    ```\n    - no\n    ```\n- b\n", ["a\n\n```\n- no\n```", "b"]),
        ("- [ ] open\n- [x] done\n", ["[ ] open", "[x] done"]),
        ("* * *\n- - -\n", []),
        ("-\n- b\n", ["", "b"]),
        ("no list\n", []),
        ("- a\r\n  b\r\n- c\r\n", ["a\nb", "c"]),
        ("  - a\n  - b\n", ["a", "b"]),
    ],
)
def test_items(text: str, expected: list[str]) -> None:
    assert listed(text) == expected


def test_items_know_their_places() -> None:
    source = Source("a.md", "intro\n\n- one\n  more\n\n- two\n")
    one, two = entries(source, 7, len(source.text))
    assert source.span(one.start, one.end).start == (3, 3)
    assert source.span(one.start, one.end).end == (4, 7)
    assert two == Entry("two", 23, 26)
