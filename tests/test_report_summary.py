"""The page below the run of a workflow on GitHub."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from pmdocs.diagnostics import Severity
from pmdocs.report import github_summary
from pmdocs.report.places import below, in_the_product
from pmdocs.report.words import sentence
from tests.test_report_schemas import HOSTILE, finding

MARKDOWN = MarkdownIt("gfm-like", {"html": True, "linkify": False})
VARIABLES = ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_SHA")


@pytest.fixture(autouse=True)
def _nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


def tags(markdown: str) -> list[str]:
    """The names of all elements in a page."""
    return re.findall(r"<(\w+)", MARKDOWN.render(markdown))


@pytest.mark.verifies("US-97.AC-4")
def test_it_counts_and_shows_the_worst_first() -> None:
    found = [finding("w", severity=Severity.WARNING), finding("e"), finding("e")]
    assert github_summary.render(found, {}, below("docs/")).splitlines()[:5] == [
        "### pmdocs: 2 errors, 1 warning",
        "",
        "| | Where | What |",
        "| --- | --- | --- |",
        "| ❌ error | docs&#47;a.yaml&#58;1 | PM999 e &#40;e&#41; |",
    ]


def test_it_says_when_nothing_is_wrong() -> None:
    assert github_summary.render([], {}, in_the_product) == "### pmdocs: nothing to complain about"


@pytest.mark.verifies("US-97.AC-4")
def test_a_place_is_a_link_to_the_line_at_the_commit(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in zip(VARIABLES, ("https://github.example", "o/r", "abc"), strict=True):
        monkeypatch.setenv(name, value)
    text = github_summary.render([finding(path="a b#?.yaml")], {}, below("docs/"))
    assert 'href="https://github.example/o/r/blob/abc/docs/a%20b%23%3F.yaml?plain=1#L1"' in text


@pytest.mark.verifies("US-97.AC-4")
@pytest.mark.parametrize("count", [20, 21, 200, 20_000])
def test_the_rest_is_folded_away_and_the_limit_is_kept(count: int) -> None:
    text = github_summary.render([finding("x" * 30)] * count, {}, in_the_product)
    assert len(text.encode()) < 1024 * 1024
    assert text.count("<details>") == text.count("</details>") == (count > 20)
    shown = text.count("| ❌ error |")
    left = re.search(r"\n([\d,]+) more do not fit here", text)
    assert shown + (int(left[1].replace(",", "")) if left else 0) == count
    assert (shown == count) == (count < 20_000)
    assert tags(text).count("tr") == shown + (2 if count > 20 else 1)


@pytest.mark.verifies("US-97.AC-4")
def test_hostile_words_stay_words() -> None:
    words = (
        HOSTILE.replace("`code`", "`</code><img src=x> | @octocat`")
        + " <script>x</script>\n| a | b |"
    )
    text = github_summary.render([finding(words, words)], {}, in_the_product)
    assert set(tags(text)) == {"h3", "table", "thead", "tr", "th", "tbody", "td", "code"}
    assert tags(text).count("td") == 3
    assert not re.search(r"@\w", re.sub(r"<code>.*?</code>", "", MARKDOWN.render(text)))


def cells(markdown: str) -> list[str]:
    """What the cells of a page show, without spaces and backticks."""
    found = re.findall(r"<td>(.*?)</td>", MARKDOWN.render(markdown), re.DOTALL)
    return [plain(html.unescape(re.sub(r"<[^>]*>", "", cell))) for cell in found]


def plain(words: str) -> str:
    """Words without what Markdown may take away, and what stops a mention."""
    return "".join(words.replace("`", "").replace("\u200b", "").split())


@pytest.mark.verifies("US-97.AC-4")
@given(st.text(st.sampled_from("`|@a<>&*_[](){}#!\\~-+.:/$ \n1'\"é")), st.text("a|`<", min_size=1))
@example("| a | `b | c` ``` | <!-- -- --> &amp; &#64; \\| **x** [y](z) ~~s~~ https://e.e", "a|b")
def test_any_words_are_shown_as_they_are_in_one_row(words: str, path: str) -> None:
    found = finding(words, path)
    text = github_summary.render([found] * 2, {}, in_the_product)
    what = plain(f"PM999 {sentence(found)}")
    assert cells(text) == ["❌error", plain(f"{path}:1"), what] * 2
    assert set(tags(text)) <= {"h3", "table", "thead", "tr", "th", "tbody", "td", "code"}
