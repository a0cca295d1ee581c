"""What is proven of a project can be asked for any item, and tells what does not fit together."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from pmdocs.analysis.proof.book import Proofs
from pmdocs.analysis.proof.reach import stories_below
from pmdocs.analysis.proof.share import share_below
from pmdocs.analysis.proof.state import State
from pmdocs.evidence.result import Evidence
from pmdocs.model.kinds.story import Story
from pmdocs.project.project import Project
from tests.conftest import project_of
from tests.test_analysis_proof import result

PLAN = """\
- {id: VIS-1, title: a, target_customer: b, need: c, key_benefit: d}
- {id: OBJ-1, title: a, period: 2026, vision: VIS-1, key_results: [{id: KR-1, text: a, baseline: 1, target: 2}]}
- {id: OBJ-2, title: a, period: 2026, vision: VIS-1, key_results: []}
- {id: REL-1, title: a, version: "1", date: 2026-09-01}
- {id: RM-1, title: a, outcome: b, objectives: [OBJ-1.KR-1], release: REL-1}
- {id: RM-2, title: a, outcome: b, objectives: [OBJ-1], status: dropped}
- {id: PRD-1, title: a, problem: b, item: RM-1, requirements: [{id: FR-1, text: c}, {id: FR-2, text: c}]}
- {id: PRD-2, title: a, problem: b, item: RM-2}
- {id: SPR-1, title: a, start: 2026-06-01, end: 2026-06-14, goal: c}
- {id: US-1, title: a, as_a: b, i_want: c, prd: PRD-1.FR-1, status: done, aliases: [US-9], sprint: SPR-1, criteria: [{id: AC-1, text: d}, {id: AC-2, text: e}]}
- {id: US-2, title: a, as_a: b, i_want: c, prd: PRD-1.FR-2, status: in review, criteria: [{id: AC-1, text: d}]}
- {id: US-3, title: a, as_a: b, i_want: c, prd: PRD-1, status: done}
- {id: US-4, title: a, as_a: b, i_want: c, prd: PRD-1, status: dropped, criteria: [{id: AC-1, text: d}]}
- {id: US-5, title: a, as_a: b, i_want: c, prd: PRD-2, status: draft, criteria: [{text: d}]}
"""


def project() -> Project:
    return replace(project_of(a=PLAN), today=dt.date(2026, 6, 1))


def evidence(**outcomes: str) -> Evidence:
    ids = {name.replace("__", ".").replace("_", "-"): outcome for name, outcome in outcomes.items()}
    return Evidence(tuple(result(outcome, id) for id, outcome in ids.items()), len(ids))


def proofs(now: Evidence, before: Evidence | None = None) -> Proofs:
    return Proofs.of(project(), now, lambda *_: None, 90, before)


@pytest.mark.parametrize(
    ("id", "stories"),
    [
        ("VIS-1", "US-1 US-2 US-3"),
        ("OBJ-1", "US-1 US-2 US-3"),
        ("OBJ-1.KR-1", "US-1 US-2 US-3"),
        ("OBJ-2", ""),
        ("REL-1", "US-1 US-2 US-3"),
        ("RM-1", "US-1 US-2 US-3"),
        ("RM-2", ""),
        ("PRD-1", "US-1 US-2 US-3"),
        ("PRD-1.FR-1", "US-1"),
        ("PRD-2", "US-5"),
        ("SPR-1", "US-1"),
        ("US-1", "US-1"),
        ("US-9", "US-1"),
        ("US-4", ""),
        ("US-404", ""),
    ],
)
def test_the_stories_of_an_item_are_found_along_the_chain(id: str, stories: str) -> None:
    assert sorted(story.id for story in stories_below(project(), id)) == stories.split()


@pytest.mark.parametrize(
    ("id", "words"),
    [
        ("US-1", "1 of 2 criteria proven, 1 failing"),
        ("PRD-1.FR-2", "1 of 1 criterion proven"),
        ("PRD-1", "2 of 3 criteria proven, 1 failing"),
        ("REL-1", "2 of 3 criteria proven, 1 failing"),
        ("PRD-2", "0 of 1 criterion proven"),
        ("US-3", "0 of 0 criteria proven"),
    ],
)
def test_each_item_has_its_share(id: str, words: str) -> None:
    known = proofs(evidence(US_1__AC_1="passed", US_1__AC_2="failed", US_2__AC_1="passed"))
    assert known.share(id).words == share_below(known.project, id, known.by_id).words == words
    assert known.share(id) is known.share(id)
    assert known.whole.words == "2 of 4 criteria proven, 1 failing"


def test_what_is_called_done_and_what_is_proven_are_compared() -> None:
    known = proofs(evidence(US_1__AC_1="passed", US_2__AC_1="passed"))
    (first, second) = known.done_but_open
    assert (first.story.id, [proof and proof.id for proof in first.open]) == ("US-1", ["US-1.AC-2"])
    assert (second.story.id, second.open) == ("US-3", ())
    assert [story.id for story in known.proven_but_open] == ["US-2"]
    story = known.project.items["US-5"]
    assert isinstance(story, Story)
    assert known.story(story).open == (None,)


def test_what_fails_and_passed_before_is_told() -> None:
    now = evidence(US_1__AC_1="failed", US_1__AC_2="failed", US_2__AC_1="passed")
    then = evidence(US_9__AC_1="passed", US_1__AC_2="failed", US_2__AC_1="passed")
    assert [proof.id for proof in proofs(now, then).broken] == ["US-1.AC-1"]
    assert proofs(now).broken == ()


def test_a_proof_is_found_by_any_id_that_it_had() -> None:
    known = proofs(evidence(US_9__AC_1="passed", US_7__AC_1="passed"))
    found = known.get("US-9.AC-1")
    assert found is not None
    assert (found.id, found.state) == ("US-1.AC-1", State.PASSING)
    assert known.get("US-1") is None
    assert list(known.unknown) == ["US-7.AC-1"]
