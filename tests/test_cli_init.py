"""`pmdocs init`: a product to write over."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from importlib import resources
from pathlib import Path

import pytest

from pmdocs.diagnostics import Severity
from pmdocs.model.kinds.charter import Charter
from pmdocs.model.kinds.roadmap_item import RoadmapItem
from pmdocs.model.kinds.story import Story
from pmdocs.rules.catalogue import check
from tests import site
from tests.conftest import ROOT
from tests.example import EXAMPLE, example_project, example_site
from tests.test_cli_check import program, run

FILES = [
    "content/index.md",
    "content/prds/PRD-1-order-ahead.md",
    "mkdocs.yml",
    "roadmap/roadmap.yaml",
    "roadmap/stories.yaml",
    "roadmap/vision.yaml",
]


def files(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


@pytest.mark.verifies("US-20.AC-1")
def test_a_new_product_checks_clean(tmp_path: Path) -> None:
    done = program(tmp_path, "init")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        *(f"wrote {path}" for path in FILES),
        "",
        "Now run `mkdocs serve` and open the address that it prints.",
    ]
    assert files(tmp_path) == FILES
    found = run(tmp_path, "check", "--fail-on", "warning", "--format", "concise")
    assert (found.returncode, found.stdout) == (0, "")


@pytest.mark.verifies("US-20.AC-2", "US-31.AC-2")
def test_a_new_product_builds(tmp_path: Path) -> None:
    run(tmp_path, "init", "shop")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=tmp_path / "shop",
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "shop/site/items/US-1/index.html").is_file()


@pytest.mark.parametrize(
    ("folder", "name"),
    [("tea-shop_two", "Tea shop two"), ("a\"b\\c: 'd'", "A b c 'd'"), ("...", "Product")],
)
def test_the_product_is_named_after_its_folder(tmp_path: Path, folder: str, name: str) -> None:
    done = run(tmp_path, "init", folder)
    assert done.stdout.splitlines()[-1].startswith("Now run `cd ")
    root = tmp_path / folder
    assert (root / "mkdocs.yml").read_text().splitlines()[0] == f'site_name: "{name}"'
    assert (root / "content/index.md").read_text().splitlines()[0] == f"# {name}"
    assert run(root, "check", "--fail-on", "warning").returncode == 0


@pytest.mark.verifies("US-20.AC-3")
@pytest.mark.parametrize("taken", FILES)
def test_a_file_that_is_there_stays_and_nothing_is_written(tmp_path: Path, taken: str) -> None:
    path = tmp_path / taken
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("mine\n")
    done = run(tmp_path, "init")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [
        f"pmdocs: `{taken}` is there already",
        "  run `pmdocs init` in an empty folder, or give the name of a new one",
    ]
    assert files(tmp_path) == [taken]
    assert path.read_text() == "mine\n"


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine\n")
    assert run(tmp_path, "init").returncode == 0
    assert files(tmp_path) == ["README.md", *FILES]


def test_a_file_where_a_folder_should_be_is_a_message(tmp_path: Path) -> None:
    (tmp_path / "shop").write_text("mine\n")
    done = program(tmp_path, "init", "shop")
    assert done.returncode == 2
    assert done.stderr.startswith("pmdocs: `shop/")
    assert "Traceback" not in done.stderr
    assert (tmp_path / "shop").read_text() == "mine\n"


def test_the_files_are_part_of_the_package() -> None:
    assert files(ROOT / "pmdocs/cli/starter") == FILES


# The example


@pytest.mark.verifies("US-84.AC-1")
def test_the_example_is_written_as_it_is_packaged(tmp_path: Path) -> None:
    done = program(tmp_path, "init", "--example", "lighthouse")
    assert (done.returncode, done.stderr) == (0, "")
    written = files(tmp_path / "lighthouse")
    assert done.stdout.splitlines() == [
        f"wrote {len(written)} files of Lighthouse, a fictional product",
        "",
        "Now run `cd lighthouse && mkdocs serve` and open the address that it prints.",
    ]
    assert done.stdout in (ROOT / "content/manual/tour.md").read_text("utf-8")
    assert written == files(EXAMPLE)
    for path in written:
        assert (tmp_path / "lighthouse" / path).read_bytes() == (EXAMPLE / path).read_bytes()


@pytest.mark.verifies("US-84.AC-2")
def test_the_example_checks_without_errors_and_builds_strictly_on_any_day(tmp_path: Path) -> None:
    run(tmp_path, "init", "--example")
    late = {"SOURCE_DATE_EPOCH": "2000000000"}
    for day in ({}, late):
        found = program(tmp_path, "check", "--format", "concise", **day)
        assert (found.returncode, " 0 errors, " in found.stderr + found.stdout) == (0, True)
    built = site.build(tmp_path, "--strict", **late)
    assert (built / "items/US-1/index.html").is_file()
    assert "fictional product" in (built / "index.html").read_text("utf-8")


def test_the_example_tells_which_of_its_gaps_are_deliberate() -> None:
    found = check(example_project())
    assert {d.severity for d in found} == {Severity.WARNING}
    page = (EXAMPLE / "content/about-this-example.md").read_text("utf-8")
    rows = re.findall(r"^\| `(PM\d{3})` \| (.*?) \|", page, re.MULTILINE)
    told = [(code, id) for code, words in rows for id in _about(code, words)]
    assert sorted(told) == sorted((d.code, d.finding.item) for d in found)


def _about(code: str, words: str) -> list[str]:
    """The items that a row is about: the first that it names, or both stories of PM301."""
    ids = re.findall(r"\[\[(\w+-\d+)", words)
    return ids if code == "PM301" else ids[:1]


@pytest.mark.verifies("US-84.AC-3")
@pytest.mark.parametrize(
    "path", ["README.md", "mkdocs.yml", "content/index.md", "content/product/vision.md"]
)
def test_the_example_is_labelled_where_a_reader_begins(path: str) -> None:
    words = " ".join((EXAMPLE / path).read_text("utf-8").split())
    assert "Lighthouse is a fictional product, made to show pmdocs" in words


def test_every_page_of_the_example_says_in_its_head_that_it_is_fictional() -> None:
    texts = [file.read_text("utf-8") for file in example_site().rglob("*.html")]
    shown = [text for text in texts if 'http-equiv="refresh"' not in text]
    assert len(shown) > 200
    assert all("(a fictional product)" in text for text in shown)


@pytest.mark.verifies("US-84.AC-4")
def test_the_example_holds_each_kind_and_each_status_of_items_and_stories() -> None:
    project = example_project()
    kinds = {kind.kind for kind in project.settings.kinds.by_name.values()}
    assert {item.kind for item in project.items.values()} == kinds
    assert "harbour" in kinds
    for kind in (RoadmapItem, Story):
        assert {i.status for i in project.of(kind)} == {state.word for state in kind.states}


def test_the_example_is_as_large_as_the_product_of_a_small_team() -> None:
    project = example_project()
    count = len(project.items)
    assert 200 <= count <= 260
    assert len(project.settings.plugin.definition_of_done) == 4
    public = sum(item.audience == "public" for item in project.items.values())
    assert 0.4 < public / count < 0.6
    assert [len(charter.tasks) for charter in project.of(Charter)] == [40, 12]


def test_no_link_in_the_site_of_the_example_is_broken() -> None:
    assert site.broken(example_site()) == []


@pytest.mark.verifies("US-84.AC-5")
@pytest.mark.parametrize("taken", ["README.md", "roadmap/items/fog.yaml"])
def test_the_example_touches_no_file_that_is_there(tmp_path: Path, taken: str) -> None:
    (tmp_path / taken).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / taken).write_text("mine\n")
    done = run(tmp_path, "init", "--example")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [
        f"pmdocs: `{taken}` is there already",
        "  run `pmdocs init --example` in an empty folder, or give the name of a new one",
    ]
    assert files(tmp_path) == [taken]
    assert (tmp_path / taken).read_text() == "mine\n"


def test_the_example_is_part_of_the_package() -> None:
    packaged = resources.files("pmdocs") / "cli" / "example"
    assert (packaged / "mkdocs.yml").read_text("utf-8").startswith("# Lighthouse is a fictional")
    ignored = subprocess.run(
        ["git", "ls-files", "--others", "--ignored", "--exclude-standard", "pmdocs/cli/example"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    # What git passes over, hatch does not package.
    assert ignored.stdout == ""
