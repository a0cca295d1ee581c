"""What a script gets from `import pmdocs`."""

from __future__ import annotations

import ast
import contextlib
import io
import re
import subprocess
import sys
from pathlib import Path

import pytest

import pmdocs
from tests.conftest import Write
from tests.test_cli_check import CLEAN, ERROR

NAMES = [
    "load",
    "find_root",
    "build",
    "read_settings",
    "check",
    "rule",
    "Rule",
    "Options",
    "select",
    "Project",
    "Settings",
    "Graph",
    "Link",
    "Item",
    "Date",
    "Period",
    "Precision",
    "Diagnostic",
    "Finding",
    "Note",
    "Edit",
    "Fix",
    "Severity",
    "Source",
    "Span",
    "Position",
    "PmdocsError",
    "QueryError",
]


def test_the_public_names_are_exactly_these() -> None:
    assert pmdocs.__all__ == NAMES
    assert dir(pmdocs) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_public_name_is_found_in_its_room(name: str) -> None:
    found = getattr(pmdocs, name)
    assert found.__name__ == name
    assert found.__module__.startswith("pmdocs.")
    assert found.__doc__


def test_what_type_checkers_see_is_what_is_there() -> None:
    tree = ast.parse(Path(str(pmdocs.__file__)).read_text("utf-8"))
    seen = {
        alias.name: node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("pmdocs.")
        for alias in node.names
    }
    assert seen == {name: getattr(pmdocs, name).__module__ for name in NAMES}


def test_a_name_that_does_not_exist_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match=re.escape("module `pmdocs` has no `lod`")):
        pmdocs.lod  # noqa: B018 - asking is the test


def test_importing_is_quick_because_no_room_is_entered() -> None:
    code = "import sys, pmdocs; print([m for m in sys.modules if m.startswith('pmdocs.')], 'pydantic' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[] False\n"


@pytest.mark.verifies("US-43.AC-1", "US-43.AC-2")
def test_a_script_loads_a_product_and_gets_an_item_by_its_id(write: Write) -> None:
    root = write(CLEAN)
    project = pmdocs.load(root)
    assert isinstance(project, pmdocs.Project)
    story = project.items["US-1"]
    assert isinstance(story, pmdocs.Item)
    assert (story.title, story.path) == ("t", "roadmap/us.yaml")
    assert [item.id for item in pmdocs.select(project, "kind:story")] == ["US-1"]
    assert [link.target for link in project.graph.out("US-1")] == ["PRD-1"]
    assert pmdocs.find_root(root / "roadmap") == root


@pytest.mark.verifies("US-43.AC-3", "US-43.AC-4")
def test_a_script_gets_the_findings_with_their_places(write: Write) -> None:
    broken = {"roadmap/bad.yaml": "id: [\n", "roadmap/worse.yaml": "- 1\n- {id: XX-1}\n"}
    project = pmdocs.load(write({**ERROR, **broken}))
    found = [(str(d.span), d.code, str(d.severity)) for d in pmdocs.check(project)]
    assert found == [
        ("roadmap/bad.yaml:1:5", "PM001", "error"),
        ("roadmap/us.yaml:6:6", "PM201", "error"),
        ("roadmap/worse.yaml:1:3", "PM111", "error"),
        ("roadmap/worse.yaml:2:8", "PM107", "error"),
    ]


def test_a_script_needs_no_disk() -> None:
    project = pmdocs.build(
        [pmdocs.Source("a.yaml", "{id: RM-1, title: t, outcome: o, end: 2027-Q2}")]
    )
    when = project.items["RM-1"].when
    assert isinstance(when, pmdocs.Period)
    assert when.end.precision is pmdocs.Precision.QUARTER
    assert pmdocs.Date.parse("2027-05") in when.end


def test_only_a_folder_without_a_product_raises(tmp_path: Path) -> None:
    with pytest.raises(pmdocs.PmdocsError) as error:
        pmdocs.load(tmp_path)
    assert error.value.hint == "run `pmdocs init` to make a product"
    with pytest.raises(pmdocs.PmdocsError, match=r"there is no mkdocs\.yml here"):
        pmdocs.find_root(tmp_path)
    with pytest.raises(pmdocs.QueryError):
        pmdocs.select(pmdocs.build([]), "kind:")


def test_the_example_of_the_manual_runs(write: Write) -> None:
    match = re.search(r"```python\n(.*?)```", pmdocs.__doc__ or "", re.DOTALL)
    assert match
    root = write({**ERROR, "roadmap/us.yaml": ERROR["roadmap/us.yaml"] + "status: ready\n"})
    out = io.StringIO()
    with contextlib.chdir(root), contextlib.redirect_stdout(out):
        exec(compile(match[1], "example", "exec"), {})  # noqa: S102 - our own example
    rows = out.getvalue().splitlines()
    assert rows[-1] == "US-1 t"
    assert "roadmap/us.yaml:6:6 PM201 `US-1` names `PRD-9`, which does not exist" in rows


def test_the_day_of_a_build_can_be_set(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    assert str(pmdocs.load(write(CLEAN)).today) == "2027-01-15"
