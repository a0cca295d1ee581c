"""White space is put in order, and nothing is said in another way."""

from __future__ import annotations

import json
import re
from typing import Any

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmdocs.model.decode import plain
from pmdocs.source.layout import laid_out
from pmdocs.source.node import Node
from pmdocs.source.yaml import read_yaml
from pmdocs.text import Source

_YAML = [
    "a: 1",
    "- id: US-1",
    "  b: two words",
    "  c: |",
    "  c: |+",
    "  c: >-",
    "    folded text",
    "    more, with a # sign",
    "  d: 'quoted",
    "    over lines'",
    "  e: plain",
    "    over lines",
    "  # a comment",
    "# note",
    "- {f: 1, g: [2,",
    "  3]}",
    "",
    "",
    "",
]
_PROSE = [
    "# Title",
    "A paragraph",
    "and its next line",
    "- an item",
    "    - one below",
    "    text in an item",
    "      deeper",
    "```",
    "~~~",
    "    code",
    "> quoted",
    "| a | b |",
    "| - | - |",
    "<!-- hidden",
    "-->",
    "1. one",
    "",
    "",
]
_BLANKS = st.sampled_from(["", "", "", " ", "  ", "\t", "   ", " \t"])
_ENDS = st.sampled_from(["\n", "\r\n"])


@st.composite
def texts(draw: st.DrawFn, pool: list[str]) -> str:
    rows = draw(st.lists(st.tuples(st.sampled_from(pool), _BLANKS), max_size=14))
    end = draw(_ENDS)
    last = draw(st.sampled_from(["", end, end * 3]))
    return end.join(row + blanks for row, blanks in rows) + last


def yaml(text: str) -> str:
    return laid_out(Source("roadmap/a.yaml", text))


def page(text: str) -> str:
    return laid_out(Source("content/a.md", text))


@pytest.mark.verifies("US-110.AC-1")
def test_blanks_and_empty_lines_of_yaml_go() -> None:
    text = "\n\n- id: US-1  \n  title: a\t\n\n\n\n# note  \n- id: US-2\n\n\n"
    assert yaml(text) == "- id: US-1\n  title: a\n\n# note\n- id: US-2\n"
    assert yaml("a: 1") == "a: 1\n"
    assert yaml("a: 1\r\nb: 2  \r\n\r\n\r\n") == "a: 1\r\nb: 2\r\n"


@pytest.mark.verifies("US-110.AC-2")
@pytest.mark.parametrize(
    "text",
    [
        "a: |\n  one  \n\n\n  two\n",
        "a: |+\n  one\n\n\n",
        "a: |+\n  one\n\n\nb: 1\n",
        "a: 'one\n\n\n  two'\n",
        "a: >\n  one \n\n\n\n  two\n",
        "a: [1\n",
        "",
        "# only a comment  \n",
    ],
)
def test_texts_over_several_lines_and_what_cannot_be_read_stay(text: str) -> None:
    assert yaml(text) == text


@pytest.mark.verifies("US-110.AC-1", "US-110.AC-2")
def test_blanks_of_pages_go_where_they_mean_nothing() -> None:
    text = "---\ntitle: a  \n\n\nb: 1\n---\n# A \n\nbroken  \nhere \n  \n```\ncode  \n\t\n```\n\n    code \n\nend\t \n\n"
    after = "---\ntitle: a\n\nb: 1\n---\n# A\n\nbroken  \nhere\n\n```\ncode  \n\t\n```\n\n    code \n\nend\n"
    assert page(text) == after


def test_html_that_shows_blanks_stays() -> None:
    text = "<pre>\na \n \n</pre>\n"
    assert page(text) == text


@pytest.mark.verifies("US-110.AC-2")
@given(texts(_YAML))
@settings(deadline=None, max_examples=300)
def test_yaml_says_the_same_and_stays_so(text: str) -> None:
    after = yaml(text)
    (old, found), (new, left) = read_yaml(Source("a", text)), read_yaml(Source("a", after))
    assert values(new) == values(old)
    assert [f.message for f in left] == [f.message for f in found]
    assert yaml(after) == after
    assert [row for row in after.split() if row] == text.split()


@pytest.mark.verifies("US-110.AC-2")
@given(texts(_PROSE))
@settings(deadline=None, max_examples=300)
def test_a_page_looks_the_same_and_stays_so(text: str) -> None:
    after = page(text)
    assert shown(after) == shown(text)
    assert page(after) == after
    assert after.split() == text.split()


def values(node: Node | None) -> Any:
    """What is read, without line ends at the end of the file, which no item reads."""
    return json.loads(json.dumps(node and plain(node)).replace('\\n"', '"'))


def shown(text: str) -> str:
    """The page as HTML, without blanks at line ends where a browser shows none."""
    html = markdown.markdown(text, extensions=["fenced_code", "tables"])
    parts = re.split(r"(<pre>.*?</pre>)", html, flags=re.DOTALL)
    return "".join(
        p if p.startswith("<pre>") else re.sub(r"[ \t]+(?=\n|<|$)", "", p) for p in parts
    )
