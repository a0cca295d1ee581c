"""A team with `.feature` files: every page, command and file knows their scenarios."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.markup import Page
from tests.site import run
from tests.test_history_branches import commit, git

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Write

MKDOCS_YML = """\
site_name: Bridge
docs_dir: content
theme: {name: material, font: false}
plugins:
  - search
  - pmdocs: {features: [features]}
"""
STORIES = """\
- id: US-12
  title: Pay at the gate
  status: ready
  as_a: driver
  i_want: to pay
  so_that: I can cross
  criteria: [{id: AC-1, text: every usual card is taken}]
- {id: US-14, title: Go, as_a: driver, i_want: to go, so_that: I see, depends_on: [US-12]}
"""
PAGE = """\
---
as_a: driver
i_want: a receipt
so_that: I get my money back
---
# Get a receipt

## Acceptance criteria

- **AC-1** the receipt shows the sum

See [[US-12.AC-3]].
"""
FEATURE = """\
@US-12
Feature: Paying

  Background:
    Given the toll is 4 euros

  @AC-1
  Scenario: by card
    When I hold up a card
    Then I have paid

  @AC-3
  Scenario Outline: in coins
    When I put in <coins> euros
    Then I get back <change> euros

    Examples:
      | coins | change |
      | 5     | 1      |

  @US-13.AC-4
  Scenario: no paper
    When there is no paper
    Then I am asked for an address
"""


@pytest.fixture
def root(write: Write) -> Path:
    files = {"roadmap/a.yaml": STORIES, "content/US-13.md": PAGE, "features/pay.feature": FEATURE}
    root = write({"mkdocs.yml": MKDOCS_YML, **files})
    git(root, "init", "-b", "main")
    commit(root, {})
    return root


@pytest.mark.verifies("US-118.AC-6")
def test_commands_know_the_scenarios(root: Path) -> None:
    code, said = run("pmdocs", root, "check")
    assert (code, "0 errors" in said) == (0, True), said
    code, said = run("pmdocs", root, "show", "US-12.AC-3")
    assert said.startswith("US-12.AC-3 in coins\nCriterion of US-12 Pay at the gate — features/pay")
    assert "  Given the toll is 4 euros\n  When I put in <coins> euros\n" in said
    text = FEATURE.replace("I have paid", "I have paid by card").replace("4 euros", "3 euros")
    (root / "features/pay.feature").write_text(text)
    code, said = run("pmdocs", root, "diff", "HEAD")
    assert "rewords the criterion US-12.AC-1" in said
    assert "[-4-]{+3+} euros" in said
    (root / "features/pay.feature").write_text(FEATURE)
    code, said = run("pmdocs", root, "rename", "US-12.AC-3", "US-12.AC-9")
    assert code == 0, said
    assert "  @AC-9\n" in (root / "features/pay.feature").read_text()
    code, said = run("pmdocs", root, "rename", "US-13", "US-40", "--no-alias")
    assert "  @US-40.AC-4\n" in (root / "features/pay.feature").read_text()
    code, said = run("pmdocs", root, "check")
    assert (code, "0 errors" in said) == (0, True), said


@pytest.mark.verifies("US-118.AC-6")
def test_the_site_shows_the_scenarios(root: Path) -> None:
    code, said = run("mkdocs", root, "build", "--strict")
    assert code == 0, said
    site = root / "site"
    page = (site / "items/US-12/index.html").read_text("utf-8")
    assert '<th scope="col">coins</th><th scope="col">change</th>' in page
    assert "every usual card is taken" in page
    assert "Given the toll is 4 euros" in " ".join(Page(page).text.split())
    assert 'id="pm-ac-3"' in page
    other = (site / "US-13/index.html").read_text("utf-8")
    assert other.count("I am asked for an address") >= 1
    assert other.count('id="pm-ac-4"') == 1
    assert "items/US-12/#pm-ac-3" in other
    graph = json.loads(next(site.rglob("graph.json")).read_text("utf-8"))
    parts = {part["id"]: part for item in graph["items"] for part in item["parts"]}
    assert {"US-12.AC-1", "US-12.AC-3", "US-13.AC-4"} <= parts.keys()
    search = (site / "search/search_index.json").read_text("utf-8")
    assert "I put in" in search
    assert "I am asked for an address" in search


@pytest.mark.verifies("US-118.AC-5")
def test_a_public_site_keeps_features_of_internal_stories_inside(write: Write) -> None:
    settings = MKDOCS_YML.replace("features: [features]", "audience: public, features: [features]")
    public = STORIES.replace("status: ready", "status: ready\n  audience: public")
    root = write(
        {
            "mkdocs.yml": settings,
            "roadmap/a.yaml": public,
            "content/secret.feature": "@US-14.AC-1\nFeature: x\n  Scenario: the plan\n    Then z\n",
            "features/pay.feature": FEATURE.replace("coins> euros", "coins> euros, see US-14"),
            "content/US-13.md": PAGE,
        }
    )
    code, said = run("mkdocs", root, "build", "--strict")
    assert code == 0, said
    assert not (root / "site/secret.feature").exists()
    text = "\n".join(
        path.read_text("utf-8")
        for path in (root / "site").rglob("*")
        if path.suffix in {".html", ".json", ".txt", ".xml"}
    )
    assert "I hold up a card" in text
    assert "US-14" not in text
    assert "the plan" not in text
