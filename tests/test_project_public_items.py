"""Items as everybody may see them: without internal fields, updates and links."""

from __future__ import annotations

import pytest

from pmdocs.model.fields import fields_of
from pmdocs.model.kinds.charter import Charter
from pmdocs.model.kinds.launch import Launch
from pmdocs.model.kinds.objective import Objective
from pmdocs.model.kinds.prd import Prd
from pmdocs.model.kinds.research import Research
from pmdocs.model.kinds.roadmap_item import RoadmapItem
from pmdocs.model.kinds.story import Story
from pmdocs.model.registry import builtin
from pmdocs.project.audience import for_public
from pmdocs.project.internal_fields import USUAL, needs
from pmdocs.project.redaction import INSIDE
from tests.published import item, marked, public, whole


def test_the_usual_internal_fields_are_fields_that_kinds_have() -> None:
    keys: set[str] = set()
    todo = [*builtin()]
    while todo:
        fields = fields_of(todo.pop()).values()
        keys |= {field.key for field in fields}
        todo += [field.record for field in fields if field.record]
    assert set(USUAL) <= keys
    assert not [(k.kind, name) for k in builtin() for name in USUAL if needs(k, name)]


def test_internal_fields_are_empty_wherever_they_stand() -> None:
    charter = item(
        "- {id: CH-1, title: t, purpose: p, sponsor: s, manager: {role: r, authority: a}, start: 2027,"
        " owner: o, notes: n, budget: {limit: 5, currency: EUR}, roles: [{name: n, person: p}],"
        " tasks: [{id: T-1, title: t, work: 8, assignee: a, actual_hours: 3, rework_hours: 1}]}\n"
    )
    assert isinstance(charter, Charter)
    assert (charter.owner, charter.notes, charter.budget, charter.sponsor) == (None, None, None, "")
    assert (charter.manager.role, charter.manager.authority) == ("", None)
    assert charter.roles[0].person is None
    task = charter.tasks[0]
    assert (task.assignee, task.actual_hours, task.rework_hours) == (None, None, None)
    assert (task.title, task.work) == ("t", 8)
    assert {words.path for words in charter.texts} == {
        ("title",),
        ("purpose",),
        ("roles", "name"),
        ("tasks", "title"),
    }


def test_the_settings_say_which_fields_are_internal() -> None:
    text = "- {id: RM-1, title: t, outcome: o, owner: Mara, theme: Light, notes: n}\n"
    one = item(text, settings="internal_fields: [theme]")
    assert isinstance(one, RoadmapItem)
    assert (one.owner, one.theme, one.notes) == ("Mara", None, "n")


def test_a_field_of_a_projects_own_can_be_internal() -> None:
    own = "fields: {item: {price: {type: number, required: true}, room: line}}, internal_fields: "
    text = "- {id: RM-1, title: t, outcome: o, price: 3, room: hush}\n"
    assert "hush" not in repr(item(text, settings=f"{own}[room]"))
    # Without the number that must be there, the item itself cannot be.
    assert not public(marked(text), settings=f"{own}[price]").items


def test_a_record_that_cannot_be_without_an_internal_field_goes_with_it() -> None:
    text = (
        "- {id: MET-1, title: t, target: 5, measurements: [{date: 2027-01, value: 3}]}\n"
        "- {id: RM-1, title: t, outcome: o, scores: {moscow: must, rice: {reach: 1, impact: 1,"
        " confidence: 50%, effort: 1}}}\n"
    )
    project = public(marked(text), settings="internal_fields: [reach, value]")
    scores = project.items["RM-1"].scores  # type: ignore[attr-defined]
    assert (scores.rice, scores.moscow) == (None, "must")
    assert project.items["MET-1"].measurements[0].value is None  # type: ignore[attr-defined]


def test_an_internal_update_stays_inside() -> None:
    one = item(
        "- {id: RM-1, title: t, outcome: o, updates: [{date: 2027-01-03, text: a},"
        " {date: 2027-01-02, text: b, audience: public}, {date: 2027-01-01, text: c, audience: internal}]}\n"
    )
    assert [update.text for update in one.updates] == ["a", "b"]


@pytest.mark.parametrize("setting", ["date", "title", "id", "audience", "probability"])
def test_a_field_that_items_need_is_told_and_hides_the_whole_item(setting: str) -> None:
    rows = (
        "- {id: REL-1, title: t, version: '1', date: 2027, audience: public}\n"
        "- {id: RSK-1, title: t, effect: e, probability: 2, impact: 2, audience: public}\n"
    )
    project = whole(rows, settings=f"internal_fields: [{setting}]")
    (found,) = [problem for problem in project.problems if problem.code == "PM110"]
    assert found.message.startswith(f"`{setting}` cannot be left out, because every ")
    assert found.hint == "keep the whole item inside, with `audience: internal`"
    kept = {"date": {"RSK-1"}, "probability": {"REL-1"}}
    assert set(for_public(project).items) == kept.get(setting, set())


