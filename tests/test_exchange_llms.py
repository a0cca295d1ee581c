"""`llms.txt`: the contents of a site in Markdown, for programs that read prose."""

from __future__ import annotations

import re

import pytest
from markdown import Markdown

from pmdocs.exchange.llms import llms_text
from pmdocs.project.project import Project
from pmdocs.project.reader import build
from tests.conftest import project_of
from tests.golden import assert_golden
from tests.lighthouse import product
from tests.markup import Page
from tests.site import build as build_site
from tests.site import lay, lighthouse
from tests.test_site_hostile import ITEMS, hostile

ENTRY = re.compile(r"- \[(?:[^\[\]\\]|\\.)+\]\([^()\s]+\)(?:: .+)?")


def told(project: Project, about: str = "") -> str:
    pages = [("Roadmap", "roadmap/")]
    return llms_text(project, lambda id: f"items/{id}/", about=about, pages=pages)


def test_the_contents_are_as_before() -> None:
    assert_golden("exchange/llms.txt", told(product(), "A lighthouse."))


@pytest.mark.verifies("US-81.AC-1")
def test_it_has_the_form_that_programs_expect() -> None:
    for text in (told(product(), "about"), told(project_of(a=ITEMS)), told(build([]))):
        lines = [line for line in text.splitlines() if line]
        assert re.fullmatch(r"# .+", lines[0])
        rest = lines[2:] if lines[1].startswith("> ") else lines[1:]
        assert rest[0].startswith("## ")
        for line in rest:
            assert re.fullmatch(r"## .+", line) or ENTRY.fullmatch(line), line


def test_the_vision_tells_what_it_is_about_where_nobody_else_does() -> None:
    vision = """\
- {id: VIS-1, title: Old, status: superseded, target_customer: cats, need: n, key_benefit: k}
- {id: VIS-2, title: New, target_customer: sailors, need: get lost, category: lamp, key_benefit: shines}
"""
    wanted = "> For sailors who get lost, the product is a lamp that shines."
    assert wanted in told(project_of(a=vision)).splitlines()
    assert "> mine" in told(project_of(a=vision), "mine").splitlines()
    assert "\n> " not in told(product())


def test_addresses_are_whole_where_the_site_knows_its_own() -> None:
    plain = (lighthouse() / "llms.txt").read_text("utf-8")
    assert "](items/US-1/): (ready) As a Skipper at night, I want the light to blink" in plain
    assert "](prds/PRD-1-light-patterns/)" in plain
    below = (lighthouse("below-instant") / "llms.txt").read_text("utf-8")
    links = re.findall(r"\]\(([^)]+)\)", below)
    assert len(links) > 10
    assert all(re.match(r"http://127\.0\.0\.1:\d+/team/product/", link) for link in links)


def test_the_site_is_called_and_described_as_in_its_settings() -> None:
    settings = {"site_name": "A [b] <c>", "site_description": "two\nlines"}
    text = (build_site(lay("described", {}, settings)) / "llms.txt").read_text("utf-8")
    assert text.splitlines()[:3] == [r"# A \[b\] &lt;c>", "", "> two lines"]


@pytest.mark.verifies("US-81.AC-2")
def test_a_text_begins_no_link_no_element_and_no_line() -> None:
    text = (hostile() / "llms.txt").read_text("utf-8")
    html = Page(Markdown().convert(text))
    assert "window.hacked=1</script>" in html.text
    assert {name for name, _ in html.elements} <= {"h1", "h2", "p", "ul", "li", "a", "blockquote"}
    title = (
        r"{id: RM-1, title: 'x](http://evil.example) [y](http://evil.example) \', outcome: '](z)'}"
    )
    crafted = Page(Markdown().convert(told(project_of(a=title))))
    assert [link["href"] for link in crafted.links] == ["roadmap/", "items/RM-1/"]
    lines = '{id: RM-1, title: t, outcome: "one\\n# two\\n## three"}'
    assert "\n# two" not in told(project_of(a=lines))
