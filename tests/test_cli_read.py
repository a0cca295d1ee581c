"""The commands that only read: show, list, kinds, explain, schema."""

from __future__ import annotations

import json
import textwrap
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from pmdocs.model.registry import builtin
from pmdocs.rules.catalogue import builtin as rules
from pmdocs.rules.rule import Rule
from tests.conftest import ROOT, Write
from tests.test_cli_check import CLEAN, run

CONFIG = """\
site_name: Shop
docs_dir: content
plugins:
  - pmdocs:
      kinds:
        experiment:
          prefix: EXP
          about: Something that we try.
          fields: {hypothesis: {type: text, required: true, about: What we believe.}}
"""
PRODUCT = {
    **CLEAN,
    "mkdocs.yml": CONFIG,
    "roadmap/prd.yaml": CLEAN["roadmap/prd.yaml"]
    + "requirements: [{id: FR-1, text: it blinks, priority: must}]\n",
    "roadmap/us.yaml": (
        "id: US-1\ntitle: See it\nstatus: ready\nowner: Maria\nas_a: a\ni_want: b\nso_that: c\n"
        "prd: PRD-1.FR-1\ncriteria:\n  - {id: AC-1, given: night, when: on, then: [it blinks, often]}\n"
    ),
    "roadmap/more.yaml": (
        "- {id: US-2, title: Hear it, as_a: a, i_want: b, so_that: c, prd: PRD-1, depends_on: US-1}\n"
        "- {id: EXP-1, title: Blue, hypothesis: h}\n"
        "- {id: RM-2, title: Horn, outcome: o, start: 2027-Q1, end: 2027-H1, objectives: OBJ-1.KR-1}\n"
    ),
}


@pytest.fixture
def product(write: Write) -> Path:
    return write(PRODUCT)


@pytest.mark.verifies("US-16.AC-1")
def test_show_a_story_with_the_requirement_that_it_realises(product: Path) -> None:
    done = run(product, "show", "US-1")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "US-1 See it",
        "Story, ready — roadmap/us.yaml:1:5",
        "owner: Maria",
        "  AC-1    Given night, When on, Then it blinks, and often",
        "",
        "serves:",
        "  realises       PRD-1.FR-1 it blinks",
        "",
        "served by:",
        "  blocks         US-2       Hear it",
    ]


@pytest.mark.verifies("US-16.AC-2")
def test_show_a_roadmap_item_with_the_prd_that_specifies_it(product: Path) -> None:
    rows = run(product, "show", "RM-1").stdout.splitlines()
    assert rows[rows.index("served by:") + 1] == "  specified by   PRD-1      t"


def test_show_a_part_and_the_time_of_an_item(product: Path) -> None:
    assert run(product, "show", "prd-1.fr-1").stdout.splitlines() == [
        "PRD-1.FR-1 it blinks",
        "Requirement of PRD-1 t — roadmap/prd.yaml:5:21",
        "",
        "served by:",
        "  realised by    US-1       See it",
    ]
    assert run(product, "show", "RM-2").stdout.splitlines()[2] == "when: Q1 2027 – H1 2027"


def test_show_what_is_affected_if_an_item_changes(product: Path) -> None:
    assert run(product, "show", "prd-1", "--impact").stdout.splitlines() == [
        "PRD-1 t",
        "",
        "directly:",
        "  US-2         Hear it",
        "               because US-2 realises PRD-1",
        "  US-1         See it",
        "               because US-1 realises PRD-1.FR-1",
        "",
        "over 2 links:",
        "  US-1.AC-1    Given night, When on, Then it blinks, and often",
    ]
    assert run(product, "show", "US-2", "--impact").stdout.splitlines() == [
        "US-2 Hear it",
        "",
        "nothing is affected if this changes",
    ]


@pytest.mark.verifies("US-16.AC-3")
@pytest.mark.parametrize(
    ("id", "hint"),
    [
        ("US-11", "did you mean `US-1`?"),
        ("PRD-1.FR-2", "did you mean `PRD-1.FR-1`?"),
        ("nonsense", "`pmdocs list` prints all items"),
    ],
)
def test_show_what_does_not_exist(product: Path, id: str, hint: str) -> None:
    done = run(product, "show", id)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [f"pmdocs: there is no `{id}`", f"  {hint}"]


@pytest.mark.verifies("US-17.AC-1", "US-17.AC-2", "US-17.AC-3")
@pytest.mark.parametrize(
    ("query", "ids"),
    [
        (["kind:story status:ready prd:PRD-1"], ["US-1"]),
        (["kind:story", "status:draft"], ["US-2"]),
        ([], ["US-2", "EXP-1", "RM-2", "OBJ-1", "PRD-1", "RM-1", "US-1"]),
        (["kind:risk"], []),
        (["hypothesis~h"], ["EXP-1"]),
    ],
)
def test_list_what_a_question_chooses(product: Path, query: list[str], ids: list[str]) -> None:
    done = run(product, "list", *query)
    assert (done.returncode, done.stderr) == (0, "")
    assert [row.split()[0] for row in done.stdout.splitlines()] == ids


@pytest.mark.verifies("US-18.AC-1", "US-18.AC-2")
def test_list_says_where_a_question_cannot_be_read(product: Path) -> None:
    done = run(product, "list", "kind:story", "stauts:ready")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [
        "pmdocs: column 12: no item has a field `stauts`",
        "  kind:story stauts:ready",
        "             ^",
        "  did you mean `status`?",
    ]


def test_a_title_cannot_move_the_cursor(write: Write) -> None:
    root = write({"roadmap/a.yaml": 'id: IDEA-1\ntitle: "a\\e[2Jb\\u202Ec"\n'})
    for command in (["list"], ["show", "IDEA-1"]):
        out = run(root, *command).stdout
        assert "a\ufffd[2Jb\ufffdc" in out
        assert "\x1b" not in out


