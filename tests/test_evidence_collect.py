"""The files with results are found, and of several runs the right one counts."""

from __future__ import annotations

import datetime as dt
import json
import os
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmdocs.evidence.collect import Collected, collect
from pmdocs.evidence.result import Outcome, Result
from pmdocs.evidence.results import as_text, read_results, schema
from pmdocs.project.load import load
from pmdocs.text import Position, Source, Span
from tests.conftest import Write

SETTINGS = "docs_dir: content\nplugins:\n  - pmdocs:\n      evidence: {}\n"
ONE = '<testsuite{}><testcase name="a [US-1.AC-1]">{}</testcase></testsuite>'


def at(root: Path, *named: str) -> Collected:
    return collect(load(root), root, [root / name for name in named])


def said(found: Collected) -> list[str]:
    return [f"{f.span} {f.code} {f.message} | {f.hint}" for f in found.evidence.findings]


def told(found: Collected) -> list[str]:
    return [f"{r.span.path} {r.outcome}" for r in found.evidence.results]


@pytest.mark.verifies("US-116.AC-4")
def test_the_form_of_a_file_is_told_from_what_is_in_it(write: Write) -> None:
    own = (
        '{"format": "pmdocs-results", "version": 1, "tests": [{"name": "b", "outcome": "failed"}]}'
    )
    root = write(
        {
            "mkdocs.yml": SETTINGS.format('["out/**/*.txt"]'),
            "out/b.txt": ONE.format("", ""),
            "out/deep/er/a.txt": own,
            "out/c.xml": ONE.format("", ""),
        }
    )
    found = at(root)
    assert [(r.name, r.format) for r in found.readings] == [
        ("out/b.txt", "JUnit XML"),
        ("out/deep/er/a.txt", "pmdocs' results"),
    ]
    assert (told(found), found.evidence.tests, said(found)) == (["out/b.txt passed"], 2, [])
    assert [r.test for r in found.evidence.nameless] == ["b"]


@pytest.mark.verifies("US-116.AC-5", "US-60.AC-4")
@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        (
            "reports/*.xml",
            "no file is called `reports/*.xml` | run the tests first, or mend the path",
        ),
        ("gone.xml", "no file is called `gone.xml` | run the tests first, or mend the path"),
        (
            "../*.xml",
            "`../*.xml` leads out of the project | write a path below the folder of mkdocs.yml",
        ),
        (
            "/etc/*",
            "`/etc/*` leads out of the project | write a path below the folder of mkdocs.yml",
        ),
        ("C:/a.xml", "`C:/a.xml` leads out of the project | write a path below the folder"),
        ("links/*.xml", "`links/out.xml` leads out of the project | put a copy in its place"),
        ("linked/*.xml", "`linked/a.xml` leads out of the project | put a copy in its place"),
        ("**/a/**/b/**/c/**/*.xml", "`**/a/**/b/**/c/**/*.xml` has `**` more than 3 times | write"),
    ],
)
def test_a_path_that_leads_nowhere_or_out_is_told_where_it_stands(
    write: Write, tmp_path_factory: pytest.TempPathFactory, pattern: str, line: str
) -> None:
    root = write({"mkdocs.yml": SETTINGS.format(f'["{pattern}"]')})
    outside = tmp_path_factory.mktemp("outside")
    (outside / "a.xml").write_text(ONE.format("", ""))
    (root / "links").mkdir()
    (root / "links" / "out.xml").symlink_to(outside / "a.xml")
    (root / "linked").symlink_to(outside)
    found = at(root)
    assert len(said(found)) == 1
    assert said(found)[0].startswith(f"mkdocs.yml:4:18 PM854 {line}")
    assert found.readings == ()


def test_a_link_within_the_project_is_followed_and_a_file_read_once(write: Write) -> None:
    root = write(
        {"mkdocs.yml": SETTINGS.format("{files: [a.xml, '*.xml']}"), "a.xml": ONE.format("", "")}
    )
    (root / "b.xml").symlink_to(root / "a.xml")
    os.mkfifo(root / "c.xml")
    found = at(root)
    assert (len(found.readings), said(found)) == (1, [])


