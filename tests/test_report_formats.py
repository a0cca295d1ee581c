"""Findings for programs: one line each, JSON, and GitHub's annotations."""

from __future__ import annotations

import json
import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmdocs.diagnostics import Diagnostic, Finding, Severity
from pmdocs.report import log, renderer
from pmdocs.report.places import in_the_product
from pmdocs.rules.catalogue import check
from pmdocs.text import Source, Span
from tests.conftest import project_of

STORY = "id: US-1\ntitle: {}\nas_a: a\ni_want: b\nso_that: c\nprd: PRD-9\n"


def one(
    message: str = "wrong",
    hint: str | None = None,
    path: str = "a.yaml",
    severity: Severity = Severity.ERROR,
) -> Diagnostic:
    span = Span(path, Source("", "ab\ncd").position(1), Source("", "ab\ncd").position(2))
    return Diagnostic("PM999", "some-name", severity, Finding(span, message, hint))


def render(name: str, *diagnostics: Diagnostic) -> str:
    return renderer(name)(diagnostics, {}, in_the_product)


@pytest.mark.verifies("US-9.AC-4")
def test_concise_is_one_line_for_each_finding() -> None:
    project = project_of(a=STORY.format("x"), b="id: IDEA-1\ntitel: x\ncolour: y\n")
    found = check(project)
    assert renderer("concise")(found, project.sources, in_the_product).splitlines() == [
        (
            "roadmap/a.yaml:6:6: error PM201 `US-1` names `PRD-9`, which does not exist "
            "(write the id of a PRD or a requirement)"
        ),
        "roadmap/b.yaml:2:1: error PM104 an idea has no field `titel` (did you mean `title`?)",
        (
            "roadmap/b.yaml:3:1: error PM104 an idea has no field `colour` (the fields are `id`, "
            "`title`, `status`, `owner`, `tags`, `notes`, `links`, `audience`, `aliases`, `updates`, `review_by`, "
            "`source`, `date`, `customer_need`, `votes`, `leads_to`)"
        ),
    ]


@pytest.mark.parametrize(
    ("message", "line"),
    [
        ("a\nb", "a.yaml:1:2: error PM999 a b"),
        ("a\rb\x1b[2J", "a.yaml:1:2: error PM999 a\ufffdb\ufffd[2J"),
        ("a\u202eb", "a.yaml:1:2: error PM999 a\ufffdb"),
    ],
)
def test_concise_stays_on_its_line(message: str, line: str) -> None:
    assert render("concise", one(message)) == line


@pytest.mark.verifies("US-10.AC-1", "US-10.AC-2")
def test_json_has_all_fields() -> None:
    project = project_of(a=STORY.format("导出"))
    text = renderer("json")(check(project), project.sources, in_the_product)
    assert text.isascii()
    assert json.loads(text) == [
        {
            "path": "roadmap/a.yaml",
            "line": 6,
            "column": 6,
            "end_line": 6,
            "end_column": 11,
            "code": "PM201",
            "name": "broken-link",
            "severity": "error",
            "item": "US-1",
            "message": "`US-1` names `PRD-9`, which does not exist",
            "hint": "write the id of a PRD or a requirement",
            "fix": None,
        }
    ]


@pytest.mark.verifies("US-109.AC-6")
def test_json_has_the_edits_of_a_fix() -> None:
    project = project_of(a="- {id: IDEA-1, title: t, date: 31.12.2026}\n")
    (record,) = json.loads(renderer("json")(check(project), project.sources, in_the_product))
    edit = {"path": "roadmap/a.yaml", "line": 1, "column": 32, "end_line": 1, "end_column": 42}
    assert record["fix"] == {"safe": True, "edits": [{**edit, "text": "2026-12-31"}]}


def test_json_without_findings_is_an_empty_list() -> None:
    assert json.loads(render("json")) == []


@given(st.text())
def test_json_keeps_any_words(words: str) -> None:
    assert json.loads(render("json", one(words, words)))[0]["message"] == words


@pytest.mark.verifies("US-11.AC-1")
def test_github_gets_one_line_for_each_finding() -> None:
    found = [
        one("a"),
        one("b", "do c", severity=Severity.WARNING),
        one("d", None, "b.md", Severity.INFO),
    ]
    assert render("github", *found).splitlines() == [
        "::error file=a.yaml,line=1,endLine=1,col=2,endColumn=3,title=PM999 some-name::a",
        "::warning file=a.yaml,line=1,endLine=1,col=2,endColumn=3,title=PM999 some-name::b%0Ado c",
        "::notice file=b.md,line=1,endLine=1,col=2,endColumn=3,title=PM999 some-name::d",
    ]


def test_github_takes_columns_only_within_a_line() -> None:
    source = Source("a.yaml", "ab\ncd")
    found = Diagnostic("PM999", "some-name", Severity.ERROR, Finding(source.span(1, 4), "a"))
    assert render("github", found) == (
        "::error file=a.yaml,line=1,endLine=2,title=PM999 some-name::a"
    )


@pytest.mark.verifies("US-11.AC-2")
@pytest.mark.parametrize(
    ("path", "written"),
    [("a\nb", "a%0Ab"), ("a\rb", "a%0Db"), ("a%b", "a%25b"), ("a:b", "a%3Ab"), ("a,b", "a%2Cb")],
)
def test_github_gets_paths_escaped(path: str, written: str) -> None:
    assert render("github", one(path=path)).startswith(f"::error file={written},line=1,")


def test_github_gets_messages_escaped() -> None:
    line = render("github", one("100% sure\r\n::error::x, y: z", "a\nb"))
    assert line.endswith("::100%25 sure\ufffd%0A::error::x, y: z%0Aa%0Ab")


@pytest.mark.verifies("US-11.AC-3")
def test_a_title_cannot_become_an_annotation() -> None:
    title = '"x\\n::error file=secret::gotcha\\n::set-output name=a::b"'
    project = project_of(a=STORY.format(title), b=STORY.format(title))
    rows = renderer("github")(check(project), project.sources, in_the_product).splitlines()
    assert len(rows) == len(check(project))
    assert {row.partition(" ")[2][:20] for row in rows} <= {
        "file=roadmap/a.yaml,",
        "file=roadmap/b.yaml,",
    }


@given(st.text(), st.text(min_size=1))
def test_github_gets_one_line_whatever_stands_in_it(message: str, path: str) -> None:
    text = render("github", one(message, message, path))
    assert not set(text) & {"\n", "\r"}
    assert text.startswith("::error file=")


@pytest.mark.parametrize(
    ("fail_on", "levels"),
    [
        ("error", ["ERROR", "INFO", "INFO"]),
        ("warning", ["ERROR", "WARNING", "INFO"]),
        ("never", ["INFO", "INFO", "INFO"]),
    ],
)
def test_a_site_builder_hears_of_what_fails_the_build(
    fail_on: str, levels: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    found = [one(severity=severity) for severity in Severity]
    log.write(logging.LoggerAdapter(logging.getLogger("mkdocs"), {}), found, fail_on)
    assert [record.levelname for record in caplog.records] == levels
    assert caplog.messages[0] == "a.yaml:1:2: error PM999 wrong"
