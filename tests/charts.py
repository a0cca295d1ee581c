"""What the tests of charts draw: sprints, metrics, key results and risks of the lighthouse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pmdocs.views.chart import build
from tests.lighthouse import product, rendered

if TYPE_CHECKING:
    from pmdocs.project.project import Project
    from pmdocs.views.chart.values import Chart

SPRINTS = "".join(
    f"- {{id: SPR-{n}, title: Sprint {n}, start: 2026-{n:02}-01, end: 2026-{n:02}-14, goal: g, status: closed}}\n"
    f"- {{id: US-{n}00, title: t, as_a: a, i_want: b, sprint: SPR-{n}, points: {90 + n}, status: done}}\n"
    f"- {{id: US-{n}01, title: t, as_a: a, i_want: b, sprint: SPR-{n}, points: {7 * n}, status: ready}}\n"
    for n in range(1, 13)
)
METRICS = """\
- id: MET-1
  title: Boats that call for help
  unit: boats a month
  direction: down
  baseline: 12
  target: 2
  measurements:
    - {date: 2026-06, value: 12}
    - {date: 2026-07, value: 11.5}
    - {date: 2026-08-14, value: 9}
    - {date: 2026-08-20, value: 9.5}
    - {date: 2026-Q4, value: 5}
- {id: MET-2, title: Never measured, baseline: 1, target: 2}
- {id: MET-3, title: Close together, baseline: 10, target: 10.4, measurements: [{date: 2027, value: 10.2}]}
"""
RESULTS = """\
- id: OBJ-4
  title: A <b>loud</b> horn
  status: active
  period: 2027
  key_results:
    - {id: KR-1, text: miles that it is heard, baseline: 1, target: 5, current: 5, unit: miles}
    - {id: KR-2, text: boats, baseline: 12, target: 2, metric: MET-1}
    - {id: KR-3, text: letters of thanks, baseline: 0, target: 9}
"""
RISKS = """\
- {id: RSK-1, title: The lamp breaks, effect: dark, probability: 2, impact: 5}
- {id: RSK-2, title: The keeper sleeps, effect: dark, probability: 4, impact: 4, status: mitigating}
- {id: RSK-3, title: Fog, effect: unseen, probability: 4, impact: 4}
- {id: RSK-4, title: Whales, effect: noise, probability: 1, impact: 1, status: closed}
"""
OWNERS = "".join(
    f"- {{id: RM-{n}, title: t, outcome: o, owner: Somebody with a long name {n % 9}, tags: [a, 'b, c']}}\n"
    for n in range(20, 50)
)
EVERY: dict[str, dict[str, Any]] = {
    "donut": {"type": "donut"},
    "donut-owner": {"type": "donut", "by": "owner"},
    "bars": {"type": "bars", "by": "owner"},
    "bars-status": {"type": "bars"},
    "velocity": {"type": "velocity"},
    "metric": {"type": "metric"},
    "metric-close": {"type": "metric", "metric": "MET-3"},
    "objectives": {"type": "objectives"},
    "risks": {"type": "risks"},
}


def everything(*more: str) -> Project:
    """The lighthouse with something for each chart."""
    return product(SPRINTS, METRICS, RESULTS, RISKS, OWNERS, *more)


def html_of(chart: Chart, project: Project) -> str:
    """The HTML of a chart, as it stands in prose."""
    return rendered("chart/chart.html", chart, project, embedded=True)


def page_of_all() -> str:
    """All sorts of charts, one below the other."""
    project = everything()
    return "".join(html_of(build(project, **options), project) for options in EVERY.values())
