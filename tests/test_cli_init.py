"""`pmdocs init`: a product to write over."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
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
