"""A small fictional product with an item of each kind, for tests of their pages."""

from __future__ import annotations

import functools
from typing import Any

from pmdocs.project.config import read_settings
from pmdocs.project.project import Project
from pmdocs.project.reader import build
from pmdocs.site.pages import Site
from pmdocs.text import Source
from pmdocs.views import item as item_view
from pmdocs.views.item.values import ItemView
from tests.lighthouse import TODAY
from tests.markup import Page

SETTINGS = """\
site_name: Lamp (a fictional product)
plugins:
  - pmdocs:
      definition_of_done: [it was tried at night]
"""
PLAN = """\
- id: VIS-1
  title: The light that finds you
  status: approved
  target_customer: people who sail at night
  need: want to know where the rocks are.
  category: coastal beacon
  key_benefit: that tells them where they are
  alternative: paper charts
  differentiation: works in fog
  business_goals: [the harbour fills]
  principles: [it never blinks by chance]
  lifecycle: growth
  personas: PER-1
- id: OBJ-1
  title: Nobody is lost in fog
  status: active
  period: 2027-H1
  type: committed
  vision: VIS-1
  key_results:
    - {id: KR-1, text: calls in fog, baseline: 12, target: 2, current: 7, unit: calls a month, confidence: 60%}
    - {id: KR-2, text: "ships that know `our` light", baseline: 20, target: 80, current: 95, unit: "%"}
    - {id: KR-3, text: nights without a keeper, baseline: 3, target: 0}
    - {id: KR-4, text: complaints, metric: MET-2, baseline: 40, target: 10}
- id: RM-1
  title: A light that can be told from a star
  status: in progress
  outcome: A skipper knows within **ten seconds** that it is us.
  start: 2027-01
  end: 2027-Q2
  confidence: high
  health: at risk
  team: Lamp
  effort: 3w
  release: REL-1
  objectives: [OBJ-1.KR-1, OBJ-1.KR-2]
  depends_on: [RM-2, RM-3]
  scores:
    rice: {reach: 1900, impact: 3, confidence: 60%, effort: 18}
    wsjf: {business_value: 8, time_criticality: 5, risk_reduction: 3, job_size: 4}
    moscow: must
    value: 8
    effort: 5
  updates:
    - {date: 2027-02-01, text: the glass is late, health: at risk}
    - {date: 2027-01-04, text: begun}
- {id: RM-2, title: A tower, outcome: the lamp stands high, status: blocked, start: 2027-01, end: 2027-06}
- {id: RM-3, title: A stair, outcome: the keeper goes up, status: done, start: 2026-11, end: 2026-12}
- {id: RM-4, title: A horn, outcome: they hear us, status: planned, start: 2027-02, depends_on: RM-1,
   scores: {rice: {reach: 1, impact: 1, confidence: 50%, effort: 0}, value: 3}}
- id: REL-1
  title: First light
  version: "1.0"
  date: 2027-06-01
  stage: MVP
  hypothesis: skippers trust a light that they can name
  success_threshold: 8 of 10 name it right
  decision: pivot
- id: MET-1
  title: Boats that look for us
  stage: activation
  unit: boats
  direction: up
  baseline: 10
  target: 100
  formula: boats that ask the harbour where we are
  measurements:
    - {date: 2026-12, value: 40}
    - {date: 2026-10, value: 10}
    - {date: 2027-01, value: 36}
- id: MET-2
  title: Would they tell others
  stage: project
  direction: down
  baseline: 40
  measurements:
    - {date: 2026-11, promoters: 5, passives: 3, detractors: 2}
    - {date: 2026-12, satisfied: 1, responses: 4}
- {id: MET-3, title: Not measured yet, target: 1}
- id: RES-1
  title: Six evenings at the pier
  method: interview
  date: 2026-12
  participants: 6
  findings: [{id: F-1, text: nobody reads the list, persona: PER-1}]
  supports: [RM-1, OBJ-1]
- {id: IDEA-1, title: A lamp on a buoy, customer_need: see the rocks, votes: 4, leads_to: [RM-1]}
- id: PER-1
  title: The night sailor
  status: validated
  role: skipper of a small boat
  segment: leisure
  buying_role: user
  quote: I only want to get home.
  goals: [to be home before breakfast]
  pains: [rocks that no chart shows]
  jobs: [when it is dark, I want to know where I am]
- {id: STK-1, title: Harbour office, role: gives the permit, influence: high,
   engagement: {current: neutral, desired: supportive}}
"""
WORK = """\
- id: PRD-1
  title: Light patterns
  status: approved
  problem: Our light looks like any other.
  goals: [a skipper knows our light]
  success_metrics: [MET-1 rises]
  assumptions: [there is oil]
  out_of_scope: [a horn]
  item: RM-1
  personas: PER-1
  requirements:
    - {id: FR-1, text: "the light shows a pattern, see `list`", priority: must}
    - {id: FR-2, text: the pattern is on a chart, priority: should}
    - {id: NFR-1, text: it is seen from ten miles}
    - {id: FR-3, text: it plays music, priority: "won't"}
  open_questions:
    - {id: Q-1, text: how long is a pattern?, answer: ten seconds, date: 2026-12-01}
    - {id: Q-2, text: who pays the oil?, date: 2027-01-20}
  approvals:
    - {role: harbour office, name: Mara, state: approved, date: 2026-12-03}
    - {role: keeper, state: rejected}
    - {role: mayor}
- id: US-1
  title: Tell our light from a star
  status: in progress
  as_a: PER-1
  i_want: the light to blink in a pattern.
  so_that: I know where I am
  priority: must
  points: 5
  sprint: SPR-1
  prd: PRD-1.FR-1
  criteria:
    - {id: AC-1, text: the pattern is the one in the list}
    - id: AC-2
      given: [it is night, the lamp burns]
      when: somebody looks
      then: they see it
      verification: manual
      evidence: {date: 2027-02-01, by: the keeper, url: "https://lamp.example.org/1"}
    - id: AC-3
      verification: analysis
      scenario: |
        Scenario: fog
          Given the beams
            | colour | miles |
            | white  | 10    |
          When the fog comes
          Then the beam is <colour>
          But not for "long"
- {id: US-2, title: Look the pattern up, status: done, as_a: keeper, i_want: a list, points: 3,
   prd: PRD-1.FR-1, sprint: SPR-1, criteria: [it is in the office], definition_of_done: [it was printed]}
- {id: US-3, title: A chart, status: draft, as_a: an owner, i_want: a chart, prd: PRD-1, sprint: SPR-1}
- {id: US-4, title: A dropped one, status: dropped, as_a: x, i_want: y, points: 8, prd: PRD-1.FR-2, sprint: SPR-1}
- {id: SPR-1, title: Sprint 1, start: 2027-02-01, end: 2027-02-12, goal: the lamp turns, capacity: 7}
- {id: RSK-1, title: Storm, cause: salt, effect: no light for a night, probability: 4, impact: 5,
   response: mitigate, actions: [grease it], trigger: a noise, contingency: candles, threatens: [RM-1, CH-1.MS-1]}
- {id: DEC-1, title: "Oil, not gas", status: superseded, date: 2026-10-01, context: no pipe, decision: it burns oil}
- {id: DEC-2, title: Gas after all, status: accepted, date: 2027-01-10, context: there is a pipe,
   decision: it burns gas, consequences: nobody carries oil, supersedes: DEC-1, affects: RM-1}
- id: LCH-1
  title: First night
  date: 2027-06-01
  tier: 1
  message: Your coast has a light.
  positioning: {target_customer: harbours, need: lose ships, key_benefit: brings them home}
  pricing:
    model: subscription
    tiers:
      - {name: Small, price: 9 EUR, per: a month, includes: [one light]}
      - {name: Large, includes: [all lights, a horn]}
  channels: [the pier]
  checklist:
    - {text: the permit is there, owner: harbour office, done: true}
    - {text: the oil is there}
  go_no_go: {decision: go, date: 2027-05-20}
  review: {successes: [ships came], failures: [one did not], follow_ups: [ask it]}
  release: REL-1
  personas: PER-1
- {id: PGM-1, title: Safe coast, goal: every rock has a light, charters: CH-1}
"""
CHARTER = """\
id: CH-1
title: Build the lighthouse
status: active
purpose: ships find the harbour at night
objectives: [the tower stands by May]
in_scope: [the tower]
out_of_scope: [the road]
sponsor: harbour office
manager: {role: site manager, authority: may spend up to the budget}
start: 2027-01
deadline: 2027-09
budget:
  limit: 120000
  currency: EUR
  contingency: 20000
  spent:
    - {date: 2027-01-10, amount: 90000, for: stones}
    - {date: 2027-02-01, amount: 15000.50, for: glass}
roles: [{name: site manager, person: Mara}, {name: keeper}]
raci:
  - {activity: lay stones, responsible: [keeper, masons], accountable: site manager, informed: harbour office}
  - {activity: light it, responsible: keeper, accountable: keeper, consulted: [site manager]}
milestones:
  - {id: MS-1, title: the ground is laid, date: 2027-01-25, baseline: 2027-01-20, actual: 2027-01-25}
  - {id: MS-2, title: the tower stands, date: 2027-02-05, baseline: 2027-02-05}
  - {id: MS-3, title: the lamp burns, date: 2027-05, baseline: 2027-04}
tasks:
  - {id: T-1, title: lay the ground, work: 80, stage: ground, milestone: MS-1, progress: 100%, actual_hours: 90}
  - {id: T-2, title: build the tower, optimistic: 300, likely: 400, pessimistic: 800, depends_on: [T-1 SS+2d],
     assignee: masons, units: 4, stage: tower, milestone: MS-2}
  - {id: T-3, title: paint it, work: 20, depends_on: [T-2, T-9], rework_hours: 4}
calendar: {hours_per_day: 6, holidays: [2027-01-06]}
communication: [{stakeholder: skippers, message: when it burns, channel: a poster}]
approvals: [{role: mayor, state: requested}]
delivers: RM-1
program: PGM-1
"""
PRD_PAGE = """\
---
id: PRD-2
title: As a page
item: RM-1
---

## Problem

It is damp.

## Requirements

- **FR-1** (must) the walls are dry
- **FR-2** the floor is dry
"""


