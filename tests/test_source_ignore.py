"""Comments that ignore findings are found where the reader of YAML knows a comment, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmdocs.source.ignore import ignores
from pmdocs.text import Source

YAML = """\
- id: US-1
  title: t
  notes: |
    first
    second
  criteria:
    - id: AC-1
      text: fast
        and faster
    - {id: AC-2, text: x}
- title: u
  id: US-2
"""
PAGE = """\
---
id: PRD-1
title: t
owner: me
---
# T

Words
of a paragraph.

## Goals

- one

### Deeper

- two

## Next
"""


def about(text: str, path: str = "a.yaml") -> list[tuple[int, int] | None]:
    return [ignore.lines for ignore in ignores(Source(path, text))[0]]


def at_end(number: int, comment: str, text: str = YAML) -> str:
    rows = text.split("\n")
    rows[number - 1] += f"  {comment}"
    return "\n".join(rows)


def above(number: int, comment: str, text: str = YAML) -> str:
    rows = text.split("\n")
    indent = " " * (len(rows[number - 1]) - len(rows[number - 1].lstrip()))
    return "\n".join([*rows[: number - 1], indent + comment, *rows[number - 1 :]])


@pytest.mark.verifies("US-102.AC-1")
@pytest.mark.parametrize(
    ("line", "lines"),
    [(2, (2, 2)), (3, (3, 5)), (6, (6, 10)), (9, (8, 9)), (10, (10, 10))],
)
def test_a_comment_at_the_end_of_a_line_is_about_what_begins_or_ends_there(
    line: int, lines: tuple[int, int]
) -> None:
    assert about(at_end(line, "# pmdocs: ignore[PM301]")) == [lines]


@pytest.mark.verifies("US-102.AC-1")
@pytest.mark.parametrize(
    ("line", "lines"), [(2, (3, 3)), (3, (4, 6)), (6, (7, 11)), (10, (11, 11))]
)
def test_a_comment_of_its_own_line_is_about_what_comes_next(
    line: int, lines: tuple[int, int]
) -> None:
    assert about(above(line, "# pmdocs: ignore[PM301]")) == [lines]


@pytest.mark.verifies("US-102.AC-2")
def test_a_comment_above_a_record_or_beside_its_id_is_about_all_of_it() -> None:
    comment = "# pmdocs: ignore[PM301]"
    assert about(above(1, comment)) == [(2, 11)]
    assert about(above(11, comment)) == [(12, 13)]
    assert about(at_end(1, comment)) == [(1, 10)]
    assert about(at_end(12, comment)) == [(11, 12)]
    assert about(above(7, comment)) == [(8, 10)]
    assert about(at_end(7, comment)) == [(7, 9)]
    assert about(f"{comment}\nid: US-1\ntitle: t\n") == [(2, 3)]


@pytest.mark.verifies("US-102.AC-3")
@pytest.mark.parametrize(
    ("path", "text"), [("a.yaml", "# @\n" + YAML), ("a.md", PAGE + "<!-- @ -->\n")]
)
def test_a_file_is_ignored_from_anywhere_in_it(path: str, text: str) -> None:
    assert about(text.replace("@", "pmdocs: ignore-file[PM301] because old"), path) == [None]


def test_a_comment_with_nothing_below_is_about_nothing() -> None:
    [lines] = about(YAML + "# pmdocs: ignore[PM301]\n")
    assert lines is not None
    assert lines[0] > lines[1]


@pytest.mark.verifies("US-102.AC-4")
def test_in_markdown_a_comment_is_about_what_stands_below() -> None:
    comment = "<!-- pmdocs: ignore[PM301] -->"
    assert about(above(8, comment, PAGE), "a.md") == [(9, 10)]
    assert about(above(11, comment, PAGE), "a.md") == [(12, 20)]
    assert about(above(11, comment + "\n", PAGE), "a.md") == [(13, 21)]
    assert about(above(15, comment, PAGE), "a.md") == [(16, 20)]
    assert about(at_end(9, comment, PAGE), "a.md") == [(9, 9)]
    assert about(above(8, "<!--\npmdocs: ignore[PM301]\n-->", PAGE), "a.md") == [(11, 12)]


@pytest.mark.verifies("US-102.AC-4")
def test_in_front_matter_a_comment_is_about_the_page() -> None:
    comment = "# pmdocs: ignore[PM301]"
    assert about(above(2, comment, PAGE), "a.md") == [None]
    assert about(above(4, comment, PAGE), "a.md") == [None]
    assert about(above(5, comment, PAGE), "a.md") == [None]
    assert about(at_end(2, comment, PAGE), "a.md") == [None]
    assert about(at_end(4, comment, PAGE), "a.md") == [(4, 4)]


@pytest.mark.verifies("US-102.AC-5")
@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.yaml", 'title: "x # pmdocs: ignore[PM301]"\n'),
        ("a.yaml", "title: 'x\n  # pmdocs: ignore[PM301]'\n"),
        ("a.yaml", "notes: |\n  # pmdocs: ignore[PM301]\n  x\n"),
        ("a.yaml", "notes: >\r\n  # pmdocs: ignore[PM301]\r\n"),
        ("a.yaml", "title: x# pmdocs: ignore[PM301]\n"),
        ("a.yaml", "'k # pmdocs: ignore[PM301]': x\n"),
        ("a.md", "# pmdocs: ignore[PM301]\n"),
        ("a.md", "```\n<!-- pmdocs: ignore[PM301] -->\n```\n"),
        ("a.md", "Words\n\n    <!-- pmdocs: ignore[PM301] -->\n"),
        ("a.md", "As `<!-- pmdocs: ignore[PM301] -->` here\n"),
        ("a.yaml", "id: [\n# pmdocs: ignore[PM001]\n"),
        ("a.md", "---\nid: [\n# pmdocs: ignore[PM001]\n---\n<!-- pmdocs: ignore[PM001] -->\n"),
    ],
)
def test_what_is_no_comment_ignores_nothing(path: str, text: str) -> None:
    assert ignores(Source(path, text)) == ([], [])


def test_the_head_of_a_block_may_have_a_comment() -> None:
    assert about("notes: |  # pmdocs: ignore[PM301]\n  x\n  y\n") == [(1, 3)]


@pytest.mark.parametrize(
    ("comment", "words", "reason"),
    [
        ("# pmdocs: ignore[PM301]", ["PM301"], ""),
        ("#pmdocs:ignore[ PM301 , vague-criterion ]", ["PM301", "vague-criterion"], ""),
        ("# pmdocs: ignore[PM301] because we wait", ["PM301"], "we wait"),
        ("# first # pmdocs: ignore[PM301]", ["PM301"], ""),
    ],
)
def test_a_comment_names_rules_and_a_reason(comment: str, words: list[str], reason: str) -> None:
    source = Source("a.yaml", f"id: US-1  {comment}\n")
    [ignore], findings = ignores(source)
    assert ([word for word, _ in ignore.words], ignore.reason, findings) == (words, reason, [])
    starts = [source.text[source.offset(span.start) :] for _, span in ignore.words]
    assert all(text.startswith(word) for text, word in zip(starts, words, strict=True))


@pytest.mark.verifies("US-102.AC-7")
@pytest.mark.parametrize(
    ("comment", "right"),
    [
        ("#pmdocs ignore PM301", "pmdocs: ignore[PM301] because …"),
        ("# pmdocs: ignore", "pmdocs: ignore[PM301] because …"),
        ("# pmdocs: ignore[]", "pmdocs: ignore[PM301] because …"),
        ("# pmdocs: ingore[PM302]", "pmdocs: ignore[PM302] because …"),
        ("# pmdocs: disable PM302,PM303", "pmdocs: ignore[PM302, PM303] because …"),
        ("# pmdocs: ignore[PM302] until spring", "pmdocs: ignore[PM302] because …"),
        ("# pmdocs: ignore-file PM302", "pmdocs: ignore-file[PM302] because …"),
    ],
)
def test_a_comment_that_only_tries_is_told_what_to_write(comment: str, right: str) -> None:
    found, [finding] = ignores(Source("a.yaml", f"id: US-1  {comment}\n"))
    assert (found, str(finding.span), finding.code) == ([], "a.yaml:1:11", "PM903")
    assert finding.hint == f"write `# {right}`"
    _, [finding] = ignores(Source("a.md", f"Words <!-- {comment.lstrip('# ')} -->\n"))
    assert finding.hint == f"write `<!-- {right} -->`"


@pytest.mark.parametrize(
    "comment",
    ["# pmdocs: the product", "# pmdocs ignores this folder", "# see pmdocs", "# ignore[PM301]"],
)
def test_a_sentence_about_pmdocs_is_just_a_sentence(comment: str) -> None:
    assert ignores(Source("a.yaml", f"id: US-1  {comment}\n")) == ([], [])


@given(
    st.text(alphabet="#<!->pmdocs: ignre[PM301]\n\r\t'\"|-{}`", max_size=200),
    st.sampled_from(["a.yaml", "a.md"]),
)
def test_any_text_can_be_looked_through(text: str, path: str) -> None:
    source = Source(path, text + "\n# pmdocs: ignore[PM301]\n")
    for ignore in ignores(source)[0]:
        shown = source.text[source.offset(ignore.span.start) : source.offset(ignore.span.end)]
        assert "pmdocs:" in shown
        assert shown[0] in "#<"
        assert source.offset(ignore.around.start) <= source.offset(ignore.span.start)
