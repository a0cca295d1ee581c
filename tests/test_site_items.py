"""The pages of items and kinds, as `mkdocs build` makes them."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser

from tests.markup import Page
from tests.site import build, lay, lighthouse, page, pages, run, served

IDS = ["CH-1", "EXP-1", "OBJ-1", "PER-1", "PRD-1", "PRD-2", "REL-1", "RM-1", "RM-2", "RM-3"]
KINDS = {
    "personas": ["PER-1"],
    "objectives": ["OBJ-1"],
    "roadmap-items": ["RM-1", "RM-2", "RM-3", "RM-4"],
    "prds": ["PRD-1", "PRD-2"],
    "stories": ["US-1", "US-2", "US-3"],
    "charters": ["CH-1"],
    "experiments": ["EXP-1"],
}


def links_by_name(article: Page, section: str) -> dict[str, list[str]]:
    """The ids in one of the boxes with links, by the name of the link."""
    html = article.html[article.html.index(f'<div id="{section}">') :]
    found: dict[str, list[str]] = {}
    name = ""
    for match in re.finditer(
        r"<dt>(.*?)</dt>|<span class=\"pm-id\">(.*?)</span>", html.split("</div>")[0]
    ):
        if match[1]:
            name = match[1]
        else:
            found.setdefault(name, []).append(match[2])
    return found


@pytest.mark.verifies("US-25.AC-1")
@pytest.mark.parametrize("id", IDS)
def test_every_item_answers_at_its_permanent_address(browser: Browser, id: str) -> None:
    tab = browser.new_page()
    with served(lighthouse()) as root:
        answer = tab.goto(f"{root}items/{id}/")
        assert answer is not None
        assert answer.ok
        tab.wait_for_selector(".pm-item")
        assert tab.locator(".pm-head-line .pm-id").inner_text() == id
    tab.close()


def test_the_page_of_a_yaml_item_is_at_the_address_itself() -> None:
    assert page(lighthouse(), "items/US-1").count("h1") == 1


def test_a_markdown_item_is_shown_where_it_was_written_and_redirected_to(browser: Browser) -> None:
    tab = browser.new_page()
    with served(lighthouse()) as root:
        tab.goto(f"{root}items/PRD-1/#pm-nfr-1")
        tab.wait_for_url("**/prds/PRD-1-light-patterns/#pm-nfr-1")
        tab.goto(f"{root}items/RM-90/")
        tab.wait_for_url("**/items/RM-1/")
    tab.close()


def test_a_redirect_works_without_a_script(browser: Browser) -> None:
    tab = browser.new_context(java_script_enabled=False).new_page()
    with served(lighthouse()) as root:
        tab.goto(f"{root}items/PRD-1/")
        assert tab.get_by_role("link", name="PRD-1 Light patterns").count() == 1
        tab.wait_for_url("**/prds/PRD-1-light-patterns/")
    tab.context.close()


@pytest.mark.verifies("US-25.AC-4")
def test_an_address_stays_when_the_title_changes() -> None:
    story = "id: US-5\ntitle: {}\nas_a: x\ni_want: y\n"
    project = lay("renamed", {"roadmap/a.yaml": story.format("before")})
    assert "before" in page(build(project), "items/US-5").text
    (project / "roadmap/a.yaml").write_text(story.format("after"), "utf-8")
    built = build(project)
    assert "after" in (built / "items/US-5/index.html").read_text("utf-8")
    assert not list(built.rglob("*after*"))


@pytest.mark.verifies("US-25.AC-2")
@pytest.mark.parametrize(
    ("path", "anchors"),
    [
        ("items/US-1", ["pm-ac-1", "pm-ac-2", "pm-ac-3"]),
        ("stories/US-3-hear-the-horn", ["pm-ac-1", "pm-ac-2"]),
        ("prds/PRD-1-light-patterns", ["pm-fr-1", "pm-nfr-1", "pm-q-1"]),
        ("items/PRD-2", ["pm-fr-1", "pm-q-1"]),
        ("items/OBJ-1", ["pm-kr-1"]),
        ("items/CH-1", ["pm-ms-1", "pm-ms-2", "pm-t-1", "pm-t-2"]),
    ],
)
def test_each_part_has_an_anchor(path: str, anchors: list[str]) -> None:
    ids = page(lighthouse(), path).ids
    assert [ids.count(anchor) for anchor in anchors] == [1] * len(anchors)


def test_the_anchor_of_a_requirement_is_in_its_own_section() -> None:
    html = page(lighthouse(), "prds/PRD-1-light-patterns").html
    assert '<li id="pm-fr-1"><strong>FR-1</strong> (must)' in html
    assert "<li>FR-1, for the sake of the skippers</li>" in html


def test_a_scenario_in_a_block_of_gherkin_has_its_anchor_at_its_tag() -> None:
    html = page(lighthouse(), "stories/US-3-hear-the-horn").html
    assert '<span id="pm-ac-2">@AC-2</span>' in html


def test_the_second_of_two_criteria_with_one_id_gets_no_anchor() -> None:
    text = "id: US-1\ntitle: t\nas_a: x\ni_want: y\ncriteria: [{id: AC-1, text: a}, {id: AC-1, text: b}]\n"
    built = build(lay("twice", {"roadmap/a.yaml": text}))
    assert page(built, "items/US-1").ids.count("pm-ac-1") == 1


@pytest.mark.verifies("US-25.AC-3")
def test_links_are_grouped_by_their_names_at_both_ends() -> None:
    story = page(lighthouse(), "items/US-1").article
    assert links_by_name(story, "pm-serves") == {"For": ["PER-1"], "Realises": ["PRD-1.FR-1"]}
    assert links_by_name(story, "pm-served-by") == {
        "Blocks": ["US-2"],
        "Is tried out in": ["EXP-1"],
    }
    prd = page(lighthouse(), "prds/PRD-1-light-patterns").article
    assert links_by_name(prd, "pm-served-by") == {"Realised by": ["US-1", "US-2"]}
    assert links_by_name(prd, "pm-mentioned-in") == {"": ["RM-1"]}


def test_the_fields_stand_in_reading_order() -> None:
    text = page(lighthouse(), "items/PRD-2").article.text
    headings = ["Problem", "Goals", "Success metrics", "Requirements", "Out of scope", "Serves"]
    places = [text.index(heading) for heading in headings]
    assert places == sorted(places)


def test_markdown_in_the_fields_of_a_part_is_rendered() -> None:
    answer = page(lighthouse(), "items/PRD-2").link("RSK-1")
    assert answer["href"].endswith("items/RSK-1/")


@pytest.mark.verifies("US-23.AC-3")
def test_a_field_that_the_settings_add_is_on_the_page() -> None:
    for path, words in (
        ("items/US-1", ["Watch hours", "6.5", "Signal", "horn"]),
        ("stories/US-3-hear-the-horn", ["Signal", "flag"]),
    ):
        text = page(lighthouse(), path).article.text
        assert [word for word in words if word not in text] == []


def test_an_item_of_an_own_kind_has_its_fields_and_links() -> None:
    article = page(lighthouse(), "items/EXP-1").article
    assert "<em>US-1</em>" in article.html or "US-1" in article.text
    assert links_by_name(article, "pm-serves")["Proves"] == ["RM-1", "US-1"]
    assert article.link("https://trials.example.org/1")["href"] == "https://trials.example.org/1"


@pytest.mark.verifies("US-26.AC-1", "US-23.AC-4")
@pytest.mark.parametrize(("kind", "ids"), KINDS.items())
def test_each_kind_in_use_has_a_table_of_its_items(kind: str, ids: list[str]) -> None:
    article = page(lighthouse(), f"items/{kind}").article
    assert article.count("tr") == 1 + len(ids)
    for id in ids:
        assert article.link(id)["href"]


def test_a_kind_without_items_has_no_table() -> None:
    assert not (lighthouse() / "items/ideas").exists()


def test_the_page_of_all_items_leads_to_each_kind() -> None:
    article = page(lighthouse(), "items").article
    assert article.link("Stories 3")["href"] == "../items/stories/"
    assert article.link("Experiments 1")["href"] == "../items/experiments/"


def test_findings_stand_on_the_page_of_their_item() -> None:
    files = {
        "roadmap/a.yaml": "id: US-1\ntitle: t\nstatus: ready\nas_a: x\ni_want: y\nso_that: z\n"
    }
    article = page(build(lay("finding", files)), "items/US-1").article
    assert "PM301" in article.text
    assert "roadmap/a.yaml:1" in article.text


def test_every_page_leads_to_the_file_and_line_that_it_is_written_in() -> None:
    site, repo = lighthouse(), "https://git.example.org/harbour/lighthouse/edit/main"
    at = {
        "items/US-2": f"{repo}/roadmap/deep/stories.yaml#L35",
        "items/CH-1": f"{repo}/roadmap/charter.yaml#L1",
        "prds/PRD-1-light-patterns": f"{repo}/content/prds/PRD-1-light-patterns.md#L2",
    }
    assert {path: page(site, path).link("Edit")["href"] for path in at} == at


def test_the_pencil_of_the_theme_leads_there_too() -> None:
    story = "- {id: US-1, title: t, as_a: x, i_want: y, so_that: z}\n- {id: US-2, title: t, as_a: x, i_want: y, so_that: z}\n"
    theme = {"name": "material", "font": False, "features": ["content.action.edit"]}
    settings = {
        "repo_url": "https://github.com/a/b",
        "edit_uri": "edit/main/content/",
        "theme": theme,
    }
    files = {"roadmap/x y/a#b.yaml": story}
    built = build(lay("pencil", files, settings))
    wanted = "https://github.com/a/b/edit/main/roadmap/x%20y/a%23b.yaml#L2"
    found = [a["href"] for a in page(built, "items/US-2").links if "/edit/" in a["href"]]
    assert found == [wanted, wanted]
    assert not [a for a in page(built, "roadmap").links if "/edit/" in a["href"]]


def test_the_way_to_edit_is_known_for_hosts_that_mkdocs_knows() -> None:
    story = {"docs/index.md": "# Home\n", "roadmap/a.yaml": "id: RM-1\ntitle: t\noutcome: o\n"}
    settings = {"repo_url": "https://github.com/a/b", "docs_dir": "docs"}
    built = build(lay("known-host", story, settings))
    wanted = "https://github.com/a/b/edit/master/roadmap/a.yaml#L1"
    assert page(built, "items/RM-1").link("Edit")["href"] == wanted


def test_every_page_has_one_first_heading_and_no_id_twice() -> None:
    for path, one in pages(lighthouse()):
        assert one.count("h1") == ("<article" in one.html), path
        assert len(one.ids) == len(set(one.ids)), path


def test_a_template_of_the_project_is_used() -> None:
    own = "<p>Our own words about {{ view.errors }} errors</p>"
    built = build(lay("override", {"overrides/pmdocs/health/health.html": own}))
    assert "Our own words about 0 errors" in page(built, "health").text


def test_the_page_of_an_item_that_cannot_be_read_says_what_is_wrong() -> None:
    files = {
        "roadmap/a.yaml": "id: RM-1\ntitle: [x\n",
        "roadmap/b.yaml": "id: RM-2\ntitle: t\noutcome: o\ndepends_on: RM-1\n",
        "content/PRD-1-x.md": "---\ntitle: [x\n---\n# Broken page\n\n## Problem\n\nStill there.\n",
    }
    project = lay("unread", files)
    code, output = run("pmdocs", project, "check", "--format", "concise")
    assert code == 1
    assert output.count("PM001") == 2
    assert "PM201" not in output
    built = build(project)
    broken = page(built, "items/RM-1").article
    assert "cannot be read" in broken.text
    assert "roadmap/a.yaml:2" in broken.text
    written = page(built, "PRD-1-x")
    assert written.count("h1") == 1
    assert "cannot be read" in written.article.text
    assert "Still there." in written.article.text
    assert "title: [x" not in written.article.text


def test_former_ids_never_become_paths_nor_hide_what_is_there() -> None:
    text = "- {id: RM-1, title: t, outcome: o, aliases: ['../../../escaped', RM-2, RM-7]}\n- {id: RM-2, title: second, outcome: o}\n- {id: US-/../../../x, title: path, as_a: x, i_want: y}\n"
    project = lay("inner/aliases", {"roadmap/a.yaml": text})
    built = build(project)
    assert "location.replace" in page(built, "items/RM-7").html
    assert "second" in page(built, "items/RM-2").text
    assert not [
        file
        for file in project.parent.rglob("*")
        if "escaped" in file.name or file.name in {"x", "X"}
    ]
