"""Text that was made to do harm, on a real site in a real browser."""

from __future__ import annotations

import functools
import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.markup import Page
from tests.site import build, lay, page, pages, served

THEME = {
    "name": "material",
    "font": False,
    "features": ["navigation.footer", "navigation.path", "navigation.tabs", "search.highlight"],
}
SETTINGS = {
    "theme": THEME,
    "markdown_extensions": ["attr_list", "tables", {"toc": {"permalink": True}}],
}


def bad(number: int) -> str:
    """A script that leaves a mark when it runs, in a title, an attribute and a comment."""
    return f'</title></script>"><script>window.hacked={number}</script><!--'


def quoted(number: int) -> str:
    return json.dumps(bad(number))


ITEMS = f"""\
- id: RM-1
  title: {quoted(1)}
  outcome: {quoted(2)}
  status: planned
  theme: {quoted(3)}
  team: {quoted(4)}
  owner: {quoted(5)}
  tags: [{quoted(6)}, "' onmouseover='x"]
  start: 2027-01
  end: 2027-03
  links: [{{title: {quoted(7)}, url: "https://x.example/\\"><script>window.hacked=8</script>"}}]
  updates: [{{date: 2026-01-01, text: {quoted(9)}, health: at risk}}]
  aliases: [{quoted(10)}]
- id: RM-2
  title: "${{7*7}} {{{{ 7*7 }}}} {{% include 'x' %}} ' onclick='window.hacked=11"
  status: {quoted(12)}
  outcome: '{{{{ 7 * 7 }}}} stays'
  start: 2027-02
  end: 2027-05
  depends_on: [RM-1]
- id: RM-3
  title: {quoted(13)}
  outcome: o
- {{id: OBJ-1, title: {quoted(14)}, period: 2027, key_results: [{{id: KR-1, text: {quoted(15)}, baseline: 1, target: 2}}]}}
- id: US-1
  title: {quoted(16)}
  as_a: {quoted(17)}
  i_want: {quoted(18)}
  prd: PRD-1.FR-1
  definition_of_done: [{quoted(19)}]
  criteria:
    - {{id: AC-1, text: {quoted(20)}}}
    - {{id: AC-2, given: [{quoted(21)}], when: [x], then: [y]}}
    - {{id: AC-3, scenario: {quoted(22)}}}
    - {{id: {quoted(23)}, text: again}}
- {{id: REL-1, title: {quoted(24)}, version: {quoted(25)}, date: 2027-02-01}}
"""
PRD = f"""\
---
title: {quoted(30)}
status: draft
owner: {quoted(31)}
subtitle: {quoted(32)}
description: {quoted(33)}
tags: [{quoted(34)}]
icon: no/such/icon
template: none.html
search: text
hide: 5
item: RM-1
problem: {quoted(35)}
---

## Requirements

- **FR-1** a {{{{ 7 * 7 }}}}
"""
ORDINARY = f"""\
---
title: {quoted(40)}
description: {quoted(41)}
subtitle: {quoted(42)}
author: {quoted(43)}
status: {quoted(44)}
revision_date: {quoted(45)}
tags: [{quoted(46)}]
---
# Home

{{{{ 7 * 7 }}}} and {{% include "x" %}}: [[RM-1]] [[RM-1|" onclick="window.hacked=47]] [[NO-1|' onclick='x]]

![a drawing](evil.svg)
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>top.hacked=50</script></svg>'


@functools.cache
def hostile() -> Path:
    files = {
        "roadmap/a.yaml": ITEMS,
        "roadmap/broken.yaml": f"- id: RM-20\n  title: [{quoted(60)}\n",
        "content/prds/PRD-1-x.md": PRD,
        "content/index.md": ORDINARY,
        "content/evil.svg": SVG,
        "content/untitled.md": "---\ntitle:\n---\n# Its own heading\n",
        "content/heavy.md": "# Heavy\n\n" + "[" * 20_000,
        "content/PRD-2-heavy.md": "---\nid: PRD-2\n---\n# Heavy\n\n" + "<a " * 20_000,
    }
    return build(lay("hostile", files, SETTINGS))


@pytest.mark.verifies("US-40.AC-1")
def test_no_script_of_any_text_runs_on_any_page(browser: Browser) -> None:
    tab = browser.new_page()
    wrong: list[str] = []
    tab.on("dialog", lambda dialog: wrong.append(dialog.message))
    with served(hostile()) as root:
        for path, one in pages(hostile()):
            tab.goto(root + path)
            if "<article" in one.html:
                # What the theme keeps in these names is what ids could hide.
                assert tab.evaluate("__md_scope instanceof URL"), path
                assert tab.evaluate("document.getElementById('__config').tagName") == "SCRIPT", path
            assert tab.evaluate("window.hacked ?? null") is None, path
    tab.close()
    assert wrong == []


def test_no_element_of_any_page_comes_from_a_text() -> None:
    for path, one in pages(hostile()):
        assert not re.search(r"<script>\s*window\.hacked", one.html), path
        for name, attributes in one.elements:
            assert not [a for a in attributes if a.startswith("on")], (path, name, attributes)


@pytest.mark.verifies("US-40.AC-1", "US-40.AC-2", "US-40.AC-5")
def test_titles_are_shown_as_text_everywhere(browser: Browser) -> None:
    tab = browser.new_page()
    with served(hostile()) as root:
        tab.goto(root + "items/RM-1/")
        assert tab.locator("h1").inner_text() == bad(1)
        assert tab.title() == f"RM-1 {bad(1)} - Test"
        article = tab.locator("article").inner_text()
        for number in (2, 3, 4, 5, 6, 7, 9, 10):
            assert f"window.hacked={number}</script>" in article, number
        assert "{{ 7 * 7 }} stays" in page(hostile(), "items/RM-2").text
        tab.goto(root + "items/US-1/")
        article = tab.locator("article").inner_text()
        for number in (17, 18, 19, 20, 21, 22, 23):
            assert f"window.hacked={number}</script>" in article, number
        # Breadcrumbs, and the pages before and after, in the theme's own templates.
        tab.goto(root + "items/RM-2/")
        assert f"RM-1 {bad(1)}" in tab.locator(".md-footer__link--prev").inner_text()
        assert f"RM-3 {bad(13)}" in tab.locator(".md-footer__link--next").inner_text()
        tab.goto(root + "prds/PRD-1-x/")
        assert tab.locator("h1").inner_text() == bad(30)
        assert tab.title() == f"PRD-1 {bad(30)} - Test"
        assert "{{ 7 * 7 }}" in tab.locator("article").inner_text()
        tab.goto(root)
        assert tab.title() == f"{bad(40)} - Test"
        assert tab.locator("meta[name=description]").get_attribute("content") == bad(41)
        assert tab.locator("meta[name=author]").get_attribute("content") == bad(43)
        text = tab.locator("article").inner_text()
        assert '{{ 7 * 7 }} and {% include "x" %}' in text
        tab.goto(root + "untitled/")
        assert tab.title() == "Its own heading - Test"
    tab.close()


def test_titles_are_shown_as_text_in_views(browser: Browser) -> None:
    tab = browser.new_page()
    with served(hostile()) as root:
        for view, numbers in {
            "roadmap/": (1, 13, 24),
            "traceability/": (1, 14, 16, 20, 30),
            "items/roadmap-items/": (1, 3, 5, 13),
            "items/stories/": (16,),
            "items/prds/": (30,),
        }.items():
            tab.goto(root + view)
            text = tab.locator("article").inner_text()
            for number in numbers:
                assert f"window.hacked={number}</script>" in text, (view, number)
        tab.goto(root + "health/")
        assert "window.hacked=12</script>" in tab.locator("article").inner_text()
    tab.close()


@pytest.mark.verifies("US-40.AC-3")
def test_titles_are_escaped_in_the_search_index_and_shown_as_text_in_its_results(
    browser: Browser,
) -> None:
    index = (hostile() / "search/search_index.json").read_text("utf-8")
    docs = {one["location"]: one for one in json.loads(index)["docs"]}
    assert "<script" not in index
    assert "&lt;script&gt;window.hacked=1&lt;" in docs["items/RM-1/"]["title"]
    assert "&lt;script&gt;window.hacked=6&lt;" in docs["items/RM-1/"]["tags"][0]
    tab = browser.new_page()
    with served(hostile()) as root:
        for words in ("RM-1", "PRD-1", "stays"):
            tab.goto(root)
            tab.get_by_role("textbox", name="Search").type(words)
            tab.wait_for_selector(".md-search-result__item a")
            assert tab.evaluate("window.hacked ?? null") is None
            assert (
                "<script>window.hacked" in tab.locator(".md-search-result__list").inner_text()
                or words == "stays"
            )
    tab.close()


def test_data_for_scripts_cannot_end_the_script() -> None:
    # What is in a script is made by the theme or by the template of a redirect.
    for path, one in pages(hostile()):
        for script in re.findall(r"<script[^>]*>(.*?)</script>", one.html, re.DOTALL):
            assert "hacked" not in script, path
            assert "<!--" not in script, path


def test_a_drawing_is_only_ever_a_picture() -> None:
    for path, one in pages(hostile()):
        for name, attributes in one.elements:
            if "evil.svg" in str(attributes):
                assert name == "img", path
        assert "top.hacked" not in one.html


def test_an_item_on_a_page_that_is_too_heavy_says_so() -> None:
    article = page(hostile(), "PRD-2-heavy").article
    assert "PM012" in article.text
    assert "too complex to be shown" in article.text
    assert article.count("h1") == 1
    assert "location.replace" in page(hostile(), "items/PRD-2").html


def test_a_page_shows_front_matter_of_other_types_without_harm() -> None:
    text = "---\ntitle: {a: <b>x</b>}\ntags: <i>\nsearch: [1]\ndescription: [<script>]\n---\n# H\n"
    built = build(lay("types", {"content/p.md": text}))
    assert "<b>x</b>" not in page(built, "p").html
    assert isinstance(page(built, "p"), Page)
