"""A file with results may be broken, hostile or empty: it ends in a message."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.evidence import RECORDED, read, reading, said

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
RESULTS = '{"format": "pmdocs-results", "version": 1, "tests": [%s]}'


@pytest.mark.verifies("US-60.AC-1")
@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            f'<!DOCTYPE a [<!ENTITY l0 "ha">{LAUGHS}]>\n<testsuite name="&l9;"/>',
            "1:13 PM852 the file declares a document type",
        ),
        (
            '<?xml version="1.0"?>\n<!DOCTYPE a SYSTEM "file:///etc/passwd">\n<testsuite/>',
            "2:40 PM852 the file declares a document type",
        ),
        ("<testsuite>" * 200_000, "1:705 PM852 elements stand in each other"),
        ("<testsuite>" + "<a>" * 200_000, "1:201 PM852 elements stand in each other"),
        (f'<testsuite name="{"a" * 3_000_000}"/>', "1:1 PM852 a tag or a comment has no end"),
        (f"<testsuite><!--{'a' * 3_000_000}", "1:12 PM852 a tag or a comment has no end"),
        ("[" * 100_000, "1:1 PM852 values stand in each other without end"),
        (RESULTS % ("[" * 100_000), "1:1 PM852 values stand in each other without end"),
        (RESULTS % ("1" * 5_000), "1:1 PM852 a number has thousands of digits"),
        ('{"meta":{}}\n{"a":"' + "a" * 5_000_000, "2:1 PM852 this line is longer than"),
    ],
    ids=range(10),
)
def test_what_would_exhaust_a_reader_is_refused(tmp_path: Path, text: str, line: str) -> None:
    found = reading(tmp_path, text)
    assert [one[: len(line)] for one in said(found)] == [line], said(found)
    assert found.results == ()


@pytest.mark.verifies("US-60.AC-2")
@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", "1:1 PM850 the file is empty | check that the tests were run, and where they write"),
        ("\ufeff \n ", "1:1 PM850 nothing is in the file | check that the tests were run"),
        (
            '<testsuite>\n  <testcase name="a"/>\n',
            "3:1 PM850 this is not XML: no element found | make the file anew: the run of the tests",
        ),
        (
            '<testsuite>\n<testcase name="\x1b[31mred"/></testsuite>',
            "2:17 PM850 this is not XML: not well-formed (invalid token) | make the file anew, without",
        ),
        ("[]", "1:1 PM850 no test is in this file | run the tests again, and look whether the"),
        ("<testsuite/>", "1:1 PM850 no test is in this file | run the tests again"),
        (RESULTS % "", "1:1 PM850 no test is in this file | run the tests again"),
        ("<testsuite></testsuites>", "1:14 PM850 this is not XML: mismatched tag"),
        ("<testsuite/><testsuite/>", "1:13 PM850 this is not XML: junk after document element"),
        (
            '<?xml version="1.0" encoding="martian"?><testsuite/>',
            "1:31 PM850 this is not XML: unknown encoding | write the file in UTF-8",
        ),
        ('<testsuite name="&amp;&b;"/>', "1:1 PM850 this is not XML: undefined entity"),
        ("<html><body/></html>", "1:1 PM853 `html` is no element that results of tests begin with"),
        ("3 passed", "1:1 PM853 this is no form of results that is known | JUnit XML, Cucumber"),
        ('{"tests":\n [}', "2:3 PM850 this is not JSON: expecting value"),
        ('{"a": 1}', "1:1 PM853 this is JSON, but no results of tests that are known"),
        ("[1]", "1:1 PM853 this is not what behave writes | make it with `behave --format json"),
        ('[{"elements": [{"type": "scenario"}]}]', "1:1 PM853 this is not what behave writes"),
        (
            '{"format": "pmdocs-results", "version": 9, "tests": []}',
            "1:1 PM853 version `9` of the results is not known | this pmdocs reads version 1",
        ),
        (
            RESULTS % '\n{"name": "a", "outcome": "passed"},\n{"name": "b", "outcome": "fine"}',
            "3:1 PM850 test 2: `outcome` is wrong: input should be 'passed', 'skipped' or 'failed'",
        ),
        (RESULTS % '{"name": 3, "outcome": "passed"}', "1:54 PM850 test 1: `name` is wrong: input"),
        (RESULTS % "7", "1:54 PM850 test 1: `this` is wrong: input should be a valid dictionary"),
        (
            RESULTS % '{"name": "a", "outcome": "passed", "ids": ["US12.AC-3"]}',
            "1:54 PM855 `US12.AC-3` is not the id of a criterion | write `US-12.AC-3`",
        ),
        ('{"meta":{}}\n{"pickle"', "2:10 PM850 this line is not JSON: expecting ':' delimiter"),
        ('{"meta":{}}\n{"pickle": 1}', "2:1 PM850 this line is not a message of Cucumber"),
        ('{"meta":{}}\n7', "2:1 PM850 this line is not a message of Cucumber"),
        ('{"meta":{}}', "1:1 PM850 the run has no end, so that nothing in this file counts"),
        (
            '{"parseError":{"source":{"uri":"a.feature"},"message":"x"}}',
            "1:1 PM850 Cucumber could not read `a.feature` | mend it, and run the tests again",
        ),
        (
            b'{"a": "\xff"}',
            "1:8 PM850 a sign, perhaps `ÿ`, is not saved as UTF-8 | save the file as UTF-8: editors ask for this encoding where they save under a name",
        ),
    ],
    ids=range(28),
)
def test_a_broken_file_is_told_at_its_place(tmp_path: Path, text: str | bytes, line: str) -> None:
    found = reading(tmp_path, text)
    assert [one[: len(line)] for one in said(found)] == [line], said(found)
    assert "PM855" in line or found.results == ()


@pytest.mark.verifies("US-60.AC-3")
@pytest.mark.parametrize("name", ["big.xml", "big.json"])
def test_a_file_of_500_megabytes_is_passed_over(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("<testsuite>" if name.endswith("xml") else "[")
    os.truncate(path, 500_000_000)
    assert [line.partition(" | ")[0] for line in said(read(path))] == [
        "1:1 PM851 the file is larger than the 100,000,000 bytes that are read, and is passed over"
    ]


@pytest.mark.verifies("US-60.AC-3")
def test_more_tests_than_anybody_has_are_passed_over(tmp_path: Path) -> None:
    found = reading(tmp_path, "<testsuite>" + '<testcase name="a"/>' * 200_001 + "</testsuite>")
    assert [one.code for one in found.findings] == ["PM851"]
    assert found.results == ()


@pytest.mark.verifies("US-60.AC-5")
def test_a_property_is_not_taken_for_another_that_begins_like_it(tmp_path: Path) -> None:
    long = " ".join(f"US-{n}.AC-1" for n in range(400))
    case = '<testcase name="a"><properties><property name="verifies" value="{}"/></properties></testcase>'
    cases = case.format(long) + case.format("US-7.AC-1")
    found = reading(tmp_path, f"<testsuite>{cases}</testsuite>")
    assert [len(r.ids) for r in found.results] == [100, 1]


@pytest.mark.verifies("US-60.AC-3")
def test_suites_that_name_everything_are_cut(tmp_path: Path) -> None:
    ids = "".join(f'<property name="verifies" value="US-{n}.AC-1"/>' for n in range(50_000))
    text = f"<testsuite><properties>{ids}</properties><testcase name='a'/></testsuite>"
    assert [len(r.ids) for r in reading(tmp_path, text).results] == [100]


def test_behaves_results_are_read_in_any_spelling_of_json(tmp_path: Path) -> None:
    element = {"type": "scenario", "name": "a", "location": "a.feature:1", "status": "passed"}
    features = [{"elements": [element] * 20_000}]
    for separators in ((",", ":"), (", ", ": ")):
        found = reading(tmp_path, json.dumps(features, separators=separators), "a.json")
        assert (len(found.results), said(found)) == (20_000, [])


def test_a_list_of_tests_elsewhere_is_not_taken_for_that_of_the_file(tmp_path: Path) -> None:
    fake = '{"name": "fake", "outcome": "passed", "ids": ["US-1.AC-1"]}'
    text = '{"format": "pmdocs-results", "version": 1, "x": {"tests": [%s, 1]}, "tests": [%s]}'
    found = reading(tmp_path, text % (fake, fake.replace("fake", "true")))
    assert [(r.test, str(r.span)) for r in found.results] == [("true", "results.xml:1:1")]


def test_a_long_picture_of_cucumber_is_passed_over(tmp_path: Path) -> None:
    lines = (RECORDED / "cucumber.ndjson").read_text("utf-8").splitlines()
    picture = json.dumps({"attachment": {"body": "a" * 9_000_000}}, separators=(",", ":"))
    found = reading(tmp_path, "\n".join([*lines[:-1], picture, lines[-1]]))
    assert (len(found.results), said(found)) == (6, [])


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name in ("pipe", "gone"):
        assert [f.code for f in read(tmp_path / name).findings] == ["PM850"]


def test_other_encodings_of_xml_are_read(tmp_path: Path) -> None:
    text = (
        '<?xml version="1.0" encoding="{}"?><testsuite><testcase name="é [US-1.AC-1]"/></testsuite>'
    )
    for encoding in ("utf-16", "iso-8859-1", "utf-8-sig"):
        declared = encoding.removesuffix("-sig")
        found = reading(tmp_path, text.format(declared).encode(encoding))
        assert [r.test for r in found.results] == ["é [US-1.AC-1]"], said(found)


def test_half_a_sign_in_a_name_is_no_trouble(tmp_path: Path) -> None:
    text = RESULTS % r'{"name": "a\ud800", "outcome": "passed"}'
    found = reading(tmp_path, text)
    assert [r.test.encode() for r in found.results] == [b"a?"]


SEEDS = [path.read_bytes() for path in sorted(RECORDED.iterdir()) if path.suffix != ".md"]


@pytest.mark.verifies("US-60.AC-5")
@settings(deadline=None, max_examples=150)
@given(
    st.sampled_from([*SEEDS, (RESULTS % '{"name": "a", "outcome": "passed"}').encode()]),
    st.data(),
)
def test_any_bytes_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, seed: bytes, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(seed)))
    end = data.draw(st.integers(start, min(len(seed), start + 40)))
    text = seed[:start] + data.draw(st.binary(max_size=8)) + seed[end:]
    found = reading(tmp_path_factory.mktemp("a"), text)
    assert found.results or found.findings or text.strip()
    assert all(f.code.startswith("PM85") and f.message and f.hint for f in found.findings)
