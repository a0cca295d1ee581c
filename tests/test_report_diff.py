"""The formats of `pmdocs diff`: what users wrote stays words in each of them."""

from __future__ import annotations

import html
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from pmdocs.report.diff import FORMATS, render
from pmdocs.report.diff.comparison import Comparison, compare
from pmdocs.report.diff.json import as_json, schema
from pmdocs.report.diff.markdown import MARK
from tests.conftest import OpenTab
from tests.states import project
from tests.test_analysis_changes import ITEM, PRD, STORY

HOSTILE = (
    "<script>alert(1)</script> <!-- pmdocs-diff --> </details></sub> @octocat #12 GH-7 !3 "
    "![x](http://evil.example/x.png) [y](javascript:z) www.evil.example https://evil.example "
    "| a | b | `c` **d** ~~e~~ 0123456789abcdef &amp; $x$ {{ 7*7 }} \\"
)


def hostile(words: str = HOSTILE) -> Comparison:
    """A comparison in which users wrote such words wherever they can."""
    quoted = json.dumps(words)
    old = ITEM + STORY + PRD.replace("id: PRD", "- id: PRD").replace("\n", "\n  ").rstrip() + "\n"
    new = (
        old.replace("Share", quoted)
        .replace("the link opens", quoted)
        .replace("- {id: AC-2", "- {id: AC-3")
    )
    new = new.replace("plans are read]", f"{quoted}]").replace("role: finance", f"role: {quoted}")
    new = new.replace("as_a: manager", f"as_a: {quoted}\n  owner: {quoted}")
    new += f"- {{id: IDEA-1, title: {quoted}, source: {quoted}}}\n"
    files = {"a__yaml": new, "index__md": f"# {words}\n"}
    return compare(project({"a__yaml": old}), project(files), (words[:200], words[:200]))


