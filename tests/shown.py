"""The lighthouse with results of tests: one criterion in each state, and ids that are not there."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cache

from pmdocs.analysis.proof.book import Proofs
from pmdocs.evidence.result import Evidence, Outcome, Result
from pmdocs.project.project import Project
from pmdocs.text import Position, Span
from tests.lighthouse import product

RUN = "https://ci.example.org/runs/7"
EVIL = "test_<script>alert(1)</script> & more"
NOON = dt.datetime(2027, 2, 9, 12, tzinfo=dt.UTC)
DAYS = 180
MORE = """\
- id: PRD-5
  title: What is shown
  problem: nobody knows
  item: RM-2
- id: US-5
  title: Called done too early
  status: done
  owner: Mara
  as_a: keeper
  i_want: peace
  prd: PRD-5
  criteria:
    - {id: AC-1, text: it rings}
    - {id: AC-2, text: it rang yesterday}
    - {id: AC-3, text: nobody has looked}
    - {id: AC-4, text: it is passed over}
    - {id: AC-5, text: a person looked, verification: manual, evidence: {date: 2027-02-01, by: Ben}}
    - text: it has no id
- id: US-6
  title: Proven and still open
  status: in review
  owner: Ben
  as_a: keeper
  i_want: tea
  prd: PRD-5
  criteria: [{id: AC-1, text: it is hot}, {id: AC-2, text: it is sweet}]
- {id: US-7, title: Done without criteria, status: done, as_a: keeper, i_want: bread, prd: PRD-5}
"""


@cache
def proven() -> Project:
    """The lighthouse with stories for each case."""
    return product(MORE)


def result(outcome: str, *ids: str, test: str = "", url: str = RUN, digest: str = "") -> Result:
    """A result of a test that is called after the first of its ids."""
    name = test or f"test_{ids[0].replace('-', '_').replace('.', '_').lower()}"
    place = Span("reports/junit.xml", Position(3, 1), Position(3, 1))
    digests = ((ids[0], digest),) if digest else ()
    return Result(name, ids, Outcome(outcome), place, at=NOON, url=url, digests=digests)


NOW = Evidence(
    (
        result("passed", "US-1.AC-1", "US-1.AC-2", test="test_light"),
        result("failed", "US-5.AC-1", test=EVIL),
        result("passed", "US-5.AC-1", test="test_rings_at_noon", url="javascript:alert(1)"),
        result("passed", "US-5.AC-2", digest="0"),
        result("skipped", "US-5.AC-4"),
        result("passed", "US-6.AC-1", "US-6.AC-2", test="test_tea"),
        result("failed", "US-4.AC-1", test="test_hot"),
        result("passed", "US-1.AC-9", test="test_of_nothing"),
    ),
)
BEFORE = Evidence((result("passed", "US-5.AC-1"), result("failed", "US-4.AC-1")))


def proofs(now: Evidence = NOW, before: Evidence | None = BEFORE) -> Proofs:
    """What is proven of the lighthouse."""
    return Proofs.of(proven(), now, lambda *_: None, DAYS, before)


def without_results() -> Proofs:
    """What people have shown alone."""
    return Proofs.of(proven(), replace(NOW, results=()), lambda *_: None, DAYS)
