"""What each service is told: places, severities, rules, fixes, notes."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmdocs.diagnostics import Diagnostic, Edit, Finding, Fix, Note, Severity
from pmdocs.report import renderer
from pmdocs.report.places import below, in_the_product
from pmdocs.rules.catalogue import check
from pmdocs.source.edits import edited
from pmdocs.text import Source, Span
from tests.conftest import Write, project_of
from tests.test_cli_check import run
from tests.test_report_schemas import SARIF

TEXT = "a: 导出 🚀 wrng\nb: x\n"
SOURCE = Source("a.yaml", TEXT)
AT = TEXT.index("wrng")


def told(style: str, *found: Diagnostic, folder: str = "", source: Source = SOURCE) -> Any:
    """A report as the data that a service reads."""
    text = renderer(style)(found, {source.path: source}, below(folder))
    return ET.fromstring(text) if text.startswith("<?xml") else json.loads(text)  # noqa: S314 - our own


def one(span: Span | None = None, severity: Severity = Severity.ERROR, **facts: Any) -> Diagnostic:
    finding = Finding(span or SOURCE.span(AT, AT + 4), "wrong", **facts)
    return Diagnostic("PM201", "broken-link", severity, finding)


def results(*found: Diagnostic, folder: str = "", source: Source = SOURCE) -> list[Any]:
    """The results of a SARIF log."""
    all_: list[Any] = told("sarif", *found, folder=folder, source=source)["runs"][0]["results"]
    return all_


@pytest.mark.verifies("US-96.AC-2")
def test_columns_are_counted_as_each_format_wants_them() -> None:
    sarif = results(one())[0]["locations"][0]["physicalLocation"]["region"]
    assert sarif == {"startLine": 1, "startColumn": 9, "endLine": 1, "endColumn": 13}
    assert told("sarif")["runs"][0]["columnKind"] == "unicodeCodePoints"
    rdjson = told("rdjson", one())["diagnostics"][0]["location"]["range"]
    before = len(TEXT[:AT].encode())
    start, end = {"line": 1, "column": before + 1}, {"line": 1, "column": before + 5}
    assert rdjson == {"start": start, "end": end}
    assert before + 1 == 16
    assert told("gitlab", one())[0]["location"]["lines"] == {"begin": 1, "end": 1}
    assert told("checkstyle", one()).find("file/error").attrib["column"] == "9"


@pytest.mark.verifies("US-97.AC-1")
def test_paths_begin_where_the_repository_does() -> None:
    where = one()
    found = {
        told("gitlab", where, folder="docs/")[0]["location"]["path"],
        told("rdjson", where, folder="docs/")["diagnostics"][0]["location"]["path"],
        told("checkstyle", where, folder="docs/").find("file").attrib["name"],
        told("junit", where, folder="docs/").find("testsuite").attrib["name"],
        results(where, folder="docs/")[0]["locations"][0]["physicalLocation"]["artifactLocation"][
            "uri"
        ],
    }
    assert found == {"docs/a.yaml"}
    github = renderer("github")([where], {}, below("docs/"))
    assert github.startswith("::error file=docs/a.yaml,line=1,")


@pytest.mark.parametrize(
    ("severity", "words"),
    [
        (Severity.ERROR, ("error", "ERROR", "major", "failure", "error")),
        (Severity.WARNING, ("warning", "WARNING", "minor", "skipped", "warning")),
        (Severity.INFO, ("note", "INFO", "info", "skipped", "info")),
    ],
)
def test_severities_in_the_words_of_each_format(severity: Severity, words: tuple[str, ...]) -> None:
    found = one(severity=severity)
    case = told("junit", found).find("testsuite/testcase")
    assert words == (
        results(found)[0]["level"],
        told("rdjson", found)["diagnostics"][0]["severity"],
        told("gitlab", found)[0]["severity"],
        case[0].tag,
        told("checkstyle", found).find("file/error").attrib["severity"],
    )


@pytest.mark.verifies("US-96.AC-6")
def test_sarif_tells_what_each_rule_is_for() -> None:
    project = project_of(a="- {id: IDEA-1, titel: x}\n- {id: IDEA-1, title: x}\n")
    found = check(project)
    run = json.loads(renderer("sarif")(found, project.sources, in_the_product))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted({d.code for d in found})
    assert all(rules[r["ruleIndex"]]["id"] == r["ruleId"] for r in run["results"])
    [rule] = [rule for rule in rules if rule["id"] == "PM202"]
    assert rule["name"] == "duplicate-id"
    assert rule["shortDescription"]["text"] == "An id is used twice."
    assert rule["defaultConfiguration"] == {"level": "error"}
    assert rule["properties"]["tags"] == ["links"]
    assert (
        "\n\n## Bad\n\n```yaml\n- {id: IDEA-1, title: A dark theme}\n" in rule["help"]["markdown"]
    )


@pytest.mark.verifies("US-96.AC-6")
def test_sarif_tells_what_a_rule_of_the_team_is_for(write: Write) -> None:
    rule = """\
      - code: ACME-1
        message: "`{id}` has no owner"
        because: "<b>somebody</b> has to answer"
        require: ["owner:any"]