class _Shown(HTMLParser):
    """The tags of a page, and its text outside of code."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._code = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._code += tag in {"code", "style"}

    def handle_endtag(self, tag: str) -> None:
        self._code -= tag in {"code", "style"}

    def handle_data(self, data: str) -> None:
        self.text += "" if self._code else data


def shown(comment: str) -> _Shown:
    """A comment as GitHub shows it, before it looks for mentions."""
    reader = MarkdownIt("gfm-like", {"html": True, "linkify": False}).enable("table")
    return _Shown(reader.render(comment))


ALLOWED = {
    *("p", "h3", "ul", "li", "strong", "em", "sub", "del", "ins", "details", "summary"),
    *("code", "blockquote"),
}
# What GitHub and GitLab make of text: mentions, issues, commits, addresses.
CALLS = re.compile(
    r"(?<![\w])@[a-z0-9]|(?<![\w&])#\d|\bGH-\d|(?<!\w)![0-9]|\bwww\.|https?://|\b[0-9a-f]{7,40}\b",
    re.IGNORECASE,
)


@pytest.mark.verifies("US-89.AC-1", "US-89.AC-3")
def test_no_words_of_a_user_do_anything_in_a_comment() -> None:
    comment = render(hostile(), "markdown")
    page = shown(comment)
    assert {tag for tag, _ in page.tags} <= ALLOWED
    assert not any(attributes for _, attributes in page.tags)
    assert CALLS.findall(page.text) == []
    assert "alert(1)" in page.text
    assert comment.startswith(f"{MARK}\n")
    assert comment.count(MARK) == 1
    assert comment.count("<details>") == comment.count("</details>")


@pytest.mark.verifies("US-89.AC-3")
@settings(max_examples=60, deadline=None)
@given(
    st.text(st.sampled_from("<>/!-&#@[]()`*_~|\\\n $:.w1a\"'xd"), min_size=1, max_size=40)
    | st.text(min_size=1, max_size=40)
)
def test_whatever_a_title_says_stays_a_title(words: str) -> None:
    title = json.dumps(f"t{words}t")
    found = compare(project(ITEM), project(ITEM.replace("Share", title)), ("a", "b"))
    page = shown(render(found, "markdown"))
    assert {tag for tag, _ in page.tags} <= ALLOWED
    assert not any(attributes for _, attributes in page.tags)
    assert CALLS.findall(page.text) == []


@pytest.mark.verifies("US-89.AC-2")
def test_a_comment_begins_with_a_sentence_and_ten_changes_and_folds_the_rest() -> None:
    many = "".join(ITEM.replace("RM-1", f"RM-{n}") for n in range(1, 40))
    found = compare(project(many), project(many.replace("2027-Q1", "2027-Q2")), ("a", "b"))
    comment = render(found, "markdown")
    above = comment.partition("<details>")[0]
    assert "**39 items change: 39 promising less.**" in above
    assert above.count("\n- ") == 10
    assert "…and 29 more below." in above
    folded = comment.partition("<details>")[2]
    assert all(f"<strong>RM-{n} Share</strong>" in folded for n in range(1, 40))


@pytest.mark.verifies("US-89.AC-4")
def test_a_long_comment_ends_in_time_and_says_how_much_is_left_out() -> None:
    many = "".join(
        ITEM.replace("RM-1", f"RM-{n}").replace("Share", f'"{"*" * 290}"') for n in range(1, 400)
    )
    found = compare(project(many), project(many.replace("2027-Q1", "2027-Q2")), ("a", "b"))
    comment = render(found, "markdown")
    assert len(comment.encode()) < 65_536
    left = re.findall(r"And (\d+) more, for which there is no room", comment)
    items = comment.partition("All changes")[2].partition("</details>")[0].count("<strong>RM-")
    assert items + int(left[0]) == 399
    assert comment.count("<details>") == comment.count("</details>") >= 1


@pytest.mark.verifies("US-90.AC-2")
def test_the_data_fit_their_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(schema()))
    for found in (hostile(), compare(project(""), project(""), ("a", "b"))):
        text = render(found, "json")
        assert text.isascii()
        value = json.loads(text)
        jsonschema.validate(value, json.loads(schema()))
        assert value == as_json(found)
    first = json.loads(render(hostile(), "json"))["items"][0]["changes"][0]
    wrong = {**json.loads(render(hostile(), "json")), "more": first}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(wrong, json.loads(schema()))


@pytest.mark.verifies("US-90.AC-1")
def test_the_page_escapes_everything_and_loads_nothing() -> None:
    page = render(hostile(), "html")
    found = _Shown(page)
    tags = {tag for tag, _ in found.tags}
    assert not tags & {"script", "img", "a", "link", "iframe", "object", "form", "svg"}
    attributes = {name for _, given in found.tags for name in given}
    assert not attributes & {"src", "href", "onclick", "action"}
    assert "url(" not in page
    assert "@import" not in page
    assert "<script>alert(1)</script>" in html.unescape(found.text)
    assert "{{ 7*7 }}" in found.text
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    assert f'content="{policy}"' in page


@pytest.mark.verifies("US-90.AC-1")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_fits_a_phone_and_can_be_read_by_night(
    tmp_path: Path, open_tab: OpenTab, scheme: str
) -> None:
    file = tmp_path / "diff.html"
    file.write_text(render(hostile(), "html"), "utf-8")
    tab = open_tab(file.as_uri(), width=360, color_scheme=scheme)
    assert tab.evaluate("document.documentElement.scrollWidth") <= 360
    ground, words = tab.evaluate(
        "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]"
    )
    bright = [sum(map(int, re.findall(r"\d+", colour)[:3])) for colour in (ground, words)]
    assert (bright[0] > bright[1]) is (scheme == "light")
    tab.emulate_media(media="print")
    paper = tab.evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper == "rgb(255, 255, 255)"


@pytest.mark.parametrize("style", FORMATS)
def test_without_a_change_every_format_says_so(style: str) -> None:
    found = compare(project(ITEM), project(ITEM), ("a", "b"))
    assert "Nothing in the documents changes." in render(found, style)


def test_what_is_only_beside_the_items_is_told() -> None:
    found = compare(project({}), project({"x__md": "# A page\n"}), ("a", "b"))
    for style in ("text", "markdown", "html"):
        assert "No item changes." in render(found, style)
        assert "content/x.md" in html.unescape(render(found, style))


def test_what_only_stands_in_another_file_is_no_news_for_a_stakeholder() -> None:
    found = compare(project({"a__yaml": ITEM}), project({"b__yaml": ITEM}), ("a", "b"))
    assert found.headline == "No item changes. 1 only stands elsewhere."
    above, _, folded = render(found, "markdown").partition("<details>")
    assert "RM-1" not in above
    assert "roadmap/b.yaml" in html.unescape(folded)
