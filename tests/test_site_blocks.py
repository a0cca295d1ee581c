"""Blocks in the prose of a real site."""

from __future__ import annotations

import functools
import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from pmdocs.project.blocks import VIEWS
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


EVERY = {
    "timeline": ("group: team", "A brighter lamp"),
    "board": ("kind: story", "Hear the horn"),
    "table": ("where: kind:story points>3", "Hear the horn"),
    "item": ("id: US-1.AC-1", "it is seen from 5 miles"),
    "matrix": ("where: id:RM-1", "See the lamp"),
    "proof": ("where: id:RM-1", "0 of 2 criteria proven"),
    "progress": ("where: kind:item", "1 of 2 stories done"),
    "trace": ("id: PRD-1", "See the lamp"),
    "chart": ("type: bars\nby: theme", "Sound"),
    "overview": ("where: kind:item", "A brighter lamp"),
}


@functools.cache
def site() -> Path:
    pages = {
        f"content/{name}.md": f"# One\n\n```pmdocs {name}\ntitle: A view in prose\n{options}\n```\n"
        for name, (options, _) in EVERY.items()
    }
    # All of them on one page, twice: nothing may be given away twice.
    blocks = "\n".join(text.removeprefix("# One\n") for text in pages.values())
    pages["content/all.md"] = f"# All\n\n{blocks}\n{blocks}"
    files = {"roadmap/plan.yaml": PLAN, "content/plan.md": SOUND, "results.xml": "<testsuites/>"}
    plugins = ["search", {"pmdocs": {"evidence": ["results.xml"]}}]
    return build(lay("blocks", {**files, **pages}, {"plugins": plugins}))


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


@pytest.mark.parametrize("name", ["plan", "all"])
def test_no_id_is_given_away_twice(name: str) -> None:
    ids = page(site(), f"{name}/").article.ids
    assert sorted(ids) == sorted(set(ids))


def test_every_view_is_tried_here() -> None:
    assert set(EVERY) == set(VIEWS)


@pytest.mark.verifies("US-73.AC-4")
@pytest.mark.parametrize("name", EVERY)
def test_each_view_can_stand_in_prose(name: str) -> None:
    one = page(site(), f"{name}/").article
    assert EVERY[name][1] in one.text
    assert "A view in prose" in one.text
    assert "cannot be shown" not in one.text
    assert [tag for tag, _ in one.elements if tag in {"h1", "h2", "h3"}] == ["h1"]


@pytest.mark.parametrize("width", [320, 375, 1280])
def test_views_in_prose_fit_every_screen(browser: Browser, width: int) -> None:
    with served(site()) as root:
        tab = browser.new_page(viewport={"width": width, "height": 800})
        problems: list[str] = []
        tab.on("pageerror", lambda error: problems.append(str(error)))
        tab.goto(f"{root}all/")
        assert tab.evaluate("document.documentElement.scrollWidth") <= width
        assert problems == []
        tab.close()


def test_a_view_in_prose_is_alive(browser: Browser) -> None:
    with served(site()) as root:
        tab = browser.new_page()
        tab.goto(f"{root}plan/")
        tab.get_by_label("Filter items").fill("no such thing")
        assert tab.locator(".pm-roadmap output").inner_text() == "0 of 1 items"
        assert tab.url == f"{root}plan/"
        tab.close()
