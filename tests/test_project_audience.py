"""What a project for the public holds, and above all what it does not."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmdocs.errors import PmdocsError
from pmdocs.model.fields import fields_of
from pmdocs.model.item import Item
from pmdocs.model.kinds.charter import Charter
from pmdocs.model.kinds.launch import Launch
from pmdocs.model.kinds.objective import Objective
from pmdocs.model.kinds.prd import Prd
from pmdocs.model.kinds.research import Research
from pmdocs.model.kinds.roadmap_item import RoadmapItem
from pmdocs.model.kinds.story import Story
from pmdocs.model.registry import builtin
from pmdocs.project.audience import VARIABLE, audience_of, for_public
from pmdocs.project.config import Settings, read_settings
from pmdocs.project.internal_fields import USUAL, needs
from pmdocs.project.project import Project
from pmdocs.project.reader import build
from pmdocs.project.redaction import INSIDE, Redaction
from pmdocs.text import Source
from tests.everything import files

HIDDEN = """\
- {id: RM-9, title: A hidden item, outcome: o, aliases: [RM-90]}
- {id: PER-9, title: Hidden, role: r, goals: [g], pains: [p]}
- {id: PRD-9, title: Hidden, problem: p, requirements: [{id: FR-1, text: t}]}
- {id: OBJ-9, title: Hidden, period: 2027, key_results: [{id: KR-1, text: t, baseline: 0, target: 1}]}
"""


def whole(*texts: str, settings: str = "", **pages: str) -> Project:
    """A project of YAML texts and of Markdown pages, with settings in YAML's braces."""
    head = f"docs_dir: content\nplugins:\n  - pmdocs: {{{settings}}}\n"
    read, findings = read_settings(Source("mkdocs.yml", head))
    sources = [Source(f"roadmap/{n}.yaml", text) for n, text in enumerate((HIDDEN, *texts))]
    sources += [Source(f"content/{name}.md", text) for name, text in pages.items()]
    project = build(sources, read)
    return replace(project, problems=(*findings, *project.problems))


def public(*texts: str, settings: str = "", **pages: str) -> Project:
    return for_public(whole(*texts, settings=settings, **pages))


def item(text: str, settings: str = "") -> Item:
    """The first item of a text that has `audience: public` put into it."""
    return next(iter(public(marked(text), settings=settings).items.values()))


def marked(text: str) -> str:
    """The items of a text with `audience: public` in each."""
    return re.sub(r"^- \{", "- {audience: public, ", text, flags=re.MULTILINE)


def everything() -> Project:
    texts = [Source(path, text) for path, text in files().items() if path[-3:] in {".md", "aml"}]
    return build(texts, Settings(docs_dir="content"))


# Items


def test_only_what_is_public_is_there() -> None:
    project = public("- {id: RM-1, title: t, outcome: o, audience: public}\n")
    assert list(project.items) == ["RM-1"]
    assert (project.unread, project.again, project.problems, project.garbled) == ({}, (), (), ())
    assert not project.sources


def test_the_whole_project_stays_as_it_is() -> None:
    project = everything()
    before = repr((project.items, project.pages, project.mentions, project.settings))
    for_public(project)
    assert repr((project.items, project.pages, project.mentions, project.settings)) == before


def test_no_value_text_or_node_of_the_project_holds_what_is_internal() -> None:
    project = for_public(everything())
    assert len(project.items) == len(list(builtin())) + 3
    held = repr((project.items, project.pages, project.mentions, project.settings))
    held += "".join(document.source.text for document in project.pages.values())
    held += "".join(words.node.source.text for one in project.items.values() for words in one.texts)
    assert re.findall(r".{60}hush", held) == []
    assert re.findall(r"[A-Z]-(?:8|9|9[789])\b", held) == []


def test_an_item_in_which_something_cannot_be_read_stays_inside() -> None:
    twice = "- id: RM-1\n  title: t\n  outcome: o\n  audience: internal\n  audience: public\n"
    assert not public(twice).items
    assert not public("- {id: RM-1, title: t, outcome: o, audience: pubic}\n").items
    assert not public("- {id: RM-1, outcome: [], audience: public}\n").items
    page = "---\naudience: public\nid: RM-1\noutcome: o\ntags: [a\n---\n# t\n"
    assert not public(p=page).items
    assert not public(p=page).pages


def test_an_item_with_a_mistake_in_one_field_is_published_without_it() -> None:
    project = public("- {id: RM-1, title: t, outcome: o, health: fine, audience: public}\n")
    assert project.items["RM-1"].partial


def test_of_two_items_with_one_id_only_the_first_can_be_public() -> None:
    one = "- {id: RM-1, title: first, outcome: o, audience: public}\n"
    again = "---\nid: RM-1\noutcome: o\naudience: public\n---\n# second\n"
    project = public(one, p=again)
    assert project.items["RM-1"].title == "first"
    assert not project.pages


