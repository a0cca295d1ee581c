"""Results of tests in a real site: its pages, badges and data, and what the public sees of them."""

from __future__ import annotations

import functools
import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from pmdocs.analysis.proof.share import ProvenShare
from pmdocs.analysis.proof.state import State
from pmdocs.exchange.graph import schema
from pmdocs.site.badges import badge
from tests.leaks import told
from tests.site import build, lay, nav_of, page, warm

STORIES = """\
- {id: REL-1, title: First light, version: "1.0", date: 2027-03-31, audience: public}
- {id: RM-1, title: A lamp, outcome: it is seen, release: REL-1, audience: public}
- {id: PRD-1, title: Lamp, problem: dim, item: RM-1, audience: public, requirements: [{id: FR-1, text: bright}]}
- id: US-1
  title: See the lamp
  status: ready
  audience: public
  as_a: skipper
  i_want: light
  prd: PRD-1.FR-1
  criteria: [{id: AC-1, text: it is seen}, {id: AC-2, text: it blinks}, {id: AC-3, text: "it is <b>red</b>"}]
- {id: US-2, title: An inner matter, status: ready, as_a: keeper, i_want: oil, prd: PRD-1, criteria: [{id: AC-1, text: it burns}]}
"""
RUN = "https://ci.example.org/runs/7"


def results(**outcomes: str) -> str:
    tests = [
        {
            "name": f"test_secret_{n} <i>",
            "outcome": outcome,
            "ids": [id.replace("__", "-").replace("_", ".")],
        }
        for n, (id, outcome) in enumerate(outcomes.items())
    ]
    head = {"format": "pmdocs-results", "version": 1, "at": "2027-02-09T12:00:00Z", "url": RUN}
    return json.dumps({**head, "tests": tests})


NOW = results(US__1_AC__1="passed", US__1_AC__2="failed", US__2_AC__1="passed")
BEFORE = results(US__1_AC__1="passed", US__1_AC__2="passed")


def settings(**own: Any) -> dict[str, Any]:
    evidence = {"files": ["results/now.json"], "previous": ["results/before.json"]}
    return {"plugins": ["search", {"pmdocs": {"fail_on": "never", "evidence": evidence, **own}}]}


@functools.cache
def site(audience: str = "internal") -> Path:
    files = {"roadmap/a.yaml": STORIES, "results/now.json": NOW, "results/before.json": BEFORE}
    return build(lay(f"proof-{audience}", files, settings(audience=audience)))


@functools.cache
def silent() -> Path:
    return build(lay("proof-silent", {"roadmap/a.yaml": STORIES}))


