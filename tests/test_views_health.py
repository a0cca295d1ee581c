from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import Page

from pmdocs.project.project import Project
from pmdocs.project.reader import build as read
from pmdocs.rules.catalogue import builtin, check
from pmdocs.text import Source
from pmdocs.views.health import HealthView, build
from tests import test_views_script
from tests.golden import assert_golden, values
from tests.lighthouse import TODAY, product, rendered
from tests.site import broken, lay, page
from tests.site import build as build_site

open_page = test_views_script.open_page
Open = Callable[..., Page]

# In the first file a story of Ada's and one of nobody's, something of Ben's that cannot be read,
# and a key that is there twice; the second file is no YAML at all.
STORIES = """\
- {id: US-1, title: Blink, status: ready, as_a: skipper, i_want: a light, so_that: x, prd: PRD-1, owner: Ada}
- {id: US-2, title: Toot, status: ready, as_a: skipper, i_want: a horn, prd: PRD-9}
- {id: US-3, title: [1, 2], status: ready, as_a: keeper, i_want: tea, owner: Ben}
- id: PRD-1
  title: A light
  problem: dark
  status: approved
  owner: Ada
  problem: it is dark
"""
ABOUT = {rule.code: rule.summary for rule in builtin()}


def project() -> Project:
    texts = {"roadmap/a.yaml": STORIES, "roadmap/b.yaml": "- {id: RM-1\n"}
    return read([Source(path, text) for path, text in texts.items()], today=TODAY)


def view_of(by: Any = "rule", of: Project | None = None) -> HealthView:
    found = of or project()
    return build(found, check(found), ABOUT, by=by)


def html_of(by: Any = "rule") -> str:
    return rendered("health/health.html", view_of(by), project())


def groups(view: HealthView) -> dict[str, list[str]]:
    return {group.title: [one.item for one in group.entries] for group in view.groups}


@pytest.mark.parametrize("by", ["rule", "owner"])
def test_html_is_as_before(by: str) -> None:
    assert_golden(f"views/health-{by}.html", html_of(by))


def test_figures_are_as_before() -> None:
    view = view_of()
    # There are more rules every day.
    assert_golden("views/health.txt", values(replace(view, rules=0)))
    assert view.errors == sum(d.severity == "error" for d in check(project()))


def test_the_gravest_rules_come_first() -> None:
    found = [group.severity for group in view_of().groups]
    assert found == sorted(found, key=["error", "warning", "info"].index)
    assert found[0] != found[-1]


@pytest.mark.verifies("US-72.AC-1")
def test_findings_are_with_the_owner_of_their_item() -> None:
    found = groups(view_of("owner"))
    assert list(found) == ["Ada", "Ben", "Nobody", "roadmap/b.yaml"]
    assert set(found["Ada"]) == {"US-1", "PRD-1"}
    assert set(found["Nobody"]) == {"US-2"}


def test_what_cannot_be_read_has_an_owner_too() -> None:
    assert set(groups(view_of("owner"))["Ben"]) == {"US-3"}


def test_a_mistake_within_an_item_is_that_items_though_no_rule_says_so() -> None:
    twice = [d for d in check(project()) if d.code == "PM009"]
    assert [d.finding.item for d in twice] == [None]
    entries = [e for g in view_of().groups if g.code == "PM009" for e in g.entries]
    assert [(e.item, e.owner) for e in entries] == [("PRD-1", "Ada")]


@pytest.mark.verifies("US-72.AC-2")
def test_what_belongs_to_no_item_is_with_its_file() -> None:
    last = view_of("owner").groups[-1]
    assert (last.path, {one.item for one in last.entries}) == ("roadmap/b.yaml", {""})


@pytest.mark.parametrize("by", ["rule", "owner"])
def test_every_finding_is_on_the_page_once(by: str) -> None:
    found = check(project())
    entries = [one.found for group in view_of(by).groups for one in group.entries]
    assert sorted(map(id, entries)) == sorted(map(id, dict.fromkeys(entries)))
    assert {(d.code, d.span) for d in entries} == {(d.code, d.span) for d in found}
    assert len(entries) == len(found)


