"""Kinds, fields and words of a project's own are like those that come with pmdocs."""

from __future__ import annotations

import pytest
from jsonschema import Draft202012Validator

from pmdocs.model.docs import about_fields, about_kind, example_of
from pmdocs.model.registry import Kinds
from pmdocs.model.schema import schema_of
from pmdocs.project.config import read_settings
from pmdocs.project.project import Project
from pmdocs.project.reader import build
from pmdocs.project.select import select
from pmdocs.rules.catalogue import check
from pmdocs.text import Source
from tests.test_project_config import wrong

OWN = """\
site_name: x
plugins:
  - pmdocs:
      kinds:
        experiment:
          prefix: EXP
          plural: Experiments
          about: Something that we try.
          statuses: [planned, {word: running, role: in-progress}, {word: over, role: done}]
          fields:
            hypothesis: {type: text, required: true, about: What we believe.}
            size: number
            result: [yes, no]
            tests: {link: [story, requirement], many: true, inverse: tested by}
            cost: money
            days: {type: date, many: true}
            sure: percent
            open: flag
        user_test: {prefix: UT}
      fields:
        story:
          country: {words: [DE, FR], about: Where it is for.}
          seen_in: {link: experiment}
      statuses:
        story: {Doing: in progress}
"""
EXPERIMENT = """\
id: EXP-1
title: Blue light
status: running
hypothesis: blue is seen better
size: 3
result: yes
tests: [US-1]
cost: 12 EUR
days: [2027-01, 2027-02-03]
sure: 40%
open: true
"""
STORY = """\
id: US-1
title: See the light
status: doing
as_a: skipper
i_want: a light
so_that: I am home
country: DE
seen_in: EXP-1
criteria: [{id: AC-1, text: it is bright}]
"""


def kinds() -> Kinds:
    return read_settings(Source("mkdocs.yml", OWN))[0].kinds


def project(**files: str) -> Project:
    settings, findings = read_settings(Source("mkdocs.yml", OWN))
    assert findings == []
    return build([Source(f"roadmap/{name}.yaml", text) for name, text in files.items()], settings)


def told(**files: str) -> list[str]:
    return [
        f"{d.span}-{d.span.end.column} {d.code} {d.finding.message}"
        for d in check(project(**files))
        if d.code != "PM206"
    ]


@pytest.mark.verifies("US-23.AC-1")
def test_an_item_of_an_own_kind_is_read_like_any_other() -> None:
    found = project(a=EXPERIMENT, b=STORY)
    item = found.items["EXP-1"]
    assert (item.kind, item.label, item.plural) == ("experiment", "Experiment", "Experiments")
    assert item.state.role == "in-progress"
    assert item.model_dump(mode="json", include=set(type(item).model_fields) - {"links"}) == {
        "id": "EXP-1",
        "title": "Blue light",
        "status": "running",
        "owner": None,
        "tags": [],
        "notes": None,
        "audience": "internal",
        "aliases": [],
        "updates": [],
        "review_by": None,
        "hypothesis": "blue is seen better",
        "size": 3.0,
        "result": "yes",
        "tests": ["US-1"],
        "cost": "12 EUR",
        "days": ["2027-01", "2027-02-03"],
        "sure": "40%",
        "open": True,
    }
    assert told(a=EXPERIMENT, b=STORY) == []


@pytest.mark.verifies("US-23.AC-2")
@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("size: 3", "sise: 3", "5:1-5 PM104 an experiment has no field `sise`"),
        ("size: 3", "size: big", "5:7-10 PM102 expected a number, not `big`"),
        ("running", "runing", "3:9-15 PM103 `runing` is not one of the words for this field"),
        ("result: yes", "result: si", "6:9-11 PM103 `si` is not one of the words for this field"),
        ("hypothesis: blue is seen better\n", "", "1:5-10 PM101 `hypothesis` is missing"),
        ("12 EUR", "dear", "8:7-11 PM102 `dear` is not an amount of money"),
        ("2027-02-03", "2027-02-30", "9:17-27 PM105 Feb 2027 has no day 30, it has 28 days"),
        ("40%", "400%", "10:7-11 PM102 `400%` is not between 0% and 100%"),
        ("true", "yes", "11:7-10 PM102 expected `true` or `false`, not `yes`"),
        ("[US-1]", "[US-9]", "7:9-13 PM201 `EXP-1` names `US-9`, which does not exist"),
        (
            "[US-1]",
            "[EXP-1]",
            "7:9-14 PM205 `EXP-1` tests `EXP-1`, which is itself",
        ),
    ],
)
def test_a_mistake_in_it_is_told_at_its_place(old: str, new: str, expected: str) -> None:
    (found,) = told(a=EXPERIMENT.replace(old, new), b=STORY)
    assert found == f"roadmap/a.yaml:{expected}"


def test_its_links_are_followed_both_ways() -> None:
    graph = project(a=EXPERIMENT, b=STORY).graph
    assert [(k.name, k.target) for k in graph.out("EXP-1")] == [("tests", "US-1")]
    assert [(k.inverse, k.source) for k in graph.into("US-1")] == [("tested by", "EXP-1")]
    assert [(k.inverse, k.source) for k in graph.into("EXP-1")] == [("seen in of", "US-1")]


