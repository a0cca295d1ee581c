"""What is said about prose: images, links, headings, titles, references; and where."""

from __future__ import annotations

import pytest

from pmdocs.diagnostics import Diagnostic
from pmdocs.project.config import read_settings
from pmdocs.project.reader import build
from pmdocs.rules.catalogue import check
from pmdocs.source.edits import edited
from pmdocs.source.near_references import near_references
from pmdocs.text import Source

ITEMS = """\
- {id: IDEA-12, title: Sort by date}
- {id: US-1, title: Sort the list, as_a: user, i_want: order, so_that: I find it}
- {id: PRD-3, title: Lists, problem: disorder, requirements: [{id: FR-2, text: an order}]}
"""


def diagnostics(text: str, rules: str = "", path: str = "content/a.md") -> list[Diagnostic]:
    head = f"site_name: x\nplugins:\n  - pmdocs:\n      rules: {{{rules}}}\n"
    settings, problems = read_settings(Source("mkdocs.yml", head))
    assert problems == []
    found = check(build([Source(path, text), Source("roadmap/items.yaml", ITEMS)], settings))
    return [d for d in found if d.span.path == path]


def told(text: str, rules: str = "", path: str = "content/a.md") -> list[str]:
    return [
        f"{d.span.start.line}:{d.span.start.column} {d.code} {d.finding.message}"
        for d in diagnostics(text, rules, path)
    ]


def field(words: str) -> str:
    return f"id: IDEA-1\ntitle: A list\nnotes: |\n  {words}\n"


@pytest.mark.verifies("US-115.AC-5")
@pytest.mark.parametrize(
    ("image", "said"),
    [
        ("![](a.png)", "has no words"),
        ("![ ](a.png)", "has no words"),
        ("![image](a.png)", "says only `image`"),
        ("![Screenshot 2](a.png)", "says only `Screenshot 2`"),
        ("![timeline_final.PNG](a.png)", "says only `timeline_final.PNG`"),
        ("![IMG_2041](a.png)", "says only `IMG_2041`"),
        ("![][plan]", "has no words"),
        ("<img src='a.png'>", "has no words"),
        ('<img alt="image" src="a.png">', "says only `image`"),
        ('<img alt="" src="a.png">', None),
        ("<img alt='The plan' src=a.png>", None),
        ("![The plan of May](a.png)", None),
        ("![An image of the harbour](a.png)", None),
        ("`![](a.png)`", None),
        (r"\![](a.png)", None),
    ],
)
def test_an_image_says_what_it_shows(image: str, said: str | None) -> None:
    message = f"PM414 this image {said} for people who cannot see it"
    assert told(f"# Notes\n\nSee {image}\n") == ([f"3:5 {message}"] if said else [])
    assert told(field(f"see {image}"), path="roadmap/b.yaml") == (
        [f"4:7 {message}"] if said else []
    )


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("[here](a.md)", "here"),
        ("[Click here](a.md)", "Click here"),
        ("[**here**](a.md)", "here"),
        ("[this page][a]", "this page"),
        ("[read more](a.md)", "read more"),
        ("[more](a.md)", "more"),
        ("[link](a.md)", "link"),
        ("[how we got here](a.md)", None),
        ("[Links](#links)", None),
        ("[more boats](a.md)", None),
        ("![here](a.png)", None),
        ("[here] and there", None),
        ("`[here](a.md)`", None),
    ],
)
def test_a_link_says_where_it_leads(link: str, words: str | None) -> None:
    message = f"PM416 `{words}` does not say where this link leads"
    column = 5 + link.index(words) if words else 0
    found = [line for line in told(f"# Notes\n\nSee {link}\n") if "PM416" in line]
    assert found == ([f"3:{column} {message}"] if words else [])


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("# A\n\n## B\n\n### C\n\n## D\n\n# E\n", ["9:3 PM417 this page has 2 titles"]),
        ("# A\n\n# B\n\n# C\n", ["3:3 PM417 this page has 3 titles"]),
        ("# A\n\n### B\n", ["3:5 PM417 `###` comes below `#`, so that a level is skipped"]),
        ("## A\n\n#### B\n", ["3:6 PM417 `####` comes below `##`, so that a level is skipped"]),
        ("### A\n\nb\n", []),
        ("# A\n\n## B\n\n### C\n\n## D\n", []),
        ("# A\n\n```\n#### B\n# C\n```\n", []),
    ],
)
def test_headings_make_an_outline(page: str, expected: list[str]) -> None:
    assert told(page) == expected