@pytest.mark.verifies("US-22.AC-1")
def test_kinds_lists_every_kind_with_its_prefix(product: Path) -> None:
    rows = run(product, "kinds").stdout.splitlines()
    assert [row.split()[:2] for row in rows] == [
        *([kind.kind, f"{kind.prefix}-1"] for kind in builtin()),
        ["experiment", "EXP-1"],
    ]
    assert rows[-1].endswith(" Something that we try.")


@pytest.mark.verifies("US-22.AC-2")
@pytest.mark.parametrize("word", ["story", "Story", "US"])
def test_kinds_prints_the_fields_with_their_meaning(tmp_path: Path, word: str) -> None:
    rows = run(tmp_path, "kinds", word).stdout.splitlines()
    assert rows[0] == "Story (US-1)"
    for row in (
        "  * i_want               Markdown               What they want to do.",
        "    so_that              Markdown               Why.",
        "                                                must, should, could, won't",
        "                                                to prd, requirement; from there: realised by",
        "          * date         date                   When.",
        "    tags                 list of words          Words to find it by.",
    ):
        assert row in rows
    assert rows[rows.index("Example:") + 2] == "id: US-1"


def test_kinds_prints_a_kind_of_the_settings(product: Path) -> None:
    rows = run(product, "kinds", "experiment").stdout.splitlines()
    assert "  * hypothesis           Markdown               What we believe." in rows
    assert run(product, "kinds", "storry").stderr.splitlines() == [
        "pmdocs: there is no kind `storry`",
        "  did you mean `story`?",
    ]
    assert run(product, "kinds", "storry").returncode == 2


@pytest.mark.verifies("US-12.AC-1")
@pytest.mark.parametrize("word", ["PM301", "pm301", "story-without-criteria"])
def test_explain_prints_the_page_of_a_rule(tmp_path: Path, word: str) -> None:
    done = run(tmp_path, "explain", word)
    rows = done.stdout.splitlines()
    assert (done.returncode, rows[0]) == (0, "PM301 story-without-criteria (error)")
    assert rows[2] == "A story is planned, but nothing says when it is done."
    assert rows.index("## Bad") < rows.index("## Good")
    assert "    - id: US-1" in rows


@pytest.mark.verifies("US-12.AC-2")
@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("story-without-critera", "did you mean `story-without-criteria`?"),
        ("PM301x", "did you mean `PM301`?"),
        ("xyz", "`pmdocs explain` lists all rules"),
    ],
)
def test_explain_what_does_not_exist(tmp_path: Path, word: str, hint: str) -> None:
    done = run(tmp_path, "explain", word)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [f"pmdocs: there is no rule `{word}`", f"  {hint}"]


@pytest.mark.verifies("US-14.AC-2")
@pytest.mark.parametrize("rule", rules(), ids=lambda rule: str(rule.code))
def test_explain_prints_the_examples_that_the_tests_run(tmp_path: Path, rule: Rule) -> None:
    page = run(tmp_path, "explain", rule.code).stdout
    assert rule.page in page
    for example in (*rule.examples("Bad"), *rule.examples("Good")):
        assert textwrap.indent(example.text, "    ") in page


def test_explain_lists_all_rules(tmp_path: Path) -> None:
    rows = run(tmp_path, "explain").stdout.splitlines()
    listed = {tuple(row.split()[:3]) for row in rows if row.startswith("PM")}
    assert listed == {
        (rule.code, "off" if rule.pedantic else str(rule.severity), rule.name) for rule in rules()
    }


@pytest.mark.verifies("US-101.AC-4")
def test_explain_lists_rules_by_topic_with_the_severities_of_the_project(tmp_path: Path) -> None:
    settings = (
        "plugins:\n  - pmdocs:\n      rules: {PM301: info, vague-criterion: off, PM304: off}\n"
    )
    (tmp_path / "mkdocs.yml").write_text(settings)
    rows = run(tmp_path, "explain").stdout.splitlines()
    heads = [row.partition(":")[0] for row in rows if row and not row.startswith("PM")]
    assert heads == list(dict.fromkeys(rule.topic for rule in rules()))
    listed = {row.split()[0]: row.split()[1] for row in rows if row.startswith("PM")}
    assert (listed["PM301"], listed["PM304"], listed["PM302"]) == ("info", "off", "error")
    assert run(tmp_path, "explain", "PM301").stdout.splitlines()[0] == (
        "PM301 story-without-criteria (info here, error by itself)"
    )
    few = run(tmp_path, "explain", "--topic", "criteria").stdout.splitlines()
    assert [row[:3] for row in few[1:]] == ["PM3"] * len(
        [r for r in rules() if r.topic == "criteria"]
    )
    wrong = run(tmp_path, "explain", "--topic", "critera")
    assert (wrong.returncode, wrong.stderr.splitlines()) == (
        2,
        ["pmdocs: there is no topic `critera`", "  did you mean `criteria`?"],
    )


def test_schema_is_json_schema_with_the_kinds_of_the_project(product: Path) -> None:
    schema = json.loads(run(product, "schema").stdout)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    assert validator.is_valid({"id": "EXP-1", "title": "x", "hypothesis": "y"})
    assert not validator.is_valid({"id": "EXP-1", "title": "x", "hypothesis": "y", "size": 3})


def test_the_roadmap_of_pmdocs_itself_passes(tmp_path: Path) -> None:
    assert run(ROOT, "check", "--fail-on", "warning").returncode == 0
    assert run(tmp_path, "--version").stdout.startswith("pmdocs, version ")
