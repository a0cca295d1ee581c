"""`graph.json`: a whole product for other programs."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest

from pmdocs.exchange.graph import as_text, graph_of, schema
from pmdocs.project.load import load
from pmdocs.project.project import Project
from pmdocs.project.reader import build
from pmdocs.text import Source
from tests.conftest import ROOT, project_of
from tests.lighthouse import TODAY, product
from tests.site import LIGHTHOUSE, lay, lighthouse, settings_of
from tests.site import build as build_site
from tests.test_site_hostile import ITEMS, bad, hostile


def graph(project: Project) -> dict[str, Any]:
    """What a program reads."""
    read: dict[str, Any] = json.loads(as_text(graph_of(project, lambda id: f"to/{id}")))
    return read


def item(project: Project, id: str) -> dict[str, Any]:
    return next(one for one in graph(project)["items"] if one["id"] == id)


def wrong(value: object) -> list[str]:
    validator = jsonschema.Draft202012Validator(json.loads(schema()))
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(value)]


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(schema()))


@pytest.mark.verifies("US-80.AC-1")
@pytest.mark.parametrize("name", ["views", "site", "own", "hostile", "empty"])
def test_what_is_published_is_as_the_schema_says(name: str) -> None:
    projects: dict[str, Callable[[], Project]] = {
        "views": product,
        "site": lambda: load(LIGHTHOUSE),
        "own": lambda: load(ROOT),
        "hostile": lambda: project_of(a=ITEMS),
        "empty": lambda: build([]),
    }
    assert wrong(graph(projects[name]())) == []


def test_the_schema_refuses_what_is_not_the_format() -> None:
    for change in (
        {"format": 2},
        {"items": [{"id": "US-1"}]},
        {"links": [{"source": "US-1", "target": "US-2"}]},
        {"more": 1},
    ):
        assert wrong(graph(product()) | change), change
    lost = graph(product())
    del lost["links"]
    assert wrong(lost)


@pytest.mark.verifies("US-80.AC-1")
def test_the_built_site_has_it_at_its_root_with_its_schema() -> None:
    whole = json.loads((lighthouse() / "graph.json").read_text("utf-8"))
    assert whole["$schema"] == "graph.schema.json"
    assert (lighthouse() / whole["$schema"]).read_text("utf-8") == schema()
    assert wrong(whole) == []
    assert whole["site_name"] == "Lighthouse"
    # Each address leads to a page that is there.
    for one in (*whole["items"], *(part for item in whole["items"] for part in item["parts"])):
        assert (lighthouse() / one["url"].partition("#")[0] / "index.html").is_file(), one["url"]


def test_addresses_are_those_of_the_settings() -> None:
    whole = json.loads((lighthouse("files") / "graph.json").read_text("utf-8"))
    urls = {one["id"]: one["url"] for one in whole["items"]}
    assert settings_of("files") == {"use_directory_urls": False}
    assert urls["US-1"] == "items/US-1.html"
    assert urls["PRD-1"] == "prds/PRD-1-light-patterns.html"


@pytest.mark.verifies("US-80.AC-2")
def test_items_are_in_the_order_of_kinds_and_numbers_however_they_were_read() -> None:
    numbers = [f"- {{id: US-{n}, title: t, as_a: x, i_want: y}}\n" for n in (10, 2, 1)]
    sources = [Source("roadmap/b.yaml", "".join(numbers)), Source("roadmap/a.yaml", RISK)]
    whole = graph(build(sources, today=TODAY))
    assert [one["id"] for one in whole["items"]] == ["US-1", "US-2", "US-10", "RSK-1"]
    assert as_text(graph_of(build(sources), str)) == as_text(
        graph_of(build(list(reversed(sources))), str)
    )


RISK = "- {id: RSK-1, title: t, effect: e, probability: 1, impact: 2, threatens: [US-10, US-2]}\n"


def test_links_tell_both_ends_and_how_they_read() -> None:
    links = graph(product())["links"]
    assert {
        "source": "US-1",
        "name": "realises",
        "inverse": "realised by",
        "target": "PRD-1.FR-1",
        "field": "prd",
    } in links
    assert len({tuple(link.values()) for link in links}) == len(links)


def test_a_link_of_a_part_is_there_once_and_with_full_ids() -> None:
    links = graph(load(LIGHTHOUSE))["links"]
    waits = [link for link in links if link["name"] == "depends on" and "CH-1" in link["source"]]
    assert [(link["source"], link["target"]) for link in waits] == [("CH-1.T-2", "CH-1.T-1")]


def test_a_time_has_days_and_says_how_exactly_they_were_meant() -> None:
    assert item(product(), "RM-1")["when"] == {
        "start": "2027-01-01",
        "end": "2027-06-30",
        "precision": {"start": "month", "end": "quarter"},
        "words": "Jan 2027 – Q2 2027",
    }
    assert item(product(), "RM-5")["when"] is None
    assert item(product(), "RM-1")["fields"]["end"] == "2027-Q2"


def test_progress_is_counted_from_stories() -> None:
    wanted = {"done": 1, "total": 2, "percent": 50, "words": "1 of 2 stories done"}
    assert item(product(), "RM-1")["progress"] == wanted
    assert item(product(), "RM-5")["progress"] is None


def test_fields_hold_values_that_programs_can_count_with() -> None:
    text = """\
