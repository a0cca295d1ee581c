"""Blocks in the prose of a real site."""

from __future__ import annotations

import functools
import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.site import build, lay, page, served, warm

PLAN = """\
- {id: OBJ-1, title: Nobody is lost in fog, status: active, period: 2027-H1, vision: VIS-1,
   key_results: [{id: KR-1, text: calls in fog, baseline: 12, target: 2, current: 7}]}
- {id: VIS-1, title: Safe at night, target_customer: skippers, need: a light, key_benefit: they arrive}
- {id: RM-1, title: A brighter lamp, outcome: seen from far, status: in progress, start: 2027-01, end: 2027-Q2,
   theme: Light, team: Lamp, objectives: [OBJ-1]}
- {id: RM-2, title: A horn, outcome: heard in fog, status: planned, start: 2027-03, theme: Sound, team: Horn, objectives: [OBJ-1]}
- {id: RM-3, title: A boat, outcome: the shore is reached, status: planned, horizon: later, theme: Sea, objectives: [OBJ-1]}
- {id: PRD-1, title: Lamp, status: approved, problem: dim, item: RM-1, requirements: [{id: FR-1, text: it is bright}]}
- {id: US-1, title: See the lamp, status: done, as_a: skipper, i_want: light, so_that: I arrive, prd: PRD-1.FR-1, points: 3,
   criteria: [{id: AC-1, text: it is seen from 5 miles}]}
- {id: US-2, title: Hear the horn, status: ready, as_a: skipper, i_want: sound, so_that: I arrive, points: 5, prd: PRD-1,
   criteria: [{id: AC-1, text: it is heard}]}
"""
SOUND = """\
# Plan

```pmdocs timeline
title: What we do about sound
where: theme:sound
```

Words after it.

````
```pmdocs timeline
shown: as an example
```
````

```pmdocs timelin
```

```pmdocs matrix
```
"""


@functools.cache
def site() -> Path:
    return build(lay("blocks", {"roadmap/plan.yaml": PLAN, "content/plan.md": SOUND}))


@pytest.mark.verifies("US-73.AC-1")
def test_a_block_becomes_the_view_that_it_asks_for() -> None:
    html = page(site(), "plan/").html
    assert 'data-id="RM-2"' in html
    assert ">A brighter lamp</span>" not in html.partition("Words after it")[0]
    assert "<figcaption>What we do about sound</figcaption>" in html
    assert "data-pm-block" not in html


@pytest.mark.verifies("US-73.AC-3")
def test_a_block_that_is_shown_as_an_example_stays_code() -> None:
    html = page(site(), "plan/").html
    assert "shown: as an example" in html
    assert html.count('data-pm="roadmap"') == 1


def test_a_block_that_is_wrong_leaves_a_note() -> None:
    html = page(site(), "plan/").html
    assert "This view cannot be shown:</b> there is no view <code>timelin</code>." in html


@pytest.mark.verifies("US-73.AC-2")
def test_a_wrong_block_fails_a_strict_build_at_its_line() -> None:
    project = lay("blocks-strict", {"roadmap/plan.yaml": PLAN, "content/plan.md": SOUND})
    code, output = warm(project, "build", "-f", "mkdocs.yml", "--strict")
    assert code == 1
    assert "content/plan.md:16:11: error PM113 there is no view `timelin`" in output


def test_views_in_prose_stay_out_of_the_search() -> None:
    index = json.loads((site() / "search" / "search_index.json").read_text("utf-8"))
    texts = [entry["text"] for entry in index["docs"] if entry["location"].startswith("plan/")]
    assert any("Words after it" in text for text in texts)
    assert not any("A horn" in text for text in texts)


def test_no_id_is_given_away_twice() -> None:
    ids = page(site(), "plan/").article.ids
    assert sorted(ids) == sorted(set(ids))


def test_a_view_in_prose_is_alive(browser: Browser) -> None:
    with served(site()) as root:
        tab = browser.new_page()
        tab.goto(f"{root}plan/")
        tab.get_by_label("Filter items").fill("no such thing")
        assert tab.locator(".pm-roadmap output").inner_text() == "0 of 1 items"
        assert tab.url == f"{root}plan/"
        tab.close()
