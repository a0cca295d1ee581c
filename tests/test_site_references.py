"""References in prose: on pages, in fields, and what is left alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pmdocs.project.reader import build as read
from pmdocs.site.addresses import Addresses
from pmdocs.site.richtext import RichText
from pmdocs.text import Source
from tests.conftest import lines
from tests.markup import Page
from tests.site import LIGHTHOUSE, build, lay, lighthouse, page, run

RM_1 = "A light that can be told from a star"
US_1 = "Tell our light from a star"


def home() -> Page:
    return page(lighthouse(), ".").article


def deep() -> Page:
    return page(lighthouse(), "guide/deep").article


def titled(one: Page) -> list[tuple[str, str, str]]:
    return [
        (a["words"], a["href"], a.get("title", "")) for a in one.links if a.get("class") == "pm-ref"
    ]


def field(text: str) -> str:
    project = read([Source("roadmap/a.yaml", "- {id: RM-1, title: The light, outcome: o}\n")])
    return RichText(project, Addresses(project)).block(text, "../")


@pytest.mark.verifies("US-27.AC-1", "US-27.AC-2", "US-27.AC-3")
def test_ids_with_and_without_brackets_become_links_with_the_title_as_tooltip() -> None:
    assert titled(home()) == [
        ("RM-1", "items/RM-1/", RM_1),
        ("the first story", "items/US-1/", US_1),
        ("US-2", "items/US-2/", "Look the pattern up"),
        (
            "PRD-1.FR-1",
            "prds/PRD-1-light-patterns/#pm-fr-1",
            "The light shows a pattern of its own.",
        ),
        (
            "US-1.AC-2",
            "items/US-1/#pm-ac-2",
            "Given it is night, When the light is switched on, Then it blinks within one minute, and the keeper hears a click",
        ),
    ]


def test_references_work_from_folders_in_headings_tables_quotes_and_admonitions() -> None:
    assert titled(deep()) == [
        ("US-1", "../../items/US-1/", US_1),
        ("US-1", "../../items/US-1/", US_1),
        ("RM-1", "../../items/RM-1/", RM_1),
        ("RM-90", "../../items/RM-1/", RM_1),
        ("US-2", "../../items/US-2/", "Look the pattern up"),
        ("US-1", "../../items/US-1/", US_1),
        ("PRD-2.FR-1", "../../items/PRD-2/#pm-fr-1", "the horn sounds every 30 seconds"),
    ]
    assert '<h1 id="a-page-about-us-1-in-a-folder">A page about <a' in deep().html
    assert (
        "<title>A page about US-1 in a folder - Lighthouse</title>"
        in page(lighthouse(), "guide/deep").html
    )


@pytest.mark.verifies("US-27.AC-4")
def test_code_is_left_as_it_was_written() -> None:
    html = home().html
    assert "<code>US-1</code> and <code>[[US-1]]</code>" in html
    assert "US-1 and [[US-1]]\n</code></pre>" in html
    assert "<code>US-2</code>" in page(lighthouse(), "items/US-1").html
    assert "<pre><code>US-1 stays as it is\n</code></pre>" in page(lighthouse(), "items/US-1").html


def test_words_of_a_link_are_left_alone() -> None:
    html = home().html
    assert '<a href="guide/deep/">see US-1 there</a>' in html
    assert '<a href="guide/deep/">see <span class="pm-ref"' in html
    for one in home().links:
        assert "<a" not in one["words"]


def test_ids_in_fields_become_the_same_links() -> None:
    assert page(lighthouse(), "items/RM-1").link("PRD-1.FR-1")["href"].endswith("/#pm-fr-1")
    assert page(lighthouse(), "items/EXP-1").link("US-1")["title"] == US_1
    assert page(lighthouse(), "items/US-1").link("page")["href"] == "../../guide/deep/#a-heading"


def test_addresses_in_fields_are_meant_from_the_content_folder() -> None:
    for site, end in ((lighthouse(), "/"), (lighthouse("files"), ".html")):
        one = page(site, "items/RM-1" if end == "/" else "items/RM-1.html").article
        up = "../../" if end == "/" else "../"
        assert one.link("Our guide")["href"] == f"{up}guide/deep{end}"
        assert one.link("Our guide from the root")["href"] == f"{up}guide/deep{end}"
        assert one.link("Ask the keeper")["href"] == "mailto:keeper@example.org"
        assert one.link("List of lights")["href"] == "https://lights.example.org/list"


@pytest.mark.verifies("US-27.AC-5")
def test_an_unknown_reference_is_marked_and_found_with_its_line() -> None:
    files = {
        "content/a/b.md": "# B\n\nSee [[US-9]] and [[US-1.AC-9]].\n",
        "roadmap/a.yaml": "id: US-1\ntitle: t\nas_a: x\ni_want: y\nso_that: z\n",
    }
    project = lay("unknown", files)
    code, output = run("pmdocs", project, "check", "--format", "concise")
    assert code == 1
    assert "content/a/b.md:3:7: error PM210" in output
    assert "content/a/b.md:3:20: error PM210" in output
    _, log = run("mkdocs", project, "build")
    assert "content/a/b.md:3:7: error PM210" in log
    html = page(project / "site", "a/b").article.html
    assert '<span class="pm-ref pm-missing" title="there is no such item">US-9</span>' in html


def test_templates_in_content_are_shown_as_they_were_written() -> None:
    assert field("{{ 7 * 7 }} {% include x %}") == "<p>{{ 7 * 7 }} {% include x %}</p>"


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        "&#106;avascript:alert(1)",
        "javascript&colon;alert(1)",
        "java&Tab;script:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//evil.example/x",
        "/\\evil.example/x",
        "\\\\\\\\evil.example/x",
        "file:///etc/passwd",
    ],
)
def test_an_address_that_is_not_safe_is_dropped_and_found_in_prose_and_in_fields(
    address: str,
) -> None:
    assert "href" not in field(f"[words]({address})")
    assert "words" in field(f"[words]({address})")
    found = lines(
        f"# P\n\n[words]({address}) [ok](https://example.org)\n\n`[a]({address})`\n", "content/a.md"
    )
    assert [one.split(" ")[:2] for one in found] == [["3:9", "PM108"]]
    label = address.replace("\t", "").replace("\n", "")
    found = lines(f"# P\n\n[words][k]\n\n[k]: {label}\n", "content/a.md")
    assert [one.split(" ")[:2] for one in found] == [["5:6", "PM108"]]


def test_an_unsafe_address_in_a_field_is_found_at_its_place() -> None:
    text = (
        "id: RM-1\ntitle: t\noutcome: |\n  first\n  second [x](javascript:alert(1))\nhorizon: now\n"
    )
    assert lines(text) == [
        "5:14 PM108 `javascript:alert(1)` is not an address that is safe to publish | write an address that starts with `https://`, or a path in this site"
    ]
    text = 'id: RM-1\ntitle: t\noutcome: "[x](java\\tscript:alert(1))"\nhorizon: now\n'
    assert [one.split(" ")[:2] for one in lines(text)] == [["3:10", "PM108"]]


def test_safe_addresses_are_not_found() -> None:
    text = "# P\n\n[a](https://x.example/a:b) [b](x.md#y) [c](mailto:a@b.example) [d](#e) [f](/g) [h](../i.md 'a: b') <https://j.example>\n\n[^1]: Note: text\n[k]: http://l.example\n\nhref=z ![p](data:image/png;base64,AAAA) https://x.example/?action=edit:1\n\n```\n[x](javascript:alert(1))\n```\n"
    assert lines(text, "content/a.md") == []


def test_an_unsafe_address_in_html_is_found() -> None:
    text = '# P\n\n<a href="javascript:alert(1)">x</a>\n'
    assert [one.split(" ")[:2] for one in lines(text, "content/a.md")] == [["3:10", "PM108"]]


def test_html_in_fields_runs_nothing_and_nothing_vanishes() -> None:
    assert field("the <title> of a page") == "<p>the &lt;title&gt; of a page</p>"
    assert field("<script>alert(1)</script>") == "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"
    assert field("<b onclick=x>b</b><br>") == "<p><b>b</b><br></p>"
    assert (
        field("![a](b.png){onerror=alert(1)}")
        == '<p><img alt="a" src="../b.png">{onerror=alert(1)}</p>'
    )
    assert field("<img src=x onerror=alert(1)>") == '<p><img src="../x"></p>'
    assert field("<a id=__md_scope name=__config href=x>y</a>") == '<p><a href="../x">y</a></p>'
    assert field("a __b__ c_d_e") == "<p>a <strong>b</strong> c_d_e</p>"


def test_pictures_of_other_hosts_are_not_loaded_from_fields() -> None:
    assert field("![a](https://x.example/p.png)") == '<p><img alt="a"></p>'


@pytest.mark.parametrize(
    "text", ["[" * 20_000, "<a " * 6_000, "![" * 10_000, "`" * 20_000, "*a" * 10_000, "&" * 20_000]
)
def test_heavy_fields_are_rendered_in_bounded_time(text: str) -> None:
    assert field(text)


def test_the_made_up_product_has_no_finding(tmp_path: Path) -> None:
    # A copy, since the history of this repository says nothing about a made-up product.
    code, output = run("pmdocs", shutil.copytree(LIGHTHOUSE, tmp_path / "product"), "check")
    assert code == 0
    assert "0 errors, 0 warnings" in output


def test_a_mistake_in_front_matter_of_a_markdown_item_is_found() -> None:
    text = "---\nid: PRD-1\nproblem: see [[US-9]] and [x](javascript:1)\n---\n# T\n"
    found = [one.split(" ")[:2] for one in lines(text, "content/a.md")]
    assert ["3:16", "PM210"] in found
    assert ["3:31", "PM108"] in found


def test_the_build_of_a_page_with_unsafe_links_has_none_of_them() -> None:
    text = '# P\n\n[a](javascript:alert(1)) [b](//evil.example) [c][k] [d](vbscript:x){: .e } [f](x){href="javascript:1"}\n\n[k]: data:text/html,x\n'
    settings = {"markdown_extensions": ["attr_list"]}
    built = build(lay("unsafe", {"content/p.md": text}, settings))
    hrefs = [a["href"] for a in page(built, "p").article.links]
    assert [href for href in hrefs if ":" in href or href.startswith("//")] == []
    assert "<span>a</span>" in page(built, "p").html
