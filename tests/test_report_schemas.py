"""Reports for services: right by the published schemas, whatever stands in the documents."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest
import xmlschema
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator, Draft7Validator

from pmdocs.diagnostics import Diagnostic, Edit, Finding, Fix, Note, Severity
from pmdocs.report import FORMATS, renderer
from pmdocs.report.places import below, in_the_product
from pmdocs.rules.catalogue import builtin, check
from pmdocs.rules.fingerprint import fingerprints
from pmdocs.text import Source
from tests.conftest import project_of

SCHEMAS = Path(__file__).parent / "schemas"


def read(name: str) -> Any:
    """A schema as data."""
    return json.loads((SCHEMAS / name).read_text("utf-8"))


SARIF = Draft4Validator(read("sarif-2.1.0-rtm.5.json"))
RDJSON = Draft7Validator(read("rdjson.schema.json"))
GITLAB = Draft7Validator(read("gitlab.schema.json"))
JUNIT = xmlschema.XMLSchema(SCHEMAS / "junit-10.xsd")
CHECKSTYLE = xmlschema.XMLSchema(SCHEMAS / "checkstyle.xsd")

VALIDATORS: dict[str, Callable[[str], None]] = {
    "sarif": lambda text: SARIF.validate(json.loads(text)),
    "rdjson": lambda text: RDJSON.validate(json.loads(text)),
    "gitlab": lambda text: GITLAB.validate(json.loads(text)),
    "junit": lambda text: JUNIT.validate(StringIO(text)),
    "checkstyle": lambda text: CHECKSTYLE.validate(StringIO(text)),
}
HOSTILE = (
    "]]> <!-- & < > ' \" % %0A \n\r\t \x00\x07\x1b[2J \x85 \ufffe\uffff \ud800 "
    "\u202e\u2066 {0} [x](http://e) ::error:: @octocat | `code` 导出 🚀"
)


def finding(
    words: str = "wrong", path: str = "a.yaml", severity: Severity = Severity.ERROR
) -> Diagnostic:
    """A finding with everything that one may have, all of it in the same words."""
    at = Source(path, "ab\ncd").span(1, 4)
    edits = (Edit(at, words), Edit(Source("b.yaml", "").start, words))
    notes = (Note(at, words),)
    found = Finding(at, words, words, notes, words, "PM999", words, Fix(edits, safe=False))
    return Diagnostic("PM999", "a-rule-of-a-team", severity, found)


@pytest.mark.verifies("US-96.AC-1")
@pytest.mark.parametrize("style", VALIDATORS)
def test_a_report_of_real_findings_is_valid(style: str) -> None:
    bad = [(rule.code, example) for rule in builtin() for example in rule.examples("Bad")]
    names = {f"x{n}__yaml": one.text for n, (_, one) in enumerate(bad) if one.language == "yaml"}
    project = project_of(**names)
    found = check(project)
    assert len({d.code for d in found}) > 20
    VALIDATORS[style](renderer(style)(found, project.sources, below("docs/")))


@pytest.mark.verifies("US-96.AC-1")
@pytest.mark.parametrize("style", VALIDATORS)
def test_a_report_without_findings_is_valid(style: str) -> None:
    VALIDATORS[style](renderer(style)([], {}, in_the_product))


@pytest.mark.verifies("US-96.AC-1", "US-96.AC-4")
@pytest.mark.parametrize("severity", Severity)
@pytest.mark.parametrize("style", VALIDATORS)
def test_a_report_of_hostile_text_is_valid(style: str, severity: Severity) -> None:
    text = renderer(style)([finding(HOSTILE, HOSTILE, severity)], {}, in_the_product)
    VALIDATORS[style](text)


@pytest.mark.verifies("US-96.AC-4")
def test_nobody_is_shown_what_cannot_be_seen_or_a_link_of_a_stranger() -> None:
    at = finding(HOSTILE)
    [run] = json.loads(renderer("sarif")([at], {}, in_the_product))["runs"]
    [rdjson] = json.loads(renderer("rdjson")([at], {}, in_the_product))["diagnostics"]
    [gitlab] = json.loads(renderer("gitlab")([at], {}, in_the_product))
    shown = [run["results"][0]["message"]["text"], rdjson["message"], gitlab["description"]]
    for text in shown:
        assert not set("\x00\x07\x1b\x85\u202e\u2066\ud800") & set(text)
    assert "](" not in shown[0]
    assert "{{0}}" in shown[0]


@pytest.mark.verifies("US-96.AC-4")
@given(st.text(st.characters(exclude_categories=[])), st.text(min_size=1))
def test_a_report_of_any_text_is_valid_and_ascii(words: str, path: str) -> None:
    at = finding(words, f"p{path}")
    for style, validate in VALIDATORS.items():
        text = renderer(style)([at, at], {}, in_the_product)
        assert text.isascii()
        validate(text)


@pytest.mark.verifies("US-96.AC-4")
@given(st.text(min_size=1))
def test_a_path_comes_back_from_its_address(path: str) -> None:
    [run] = json.loads(renderer("sarif")([finding(path=path)], {}, below("docs/")))["runs"]
    place = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert unquote(place["uri"]) == f"docs/{path}"
    assert not set(place["uri"]) & set(' "<>\\^`{|}#?')


@pytest.mark.parametrize("style", ["junit", "checkstyle"])
def test_any_reader_of_xml_gets_the_words_back(style: str) -> None:
    words = "a < b & c > 'd' \"e\" ]]> 导出 🚀"
    text = renderer(style)([finding(words)], {}, in_the_product)
    said = [value for e in ET.fromstring(text).iter() for value in e.attrib.values()]  # noqa: S314 - our own
    assert f"{words} ({words})" in said


@pytest.mark.verifies("US-96.AC-5")
@pytest.mark.parametrize("style", FORMATS)
def test_a_report_is_the_same_every_time_and_tells_no_time(style: str) -> None:
    project = project_of(b="- {id: IDEA-1, titel: x}\n", a="id: IDEA-1\ncolour: red\nsize: 3\n")
    texts = {renderer(style)(check(project), project.sources, in_the_product) for _ in range(2)}
    assert len(texts) == 1
    assert "2026" not in texts.pop()


@pytest.mark.verifies("US-96.AC-3")
def test_fingerprints_are_unique_and_do_not_change_with_lines_above() -> None:
    text = "- {id: IDEA-1, titel: x}\n- {id: IDEA-2, titel: x, colour: red}\n"
    found = {}
    for name, yaml in (("before", text), ("after", f"# a\n\n# b\n{text}")):
        project = project_of(a=yaml)
        diagnostics = check(project)
        gitlab = json.loads(renderer("gitlab")(diagnostics, project.sources, in_the_product))
        [run] = json.loads(renderer("sarif")(diagnostics, project.sources, in_the_product))["runs"]
        prints = [one["fingerprint"] for one in gitlab]
        assert [r["partialFingerprints"]["pmdocs/v1"] for r in run["results"]] == prints
        assert len(set(prints)) == len(prints) == 3
        found[name] = prints
    assert found["before"] == found["after"]


@pytest.mark.verifies("US-96.AC-3")
def test_two_products_in_one_repository_have_different_fingerprints() -> None:
    project = project_of(a="- {id: IDEA-1, titel: x}\n")
    found = check(project)
    folders = {
        folder: json.loads(renderer("gitlab")(found, project.sources, below(folder)))[0]
        for folder in ("", "shop/", "bank/")
    }
    assert len({one["fingerprint"] for one in folders.values()}) == 3
    assert folders[""]["fingerprint"] == fingerprints(found, project.sources)[0]