def test_nothing_knows_the_file_that_it_was_written_in() -> None:
    page = "---\nid: US-1\nas_a: x\ni_want: y\naudience: public\n---\n# t\n\n## Criteria\n\n- **AC-1** c\n"
    project = public("- {id: RM-1, title: t, outcome: o, audience: public}\n", p=page)
    for one in project.items.values():
        assert {one.path, one.span.path, one.at("title").path, one.key("title").path} == {""}
    assert project.settings.edit_uri == ""
    assert project.settings.node is None


# Fields


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


# Texts


REDACTION = Redaction(
    frozenset({"RM-9", "RM-10", "US-9"}),
    frozenset({"a/plan.md", "b/index.md", "c/memo.md"}),
    frozenset({"index.md", "d/plan.md", "a/RM-1.md"}),
    "content",
)
TEXTS = {
    "RM-9 and RM-1": "internal item and RM-1",
    "RM-9, (RM-10) us-9.AC-2: RM-99 XRM-9 RM-90": (
        "internal item, (internal item) internal item: RM-99 XRM-9 RM-90"
    ),
    r"RM\-9 RM‑9 RM-009 RM-9-the-plan RM-1-RM-9": (
        "internal item internal item internal item internal item RM-1-internal item"
    ),
    "[[RM-9]] [[RM-9|the words]] [[RM-9.AC-1]] [[RM-1|RM-9 it is]]": (
        "internal item the words internal item [[RM-1|internal item it is]]"
    ),
    r"\[[RM-9]] [[RM-9\|in a table]] [[ RM-9 | blanks ]]": "internal item in a table blanks",
    "[x](a/plan.md) [y](a/plan.md#top 'RM-9') [z](<a/plan.md>)": "x y z",
    "[x](/a/plan/) [y](content/d/plan.md) ![z](RM-9.png) [w](b/)": "x [y](content/d/plan.md) z w",
    "[x](https://a.org/RM-9) [y](https://a.org/RM-1)": "x [y](https://a.org/RM-1)",
    "https://a.org/RM-9?q=1. <https://a.org/RM-9>": "internal item. internal item",
    "[x][m], [m], [m][] and [n]\n\n[m]: a/plan.md 'x'\n[n]: d/plan.md\n": (
        "x, m, m and [n]\n\n\n[n]: d/plan.md\n"
    ),
    '<a class="k" href="a/plan/">x</a> <img src=\'RM-9.png\'>': '<a class="k">x</a> <img>',
    "see content/a/plan.md#x, memo.md and ../c/memo.html.": (
        "see internal item, internal item and internal item."
    ),
    "d/plan.md, plan.md, a/RM-1.md, index.md, and/or": "d/plan.md, plan.md, a/RM-1.md, index.md, and/or",
    "`RM-9` and\n\n    RM-9\n": "`internal item` and\n\n    internal item\n",
    "x\n\n```pmdocs\ncards: RM-9\n```\n\n```pmdocs\ncards: RM-1\n```\n": (
        "x\n\n\n\n```pmdocs\ncards: RM-1\n```\n"
    ),
}


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_loses_what_is_internal_and_nothing_else(text: str) -> None:
    assert REDACTION.text(text) == TEXTS[text]


def test_addresses_are_meant_from_the_page_that_they_stand_on() -> None:
    assert REDACTION.text("[x](plan.md) [y](../b/index.md)", "a/other.md") == "x y"
    assert REDACTION.text("[x](plan.md)", "d/other.md") == "[x](plan.md)"
    # As a browser counts, a page is a folder.
    assert REDACTION.text("<a href='../plan/'>x</a>", "a/other.md") == "<a>x</a>"


PIECES = [
    "RM-9",
    "RM-1",
    "[[",
    "]]",
    "|",
    "\\",
    "[",
    "](",
    ")",
    "`",
    "<",
    ">",
    "a/plan.md",
    "/",
    "-",
]
PIECES += ["\n", " ", "https://x.org/", "```pmdocs\n", "```", "x", "9", "]: ", '"', ".AC-1", "rm"]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_whatever_a_text_is_made_of_no_internal_id_is_left_in_it(text: str) -> None:
    left = REDACTION.text(text)
    assert not re.search(r"(?<![a-z0-9])rm\\?-0*(?:9|10)(?![0-9])", left, re.IGNORECASE), left
    assert REDACTION.text(left) == left


# Pages


def test_pages_say_for_whom_they_are_and_say_nothing_if_for_everybody() -> None:
    pages = {
        "a": "# A\n",
        "b": "---\naudience: public\n---\n# B\n",
        "c": "---\ntitle: x\n---\n# C\n",
        "d": "---\naudience: internal\n---\n# D\n",
        "e": "---\naudience: everybody\n---\n# E\n",
        "f": "---\naudience: [public\n---\n# F\n",
        "g": "---\naudience: internal\n\n# G\n",
        "h": "Title: x\nAudience: internal\n\n# H\n",
        "i": "Title: x\nAudience: public\n\n# I\n",
        "j": "---\nid: nothing\n---\n# J\n",
    }
    kept = {path.removeprefix("content/")[0] for path in public(**pages).pages}
    assert kept == {"a", "b", "c", "i"}


