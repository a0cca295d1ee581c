"""The kinds hold what the model of the product's documents says."""

from __future__ import annotations

import pytest

from pmdocs.model.docs import about_fields, about_kind, example_of
from pmdocs.model.fields import fields_of
from pmdocs.model.item import Item
from pmdocs.model.registry import builtin
from tests.conftest import lines, project_of

COMMON = "id* title* status owner tags notes links audience aliases updates review_by"
FIELDS = {
    "vision VIS": "target_customer* need* category key_benefit* alternative differentiation "
    "business_goals principles lifecycle personas",
    "persona PER": "role* goals* pains* jobs segment quote buying_role",
    "research RES": "method* date* participants findings* supports",
    "idea IDEA": "source date customer_need votes leads_to",
    "objective OBJ": "period* key_results* type vision",
    "metric MET": "stage unit direction baseline target formula source measurements measures",
    "item RM": "outcome* theme horizon start end confidence health team effort scores objectives "
    "depends_on release evidence",
    "release REL": "version* date* stage hypothesis success_threshold decision",
    "prd PRD": "problem* goals success_metrics assumptions out_of_scope open_questions "
    "requirements approvals item personas",
    "story US": "as_a* i_want* so_that priority points sprint criteria definition_of_done prd "
    "depends_on persona",
    "charter CH": "purpose* objectives deliverables in_scope out_of_scope assumptions constraints "
    "exit_criteria sponsor* manager* approach start* deadline budget roles raci milestones tasks "
    "calendar communication standards reports approvals delivers program",
    "program PGM": "goal* manager charters",
    "risk RSK": "cause effect* probability* impact* response actions trigger contingency threatens",
    "stakeholder STK": "role* interest influence engagement",
    "launch LCH": "date* tier market_segment positioning message* pricing channels checklist "
    "go_no_go review release personas metrics",
    "sprint SPR": "start* end* goal* capacity",
    "decision DEC": "date* context* decision* consequences supersedes affects",
}
RECORDS = {
    "objective key_results": "id* text* metric baseline* target* current unit confidence",
    "research findings": "id* text* persona",
    "metric measurements": "date* value promoters passives detractors satisfied responses",
    "item scores": "rice wsjf moscow kano value effort",
    "prd requirements": "id* text* priority",
    "prd open_questions": "id* text* answer date",
    "prd approvals": "role* name state date",
    "story criteria": "id text given when then scenario verification evidence",
    "charter manager": "role* authority",
    "charter budget": "limit* currency* contingency spent",
    "charter roles": "name* person",
    "charter raci": "activity* responsible accountable consulted informed",
    "charter milestones": "id* title* date* baseline actual",
    "charter tasks": "id* title* work optimistic likely pessimistic depends_on assignee units "
    "stage milestone progress actual_hours rework_hours",
    "charter calendar": "hours_per_day workdays country holidays",
    "charter communication": "stakeholder* message* channel frequency owner",
    "stakeholder engagement": "current* desired*",
    "launch checklist": "text* owner done",
    "launch pricing": "model* tiers",
    "launch go_no_go": "decision* date",
    "launch review": "successes failures follow_ups",
}
LINKS = {
    "vision personas": ("is for", "persona", "is for"),
    "objective vision": ("guided by", "vision", "guides"),
    "metric measures": ("", "objective item key_result", "measured by"),
    "idea leads_to": ("", "item story", "came from"),
    "research supports": ("", "*", "supported by"),
    "item objectives": ("advances", "objective key_result", "advanced by"),
    "item depends_on": ("", "item", "blocks"),
    "item release": ("part of", "release", "contains"),
    "item evidence": ("", "research finding idea metric", "is evidence for"),
    "prd item": ("specifies", "item", "specified by"),
    "prd personas": ("serves", "persona", "served by"),
    "story prd": ("realises", "prd requirement", "realised by"),
    "story depends_on": ("", "story", "blocks"),
    "story sprint": ("in", "sprint", "contains"),
    "story as_a": ("for", "persona", "wants"),
    "story persona": ("for", "persona", "wants"),
    "charter delivers": ("", "item release", "delivered by"),
    "charter program": ("part of", "program", "runs"),
    "program charters": ("runs", "charter", "part of"),
    "risk threatens": ("", "*", "threatened by"),
    "launch release": ("launches", "release", "launched by"),
    "launch personas": ("addresses", "persona", "addressed by"),
    "launch metrics": ("measured by", "metric", "shows success of"),
    "decision supersedes": ("", "decision", "superseded by"),
    "decision affects": ("", "*", "affected by"),
}
STATUSES = {
    "item": "discovery, planned, in progress, at risk, blocked, done, dropped",
    "story": "draft, ready, in progress, in review, done, dropped",
    "prd": "draft, in review, approved, superseded",
    "charter": "draft, approved, active, closed, cancelled",
}
ROLES = {"planned", "discovery", "in-progress", "at-risk", "blocked", "done", "dropped"}
KINDS = builtin().by_name


