"""No Markdown takes minutes to read or to show, and none makes the reader raise."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pmdocs.diagnostics import Finding
from pmdocs.source.markdown import Entry, Section, entries, read_markdown, references, too_heavy
from pmdocs.text import Source

PREFIXES = ("US", "PRD", "EP")


def heavy(text: str) -> Finding | None:
    return too_heavy(Source("a.md", text), 0, len(text))


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
    document, findings = read_markdown(Source("a.md", text))
    assert all(finding.code and finding.hint for finding in findings)
    ends: list[Section | Entry] = [*document.sections, *entries(document.source, 0, len(text))]
    for part in ends:
        assert 0 <= part.start <= part.end <= len(text)
    for section in document.sections:
        assert section.end <= section.body_start <= section.body_end <= len(text)
    for hit in references(document.source, 0, len(text), PREFIXES):
        assert text[hit.start : hit.end] == hit.target
    too_heavy(document.source, 0, len(text))
