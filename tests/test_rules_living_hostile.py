"""Whatever stands in settings, comments or the baseline: it is told at its place, and soon."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pmdocs.project.config import read_settings
from pmdocs.project.load import load
from pmdocs.project.reader import build
from pmdocs.rules.catalogue import check, review
from pmdocs.text import Source
from tests.conftest import Write

HEAD = "docs_dir: content\nplugins:\n  - pmdocs:\n"
ITEMS = "- {id: IDEA-1, title: t}\n"
SETTINGS = {
    "house_rules: x": ["PM110"],
    "house_rules: [x, [1], null]": ["PM110"] * 3,
    "house_rules: {code: A-1}": ["PM110"],
    "house_rules: [{code: A-1, message: m, require: {a: b}}]": ["PM110"],
    "house_rules: [{code: A-1, message: m, require: [[a]]}]": ["PM110"],
    "house_rules: [{code: A-1, message: m, require: ''}]": ["PM110"],
    "house_rules: [{code: A-1, message: m, forbid: 'a.(b'}]": ["PM110"],
    "house_rules: [{code: [1], message: m, forbid: 'id:*'}]": ["PM110"],
    'house_rules: [{code: A-1, message: "m", require: "\\x70ionts:3"}]': ["PM110"],
    "python_rules: {a: b}": ["PM110"],
    "python_rules: [3, null, [x]]": ["PM110"] * 2,
    'python_rules: ["a\\0.py"]': ["PM110"],
    "overrides: [x, {paths: '[', rules: {PM301: off}}]": ["PM110"],
    "overrides: [{paths: ['\\', '!'], rules: {PM401: off}}]": ["PM110"] * 2,
    "overrides: [{kinds: {}, rules: 3}]": ["PM110"] * 2,
}


@pytest.mark.parametrize("body", SETTINGS)
def test_settings_that_make_no_sense_are_told(write: Write, body: str) -> None:
    root = write({"mkdocs.yml": f"{HEAD}      {body}\n", "roadmap/a.yaml": ITEMS})
    found = check(load(root))
    assert {d.span.path for d in found} == {"mkdocs.yml"}
    assert [d.code for d in found] == SETTINGS[body]


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xfe",
        b"x" * 1_100_000,
        b"x\n" * 5000,
        b'{"code": ' + b"9" * 5000 + b"}\n",
        b'{"code": "PM301", "about": "\\ud800", "fingerprint": "\\u0000", "message": ""}\n',
        b"\x00",
        b"\r\r\n\n",
    ],
)
def test_a_hostile_baseline_is_told_or_does_nothing(write: Write, data: bytes) -> None:
    root = write({"roadmap/a.yaml": ITEMS})
    (root / ".pmdocs-baseline.jsonl").write_bytes(data)
    found = check(load(root))
    assert {d.code for d in found} <= {"PM905", "PM906"}
    assert len(found) <= 21
    json.dumps([d.finding.message for d in found])


def test_a_folder_in_place_of_a_file_is_told(write: Write) -> None:
    root = write({"roadmap/a.yaml": ITEMS, ".pmdocs-baseline.jsonl/x": ""})
    assert [d.code for d in check(load(root))] == ["PM906"]


def test_many_comments_and_findings_meet_in_one_sweep() -> None:
    # Each comment against each finding would be sixty-four million meetings.
    rows = (f"# pmdocs: ignore[PM401]\n- {{id: IDEA-{n}, title: TODO}}\n" for n in range(8_000))
    result = review(build([Source("roadmap/a.yaml", "".join(rows))]))
    assert (result.found, result.ignored) == ([], 8_000)


WORDS = ["code", "name", "select", "require", "forbid", "message", ": ", "[", "]", "{", "}", ", "]
WORDS += [
    "A-1",
    "id:*",
    "'",
    '"',
    "- ",
    "\n      ",
    "prd.",
    "{id}",
    "# pmdocs: ignore[PM110]",
    "&",
    "!",
]


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=25).map("".join))
def test_any_house_rules_are_read_or_told(text: str) -> None:
    source = Source("mkdocs.yml", f"{HEAD}      house_rules:\n      {text}\n")
    read, _ = read_settings(source)
    project = build([source, Source("roadmap/a.yaml", ITEMS)], read)
    for diagnostic in check(project):
        assert 1 <= diagnostic.span.start.line <= text.count("\n") + 7


def test_a_python_rule_that_is_a_link_out_of_the_project_is_not_read(
    write: Write, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = Path(tmp_path_factory.mktemp("outside")) / "rules.py"
    outside.write_text("SECRET = 1\n")
    root = write({"mkdocs.yml": HEAD + "      python_rules: r.py\n", "roadmap/a.yaml": ITEMS})
    (root / "r.py").symlink_to(outside)
    project = load(root)
    assert "r.py" not in project.sources
    assert [d.code for d in check(project)] == ["PM110"]
