from __future__ import annotations

import subprocess
import sys
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pmdocs.diagnostics import Finding
from pmdocs.source.markdown import (
    Document,
    Entry,
    Reference,
    Section,
    entries,
    paragraphs_text,
    read_markdown,
    references,
    too_heavy,
)
from pmdocs.source.node import Mapping
from pmdocs.text import Source

PREFIXES = ("US", "PRD", "EP")


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


def found(text: str) -> list[str]:
    source = Source("a.md", text)
    hits = list(references(source, 0, len(text), PREFIXES))
    assert all(text[hit.start : hit.end] == hit.target for hit in hits)
    return [hit.target for hit in hits]


def heavy(text: str) -> Finding | None:
    return too_heavy(Source("a.md", text), 0, len(text))


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


# --- references


def test_references_tell_what_was_meant_as_one() -> None:
    source = Source("a.md", "see [[US-1]], [[US-2|words]] and US-3, PRD-3.FR-2.")
    assert list(references(source, 0, len(source.text), PREFIXES)) == [
        Reference("US-1", 6, 10, explicit=True),
        Reference("US-2", 16, 20, explicit=True),
        Reference("US-3", 33, 37, explicit=False),
        Reference("PRD-3.FR-2", 39, 49, explicit=False),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[[FOO-1]] [[us-12]] [[ US-3 ]]", ["FOO-1", "us-12", "US-3"]),
        ("FOO-1 us-12 US12 XUS-1 US-1x US-1_2", []),
        (
            "(US-1), US-2. **US-3** _US-4_ US-5: US-6",
            ["US-1", "US-2", "US-3", "US-4", "US-5", "US-6"],
        ),
        ("US-12-foo.md items/US-12 US-12.md a.US-1 page#US-2 ./US-3 \\US-4", []),
        ("https://x/US-1 <https://x/US-2> www.x.y/US-3 mailto:US-4@x", []),
        ("[words](US-1.md) [US-2](x/US-3 'US-4')", ["US-2"]),
        ("[a](x(US-1)) US-2", ["US-2"]),
        ("[label]: US-1.md\n\nUS-2", ["US-2"]),
        ('<a href="US-1" title="US-2">US-3</a>', ["US-3"]),
        ("# Title {#US-1 .US-2}", []),
        ("`US-1` ``US-2 ` US-3`` US-4", ["US-4"]),
        ("` US-1", ["US-1"]),
        ("\\`US-1\\`", ["US-1"]),
        ("`a\n\nUS-1 `", ["US-1"]),
        ("- `a\n- US-1 `b\n", ["US-1"]),
        ("\\[[US-1]] \\[[US-2|x]] US-3", ["US-3"]),
        ("```\nUS-1\n```\nUS-2", ["US-2"]),
        ("- a\n\n    ~~~ yaml\n    US-1\n    ~~~\n    US-2", ["US-2"]),
        ("!!! note\n    US-1\n\n    US-2\n", ["US-1", "US-2"]),
        ("text\n\n    US-1\n\n    US-2\n\nUS-3", ["US-3"]),
        ("- a\n\n    US-1\n\nend\n\n    US-2", ["US-1"]),
        ("<!-- US-1\nUS-2 --> US-3", ["US-3"]),
        ("US-1.AC-3 US-1.", ["US-1.AC-3", "US-1"]),
        ("[[not closed US-1]", ["US-1"]),
        ("[[two words]]", []),
    ],
)
def test_references(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_no_prefixes_leave_the_explicit_references() -> None:
    source = Source("a.md", "US-1 [[US-2]]")
    assert [hit.target for hit in references(source, 0, 13, ())] == ["US-2"]


def test_an_indented_block_of_yaml_is_not_code() -> None:
    text = "a:\n    b: |\n        one US-1\n\n        two US-2\n\n            US-3\n"
    source = Source("a.yaml", text)
    start = text.index("|")
    assert [hit.target for hit in references(source, start, len(text), PREFIXES)] == [
        "US-1",
        "US-2",
    ]


# --- weight

HOSTILE = [
    ("'[' * 20000", "too many brackets `[` or `<` are opened here and not closed"),
    ("'<a ' * 20000", "too many brackets `[` or `<` are opened here and not closed"),
    ("'![' * 10000", "too many brackets `[` or `<` are opened here and not closed"),
    ("'[a](' * 1000", "too many brackets `[` or `<` are opened here and not closed"),
    ("'[a][' * 1000", "too many brackets `[` or `<` are opened here and not closed"),
    (
        "('[x ' * 400 + '\\n\\n') * 10",
        "too many brackets `[` or `<` are opened here and not closed",
    ),
    (
        "''.join('  ' * n + '- a\\n' for n in range(990))",
        "lists or quotes are nested more than 50 levels deep",
    ),
    (
        "''.join('\\t' * n + '!!! note\\n' for n in range(1000))",
        "lists or quotes are nested more than 50 levels deep",
    ),
    ("'>' * 51 + ' a'", "lists or quotes are nested more than 50 levels deep"),
    ("'> ' * 51 + ' a'", "lists or quotes are nested more than 50 levels deep"),
    ("'a\\n: b\\n' * 500", "more than 150 lines begin with `:` here without a blank line"),
    ("'*a* ' * 20000", "too many links or words in bold, italics or code in one paragraph"),
    ("'*[AB]: x\\n' * 3000", "more than 500 footnotes and abbreviations"),
    ("'x' * 1000001", "1,000,001 characters are more than the 1,000,000 that are shown"),
]


@pytest.mark.parametrize(("text", "message"), HOSTILE)
def test_what_would_take_minutes_to_show_is_an_error(text: str, message: str) -> None:
    built = eval(text)  # noqa: S307
    began = time.perf_counter()
    finding = heavy(built)
    assert time.perf_counter() - began < 1
    assert finding is not None
    assert (finding.code, finding.message) == ("PM012", message)


def test_the_finding_points_at_the_block() -> None:
    finding = heavy("fine\n\n" + "[" * 600)
    assert finding is not None
    assert finding.span.start == (3, 1)


LET_THROUGH = [
    "'[' * 500",
    "'[x ' * 500",
    "'![' * 500",
    "'[a](' * 500",
    "'<a ' * 500",
    "'[a](b) ' * 3000",
    "'[[US-1]] ' * 3000",
    "'<b>x</b> ' * 2400",
    "'*a* ' * 9000",
    "'a\\n: b\\n' * 150",
    "'    ' * 50 + '- a'",
    "''.join('    ' * n + '- a\\n' for n in range(51))",
    "''.join('>' * n + ' a\\n' for n in range(51))",
    "'[^1]' * 250 + '\\n\\n[^1]: x'",
    "'```\\n' + '[' * 20000 + '\\n```\\n'",
    "'|a|b|\\n|-|-|\\n' + '|[US-1](x)|`b`|\\n' * 1500",
]

RENDER = """
import sys, time, markdown
from pmdocs.source.markdown import too_heavy
from pmdocs.text import Source
for program in sys.argv[1:]:
    text = eval(program)
    assert too_heavy(Source("a", text), 0, len(text)) is None, program
    converter = markdown.Markdown(extensions=["extra", "toc", "admonition"])
    began = time.perf_counter()
    converter.convert(text)
    print(f"{time.perf_counter() - began:.2f} {program}")
"""


def test_what_is_let_through_is_shown_in_time() -> None:
    done = subprocess.run(
        [sys.executable, "-c", RENDER, *LET_THROUGH],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    slow = [line for line in done.stdout.splitlines() if float(line.split()[0]) > 3]
    assert not slow


@pytest.mark.parametrize(
    "unit",
    ["[[", "`a ", "<!-- ", "```a\n", "](", "[a](b", "http://", "<a ", "# {", "- `\n", "> ", "\\["],
)
def test_reading_takes_time_in_proportion_to_the_text(unit: str) -> None:
    source = Source("a.md", unit * (100_000 // len(unit)))
    began = time.perf_counter()
    list(references(source, 0, len(source.text), PREFIXES))
    read_markdown(source)
    entries(source, 0, len(source.text))
    too_heavy(source, 0, len(source.text))
    assert time.perf_counter() - began < 10


MARKDOWNISH = st.text(alphabet="aUS-12 \n\r\t`~<>!-[]()|#=*:{}\\.&/_\u2028é", max_size=80)


@example("# }")
@example("# {")
@example("---\n---")
@example("<!---->")
@example("\\``")
@given(st.one_of(MARKDOWNISH, st.text(max_size=60)))
def test_no_text_makes_the_reader_raise(text: str) -> None:
    document, findings = read(text)
    assert all(finding.code and finding.hint for finding in findings)
    ends: list[Section | Entry] = [*document.sections, *entries(document.source, 0, len(text))]
    for part in ends:
        assert 0 <= part.start <= part.end <= len(text)
    for section in document.sections:
        assert section.end <= section.body_start <= section.body_end <= len(text)
    for hit in references(document.source, 0, len(text), PREFIXES):
        assert text[hit.start : hit.end] == hit.target
    too_heavy(document.source, 0, len(text))