- {id: RM-1, title: t, outcome: o, effort: 3d, tags: [a, b], scores: {rice: {reach: 4, impact: 1, confidence: 40%, effort: 2}}}
- id: CH-1
  title: t
  purpose: p
  sponsor: s
  manager: m
  start: 2027-01-05
  budget: {limit: 12500.50, currency: EUR}
  tasks: [{id: T-1, title: dig, work: 8, progress: 40%}]
- {id: LCH-1, title: t, date: 2027-02, message: m, pricing: {model: once, tiers: [{name: a, price: 9 EUR}]}, checklist: [{text: a, done: true}]}
"""
    project = project_of(a=text)
    fields = {one["id"]: one["fields"] for one in graph(project)["items"]}
    assert fields["RM-1"] == {
        "tags": ["a", "b"],
        "outcome": "o",
        "effort": {"hours": 24.0, "text": "3d"},
        "scores": {"rice": {"reach": 4, "impact": 1, "confidence": 40, "effort": 2}},
    }
    assert fields["CH-1"]["budget"] == {"limit": "12500.50", "currency": "EUR"}
    assert fields["CH-1"]["start"] == "2027-01-05"
    assert fields["LCH-1"]["pricing"]["tiers"][0]["price"] == {"amount": "9", "currency": "EUR"}
    assert fields["LCH-1"]["checklist"] == [{"text": "a", "done": True}]
    part = item(project, "CH-1")["parts"][0]
    assert part == {
        "id": "CH-1.T-1",
        "kind": "task",
        "field": "tasks",
        "text": "dig",
        "url": "to/CH-1.T-1",
        "fields": {"title": "dig", "work": 8, "progress": 40},
    }


def test_a_kind_of_a_projects_own_is_there_like_any_other() -> None:
    whole = graph(load(LIGHTHOUSE))
    kind = next(kind for kind in whole["kinds"] if kind["name"] == "experiment")
    assert kind["states"] == [
        {"word": "running", "role": "in-progress"},
        {"word": "over", "role": "done"},
    ]
    fields = item(load(LIGHTHOUSE), "EXP-1")["fields"]
    assert fields["cost"] == {"amount": "300", "currency": "EUR"}
    assert fields["proves"] == ["RM-1", "US-1"]


def test_parts_without_an_id_stay_in_their_field() -> None:
    text = "{id: US-1, title: t, as_a: x, i_want: y, criteria: [loose, {id: AC-1, text: fast}]}\n"
    story = item(project_of(a=text), "US-1")
    assert [part["text"] for part in story["parts"]] == ["fast"]
    assert [one["text"] for one in story["fields"]["criteria"]] == ["loose", "fast"]


def test_what_cannot_be_read_is_named() -> None:
    [one] = graph(product())["unread"]
    assert (one["id"], one["kind"], one["title"]) == ("RM-7", "item", "An item that cannot be read")


@pytest.mark.verifies("US-80.AC-3")
def test_a_text_can_end_no_script_and_comes_out_as_it_was_written() -> None:
    text = as_text(graph_of(project_of(a=ITEMS), str))
    assert "<" not in text
    assert item(project_of(a=ITEMS), "RM-1")["title"] == bad(1)
    assert "</script>" not in (hostile() / "graph.json").read_text("utf-8")


def test_a_file_of_that_name_which_is_there_already_stays() -> None:
    files = {"content/graph.json": "{}", "content/llms.txt": "mine"}
    site = build_site(lay("own-files", files))
    assert (site / "graph.json").read_text("utf-8") == "{}"
    assert (site / "llms.txt").read_text("utf-8") == "mine"