@pytest.mark.verifies("US-72.AC-3")
@pytest.mark.parametrize("by", ["rule", "owner"])
def test_every_finding_leads_to_its_line(by: str) -> None:
    html = html_of(by)
    for one in check(project()):
        assert f'href="source/{one.span.path}#L{one.span.start.line}"' in html


def test_items_are_linked_by_id() -> None:
    assert '<a class="pm-id" href="items/US-1/" data-id="US-1">US-1</a>' in html_of()


def test_anchors_are_given_away_once() -> None:
    for by in ("rule", "owner"):
        keys = [group.key for group in view_of(by).groups]
        assert len(set(keys)) == len(keys)


def test_two_owners_with_names_alike_are_two() -> None:
    more = "".join(
        f"- {{id: US-{n}, title: t, status: ready, as_a: a, i_want: b, owner: '{owner}'}}\n"
        for n, owner in enumerate(("A-b", "A b", "<b>"), 10)
    )
    found = product(more)
    view = build(found, check(found), ABOUT, by="owner")
    names = [group.title for group in view.groups]
    assert {"A-b", "A b", "<b>"} <= set(names)
    html = rendered("health/health.html", view, found)
    assert "&lt;b&gt;" in html
    assert "<b><b>" not in html


def test_a_sound_product_is_told_so() -> None:
    found = read(
        [Source("roadmap/a.yaml", "- {id: PER-1, title: P, role: r, goals: [g], pains: [p]}\n")],
        today=TODAY,
    )
    html = rendered("health/health.html", view_of(of=found), found)
    assert "No rule has anything to say." in html
    assert f"{len(ABOUT)} rules have looked at 1 item in 1 file." in html
    assert "pm-tools" not in html
    assert "pm-switch" not in html


def test_both_pages_are_on_the_site_and_lead_to_each_other() -> None:
    site = build_site(lay("health-owners", {"roadmap/a.yaml": STORIES}))
    switch = page(site, "health").link("By owner")
    assert switch["href"].endswith("health/owners/")
    assert page(site, "health/owners").link("By rule")["href"] == "../../health/"
    assert "Ada" in page(site, "health/owners").article.text
    assert broken(site) == []


def shown(page: Page) -> list[str]:
    places = page.locator(".pm-finding:visible .pm-place").all_inner_texts()
    return [place.split()[0] for place in places]


@pytest.mark.verifies("US-72.AC-4")
def test_findings_are_filtered_by_owner_severity_and_words(open_page: Open) -> None:
    tab = open_page(html_of())
    total = len(check(project()))
    tab.get_by_role("combobox", name="Owner").select_option("nobody")
    assert set(shown(tab)) == {"US-2", "roadmap/b.yaml:1"}
    tab.get_by_role("combobox", name="Severity").select_option("warning")
    assert set(shown(tab)) == {"US-2"}
    tab.get_by_role("searchbox").fill("nonsense")
    assert shown(tab) == []
    assert tab.get_by_role("status").inner_text() == f"0 of {total} findings"


def test_groups_and_contents_follow_the_filters(open_page: Open) -> None:
    tab = open_page(html_of("owner"))
    assert tab.locator("h2:visible").count() == 4
    tab.get_by_role("combobox", name="Owner").select_option("Ada")
    assert tab.locator("h2:visible").count() == 1
    assert tab.locator(".pm-contents li:visible").count() == 1
    left = str(len(shown(tab)))
    assert tab.locator("h2:visible .pm-count").inner_text() == left
    assert tab.locator(".pm-contents li:visible .pm-count").inner_text() == left


def test_the_filters_are_in_the_address_and_go_along_to_the_other_page(open_page: Open) -> None:
    tab = open_page(html_of(), "?owner=Ada&severity=error")
    assert set(shown(tab)) == {"US-1", "PRD-1"}
    tab.get_by_role("combobox", name="Severity").select_option("")
    assert tab.url.endswith("?owner=Ada")
    assert tab.get_by_role("link", name="By owner").get_attribute("href").endswith("?owner=Ada")  # type: ignore[union-attr]


def test_a_phone_never_scrolls_sideways(open_page: Open) -> None:
    tab = open_page(html_of() + html_of("owner").replace(' id="', ' data-was="'), width=320)
    assert tab.evaluate("document.documentElement.scrollWidth") <= 320