def starred(fields: str) -> dict[str, bool]:
    return {word.rstrip("*"): word.endswith("*") for word in fields.split()}


def test_these_are_all_kinds_that_come_with_pmdocs() -> None:
    assert {f"{kind.kind} {kind.prefix}" for kind in builtin()} == set(FIELDS)
    assert len(builtin().by_prefix) == len(FIELDS)


@pytest.mark.parametrize("name", FIELDS)
def test_a_kind_holds_its_fields_and_those_of_every_kind(name: str) -> None:
    found = {key: f.required for key, f in fields_of(KINDS[name.split(maxsplit=1)[0]]).items()}
    assert found == starred(f"{COMMON} {FIELDS[name]}")


@pytest.mark.parametrize("name", FIELDS)
def test_a_newcomer_meets_few_fields_that_must_be_there(name: str) -> None:
    assert sum(f.required for f in fields_of(KINDS[name.split(maxsplit=1)[0]]).values()) <= 6


@pytest.mark.parametrize("name", RECORDS)
def test_a_record_holds_its_fields(name: str) -> None:
    kind, field = name.split()
    record = fields_of(KINDS[kind])[field].record
    assert record is not None
    assert {k: f.required for k, f in fields_of(record).items()} == starred(RECORDS[name])


def test_these_are_all_links_and_each_has_a_name_from_its_other_end() -> None:
    found = {
        f"{kind.kind} {key}": (
            field.link.name,
            " ".join(k.replace(" ", "_") for k in field.link.kinds),
            field.link.inverse,
        )
        for kind in builtin()
        for key, field in fields_of(kind).items()
        if field.link
    }
    assert found == LINKS


def test_a_link_leads_to_kinds_that_exist() -> None:
    named = {kind.replace("_", " ") for _, kinds, _ in LINKS.values() for kind in kinds.split()}
    assert named - {"*"} <= builtin().names


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_the_words_for_a_status_are_those_of_its_states(kind: type[Item]) -> None:
    words = tuple(state.word for state in kind.states)
    assert fields_of(kind)["status"].choices == words
    assert kind.model_fields["status"].default == words[0]
    assert {state.role for state in kind.states} <= ROLES
    assert ", ".join(words) == STATUSES.get(kind.kind, ", ".join(words))


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_a_kind_says_what_it_and_each_of_its_fields_is_for(kind: type[Item]) -> None:
    assert about_kind(kind).endswith(".")
    assert "## Example" not in about_kind(kind)
    told, waiting = [], [kind]
    while waiting:
        model: type[Item] = waiting.pop()
        about = about_fields(model)
        told += [(model, f.key, about.get(f.name)) for f in fields_of(model).values()]
        waiting += [f.record for f in fields_of(model).values() if f.record]  # type: ignore[misc]
    silent = [f"{m.__name__}.{key}" for m, key, about in told if not about and key != "id"]
    assert silent == []


@pytest.mark.verifies("US-22.AC-3")
@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_the_example_of_a_kind_is_valid(kind: type[Item]) -> None:
    example = example_of(kind)
    project = project_of(a=example)
    item = project.items[f"{kind.prefix}-1"]
    assert type(item) is kind
    assert project.problems == ()
    # It stands alone, so that all it can be told is to link to others.
    assert [line for line in lines(example) if " PM20" not in line] == []


def test_kinds_come_in_the_order_in_which_people_think_of_them() -> None:
    assert [kind.kind for kind in builtin()][:4] == [
        "vision",
        "persona",
        "stakeholder",
        "objective",
    ]


def test_a_part_is_found_by_its_kind() -> None:
    parts = {name: part.prefixes for name, part in builtin().parts.items()}
    assert parts == {
        "key result": ("KR",),
        "requirement": ("FR", "NFR"),
        "question": ("Q",),
        "criterion": ("AC",),
        "milestone": ("MS",),
        "task": ("T",),
        "finding": ("F",),
    }