def product(*more: str) -> Project:
    """The product, with more YAML if a test needs it."""
    settings, findings = read_settings(Source("mkdocs.yml", SETTINGS))
    assert findings == []
    texts = (PLAN, WORK, CHARTER, *more)
    sources = [Source(f"roadmap/{n}.yaml", text) for n, text in enumerate(texts)]
    page = Source("docs/prd.md", PRD_PAGE)
    return build([*sources, page], settings, today=TODAY)


@functools.cache
def project() -> Project:
    """The product as it is above."""
    return product()


def view(id: str, of: Project | None = None) -> ItemView:
    """What the page of an item shows, of the product or of another."""
    found = of or project()
    return item_view.build(found, found.items[id])


def own(id: str, key: str, of: Project | None = None) -> Any:
    """The values of one block of an item's page."""
    return next(block for block in view(id, of).blocks if block.key == key).own


def html_of(id: str, of: Project | None = None) -> str:
    """The page of an item that is written in YAML, as the site makes it."""
    site = _site() if of is None else Site(of, ())
    return "".join(site.around(site.project.items[id], f"items/{id}.md"))


@functools.cache
def _site() -> Site:
    return Site(project(), ())


def text_of(html: str) -> str:
    """The text of some HTML, on one line."""
    return " ".join(Page(html).text.split())