def test_files_that_are_named_may_be_anywhere(
    write: Write, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "a.xml"
    outside.write_text(ONE.format("", "<failure/>"))
    root = write({"mkdocs.yml": SETTINGS.format("[gone.xml]"), "here.xml": ONE.format("", "")})
    found = at(root, str(outside), "*.xml", "none*")
    assert [r.results[0].outcome for r in found.readings] == ["failed", "passed"]
    assert said(found) == [
        "none*:1:1 PM854 no file is called `none*` | run the tests first, or mend the path"
    ]


@pytest.mark.parametrize(
    ("settings", "line"),
    [
        ("{files: [a.xml], days: 3}", "PM110 there is no setting `days`"),
        ("{manual_days: soon}", "PM110 expected a number"),
        ("{manual_days: 0}", "PM110 `0` is out of range"),
        ("[[a.xml]]", "PM110 expected text here, not a list"),
        ("{files: {a: b}}", "PM110 expected a list here, not named values"),
    ],
)
def test_wrong_settings_are_told_at_their_line(write: Write, settings: str, line: str) -> None:
    root = write({"mkdocs.yml": SETTINGS.format(settings)})
    found = [f"{p.span.start.line} {p.code} {p.message}" for p in load(root).problems]
    assert len(found) == 1, found
    assert found[0].startswith(f"4 {line}")


def test_the_settings_may_be_a_path_a_list_or_a_record(write: Write) -> None:
    for written, files in (("a.xml", ("a.xml",)), ("[a.xml, b]", ("a.xml", "b"))):
        said = load(write({"mkdocs.yml": SETTINGS.format(written)})).settings.plugin.evidence
        assert (said.files, said.manual_days, said.tests_need_criteria) == (files, 180, False)
    record = "{files: a.xml, manual_days: 30, tests_need_criteria: true}"
    said = load(write({"mkdocs.yml": SETTINGS.format(record)})).settings.plugin.evidence
    assert (said.files, said.manual_days, said.tests_need_criteria) == (("a.xml",), 30, True)


def own(outcome: str, at: str | None, commit: str | None) -> str:
    test = {"name": "a", "outcome": outcome, "ids": ["US-1.AC-1"], "at": at, "commit": commit}
    return json.dumps({"format": "pmdocs-results", "version": 1, "tests": [test]})


NOON, LATER, NEXT = (
    f"2026-06-0{day}T{hour}:00Z" for day, hour in ((1, "12:00"), (1, "12:30"), (2, "12:00"))
)
THIS, OTHER = "a" * 40, "b" * 40


@pytest.mark.verifies("US-117.AC-4")
@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        ((NOON, OTHER), (LATER, THIS), ["passed"]),
        ((NEXT, THIS), (NOON, OTHER), ["failed"]),
        ((NOON, THIS), (NEXT, THIS), ["failed", "passed"]),
        ((NOON, None), (NEXT, None), ["passed"]),
        ((NOON, None), (LATER, None), ["failed", "passed"]),
        ((NOON, None), (NEXT, THIS), ["passed"]),
        ((None, None), (NEXT, THIS), ["failed", "passed"]),
    ],
)
def test_a_later_run_replaces_an_earlier_one_but_not_another_job(
    write: Write,
    first: tuple[str | None, str | None],
    second: tuple[str | None, str | None],
    kept: list[str],
) -> None:
    files = {"a.json": own("failed", *first), "b.json": own("passed", *second)}
    root = write({"mkdocs.yml": SETTINGS.format("'*.json'"), **files})
    assert [r.outcome for r in at(root).evidence.results] == kept


@pytest.mark.verifies("US-116.AC-3")
def test_the_own_form_is_what_its_schema_says() -> None:
    result = Result("a", ("US-1.AC-1",), Outcome.FAILED, Span("a", Position(1, 1), Position(1, 1)))
    text = as_text([result], "by hand")
    check = jsonschema.Draft202012Validator(json.loads(schema()))
    assert list(check.iter_errors(json.loads(text))) == []
    assert list(check.iter_errors(json.loads(text.replace("failed", "broken"))))
    assert list(check.iter_errors(json.loads(text.replace("US-1.AC-1", "US1"))))
    assert text.count("\n") == 8


@pytest.mark.verifies("US-116.AC-3")
@given(
    st.lists(
        st.builds(
            Result,
            test=st.text(min_size=1, max_size=20).map(str.strip).filter(bool),
            ids=st.lists(st.sampled_from(["US-1.AC-1", "PRD-2", "US-1.AC-2"]), unique=True).map(
                tuple
            ),
            outcome=st.sampled_from(Outcome),
            span=st.just(Span("a", Position(1, 1), Position(1, 1))),
            seconds=st.none() | st.integers(0, 10**6).map(lambda n: n / 1000),
            at=st.none()
            | st.datetimes(
                min_value=dt.datetime(1971, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
                max_value=dt.datetime(2100, 1, 1),  # noqa: DTZ001 - as above
                timezones=st.timezones(),
            ),
            commit=st.none() | st.just(THIS),
            url=st.none() | st.just("https://ci.example/runs/7"),
            message=st.text(max_size=20).map(str.strip),
        ),
        max_size=4,
    )
)
def test_what_is_written_in_the_own_form_is_read_again(results: list[Result]) -> None:
    read = read_results(Source("a", as_text(results, "x")))
    assert read.findings == ()
    assert [_plain(r) for r in read.results] == [_plain(r) for r in results]


def _plain(result: Result) -> tuple[object, ...]:
    at = result.at.isoformat() if result.at else None
    rest = (result.seconds, at, result.commit, result.url, result.message)
    return (result.test, result.ids, result.outcome, *rest)