def test_it_is_found_by_questions() -> None:
    found = project(a=EXPERIMENT, b=STORY)
    for query in (
        "kind:experiment",
        "size>2",
        "open:true",
        "sure>=40",
        "tests:US-1",
        "days:2027-02",
    ):
        assert [item.id for item in select(found, query)] == ["EXP-1"], query
    assert [item.id for item in select(found, "country:de")] == ["US-1"]


def test_its_words_are_in_the_manual_and_the_schema() -> None:
    kind = kinds().by_name["experiment"]
    assert about_kind(kind) == "Something that we try."
    assert about_fields(kind)["hypothesis"] == "What we believe."
    assert example_of(kind) == "id: EXP-1\ntitle: …\n"
    schema = schema_of(kinds())
    good = {"id": "EXP-1", "title": "x", "hypothesis": "y"}
    assert Draft202012Validator(schema).is_valid(good)
    assert not Draft202012Validator(schema).is_valid(good | {"sise": 3})
    assert not Draft202012Validator(schema).is_valid({"id": "EXP-1", "title": "x"})
    about = schema["$defs"]["Story"]["properties"]["country"]["description"]
    assert about == "Where it is for."


def test_a_built_in_kind_with_more_fields_stays_what_it_was() -> None:
    found = project(b=STORY, a=EXPERIMENT).items["US-1"]
    assert found.status == "in progress"
    assert type(found).label == "Story"
    assert about_kind(type(found)).startswith("A slice of value")
    assert told(a=EXPERIMENT, b=STORY.replace("country: DE", "country: D")) == [
        "roadmap/b.yaml:7:10-11 PM103 `D` is not one of the words for this field"
    ]


def test_a_kind_of_nothing_but_a_prefix_has_words_for_its_status() -> None:
    kind = kinds().by_name["user_test"]
    assert (kind.label, kind.plural) == ("User test", "User tests")
    assert [s.word for s in kind.states] == ["draft", "active", "done", "dropped"]


def own(text: str) -> str:
    return f"      kinds: {{e: {text}}}\n"


NAME = "choose another name, of letters, digits and `_`"
CLASHES = {
    "      kinds: {story: {prefix: XX}}\n": (
        "5:15-20 PM110 the name `story` is already used for Stories | choose another"
    ),
    "      kinds: {criterion: {prefix: XX}}\n": (
        "5:15-24 PM110 the name `criterion` is already used for criteria | choose another"
    ),
    "      kinds: {'a/b': {prefix: XX}}\n": (
        "5:15-20 PM110 `a/b` cannot be the name of a kind | "
        "write letters, digits and spaces, and begin with a letter"
    ),
    own("{prefix: US}"): (
        "5:27-29 PM110 the prefix `US` is already used for Stories | choose another"
    ),
    own("{prefix: exp}"): (
        "5:27-30 PM110 `exp` is not written in the right form | "
        "write capital letters and digits, such as EXP"
    ),
    own("{label: x}"): "5:19-24 PM110 `prefix` is missing | add `prefix:` with a short text",
    own("{prefix: EX, fields: {x: colour}}"): (
        "5:43-49 PM110 `colour` is not one of the words for this setting | write `line`, `text`, "
        "`number`, `whole number`, `flag`, `date`, `money`, `effort`, `percent` or `url`"
    ),
    own("{prefix: EX, fields: {x: {lnk: [a]}}}"): (
        "5:44-47 PM110 there is no setting `lnk` | did you mean `link`?"
    ),
    own("{prefix: EX, fields: {x: {link: [stroy]}}}"): (
        "5:51-56 PM110 there is no kind `stroy` | did you mean `story`?"
    ),
    own("{prefix: EX, fields: {title: line}}"): (
        f"5:40-45 PM110 there is a field `title` already | {NAME}"
    ),
    **{
        own(f"{{prefix: EX, fields: {{{name}: line}}}}"): (
            f"5:40-{40 + len(name)} PM110 `{name}` cannot be the name of a field | {NAME}"
        )
        for name in (
            "model_config",
            "when",
            "parts",
            "copy",
            "_x",
            "__dict__",
            "a b",
            "x.y",
            "kind",
        )
    },
    "      fields: {story: {title: line}}\n": (
        f"5:24-29 PM110 there is a field `title` already | {NAME}"
    ),
}


@pytest.mark.parametrize("body", CLASHES)
def test_a_name_that_is_taken_or_cannot_be_used_is_told_at_its_place(body: str) -> None:
    assert wrong(body) == [CLASHES[body]]


def test_one_wrong_kind_does_not_hide_the_others() -> None:
    body = "      kinds:\n        good: {prefix: GD}\n        bad: {prefix: bad}\n"
    found = wrong(body, "{id: GD-1, title: x}")
    assert [line.partition(" ")[0] for line in found] == ["7:23-26"]


def test_one_wrong_field_does_not_hide_its_kind() -> None:
    body = "      kinds: {e: {prefix: EX, fields: {a: colour, b: number}}}\n"
    found = wrong(body, "{id: EX-1, title: x, b: y}")
    assert [line.partition(" PM")[0] for line in found] == ["5:43-49", "roadmap/a.yaml:1:25-26"]