def test_key_results_can_be_internal_though_an_objective_must_have_some() -> None:
    text = "- {id: OBJ-1, title: t, period: 2027, key_results: [{id: KR-1, text: t, baseline: 0, target: 1}]}\n"
    one = item(text, settings="internal_fields: [key_results]")
    assert isinstance(one, Objective)
    assert one.key_results == ()


# Links


def test_links_to_what_is_internal_are_not_there() -> None:
    text = (
        "- {id: RM-1, title: t, outcome: o, objectives: [OBJ-9.KR-1, OBJ-1.KR-1, OBJ-9, OBJ-1],"
        " depends_on: [RM-9, RM-2, RM-90, RM-77]}\n"
        "- {id: RM-2, title: t, outcome: o, aliases: [RM-3, RM-9]}\n"
        "- {id: RM-4, title: t, outcome: o, depends_on: RM-3}\n"
        "- {id: OBJ-1, title: t, period: 2027, key_results: [{id: KR-1, text: t, baseline: 0, target: 1}]}\n"
        "- {id: PRD-1, title: t, problem: p, item: RM-9, personas: [PER-9]}\n"
        "- {id: US-1, title: t, as_a: skipper, i_want: x, prd: PRD-9.FR-1, persona: PER-9}\n"
        "- {id: LCH-1, title: t, date: 2027, message: m, release: REL-9, personas: [PER-9]}\n"
        "- {id: RES-1, title: t, method: survey, date: 2027, findings: [{id: F-1, text: t, persona: PER-9}]}\n"
    )
    project = public(marked(text))
    found = project.items
    one, two, four = found["RM-1"], found["RM-2"], found["RM-4"]
    assert isinstance(one, RoadmapItem)
    assert (one.objectives, one.depends_on) == (("OBJ-1.KR-1", "OBJ-1"), ("RM-2",))
    assert two.aliases == ("RM-3",)
    assert [link.target for link in project.graph.out(four.id)] == ["RM-2"]
    prd, story, launch, research = (found[id] for id in ("PRD-1", "US-1", "LCH-1", "RES-1"))
    assert isinstance(prd, Prd)
    assert isinstance(story, Story)
    assert isinstance(launch, Launch)
    assert isinstance(research, Research)
    assert (prd.item, prd.personas, story.prd, story.persona) == (None, (), None, None)
    assert (launch.release, launch.personas, research.findings[0].persona) == (None, (), None)
    assert not project.graph.dangling


def test_a_link_within_an_item_stays_unless_its_target_is_internal() -> None:
    text = (
        "- {id: CH-1, title: t, purpose: p, sponsor: s, manager: m, start: 2027,"
        " milestones: [{id: MS-1, title: t, date: 2027}],"
        " tasks: [{id: T-1, title: t, milestone: MS-1}, {id: T-2, title: t, depends_on: [T-1 SS+2d]}]}\n"
    )
    charter = item(text)
    assert isinstance(charter, Charter)
    assert (str(charter.tasks[1].depends_on[0]), charter.tasks[0].milestone) == (
        "T-1 SS+16h",
        "MS-1",
    )
    charter = item(text, settings="internal_fields: [milestones]")
    assert isinstance(charter, Charter)
    assert (charter.milestones, charter.tasks[0].milestone) == ((), None)


def test_an_internal_persona_is_called_by_its_kind() -> None:
    for written, shown in (("PER-9", "persona"), ("skipper of RM-9", f"skipper of {INSIDE}")):
        story = item(f"- {{id: US-1, title: t, as_a: {written}, i_want: x}}\n")
        assert isinstance(story, Story)
        assert story.as_a == shown


def test_a_link_that_a_kind_of_its_own_must_have_is_dropped_all_the_same() -> None:
    own = "kinds: {trial: {prefix: TRY, fields: {of: {link: item, required: true}}}}"
    one = item("- {id: TRY-1, title: t, of: RM-9}\n", settings=own)
    assert one.of is None  # type: ignore[attr-defined]


def test_an_address_that_leads_inside_goes_with_its_title() -> None:
    hidden = "---\nid: PRD-8\nproblem: p\n---\n# t\n"
    text = (
        "- {audience: public, id: RM-1, title: t, outcome: o, links: [{title: a, url: 'https://a.org/RM-9'},"
        " {title: b, url: plans/x.md}, {title: c, url: '/plans/x/'}, {title: d, url: plans/y.md}]}\n"
    )
    project = public(text, **{"plans/x": hidden, "plans/y": "# y\n"})
    assert [link.title for link in project.items["RM-1"].links] == ["d"]


def test_a_mention_counts_only_where_it_is_still_said() -> None:
    text = (
        "- {audience: public, id: RM-1, title: t, outcome: o, notes: RM-2}\n"
        "- {audience: public, id: RM-2, title: t, outcome: like RM-1}\n"
        "- {id: RM-3, title: t, outcome: like RM-1}\n"
    )
    assert whole(text).mentioned_in == {"RM-1": ["RM-2", "RM-3"], "RM-2": ["RM-1"]}
    assert public(text).mentioned_in == {"RM-1": ["RM-2"]}
