"""A small fictional product for tests of views: a lighthouse, with one of each case."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import escape

from pmdocs.project.reader import build
from pmdocs.source.addresses import is_unsafe
from pmdocs.text import Source

if TYPE_CHECKING:
    from collections.abc import Callable

    from pmdocs.model.item import State
    from pmdocs.project.project import Project

TODAY = dt.date(2027, 2, 10)

PLAN = """\
- {id: OBJ-1, title: Nobody is lost in fog, status: active, period: 2027-H1,
   key_results: [{id: KR-1, text: calls in fog, baseline: 12, target: 2}]}
- {id: OBJ-2, title: The keeper sleeps at night, status: active, period: 2027,
   key_results: [{id: KR-1, text: alarms at night, baseline: 9, target: 1}]}
- {id: OBJ-3, title: An objective that nothing serves, status: active, period: 2027,
   key_results: [{id: KR-1, text: visitors, baseline: 0, target: 10}]}
- id: RM-1
  title: A light that can be told from a star
  outcome: skippers know that it is us
  status: in progress
  health: at risk
  start: 2027-01
  end: 2027-Q2
  confidence: medium
  objectives: [OBJ-1.KR-1, OBJ-2]
  owner: Mara
  team: Lamp
  theme: Light
- id: RM-2
  title: A horn that is heard in fog
  outcome: skippers hear us
  status: planned
  start: 2027-02-15
  end: 2027-03-20
  confidence: low
  objectives: [OBJ-1]
  depends_on: [RM-1, RM-3]
  release: REL-1
- id: RM-3
  title: <script>alert(1)</script> & a dry cellar
  outcome: the horn has a place
  status: done
  start: 2026-Q4
  objectives: [OBJ-2]
- id: RM-4
  title: Oil from whales
  outcome: none
  status: dropped
  start: 2027-Q2
  depends_on: [RM-1]
- {id: RM-5, title: A second keeper, outcome: two can sleep in turns, horizon: later, theme: People}
- {id: RM-6, title: A boat, outcome: the keeper reaches the shore}
- {id: RM-7, title: An item that cannot be read, outcome: [1, {a: b}], colour: red}
- {id: REL-1, title: First light, version: "1.0", date: 2027-03-31}
- {id: REL-2, title: Lost light, version: "0.1", date: 2027-01-15}
- id: CH-1
  title: Build the lighthouse
  status: active
  purpose: ships find the harbour at night
  sponsor: harbour office
  manager: site manager
  start: 2027-01
  milestones:
    - {id: MS-1, title: the tower stands, date: 2027-05}
    - {id: MS-2, title: the ground is laid, date: 2027-01-20, actual: 2027-01-25}
"""

WORK = """\
- id: PRD-1
  title: Light patterns
  status: approved
  problem: our light looks like any other
  item: RM-1
  requirements:
    - {id: FR-1, text: the light shows a pattern of its own}
    - {id: FR-2, text: the pattern is on a chart}
- {id: PRD-2, title: Dry walls, status: draft, problem: it is damp, item: RM-3}
- {id: PRD-3, title: A PRD without an item, problem: nobody asked}
- {id: PRD-4, title: Old patterns, status: superseded, problem: outdated, item: RM-2}
- id: US-1
  title: Tell our light from a star
  status: done
  as_a: skipper
  i_want: the light to blink
  prd: PRD-1.FR-1
  points: 3
  priority: must
  criteria:
    - {id: AC-1, text: the pattern is the one in the `list of lights`}
    - {id: AC-2, given: it is night, when: the light is on, then: it blinks}
- {id: US-2, title: Look the pattern up, status: ready, as_a: skipper, i_want: a list, prd: PRD-1}
- {id: US-3, title: A dropped story, status: dropped, as_a: skipper, i_want: more, prd: PRD-1}
- {id: US-4, title: A story without a PRD, as_a: keeper, i_want: tea, points: 13,
   criteria: [{id: AC-1, text: it is hot}]}
"""


def product(*more: str) -> Project:
    """The lighthouse, with more YAML if a test needs it."""
    texts = (PLAN, WORK, *more)
    sources = [Source(f"roadmap/{n}.yaml", text) for n, text in enumerate(texts)]
    return build(sources, today=TODAY)


def empty() -> Project:
    """A product of which nothing is written yet."""
    return build([], today=TODAY)


def fixtures(build_view: Callable[[Project], object], template: str) -> tuple[Any, Any, Any]:
    """The fixtures `project`, `view` and `html` for the tests of one view of the lighthouse."""

    @pytest.fixture(scope="module")
    def project() -> Project:
        return product()

    @pytest.fixture(scope="module")
    def view(project: Project) -> object:
        return build_view(project)

    @pytest.fixture(scope="module")
    def html(project: Project, view: object) -> str:
        return rendered(template, view, project)

    return project, view, html


def rendered(
    template: str, view: object, project: Project, *, embedded: bool = False, **more: object
) -> str:
    """The HTML of a view, with plain stand-ins for what the site gives to templates."""
    views = PackageLoader("pmdocs", "views")
    environment = Environment(
        loader=ChoiceLoader([views]),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.globals.update(
        url=lambda id: _url(project, id),
        page_url=lambda name: f"{name}/",
        kind_url=lambda kind: f"items/{kind}/",
        title=project.title_of,
        state=lambda id: _state(project, id),
        source_url=lambda path, line: f"source/{path}#L{line}",
        written_url=lambda _: "",
        md=escape,
        words=escape,
        outside=lambda url: "" if is_unsafe(url) else url,
        embedded=embedded,
        public=False,
    )
    return environment.get_template(template).render(view=view, **more)


def _url(project: Project, id: str) -> str:
    owner, dot, part = id.partition(".")
    known = project.find(id) or id in project.unread
    return f"items/{owner}/{'#pm-' + part.lower() if dot else ''}" if known else ""


def _state(project: Project, id: str) -> State | None:
    item = project.items.get(id.partition(".")[0])
    return item.state if item else None