LONG = "One of the boats came in late and " * 6


@pytest.mark.parametrize(
    ("text", "rules", "expected"),
    [
        (f"{LONG}left.", "PM418: info", ["3:1 PM418 this sentence has 49 words, 40 are the most"]),
        (f"{LONG}left.", "PM418: {severity: info, words: 49}", []),
        (f"{LONG}left.", "", []),
        (
            f"Short. {LONG}left.",
            "PM418: info",
            ["3:8 PM418 this sentence has 49 words, 40 are the most"],
        ),
        (f"{LONG[:100]}. {LONG[:100]}.", "PM418: info", []),
        ("- one of them came\n" * 20, "PM418: info", []),
        (
            "So.",
            "PM418: {severity: info, words: 0}",
            [
                "1:3 PM418 this sentence has 1 words, 0 are the most",
                "3:1 PM418 this sentence has 1 words, 0 are the most",
            ],
        ),
        (f"| {LONG} | {LONG} |", "PM418: info", []),
        (f"```\n{LONG}left\n```", "PM418: info", []),
    ],
)
def test_a_long_sentence_is_told_to_those_who_ask(
    text: str, rules: str, expected: list[str]
) -> None:
    assert told(f"# Notes\n\n{text}\n", rules) == expected


@pytest.mark.parametrize(
    ("title", "rules", "message"),
    [
        ("Sort the list.", "", "this title ends with a full stop"),
        ("Sort the list …", "", None),
        ("Sort the list...", "", None),
        ("Sort dates, names, etc.", "", None),
        ("Sort for Acme Inc.", "", None),
        ("Is it sorted?", "", None),
        ("SORT THE WHOLE LIST", "", "this title is written in capitals"),
        ("SORTING", "", None),
        ("API v2", "", None),
        ("a" * 81, "", "this title has 81 characters, 80 are the most"),
        ("a" * 80, "", None),
        ("a" * 81, "PM419: {longest: 90}", None),
    ],
)
def test_a_title_is_one_that_people_would_say(title: str, rules: str, message: str | None) -> None:
    found = told(f'id: IDEA-1\ntitle: "{title}"\n', rules, "roadmap/b.yaml")
    assert [line.partition("PM419 ")[2] for line in found] == ([message] if message else [])


@pytest.mark.parametrize(
    ("path", "text", "mended"),
    [
        ("roadmap/b.yaml", "id: IDEA-1\ntitle: 'Sort. It.'\n", "id: IDEA-1\ntitle: 'Sort. It'\n"),
        (
            "content/b.md",
            "---\nid: IDEA-1\n---\n\n# A list.\n",
            "---\nid: IDEA-1\n---\n\n# A list\n",
        ),
    ],
)
def test_a_full_stop_is_taken_away(path: str, text: str, mended: str) -> None:
    (one,) = diagnostics(text, "", path)
    assert one.finding.fix
    assert edited(Source(path, text), one.finding.fix.edits) == mended


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        ("{id: IDEA-1, title: sort by Date}", ["IDEA-12"]),
        ("{id: IDEA-1, title: Sort by name}", []),
        ("{id: IDEA-1, title: Sort by date, status: rejected}", []),
        ("{id: US-2, title: Sort by date, as_a: a, i_want: b, so_that: c}", []),
    ],
)
def test_titles_of_a_kind_differ(text: str, told_of: list[str]) -> None:
    found = [*build_and_check(ITEMS + f"- {text}\n")]
    assert found == [f"PM420 `IDEA-1` has the same title as `{id}`" for id in told_of]


def test_a_title_that_is_none_is_told_once() -> None:
    text = "- {id: IDEA-1, title: TODO}\n- {id: IDEA-2, title: TODO}\n"
    assert {line.split()[0] for line in build_and_check(text)} == {"PM401"}


def build_and_check(text: str) -> list[str]:
    found = check(build([Source("roadmap/a.yaml", text)]))
    return [f"{d.code} {d.finding.message}" for d in found if d.code[:3] == "PM4"]


