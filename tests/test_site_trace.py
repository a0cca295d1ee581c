"""The trace on the pages of items, as they are built."""

from __future__ import annotations

import re

from pmdocs.project.load import load
from tests.markup import Page
from tests.site import LIGHTHOUSE, lighthouse, page


def test_an_item_with_links_has_its_trace_on_its_page() -> None:
    html = page(lighthouse(), "items/US-1").article.html
    assert re.search(r'<h2 id="pm-trace">Trace', html)
    assert 'aria-current="true"' in html


def test_an_item_that_is_a_markdown_page_has_it_too() -> None:
    found = page(lighthouse(), "prds/PRD-1-light-patterns").article
    assert "pm-trace" in found.html
    assert found.link("US-1 Tell our light from a star")["href"] == "../../items/US-1/"


def test_the_table_of_contents_leads_to_what_a_change_affects() -> None:
    html = page(lighthouse(), "items/RM-1").html
    contents = Page(html[html.index("md-nav--secondary") :].split("</nav>")[0])
    found = {" ".join(a["words"].split()): a["href"] for a in contents.links}
    assert found["Trace"] == "#pm-trace"
    assert found["If this changes"] == "#pm-impact"


def test_coverage_and_traceability_lead_to_each_other() -> None:
    site = lighthouse()
    assert (
        page(site, "coverage").article.link("The chain in full, with every gap")["href"]
        == "../traceability/"
    )
    assert (
        page(site, "traceability").article.link("Coverage of each roadmap item")["href"]
        == "../coverage/"
    )


def test_every_item_in_a_trace_has_a_page() -> None:
    site, project = lighthouse(), load(LIGHTHOUSE)
    html = page(site, "items/US-1").article.html
    ids = re.findall(r'data-id="([^"]+)"', html)
    assert ids
    assert all(project.find(id) for id in ids)