def graph(site: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((site / "graph.json").read_text("utf-8"))
    return read


def parts(site: Path) -> dict[str, Any]:
    items = graph(site)["items"]
    return {part["id"]: part.get("proof") for item in items for part in item["parts"]}


@pytest.mark.verifies("US-126.AC-1", "US-126.AC-4")
def test_the_page_is_in_the_navigation_where_results_are_read() -> None:
    html = (site() / "proof/index.html").read_text("utf-8")
    text = page(site(), "proof/").article.text
    assert "2 of 4 criteria proven, 1 failing" in text
    assert "Passed before" in text
    assert "results/now.json" in text
    assert "Proof" in nav_of(html)


@pytest.mark.verifies("US-126.AC-3", "US-126.AC-4")
def test_without_results_the_page_says_so_and_stays_out_of_the_navigation() -> None:
    html = (silent() / "proof/index.html").read_text("utf-8")
    assert "Nothing is known about tests yet" in html
    assert 'href="../proof/"' not in nav_of(html)
    assert not (silent() / "badges").exists()
    assert "proof" not in graph(silent())


@pytest.mark.verifies("US-126.AC-4")
def test_the_page_is_where_a_navigation_names_it() -> None:
    nav = {"nav": [{"Home": "index.md"}, {"What is shown": "proof.md"}]}
    made = build(lay("proof-nav", {"roadmap/a.yaml": STORIES}, nav))
    html = (made / "proof/index.html").read_text("utf-8")
    assert "What is shown" in nav_of(html)
    assert "Traceability" not in nav_of(html)


@pytest.mark.verifies("US-56.AC-2")
def test_the_page_of_a_story_leads_to_the_run() -> None:
    html = (site() / "items/US-1/index.html").read_text("utf-8")
    assert f'<a href="{RUN}">run of 9 Feb 2027</a>' in html
    assert "test_secret_1 &lt;i&gt;" in html
    assert "1 of 3 criteria proven, 1 failing" in html


@pytest.mark.verifies("US-125.AC-3")
@pytest.mark.parametrize("id", ["PRD-1", "RM-1", "REL-1"])
def test_what_leads_to_stories_has_a_bar(id: str) -> None:
    assert "2 of 4 criteria proven, 1 failing" in page(site(), f"items/{id}/").article.text


def test_a_story_that_is_a_page_with_its_criteria_tells_their_states() -> None:
    text = (
        "---\nid: US-1\ntitle: One\nas_a: skipper\ni_want: light\n---\n\n"
        "## Acceptance criteria\n\n- **AC-1**: it is seen\n- **AC-2**: it blinks\n"
    )
    files = {"content/US-1-one.md": text, "results/now.json": NOW}
    made = build(lay("proof-page", files, settings()))
    article = page(made, "US-1-one/").article
    assert "1 of 2 criteria proven, 1 failing" in article.text
    assert article.text.count("it is seen") == 1
    assert len(article.ids) == len(set(article.ids))


@pytest.mark.verifies("US-127.AC-2")
def test_the_data_of_a_site_tells_what_is_proven() -> None:
    found = graph(site())
    jsonschema.validate(found, json.loads(schema()))
    states = {"failing": 1, "untested": 1, "passing": 2}
    assert found["proof"] == {
        "proven": 2,
        "total": 4,
        "percent": 50,
        "states": states,
        "at": "2027-02-09",
    }
    assert parts(site())["US-1.AC-2"]["state"] == "failing"
    assert parts(site())["US-1.AC-2"]["tests"][0]["url"] == RUN
    assert parts(site())["PRD-1.FR-1"] is None
    prd = next(item for item in found["items"] if item["id"] == "PRD-1")
    assert prd["proof"] == {"proven": 2, "total": 4, "percent": 50, "states": states}


@pytest.mark.verifies("US-127.AC-1")
def test_there_is_a_badge_for_all_that_has_criteria() -> None:
    names = sorted(file.name for file in (site() / "badges").iterdir())
    assert names == ["PRD-1.svg", "REL-1.svg", "RM-1.svg", "US-1.svg", "US-2.svg", "proof.svg"]
    svg = ET.fromstring((site() / "badges/US-1.svg").read_text("utf-8"))  # noqa: S314 - our own
    assert svg[0].text == "US-1: 1 of 3 criteria proven, 1 failing"
    assert svg.attrib["role"] == "img"


@pytest.mark.verifies("US-127.AC-1")
def test_a_badge_is_well_formed_whatever_it_says_and_loads_nothing() -> None:
    share = ProvenShare(((State.PASSING, 3),))
    svg = badge('<a href="x">&\'"', share).decode()
    read = ET.fromstring(svg)  # noqa: S314 - our own
    assert read[0].text == '<a href="x">&\'": 3 of 3 criteria proven'
    assert re.findall(r"https?://[^\"]+", svg) == ["http://www.w3.org/2000/svg"]
    assert "#0b7a55" in svg
    assert "#8c1038" in badge("x", ProvenShare(((State.FAILING, 1),))).decode()
    assert "no criteria" in badge("x", ProvenShare(())).decode()


@pytest.mark.verifies("US-127.AC-3")
def test_the_public_sees_states_and_shares_and_nothing_of_tests() -> None:
    made = site("public")
    everything = "\n".join(text for _, text in told(made))
    assert not re.search(r"test_secret|ci\.example|now\.json|before\.json", everything)
    assert "1 of 3 criteria proven, 1 failing" in page(made, "items/US-1/").article.text
    assert "1 of 3 criteria proven, 1 failing" in page(made, "items/PRD-1/").article.text
    assert not (made / "proof").exists()
    assert parts(made)["US-1.AC-2"] == {
        "state": "failing",
        "why": "",
        "at": "2027-02-09",
        "tests": [],
    }
    # What counts is what is public.
    assert graph(made)["proof"]["total"] == 3
    assert sorted(file.name for file in (made / "badges").iterdir())[-2:] == [
        "US-1.svg",
        "proof.svg",
    ]


def test_the_public_hears_nothing_of_the_block() -> None:
    files = {
        "roadmap/a.yaml": STORIES,
        "results/now.json": NOW,
        "content/plan.md": "# Plan\n\n```pmdocs proof\n```\n",
    }
    made = build(lay("proof-block", files, settings(audience="public")))
    assert "proven" not in page(made, "plan/").article.text


def test_broken_results_are_told_and_end_no_build() -> None:
    files = {"roadmap/a.yaml": STORIES, "results/now.json": "{"}
    made = lay("proof-broken", files, settings())
    code, output = warm(made, "build", "-f", "mkdocs.yml")
    assert code == 0, output
    assert "No results of tests were found" in page(made / "site", "proof/").article.text
