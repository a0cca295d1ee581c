"""The places of our pages in the navigation of the site."""

from __future__ import annotations

import re

import pytest

from tests.markup import Page
from tests.site import build, lay, lighthouse, nav_of, page, run


@pytest.mark.verifies("US-31.AC-3")
def test_the_plugin_needs_nothing_but_its_name() -> None:
    bare = "site_name: Bare\ntheme: {name: material, font: false}\nplugins: [pmdocs]\n"
    files = {
        "mkdocs.yml": bare,
        "docs/index.md": "# Home\n\nUS-1\n",
        "roadmap/a.yaml": "id: US-1\ntitle: t\nas_a: x\ni_want: y\n",
    }
    built = build(lay("bare", files))
    for path in ("roadmap", "traceability", "health", "items", "items/stories", "items/US-1"):
        assert (built / path / "index.html").is_file(), path
    nav = Page(nav_of(page(built, ".").html))
    titles = [" ".join(link["words"].split()) for link in nav.links]
    assert [t for t in titles if t] == [
        "Home",
        "Overview",
        "Roadmap",
        "Board",
        "Traceability",
        "All items",
        "Health",
    ]
    assert page(built, ".").link("US-1")["href"] == "items/US-1/"


def test_a_view_in_an_own_navigation_keeps_the_title_that_it_is_given_there() -> None:
    nav = [
        {"Start": "index.md"},
        {"Where we go": "roadmap.md"},
        {"More": [{"Is <it> sound?": "health.md"}]},
    ]
    project = lay("own-nav", {}, {"nav": nav})
    html = nav_of(page(build(project), ".").html)
    assert "Where we go" in html
    assert "Is &lt;it&gt; sound?" in html
    assert "Traceability" not in html


def test_the_section_is_not_added_when_the_settings_say_so() -> None:
    project = lay("no-nav", {}, {"plugins": ["search", {"pmdocs": {"nav": False}}]})
    built = build(project)
    assert "roadmap" not in nav_of(page(built, ".").html)
    assert (built / "roadmap/index.html").is_file()


@pytest.mark.verifies("US-29.AC-2")
def test_items_are_not_in_the_navigation_and_do_not_make_it_grow() -> None:
    sizes = []
    for count in (20, 200):
        items = "".join(f"- {{id: RM-{n}, title: item {n}, outcome: o}}\n" for n in range(1, count))
        written = {
            f"content/prds/PRD-{n}.md": f"---\nid: PRD-{n}\n---\n# p {n}\n"
            for n in range(1, count // 10)
        }
        built = build(lay(f"grows-{count}", {"roadmap/a.yaml": items, **written}))
        nav = nav_of(page(built, "items/RM-7").html)
        assert "items/RM-" not in nav
        assert "RM-8" not in nav
        assert "PRD-1" not in nav_of(page(built, "prds/PRD-1").html.replace("PRD-1 p 1", ""))
        sizes.append(len(nav))
    assert sizes[0] == sizes[1]


def test_a_markdown_item_that_the_navigation_names_is_in_it() -> None:
    files = {"content/vision.md": "---\nid: VIS-1\n---\n# The light\n"}
    built = build(lay("named", files, {"nav": ["index.md", {"Our vision": "vision.md"}]}))
    assert "Our vision" in nav_of(page(built, ".").html)


def test_an_item_knows_what_it_stands_under_and_what_is_beside_it() -> None:
    html = page(lighthouse("below-instant"), "items/RM-2").html
    path = re.search(r'<nav class="md-path".*?</nav>', html, re.DOTALL)
    assert path
    assert [a["words"].strip() for a in Page(path[0]).links][-2:] == ["All items", "Roadmap items"]
    assert '<link rel="prev" href="../RM-1/">' in html
    assert '<link rel="next" href="../RM-3/">' in html
    # The theme's footer leads there already.
    assert "pm-pager" not in html
    assert "pm-pager" in page(lighthouse(), "items/RM-2").html


def test_a_page_of_the_project_at_one_of_our_addresses_is_left_alone() -> None:
    project = lay("taken", {"content/roadmap.md": "# My own roadmap\n"})
    _, output = run("mkdocs", project, "build")
    assert "roadmap.md is yours already" in output
    assert "My own roadmap" in page(project / "site", "roadmap").text


def test_a_page_that_is_an_item_may_stand_at_its_permanent_address() -> None:
    files = {"content/items/PRD-1.md": "---\nstatus: draft\n---\n# Here\n\n## Problem\n\nx\n"}
    built = build(lay("home", files))
    assert "Here" in page(built, "items/PRD-1").article.text
    assert "location.replace" not in page(built, "items/PRD-1").html


def test_the_navigation_on_a_page_of_an_item_is_that_of_the_site() -> None:
    nav = Page(nav_of(page(lighthouse(), "items/US-1").html))
    titles = [" ".join(link["words"].split()) for link in nav.links]
    assert [title for title in titles if title] == [
        "Git",
        "Lighthouse",
        "A page about US-1 in a folder",
        "Overview",
        "Roadmap",
        "Board",
        "Traceability",
        "All items",
        "Health",
    ]