def test_the_page_of_an_item_loses_internal_sections_and_its_fields() -> None:
    page = (
        "---\nid: PRD-1\naudience: public\nowner: hush\nicon: lamp\ntags: [a, see RM-9]\ntemplate: x.html\n---\n"
        "# The title\n\nWords.\n\n## Problem\n\nIt is RM-9.\n\n### Notes\n\nhush\n\n#### More\n\nhush\n\n"
        "### Detail\n\nd\n\n## Approvals\n\nhush\n\nSponsor\n-------\n\nhush\n\n## Requirements\n\n- **FR-1** r\n"
        "\n## Team {#x}\n\nhush\n"
    )
    project = public(p=page, settings="internal_fields: [notes, owner, approvals, sponsor, team]")
    one, text = project.items["PRD-1"], project.pages["content/p.md"].source.text
    assert isinstance(one, Prd)
    assert text == (
        "---\nicon: lamp\ntags: [a, see internal item]\ntemplate: x.html\n---\n"
        "# The title\n\nWords.\n\n## Problem\n\nIt is internal item.\n\n"
        "### Detail\n\nd\n\n## Requirements\n\n- **FR-1** r\n\n"
    )
    assert one.problem == "It is internal item.\n\n### Detail\n\nd"
    assert (one.notes, one.tags) == (None, ("a", "see internal item"))
    # The part still knows its place in the text, for its anchor there.
    start = one.node.source.offset(one.at("requirements", 0).start)
    assert text[start:].startswith("**FR-1** r")


def test_a_field_that_only_stood_in_an_internal_section_is_gone() -> None:
    page = (
        "---\nid: PRD-1\naudience: public\n---\n# t\n\n## Notes\n\n### Problem\n\nhush\n\n"
        "### Goals\n\n- hush\n\n## Assumptions\n\n- a\n"
    )
    one = public(p=page).items["PRD-1"]
    assert isinstance(one, Prd)
    assert (one.problem, one.goals, one.assumptions) == ("", (), ("a",))
    assert "hush" not in repr((one, one.node, one.texts))


def test_a_required_section_can_be_internal() -> None:
    page = "---\nid: PRD-1\naudience: public\n---\n# t\n\n## Problem\n\nhush\n"
    one = public(p=page, settings="internal_fields: [problem]").items["PRD-1"]
    assert isinstance(one, Prd)
    assert one.problem == ""


def test_front_matter_that_is_left_out_is_not_mistaken_for_text() -> None:
    page = "---\naudience: public\n---\n---\nid: x\n---\n"
    text = public(p=page).pages["content/p.md"].source.text
    assert text == "\n---\nid: x\n---\n"


# Who it is for


def asked(settings: str = "", variable: str | None = None) -> str:
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv(VARIABLE, raising=False)
        if variable is not None:
            patch.setenv(VARIABLE, variable)
        try:
            return audience_of(whole(settings=settings))
        except PmdocsError as error:
            return f"{error.message} ({error.hint})"


def test_the_variable_counts_before_the_setting() -> None:
    assert asked() == "internal"
    assert asked("audience: internal") == "internal"
    assert asked("audience: public") == "public"
    assert asked("audience: public", "internal") == "internal"
    assert asked("audience: internal", "public") == "public"


@pytest.mark.parametrize("value", ["", "Public", "pubic"])
def test_a_wrong_variable_ends_the_program(value: str) -> None:
    wanted = f"PMDOCS_AUDIENCE is `{value}`, and that is no audience (write `internal` or `public`)"
    assert asked("audience: public", value) == wanted


@pytest.mark.parametrize("setting", ["audience: pubic", "audience: [public]", "audiense: public"])
def test_a_slip_in_the_setting_publishes_nothing(setting: str) -> None:
    assert asked(setting).startswith(
        "no site for the public is made while a setting is wrong: mkdocs.yml:3:"
    )


def test_no_site_for_the_public_is_made_while_its_internal_fields_are_not_clear() -> None:
    wrong = asked("audience: public, internal_fields: [notes, ownr]")
    assert wrong == (
        "no site for the public is made while a setting is wrong: mkdocs.yml:3:57"
        " (no kind has a field `ownr`: did you mean `owner`?)"
    )
    assert asked("internal_fields: [notes, ownr]") == "internal"


def test_key_results_can_be_internal_though_an_objective_must_have_some() -> None:
    text = "- {id: OBJ-1, title: t, period: 2027, key_results: [{id: KR-1, text: t, baseline: 0, target: 1}]}\n"
    one = item(text, settings="internal_fields: [key_results]")
    assert isinstance(one, Objective)
    assert one.key_results == ()