"""
    config = f"site_name: x\ndocs_dir: content\nplugins:\n- pmdocs:\n    house_rules:\n{rule}"
    root = write({"mkdocs.yml": config, "roadmap/a.yaml": "- {id: IDEA-1, title: x}\n"})
    done = run(root, "check", "--format", "sarif", "--select", "ACME-1")
    SARIF.validate(json.loads(done.stdout))
    [run_] = json.loads(done.stdout)["runs"]
    [told] = run_["tool"]["driver"]["rules"]
    assert told["id"] == "ACME-1"
    assert "<b>somebody</b> has to answer" in told["help"]["text"]
    assert set(told["help"]) == {"text"}
    assert run_["results"][0]["level"] == "warning"


def test_a_rule_of_which_nothing_is_known_has_a_name_and_no_page() -> None:
    found = Diagnostic("TEAM-1", "ours", Severity.ERROR, Finding(SOURCE.start, "wrong"))
    assert told("sarif", found)["runs"][0]["tool"]["driver"]["rules"] == [
        {"id": "TEAM-1", "name": "ours"}
    ]


@pytest.mark.verifies("US-96.AC-6")
def test_notes_are_places_that_belong_to_a_finding() -> None:
    found = one(notes=(Note(SOURCE.span(2, 3), "first\nused here"),))
    [sarif] = results(found, folder="p/")[0]["relatedLocations"]
    assert sarif["message"]["text"] == "first\nused here"
    assert sarif["physicalLocation"]["region"]["startColumn"] == 3
    [rdjson] = told("rdjson", found)["diagnostics"][0]["related_locations"]
    assert rdjson["location"]["range"]["start"] == {"line": 1, "column": 3}
    assert renderer("github")([found], {}, below("p/")).endswith(
        "::wrong%0Afirst used here: p/a.yaml:1:3"
    )
    assert told("junit", found).find(".//failure").text.endswith("first used here: a.yaml:1:3")


def test_github_is_told_the_worst_first() -> None:
    found = [one(severity=s) for s in (Severity.INFO, Severity.WARNING, Severity.ERROR)]
    lines = renderer("github")(found, {}, in_the_product).splitlines()
    assert [line.partition(" ")[0] for line in lines] == ["::error", "::warning", "::notice"]


def test_junit_has_one_test_that_passed_when_nothing_is_wrong() -> None:
    report = told("junit")
    assert (report.attrib["tests"], report.attrib["failures"]) == ("1", "0")
    assert len(report.findall("testsuite/testcase")) == 1
    assert not list(report.find("testsuite/testcase"))


def test_the_names_of_tests_in_junit_hold_no_line_and_are_unique() -> None:
    names = []
    for above in ("", "# a\n# b\n"):
        project = project_of(a=f"{above}- {{id: IDEA-1, titel: x, colour: red}}\n")
        text = renderer("junit")(check(project), project.sources, in_the_product)
        cases = ET.fromstring(text).iter("testcase")  # noqa: S314 - our own
        names.append([case.attrib["name"] for case in cases])
    assert names[0] == names[1]
    assert len(set(names[0])) == len(names[0]) >= 2


def by_bytes(text: str, suggestion: Any) -> str:
    """A text after a suggestion, as reviewdog makes it."""
    lines = text.encode().splitlines(keepends=True)

    def offset(at: dict[str, int]) -> int:
        return sum(map(len, lines[: at["line"] - 1])) + at["column"] - 1

    start, end = (offset(suggestion["range"][side]) for side in ("start", "end"))
    return (text.encode()[:start] + str(suggestion["text"]).encode() + text.encode()[end:]).decode()


def by_characters(text: str, replacements: list[Any]) -> str:
    """A text after the replacements of a SARIF fix."""
    lines = text.splitlines(keepends=True)

    def offset(region: dict[str, int], side: str) -> int:
        return sum(map(len, lines[: region[f"{side}Line"] - 1])) + region[f"{side}Column"] - 1

    for each in sorted(replacements, key=lambda r: -offset(r["deletedRegion"], "start")):
        region = each["deletedRegion"]
        start, end = offset(region, "start"), offset(region, "end")
        text = text[:start] + str(each["insertedContent"]["text"]) + text[end:]
    return text


@pytest.mark.verifies("US-96.AC-7")
@given(
    st.text(st.sampled_from("ab导🚀\n"), min_size=1),
    st.lists(st.integers(0, 20), min_size=2, max_size=8, unique=True),
    st.text(st.sampled_from("xy出\n")),
)
def test_a_fix_mends_the_same_in_every_format(text: str, cuts: list[int], new: str) -> None:
    source = Source("a.yaml", text)
    places = sorted({min(cut, len(text)) for cut in cuts})
    pairs = list(zip(places[::2], places[1::2], strict=False))
    edits = tuple(Edit(source.span(start, end), new) for start, end in pairs)
    if not edits:
        return
    found = one(source.start, fix=Fix(edits))
    mended = edited(source, edits)
    [suggestion] = told("rdjson", found, source=source)["diagnostics"][0]["suggestions"]
    assert by_bytes(text, suggestion) == mended
    [fix] = results(found, source=source)[0]["fixes"]
    assert by_characters(text, fix["artifactChanges"][0]["replacements"]) == mended


@pytest.mark.verifies("US-96.AC-7")
def test_a_fix_of_two_files_is_no_suggestion_since_half_of_it_mends_nothing() -> None:
    other = Edit(Source("b.yaml", "").start, "x")
    found = one(fix=Fix((Edit(SOURCE.span(0, 1), "y"), other), safe=False))
    assert "suggestions" not in told("rdjson", found)["diagnostics"][0]
    [fix] = results(found, folder="p/")[0]["fixes"]
    changed = [change["artifactLocation"]["uri"] for change in fix["artifactChanges"]]
    assert changed == ["p/a.yaml", "p/b.yaml"]
    assert fix["description"]["text"] == "a guess: look at it before you take it"