@pytest.mark.parametrize(
    ("text", "rules", "words"),
    [
        ("The VTS waits. The VTS sleeps.", "PM421: info", ["VTS"]),
        ("The VTS waits.", "", []),
        ("The VTS waits.", "PM421: {severity: info, known: [VTS]}", []),
        ("The vessel traffic service (VTS) waits. The VTS sleeps.", "PM421: info", []),
        ("The VTS (vessel traffic service) waits.", "PM421: info", []),
        ("A CSV from the API, see US-1 and `VTS`.", "PM421: info", []),
        ("We saw ALL boats, and then all of them left.", "PM421: info", []),
        ("See VTS.md.", "PM421: info", []),
    ],
)
def test_abbreviations_are_explained_once(text: str, rules: str, words: list[str]) -> None:
    found = told(f"# Notes\n\n{text}\n", rules)
    assert [line.partition("PM421 ")[2] for line in found] == [
        f"nobody says what `{word}` stands for" for word in words
    ]


@pytest.mark.verifies("US-115.AC-6")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("see us-1 now", ["us-1 US-1"]),
        ("see Us-1, US1, US_1 and US 1.", ["Us-1 US-1", "US1 US-1", "US_1 US-1", "US 1 US-1"]),
        (
            "see PRD-3.fr-2 and prd-3.FR-2 and PRD-3.FR2",
            ["PRD-3.fr-2 PRD-3.FR-2", "prd-3.FR-2 PRD-3.FR-2", "PRD-3.FR2 PRD-3.FR-2"],
        ),
        ("see idea-12s and idea-13 and an idea 12 and us 1 and us1", []),
        ("the US 1 million, US 1%, US 1,5 and A-US-1", []),
        ("see US-1, [[US-1]] and [words](us-1.md)", []),
        ("see `us-1` and https://example.org/us-1 and items/us-1/ and us-1.md", []),
        ("[see us-1](https://example.org)", ["us-1 US-1"]),
        ("see [us-1], [words][us-1] and us-1@example.org", []),
    ],
)
def test_an_id_that_is_almost_right_is_mended(text: str, expected: list[str]) -> None:
    for path, body in (("content/a.md", f"# Notes\n\n{text}\n"), ("roadmap/b.yaml", field(text))):
        found = [d for d in diagnostics(body, "", path) if d.code == "PM415"]
        edits = [edit for d in found if d.finding.fix for edit in d.finding.fix.edits]
        source = Source(path, body)
        shown = [body[source.offset(e.span.start) : source.offset(e.span.end)] for e in edits]
        pairs = zip(shown, edits, strict=True)
        assert [f"{words} {edit.text}" for words, edit in pairs] == expected
        mended = edited(source, edits)
        assert [d for d in diagnostics(mended, "", path) if d.code == "PM415"] == []


@pytest.mark.parametrize("sign", ["us-", "[", "us 1.", "US-1.fr", "<us ", "](us"])
def test_the_same_sign_over_and_over_is_no_near_reference(sign: str) -> None:
    assert list(near_references(sign * 30_000, ("US", "PRD"))) == []


@pytest.mark.parametrize("sign", ["![", "[here", "](", "<img ", "(AB", "[**here"])
def test_the_same_sign_over_and_over_is_judged(sign: str) -> None:
    found = diagnostics(f"# Notes\n\n{sign * 30_000}", "PM421: info")
    assert {d.code for d in found} <= {"PM012"}


def test_pages_of_dropped_items_are_left_in_peace() -> None:
    page = "---\nid: IDEA-1\nstatus: rejected\n---\n\n# A list.\n\n![](a.png) [here](b.md) us-1\n"
    assert told(page) == []


def test_a_scenario_is_no_markdown() -> None:
    scenario = "When I write '<img>' and ![](a.png) and us-1\n        Then it is [here](a.md)\n"
    story = "- id: US-2\n  title: Write\n  as_a: a\n  i_want: b\n  so_that: c\n  criteria:\n"
    text = f"{story}    - id: AC-1\n      scenario: |\n        {scenario}"
    assert {line.split()[1] for line in told(text, path="roadmap/b.yaml")} <= {"PM206"}
